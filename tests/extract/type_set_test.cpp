#include "extract/type_set.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "extract/entity_types.h"

namespace zhitu::extract {
namespace {

TEST(TypeSet, HasItsTypes) {
  const TypeSet set = {"person", "office", "person"};
  EXPECT_TRUE(set.Has("office"));
  EXPECT_TRUE(set.Has("person"));
  EXPECT_FALSE(set.Has("place"));
  EXPECT_FALSE(set.Has("offic"));
  EXPECT_FALSE(set.Has(""));
  EXPECT_EQ(set.names(), (std::vector<std::string>{"office", "person"}));
}

// Types that share length, first and last letter are told apart by name.
TEST(TypeSet, TellsLikeTypesApart) {
  ASSERT_EQ(TypeSet::Mark("road"), TypeSet::Mark("reed"));
  const TypeSet set = {"road"};
  EXPECT_TRUE(set.Has("road"));
  EXPECT_FALSE(set.Has("reed"));
}

TEST(TypeSet, MayBeEmpty) {
  EXPECT_TRUE(TypeSet().empty());
  EXPECT_FALSE(TypeSet().Has("road"));
  EXPECT_FALSE((TypeSet{"road"}).empty());
  EXPECT_EQ((TypeSet{"road", "office"}), (TypeSet{"office", "road", "road"}));
}

TEST(TypeSet, TellsKnownTypesApart) {
  for (const std::string& type : KnownTypes()) {
    const TypeSet set = {type};
    for (const std::string& other : KnownTypes()) EXPECT_EQ(set.Has(other), other == type);
  }
}

}  // namespace
}  // namespace zhitu::extract
