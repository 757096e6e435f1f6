#include "extract/person_names.h"

#include <gtest/gtest.h>

#include <chrono>
#include <ostream>
#include <string>

#include "tests/support/name_scene.h"
#include "tests/support/page.h"
#include "tests/support/test_knowledge.h"

namespace zhitu::extract {
namespace {

constexpr char kPreset[] = R"(
text: {clause_end: "，、：", sentence_end: "。！？", list_separator: ["、", 和]}
names:
  persons:
    surname: [李, 王, 孟, 高, 欧, 欧阳]
    common: [高]
    before: [记者, 书记, 居民]
    after: [老师, 大妈, 等人]
    says: [说, 介绍]
    next: [的, 走进]
    word: [高度, 李子]
    given: 伟芳明小青
    never: 的了在说
)";

std::string Find(const std::string& marked) {
  static const Knowledge knowledge = KnowledgeOf(kPreset);
  const MarkedNameScene names(knowledge, marked);
  return names.Show(FindPersonNames(names.scene()));
}

struct NameCase {
  const char* name;
  const char* text;
  const char* expected;
};
void PrintTo(const NameCase& c, std::ostream* out) { *out << c.name; }
constexpr auto kName = [](const auto& c) { return std::string(c.param.name); };
class PersonNames : public testing::TestWithParam<NameCase> {};

TEST_P(PersonNames, AreFound) { EXPECT_EQ(Find(GetParam().text), GetParam().expected); }

const NameCase kBehind[] = {
    {"NoText", "", ""},
    {"NoSign", "李小青来了。", ""},
    {"NoFamilyName", "书记小青来了。", ""},
    {"TwoCharacters", "书记李小青来了。", "李小青=person@0.614"},
    {"OneCharacter", "书记李伟，来了。", "李伟=person@0.655"},
    {"OneUnlikelyCharacter", "书记李树，来了。", "李树=person@0.511"},
    {"UnlikelyCharacters", "书记李一二三来了。", ""},
    {"UnlikelyCharactersAtAnEnd", "书记李一二，来了。", ""},
    {"AtTheEnd", "书记李伟", "李伟=person@0.655"},
    {"FamilyNameAtTheEnd", "来了书记李", ""},
    {"FamilyNameBeforeAComma", "书记李，伟", ""},
    {"FamilyNameOfTwoCharacters", "书记欧阳小青来了。", "欧阳小青=person@0.614"},
    {"BeforeAWordOfNext", "书记李伟走进家。", "李伟=person@0.655"},
    {"NeverInAName", "书记李的青，来了。", ""},
    {"NeverAsTheSecondOne", "书记李伟在家。", "李伟=person@0.511"},
    {"CommonFamilyName", "书记高小青来。", ""},
    {"CommonFamilyNameAtAnEnd", "书记高小青，好。", "高小青=person@0.552"},
    {"CommonFamilyNameAndOneCharacter", "书记高伟，好。", ""},
    {"WordThatBeginsSo", "书记高度，书记李子青，好。", ""},
    {"WithASign", "书记李树老师。", "李树=person@0.9"},
    {"SpaceAndColon", "记者：李小青，书记 : 李明青。", "李小青=person@0.757 李明青=person@0.757"},
    {"SentenceBetween", "书记。李小青，好。", ""},
    {"CommaBetween", "书记，李小青，好。", ""},
    {"BlockBetween", "书记\n李小青，好。", ""},
    {"EndOfTheBlockInside", "书记李\n小青，好。", ""},
    {"LineBreakInside", "书|记李|小|青，好。", "李|小|青=person@0.757"},
    {"Traditional", "書記李偉，好。", "李偉=person@0.655"},
    {"ForeignName", "书记李伟·青，书记王·李明，好。", ""},
    {"LatinBehind", "书记李a伟，书记李伟b，好。", "李伟=person@0.655"},
};
INSTANTIATE_TEST_SUITE_P(Behind, PersonNames, testing::ValuesIn(kBehind), kName);

const NameCase kBefore[] = {
    {"Says", "昨天李小青说好。", "李小青=person@0.634"},
    {"SaysUnlikely", "昨天李一二说好。", ""},
    {"AtTheBeginning", "李小青介绍，好。", "李小青=person@0.634"},
    {"Title", "昨天李小青老师来了。", "李小青=person@0.757"},
    {"FormOfAddress", "昨天李大妈说好。", ""},
    {"FormOfAddressAlone", "昨天李老师来了。", ""},
    {"TitleBefore", "居民李小青说好。", "李小青=person@0.9"},
    {"FamilyNameOfTwoCharacters", "昨天欧阳小青说好。", "欧阳小青=person@0.634"},
    {"TooLong", "昨天李小青明青说好。", ""},
    {"TwoFamilyNames", "昨天李王青说好。", "王青=person@0.532"},
    {"OnlyTheFamilyName", "昨天李说好。", ""},
    {"NeverInAName", "昨天李的说好。", ""},
    {"CommaInside", "昨天李，青说好。", ""},
    {"BlockInside", "昨天李\n小青说好。", ""},
    {"LineBreakInside", "昨天李小|青说好。", "李小|青=person@0.634"},
    {"CommonFamilyName", "昨天高小青说好。", ""},
    {"Traditional", "昨天李偉青說好。", "李偉青=person@0.634"},
};
INSTANTIATE_TEST_SUITE_P(Before, PersonNames, testing::ValuesIn(kBefore), kName);

const NameCase kLists[] = {
    {"Separated", "记者李小青、王明，好。", "李小青=person@0.757 王明=person@0.614"},
    {"OtherSeparator", "记者李小青和王明，好。", "李小青=person@0.614 王明=person@0.614"},
    {"CommaIsNone", "记者李小青，王明，好。", "李小青=person@0.757"},
    {"Spaces", "记者 李小青 王明 孟伟", "李小青=person@0.614 王明=person@0.614 孟伟=person@0.614"},
    {"NoSeparator", "记者李小青王明孟伟，好。",
     "李小青=person@0.614 王明=person@0.614 孟伟=person@0.614"},
    {"ListEndsAtAWord", "记者李小青、高度、王明，好。", "李小青=person@0.757"},
    {"TwoSeparators", "记者李小青、、王明，好。", "李小青=person@0.757"},
    {"SeparatorAtTheEnd", "记者李小青、", "李小青=person@0.757"},
    {"NextBlock", "记者李小青、\n王明，好。", "李小青=person@0.757"},
};
INSTANTIATE_TEST_SUITE_P(Lists, PersonNames, testing::ValuesIn(kLists), kName);

TEST(PersonName, ThirtyOfAList) {
  const std::string shown = Find("记者李小青" + Repeat("、李小青", 40) + "，好。");
  std::size_t count = 0;
  for (std::size_t at = shown.find('='); at != std::string::npos; at = shown.find('=', at + 1))
    ++count;
  EXPECT_EQ(count, 30U);
}

TEST(PersonName, IsNotLookedForWithoutFamilyNames) {
  const Knowledge knowledge = KnowledgeOf("names: {persons: {before: 书记, given: 小青}}\n");
  const MarkedNameScene names(knowledge, "书记李小青，好。");
  EXPECT_EQ(names.Show(FindPersonNames(names.scene())), "");
}

// Far below the limit where time grows with the length, far above it where it grows with its
// square.
class PersonNameTime : public testing::Test {
 protected:
  void TearDown() override {
    EXPECT_LT(std::chrono::steady_clock::now() - begin_, std::chrono::seconds(60));
  }
  static std::size_t Count(const std::string& marked) {
    static const Knowledge knowledge = KnowledgeOf(kPreset);
    return FindPersonNames(MarkedNameScene(knowledge, marked).scene()).size();
  }
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

TEST_F(PersonNameTime, ManyNames) {
  EXPECT_EQ(Count(Repeat("书记李小青，", 100'000)), 100'000U);
  EXPECT_EQ(Count(Repeat("李小青说，", 100'000)), 100'000U);
}

TEST_F(PersonNameTime, ListsWithoutEnd) {
  EXPECT_EQ(Count("记者" + Repeat("李小青、", 100'000)), 30U);
  EXPECT_EQ(Count(Repeat("记者李小青 ", 100'000)), 100'000U);
  EXPECT_EQ(Count(Repeat("李", 300'000) + "说"), 0U);
  EXPECT_EQ(Count("书记" + Repeat(" ", 300'000) + "李小青"), 1U);
  EXPECT_EQ(Count(Repeat("书记：", 100'000)), 0U);
}

}  // namespace
}  // namespace zhitu::extract
