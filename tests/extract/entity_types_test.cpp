#include "extract/entity_types.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace zhitu::extract {
namespace {

TEST(KnownTypes, AreTheContractsInOrder) {
  EXPECT_EQ(KnownTypes(),
            (std::vector<std::string>{"community", "document", "facility", "office", "organization",
                                      "person", "place", "program", "road"}));
  EXPECT_TRUE(std::all_of(KnownTypes().begin(), KnownTypes().end(), IsTypeName));
}

TEST(IsTypeName, TakesSmallLettersDigitsAndUnderscores) {
  for (const std::string good : {"a", "office", "tv_show2", "a_", "z9"}) {
    EXPECT_TRUE(IsTypeName(good)) << good;
  }
  EXPECT_TRUE(IsTypeName(std::string(64, 'a')));
}

TEST(IsTypeName, RefusesAllElse) {
  for (const std::string bad : {"", "Office", "2a", "_a", "a-b", "a b", "办", "é", "a:b", "a\n"}) {
    EXPECT_FALSE(IsTypeName(bad)) << bad;
  }
  EXPECT_FALSE(IsTypeName(std::string(65, 'a')));
  EXPECT_FALSE(IsTypeName(std::string("a\0", 2)));
}

TEST(StateOfType, TellsSlipsFromMalformedNames) {
  EXPECT_EQ(StateOfType("office"), TypeState::kKnown);
  EXPECT_EQ(StateOfType("offices"), TypeState::kUnknown);
  EXPECT_EQ(StateOfType("Office"), TypeState::kMalformed);
  EXPECT_EQ(StateOfType(""), TypeState::kMalformed);
}

TEST(DescribeTypeFault, NamesTheTypeThatMayBeMeant) {
  EXPECT_EQ(DescribeTypeFault("offices"),
            "type 'offices' is not one of the known types; did you mean 'office'?");
  EXPECT_EQ(DescribeTypeFault("ship"), "type 'ship' is not one of the known types");
  EXPECT_EQ(DescribeTypeFault("Person"),
            "type 'Person' is malformed; expected small letters, digits and _, a letter first; did "
            "you mean 'person'?");
}

}  // namespace
}  // namespace zhitu::extract
