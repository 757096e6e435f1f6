#include "extract/dictionary_draft.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "extract/dictionary_row.h"
#include "extract/error.h"

namespace zhitu::extract {
namespace {

class DictionaryDraftTest : public testing::Test {
 protected:
  ListTypes types_{"jieba", {"t=place"}};
  std::string written_;
  DictionaryDraft draft_{types_, [this](std::string_view bytes) { written_ += bytes; }};
};

ListedName Place(const std::string& name, const std::vector<std::string>& aliases = {}) {
  ListedName listed;
  listed.name = name;
  listed.tag = "t";
  listed.aliases = aliases;
  return listed;
}

TEST_F(DictionaryDraftTest, WritesWhatTheContractHas) {
  ListedName listed = Place("甲", {"乙", "甲", "乙", "a,\"b"});
  listed.id = "x:1";
  listed.parent = "x:0";
  listed.whole_word = true;
  EXPECT_TRUE(draft_.Add(listed, {2, 1}));
  draft_.Finish();
  EXPECT_EQ(written_,
            "id,name,type,aliases,parent,boundary\nx:1,甲,place,\"乙|a,\"\"b\",x:0,word\n");
  EXPECT_EQ(draft_.counts().entities, 1U);
  EXPECT_EQ(draft_.counts().forms, 3U);
}

TEST_F(DictionaryDraftTest, CountsEqualIdsOnce) {
  EXPECT_TRUE(draft_.Add(Place("甲"), {1, 1}));
  EXPECT_TRUE(draft_.Add(Place("甲"), {2, 1}));
  EXPECT_EQ(draft_.counts().entities, 1U);
  EXPECT_EQ(draft_.counts().repeated, 1U);
}

TEST_F(DictionaryDraftTest, LeavesOutWhatADictionaryRefuses) {
  draft_.BeginFile("f");
  EXPECT_FALSE(draft_.Add(Place(""), {1, 1}));
  EXPECT_FALSE(draft_.Add(Place(std::string(1001, 'a')), {2, 1}));
  EXPECT_TRUE(draft_.Add(Place(std::string(1000, 'a'), {"\n"}), {3, 2}));
  EXPECT_FALSE(draft_.Add(Place(" 甲"), {4, 1}));
  std::string told;
  for (const Problem& problem : draft_.left_out()) told += Describe(problem) + '\n';
  EXPECT_EQ(told,
            "f:1:1: name has no visible character; expected a name\n"
            "f:2:1: name has 1001 characters; expected at most 1000\n"
            "f:3:2: alias holds a control character; expected plain text\n"
            "f:4:1: name has white space at its ends; expected none\n");
  EXPECT_EQ(draft_.counts().left_out, 4U);
}

TEST_F(DictionaryDraftTest, TellsTheFirstThousandAndCountsTheRest) {
  for (std::size_t i = 0; i < DictionaryDraft::kMostTold + 5; ++i) draft_.LeaveOut({1, 1}, "bad");
  EXPECT_EQ(draft_.left_out().size(), DictionaryDraft::kMostTold);
  EXPECT_EQ(draft_.counts().left_out, DictionaryDraft::kMostTold + 5);
}

TEST_F(DictionaryDraftTest, ThrowsAllFaultsAndNoLastPiece) {
  draft_.Add(Place("甲"), {1, 1});
  draft_.BeginFile("f");
  draft_.Refuse({1, 2}, "one");
  draft_.Refuse({{{"g", 3, 0}, "two"}});
  try {
    draft_.Finish();
    FAIL();
  } catch (const InputError& error) {
    EXPECT_STREQ(error.what(), "f:1:2: one\ng:3: two");
  }
  EXPECT_EQ(written_, "");
}

TEST(JoinBars, IsReadBackAsItWas) {
  for (const std::vector<std::string_view>& items :
       std::vector<std::vector<std::string_view>>{{}, {"a"}, {"a|b", "\\", "c\\|", "d"}}) {
    std::vector<std::string> expected(items.begin(), items.end());
    EXPECT_EQ(SplitBars(JoinBars(items)), expected);
  }
}

}  // namespace
}  // namespace zhitu::extract
