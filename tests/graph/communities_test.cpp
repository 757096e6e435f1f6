#include "graph/communities.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "graph/components.h"
#include "tests/support/random_links.h"

namespace zhitu::graph {
namespace {

// By the definition.
double SlowModularity(const std::vector<std::vector<double>>& table,
                      const std::vector<std::uint32_t>& of) {
  std::vector<double> strengths(table.size());
  double total = 0;
  for (std::size_t a = 0; a < table.size(); ++a) {
    for (const double weight : table[a]) strengths[a] += weight;
    total += strengths[a];
  }
  double sum = 0;
  for (std::size_t a = 0; a < table.size(); ++a) {
    for (std::size_t b = 0; b < table.size(); ++b) {
      if (of[a] == of[b]) sum += table[a][b] - strengths[a] * strengths[b] / total;
    }
  }
  return total == 0 ? 0 : sum / total;
}

// The best of all partitions of few nodes.
double BestModularity(const std::vector<std::vector<double>>& table) {
  std::vector<std::uint32_t> of(table.size(), 0);
  double best = SlowModularity(table, of);
  // Each node is in a community at most one above those before it.
  for (;;) {
    std::size_t i = of.size() - 1;
    for (; i > 0; --i) {
      const std::uint32_t most = *std::max_element(of.begin(), of.begin() + static_cast<long>(i));
      if (of[i] <= most) break;
    }
    if (i == 0) return best;
    ++of[i];
    std::fill(of.begin() + static_cast<long>(i) + 1, of.end(), 0);
    best = std::max(best, SlowModularity(table, of));
  }
}

void ExpectSound(const LinkGraph& graph, const Communities& communities) {
  ASSERT_EQ(communities.of.size(), graph.size());
  std::vector<std::size_t> sizes(communities.count);
  for (const std::uint32_t community : communities.of) ++sizes.at(community);
  EXPECT_TRUE(std::is_sorted(sizes.begin(), sizes.end(), std::greater<>()));
  EXPECT_TRUE(sizes.empty() || sizes.back() > 0);
  Components joined(graph.size());
  for (std::size_t a = 0; a < graph.size(); ++a) {
    for (const LinkGraph::End& end : graph.Of(a)) {
      if (communities.of[a] == communities.of[end.other]) joined.Join(a, end.other);
    }
  }
  std::set<std::size_t> roots;
  for (std::size_t a = 0; a < graph.size(); ++a) roots.insert(joined.Root(a));
  EXPECT_EQ(roots.size(), communities.count) << "each is connected";
}

TEST(Communities, AreNearTheBestOfSmallGraphs) {
  double sum = 0;
  double best = 0;
  for (unsigned seed = 0; seed < 60; ++seed) {
    const std::size_t nodes = 2 + seed % 7;
    const std::vector<LinkEnds> links = RandomLinks(seed, nodes, 1 + seed % 13);
    const LinkGraph graph(nodes, links);
    const auto table = WeightTable(nodes, links);
    const Communities communities = FindCommunities(graph);
    ExpectSound(graph, communities);
    EXPECT_NEAR(communities.modularity, SlowModularity(table, communities.of), 1e-6);
    EXPECT_LE(communities.modularity, BestModularity(table) + 1e-9);
    sum += communities.modularity;
    best += BestModularity(table);
  }
  EXPECT_GT(sum, 0.98 * best);
}

TEST(Communities, AreTheGroupsThatWereMade) {
  const LinkGraph graph(80, GroupedLinks(3, 8, 10));
  const Communities communities = FindCommunities(graph);
  ExpectSound(graph, communities);
  EXPECT_EQ(communities.count, 8U);
  for (std::size_t i = 0; i < 80; ++i)
    EXPECT_EQ(communities.of[i], communities.of[i / 10 * 10]) << i;
}

// Zachary's karate club (1977); the best partition known has modularity 0.4198.
TEST(Communities, OfTheKarateClub) {
  const std::vector<std::pair<std::uint32_t, std::vector<std::uint32_t>>> friends = {
      {0, {1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 17, 19, 21, 31}},
      {1, {2, 3, 7, 13, 17, 19, 21, 30}},
      {2, {3, 7, 8, 9, 13, 27, 28, 32}},
      {3, {7, 12, 13}},
      {4, {6, 10}},
      {5, {6, 10, 16}},
      {6, {16}},
      {8, {30, 32, 33}},
      {9, {33}},
      {13, {33}},
      {14, {32, 33}},
      {15, {32, 33}},
      {18, {32, 33}},
      {19, {33}},
      {20, {32, 33}},
      {22, {32, 33}},
      {23, {25, 27, 29, 32, 33}},
      {24, {25, 27, 31}},
      {25, {31}},
      {26, {29, 33}},
      {27, {33}},
      {28, {31, 33}},
      {29, {32, 33}},
      {30, {32, 33}},
      {31, {32, 33}},
      {32, {33}}};
  std::vector<LinkEnds> links;
  for (const auto& [a, others] : friends) {
    for (const std::uint32_t b : others) links.push_back({a, b, 1});
  }
  ASSERT_EQ(links.size(), 78U);
  const Communities communities = FindCommunities(LinkGraph(34, links));
  EXPECT_GT(communities.modularity, 0.41);
  EXPECT_EQ(communities.count, 4U);
}

TEST(Communities, GroupsOnTheWayAreConnected) {
  const LinkGraph graph(200, RandomLinks(9, 200, 500));
  const Communities communities = FindCommunities(graph);
  ASSERT_FALSE(communities.groups.empty());
  std::vector<std::uint32_t> of(graph.size());
  for (std::uint32_t i = 0; i < of.size(); ++i) of[i] = i;
  for (const std::vector<std::uint32_t>& groups : communities.groups) {
    for (std::uint32_t& group : of) group = groups.at(group);
    Components joined(graph.size());
    for (std::size_t a = 0; a < graph.size(); ++a) {
      for (const LinkGraph::End& end : graph.Of(a)) {
        if (of[a] == of[end.other]) joined.Join(a, end.other);
      }
    }
    std::set<std::size_t> roots;
    for (std::size_t a = 0; a < graph.size(); ++a) roots.insert(joined.Root(a));
    EXPECT_EQ(roots.size(), std::set<std::uint32_t>(of.begin(), of.end()).size());
  }
}

TEST(Communities, WithoutLinksAreTheNodes) {
  EXPECT_EQ(FindCommunities(LinkGraph(3, {})).count, 3U);
  EXPECT_EQ(FindCommunities(LinkGraph()).count, 0U);
}

}  // namespace
}  // namespace zhitu::graph
