#include "graph/stored_graph.h"

#include <gtest/gtest.h>

#include <boost/concept/assert.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <set>

#include "tests/support/test_graph.h"

namespace zhitu::graph {
namespace {

BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<StoredGraph>));
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<StoredGraph>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<StoredGraph>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyMapConcept<StoredIndexMap, EntityNumber>));

// Components by painting over every relation again and again.
std::vector<std::set<EntityNumber>> SlowComponents(const Store& store) {
  std::map<EntityNumber, EntityNumber> colours;
  for (EntityNumber i = 1; i <= store.last_entity(); ++i) colours[i] = i;
  for (bool changed = true; changed;) {
    changed = false;
    store.ForEachLink([&](const Link& link) {
      const EntityNumber least = std::min(colours[link.subject], colours[link.object]);
      changed = changed || colours[link.subject] != least || colours[link.object] != least;
      colours[link.subject] = least;
      colours[link.object] = least;
    });
  }
  std::map<EntityNumber, std::set<EntityNumber>> components;
  for (const auto& [entity, colour] : colours) components[colour].insert(entity);
  std::vector<std::set<EntityNumber>> sets;
  for (const auto& [colour, component] : components) sets.push_back(component);
  return sets;
}

class StoredGraphTwin : public testing::TestWithParam<unsigned> {};

TEST_P(StoredGraphTwin, HasTheComponentsOfItsRelations) {
  const TestGraph graph(RandomCorpus(GetParam()));
  const StoredGraph stored(graph.store());
  std::vector<int> numbers(num_vertices(stored));
  const auto map =
      boost::make_iterator_property_map(numbers.begin(), get(boost::vertex_index, stored));
  const int count = boost::connected_components(stored, map);
  std::vector<std::set<EntityNumber>> components(static_cast<std::size_t>(count));
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    components[static_cast<std::size_t>(numbers[i])].insert(static_cast<EntityNumber>(i) + 1);
  }
  EXPECT_EQ(components, SlowComponents(graph.store()));
}
INSTANTIATE_TEST_SUITE_P(Random, StoredGraphTwin, testing::Range(0U, 20U));

TEST(StoredGraph, SeesRelationsFromBothEnds) {
  const TestGraph graph({"name,type\n甲,office\n乙,office\n", {{"d", "甲乙。"}}, {}});
  const StoredGraph stored(graph.store());
  const EntityNumber left = graph.Number("office:甲");
  const EntityNumber right = graph.Number("office:乙");
  ASSERT_EQ(out_degree(left, stored), 1U);
  EXPECT_EQ(target(*out_edges(left, stored).first, stored), right);
  EXPECT_EQ(source(*out_edges(right, stored).first, stored), right);
  EXPECT_EQ(*adjacent_vertices(right, stored).first, left);
  EXPECT_FALSE(*out_edges(left, stored).first == *out_edges(right, stored).first);
  EXPECT_EQ(num_vertices(stored), 3U);
}

TEST(StoredGraph, LeavesOutWhatTheFilterDoes) {
  const TestGraph graph({"name,type\n甲,office\n乙,office\n", {{"d", "甲乙。"}}, {}});
  const StoredGraph none(graph.store(), [](const Neighbour&) { return false; });
  EXPECT_EQ(out_degree(graph.Number("office:甲"), none), 0U);
}

}  // namespace
}  // namespace zhitu::graph
