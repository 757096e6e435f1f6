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

}  // namespace
}  // namespace zhitu::extract
