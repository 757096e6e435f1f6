#include "extract/hash_index.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace zhitu::extract {
namespace {

TEST(HashIndex, NumbersItsKeysInOrder) {
  for (const std::uint64_t count : {0U, 1U, 2U, 9U, 1000U, 5000U}) {
    std::vector<std::uint64_t> keys;
    for (std::uint64_t i = 0; i < count; ++i) keys.push_back(MixBits(i));
    std::sort(keys.begin(), keys.end());
    const HashIndex index(keys);
    EXPECT_EQ(index.size(), count);
    EXPECT_TRUE(index.IsSafe());
    for (std::uint32_t i = 0; i < count; ++i) EXPECT_EQ(index.Find(keys[i]), i);
    for (std::uint64_t i = count; i < count + 1000; ++i)
      EXPECT_EQ(index.Find(MixBits(i)), HashIndex::kNone);
  }
}

// Keys that all begin their search at the same line.
TEST(HashIndex, GoesOnBehindFullLines) {
  std::vector<std::uint64_t> keys;
  for (std::uint64_t i = 0; i < 100; ++i) keys.push_back((std::uint64_t{9} << 60U) + 2 * i);
  const HashIndex index(keys);
  EXPECT_TRUE(index.IsSafe());
  for (std::uint32_t i = 0; i < keys.size(); ++i) EXPECT_EQ(index.Find(keys[i]), i);
  EXPECT_EQ(index.Find((std::uint64_t{9} << 60U) + 200), HashIndex::kNone);
}

using Line = HashIndex::Line;

bool AreSafe(std::vector<Line> lines) {
  return HashIndex(FlatArray<Line>(std::move(lines))).IsSafe();
}

TEST(HashIndex, KnowsLinesThatWouldLeadOutside) {
  EXPECT_TRUE(AreSafe({{0, {5, 7}}, {2, {9}}}));
  EXPECT_TRUE(AreSafe({{0, {}}, {0, {}}}));
  EXPECT_FALSE(AreSafe({}));
  EXPECT_FALSE(AreSafe({{0, {5}}}));                               // nowhere to end
  EXPECT_FALSE(AreSafe({{1, {5}}, {2, {}}}));                      // does not begin at 0
  EXPECT_FALSE(AreSafe({{0, {5, 7}}, {1, {}}}));                   // a number twice
  EXPECT_FALSE(AreSafe({{0, {5, 0, 7}}, {2, {}}}));                // a gap
  EXPECT_FALSE(AreSafe({{0, {}}, {0, {1, 3, 5, 7, 9, 11, 13}}}));  // goes on behind the end
}

TEST(FrequentKeys, AreThoseThatComeOften) {
  using Keys = std::vector<std::uint64_t>;
  const Keys keys = {7, 3, 7, 9, 3, 7};
  EXPECT_EQ(FrequentKeys({}, 1), Keys());
  EXPECT_EQ(FrequentKeys(keys, 1), (Keys{3, 7, 9}));
  EXPECT_EQ(FrequentKeys(keys, 2), (Keys{3, 7}));
  EXPECT_EQ(FrequentKeys(keys, 3), Keys{7});
  EXPECT_EQ(FrequentKeys(keys, 4), Keys());
}

TEST(MixBits, DependsOnTheOrder) {
  EXPECT_NE(MixBits(1, 2), MixBits(2, 1));
  EXPECT_NE(MixBits(1), MixBits(2));
}

}  // namespace
}  // namespace zhitu::extract
