#include "graph/link_graph.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/random_links.h"
#include "tests/support/test_graph.h"

namespace zhitu::graph {
namespace {

TEST(LinkGraph, AgreesWithATable) {
  for (unsigned seed = 0; seed < 50; ++seed) {
    const std::size_t nodes = 1 + seed % 9;
    const std::vector<LinkEnds> links = RandomLinks(seed, nodes, seed);
    const LinkGraph graph(nodes, links);
    const auto table = WeightTable(nodes, links);
    ASSERT_EQ(graph.size(), nodes);
    std::size_t ends = 0;
    for (std::size_t a = 0; a < nodes; ++a) {
      std::vector<double> row(nodes);
      for (const LinkGraph::End& end : graph.Of(a)) row[end.other] += double{end.weight};
      EXPECT_EQ(row, table[a]);
      const auto count = static_cast<std::size_t>(
          std::count_if(row.begin(), row.end(), [](double weight) { return weight > 0; }));
      EXPECT_EQ(graph.Degree(a), count) << "parallel links are one";
      EXPECT_TRUE(std::is_sorted(
          graph.Of(a).begin(), graph.Of(a).end(),
          [](const LinkGraph::End& x, const LinkGraph::End& y) { return x.other < y.other; }));
      ends += count;
    }
    EXPECT_EQ(graph.links(), ends / 2);
  }
}

TEST(LinkGraph, MayBeEmpty) {
  EXPECT_EQ(LinkGraph().size(), 0U);
  EXPECT_EQ(LinkGraph(0, {}).size(), 0U);
  EXPECT_EQ(LinkGraph(3, {}).links(), 0U);
}

TEST(EntityGraph, HasAllEntitiesById) {
  const TestGraph graph(
      {"name,type\n乙,office\n甲,office\n丙,office\n",
       {{"d",
         "甲和乙。乙和甲。丙。",
         "",
         {{"office:甲", "leads", "office:丙", {"甲"}}, {"this", "about", "office:甲", {"甲"}}}}}});
  const EntityGraph read = ReadEntityGraph(graph.store());
  std::vector<std::string> ids;
  for (const EntityNumber entity : read.entities) ids.push_back(graph.store().EntityId(entity));
  EXPECT_EQ(ids, (std::vector<std::string>{"document:d", "office:丙", "office:乙", "office:甲"}));
  EXPECT_EQ(read.links.links(), 3U);
  EXPECT_EQ(read.links.Strength(2), 2) << "two sentences name 乙 and 甲";
  std::vector<std::string> arcs;
  for (const LinkEnds& arc : read.arcs) arcs.push_back(ids[arc.a] + ">" + ids[arc.b]);
  EXPECT_EQ(arcs, (std::vector<std::string>{"document:d>office:甲", "office:乙>office:甲",
                                            "office:甲>office:乙", "office:甲>office:丙"}));
}

}  // namespace
}  // namespace zhitu::graph
