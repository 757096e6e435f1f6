#include "extract/readings.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace zhitu::extract {
namespace {

std::string Show(const Readings& readings) {
  std::string shown;
  for (const EntityIndex entity : readings) shown += std::to_string(entity) + ' ';
  return shown;
}

TEST(Readings, MayBeNoneOneOrMany) {
  EXPECT_EQ(Show({}), "");
  EXPECT_EQ(Show({7}), "7 ");
  EXPECT_EQ(Show(std::vector<EntityIndex>{7, 3, 9}), "7 3 9 ");
  EXPECT_TRUE(Readings().empty());
  EXPECT_FALSE(Readings({7}).empty());
  EXPECT_EQ(Readings({7, 3}).size(), 2U);
  EXPECT_EQ(Readings({7, 3})[1], 3U);
}

TEST(Readings, HaveAFirstAndALast) {
  EXPECT_EQ(Readings({7}).front(), 7U);
  EXPECT_EQ(Readings({7}).back(), 7U);
  EXPECT_EQ(Readings({7, 3}).front(), 7U);
  EXPECT_EQ(Readings({7, 3}).back(), 3U);
}

TEST(Readings, AreEqualByTheirEntities) {
  EXPECT_EQ(Readings({7}), Readings(std::vector<EntityIndex>{7}));
  EXPECT_NE(Readings({7}), Readings({7, 7}));
  EXPECT_NE(Readings(), Readings({7}));
}

TEST(Readings, StayWhenCopied) {
  Readings one({7});
  const Readings copy = one;
  one = Readings({1, 2});
  EXPECT_EQ(Show(copy), "7 ");
  EXPECT_EQ(Show(one), "1 2 ");
}

}  // namespace
}  // namespace zhitu::extract
