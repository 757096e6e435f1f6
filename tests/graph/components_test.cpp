#include "graph/components.h"

#include <gtest/gtest.h>

#include <random>

namespace zhitu::graph {
namespace {

// Against labels that are spread until nothing changes.
TEST(Components, AreWhatHangsTogether) {
  std::mt19937 random(4);
  for (int round = 0; round < 200; ++round) {
    const std::size_t size = 1 + random() % 30;
    Components fast(size);
    std::vector<std::size_t> slow(size);
    for (std::size_t i = 0; i < size; ++i) slow[i] = i;
    for (std::size_t i = random() % (2 * size); i > 0; --i) {
      const std::size_t a = random() % size;
      const std::size_t b = random() % size;
      fast.Join(a, b);
      const std::size_t from = std::max(slow[a], slow[b]);
      const std::size_t to = std::min(slow[a], slow[b]);
      for (std::size_t& label : slow) label = label == from ? to : label;
    }
    const Components& read_only = fast;
    for (std::size_t i = 0; i < size; ++i) EXPECT_EQ(read_only.Root(i), slow[i]);
    for (std::size_t i = 0; i < size; ++i) EXPECT_EQ(fast.Root(i), slow[i]);
  }
}

}  // namespace
}  // namespace zhitu::graph
