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

HashIndex OfArrays(std::vector<std::uint32_t> begins, std::size_t checks) {
  return {FlatArray<std::uint32_t>(std::move(begins)),
          FlatArray<std::uint32_t>(std::vector<std::uint32_t>(checks))};
}

TEST(HashIndex, KnowsArraysThatWouldLeadOutside) {
  EXPECT_TRUE(OfArrays({0, 1, 2}, 2).IsSafe());
  EXPECT_FALSE(OfArrays({}, 0).IsSafe());
  EXPECT_FALSE(OfArrays({0, 1}, 1).IsSafe());        // one bucket
  EXPECT_FALSE(OfArrays({0, 1, 2, 3}, 3).IsSafe());  // no power of two
  EXPECT_FALSE(OfArrays({0, 2, 1}, 1).IsSafe());     // not in order
  EXPECT_FALSE(OfArrays({0, 1, 3}, 2).IsSafe());     // past the end
}

TEST(MixBits, DependsOnTheOrder) {
  EXPECT_NE(MixBits(1, 2), MixBits(2, 1));
  EXPECT_NE(MixBits(1), MixBits(2));
}

}  // namespace
}  // namespace zhitu::extract
