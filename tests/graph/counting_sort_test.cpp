#include "graph/counting_sort.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace zhitu::graph {
namespace {

TEST(CountingSortTwin, SortsAsAStableSort) {
  std::mt19937 random(3);
  for (std::size_t size : {0U, 1U, 2U, 50U, 1000U}) {
    for (std::size_t keys : {1U, 2U, 30U, 5000U}) {
      std::vector<std::uint32_t> key(size);
      for (std::uint32_t& k : key) k = static_cast<std::uint32_t>(random() % keys);
      std::vector<std::uint32_t> fast = FirstNumbers(size);
      std::shuffle(fast.begin(), fast.end(), random);
      std::vector<std::uint32_t> slow = fast;
      CountingSort(fast, keys, [&](std::uint32_t i) { return key[i]; });
      std::stable_sort(slow.begin(), slow.end(),
                       [&](std::uint32_t a, std::uint32_t b) { return key[a] < key[b]; });
      EXPECT_EQ(fast, slow) << size << " numbers, " << keys << " keys";
    }
  }
}

}  // namespace
}  // namespace zhitu::graph
