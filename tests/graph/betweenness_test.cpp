#include "graph/betweenness.h"

#include <gtest/gtest.h>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <cmath>
#include <random>

#include "tests/support/random_links.h"

namespace zhitu::graph {
namespace {

// Boost's, normalized in the same way.
std::vector<double> BoostBetweenness(const LinkGraph& graph) {
  using Boosted = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;
  Boosted boosted(graph.size());
  for (std::size_t a = 0; a < graph.size(); ++a) {
    for (const LinkGraph::End& end : graph.Of(a)) {
      if (end.other > a) boost::add_edge(a, end.other, boosted);
    }
  }
  std::vector<double> values(graph.size());
  boost::brandes_betweenness_centrality(
      boosted,
      boost::make_iterator_property_map(values.begin(), get(boost::vertex_index, boosted)));
  const auto nodes = static_cast<double>(graph.size());
  for (double& value : values) value *= 2 / ((nodes - 1) * (nodes - 2));
  return values;
}

TEST(Betweenness, AgreesWithBoost) {
  for (unsigned seed = 0; seed < 40; ++seed) {
    const std::size_t nodes = 3 + seed % 20;
    const LinkGraph graph(nodes, RandomLinks(seed, nodes, seed + seed % 17));
    const std::vector<double> values = Betweenness(graph, 1);
    const std::vector<double> boost = BoostBetweenness(graph);
    for (std::size_t i = 0; i < nodes; ++i) EXPECT_NEAR(values[i], boost[i], 1e-12) << seed;
  }
}

TEST(Betweenness, IsOneInTheMiddleOfAStar) {
  std::vector<LinkEnds> star;
  for (std::uint32_t i = 1; i < 9; ++i) star.push_back({0, i, 1});
  const std::vector<double> values = Betweenness(LinkGraph(9, star), 2);
  EXPECT_DOUBLE_EQ(values[0], 1);
  EXPECT_DOUBLE_EQ(values[1], 0);
}

TEST(Betweenness, OfFewNodesIsNothing) {
  EXPECT_TRUE(Betweenness(LinkGraph(), 1).empty());
  EXPECT_EQ(Betweenness(LinkGraph(2, {{0, 1, 1}}), 1), (std::vector<double>{0, 0}));
}

// Beyond `kExactSteps` it is sampled: close to the truth where it is large.
TEST(Betweenness, OfManyIsNearTheTruth) {
  constexpr std::size_t kNodes = 12000;
  std::vector<LinkEnds> links;  // a tree with three large branches, each of many leaves
  std::mt19937 random(5);
  for (std::uint32_t i = 1; i < kNodes; ++i)
    links.push_back({i < 4 ? 0 : static_cast<std::uint32_t>(1 + random() % 3), i, 1});
  const LinkGraph graph(kNodes, links);
  ASSERT_GT(kNodes * (kNodes + 2 * graph.links()), kExactSteps);
  const std::vector<double> values = Betweenness(graph, 1);
  EXPECT_NEAR(values[0], 2.0 / 3, 0.02);  // paths between different branches
  EXPECT_NEAR(values[1], 5.0 / 9, 0.02);  // and those inside a branch
  EXPECT_EQ(values, Betweenness(graph, 3));
}

}  // namespace
}  // namespace zhitu::graph
