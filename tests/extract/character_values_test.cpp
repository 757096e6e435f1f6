#include "extract/character_values.h"

#include <gtest/gtest.h>

#include <vector>

namespace zhitu::extract {
namespace {

TEST(CharacterValues, AreFoundByCharacter) {
  const CharacterValues values = {{U'百', 100}, {U'二', 2}, {U'〇', 0}};
  EXPECT_EQ(values.Find(U'百'), 100);
  EXPECT_EQ(values.Find(U'二'), 2);
  EXPECT_EQ(values.Find(U'〇'), 0);
  EXPECT_EQ(values.Find(U'三'), std::nullopt);
  EXPECT_EQ(values.Find(0), std::nullopt);
  EXPECT_FALSE(values.empty());
}

TEST(CharacterValues, AreSorted) {
  const CharacterValues values(std::vector<CharacterValues::Entry>{{U'b', 1}, {U'a', 2}});
  EXPECT_EQ(values.entries(), (std::vector<CharacterValues::Entry>{{U'a', 2}, {U'b', 1}}));
}

TEST(CharacterValues, TheLeastOfSeveralCounts) {
  const CharacterValues values = {{U'二', 3}, {U'一', 1}, {U'二', 2}, {U'三', 3}};
  EXPECT_EQ(values.Find(U'二'), 2);
  EXPECT_EQ(values.Find(U'三'), 3);
}

TEST(CharacterValues, MayBeNone) {
  const CharacterValues values;
  EXPECT_TRUE(values.empty());
  EXPECT_EQ(values.Find(U'一'), std::nullopt);
}

}  // namespace
}  // namespace zhitu::extract
