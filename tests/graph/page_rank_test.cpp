#include "graph/page_rank.h"

#include <gtest/gtest.h>

#include <numeric>

#include "tests/support/random_links.h"

namespace zhitu::graph {
namespace {

// By the definition, with a whole matrix, many times.
std::vector<double> SlowRanks(std::size_t nodes, const std::vector<LinkEnds>& arcs) {
  std::vector<std::vector<double>> table(nodes, std::vector<double>(nodes));
  for (const LinkEnds& arc : arcs) table[arc.a][arc.b] += arc.weight;
  std::vector<double> ranks(nodes, 1.0 / static_cast<double>(nodes));
  for (int step = 0; step < 500; ++step) {
    std::vector<double> next(nodes, 0.15 / static_cast<double>(nodes));
    for (std::size_t a = 0; a < nodes; ++a) {
      const double sum = std::accumulate(table[a].begin(), table[a].end(), 0.0);
      for (std::size_t b = 0; b < nodes; ++b) {
        const double share = sum > 0 ? table[a][b] / sum : 1.0 / static_cast<double>(nodes);
        next[b] += 0.85 * ranks[a] * share;
      }
    }
    ranks = next;
  }
  return ranks;
}

TEST(PageRank, AgreesWithTheDefinition) {
  for (unsigned seed = 0; seed < 60; ++seed) {
    const std::size_t nodes = 1 + seed % 12;
    const std::vector<LinkEnds> arcs = RandomLinks(seed, nodes, seed);
    const std::vector<double> ranks = PageRank(nodes, arcs);
    const std::vector<double> slow = SlowRanks(nodes, arcs);
    ASSERT_EQ(ranks.size(), nodes);
    for (std::size_t i = 0; i < nodes; ++i) EXPECT_NEAR(ranks[i], slow[i], 1e-8) << seed;
    EXPECT_NEAR(std::accumulate(ranks.begin(), ranks.end(), 0.0), 1, 1e-8);
  }
}

TEST(PageRank, OfNothingIsNothing) { EXPECT_TRUE(PageRank(0, {}).empty()); }

}  // namespace
}  // namespace zhitu::graph
