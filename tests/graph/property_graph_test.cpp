#include "graph/property_graph.h"

#include <gtest/gtest.h>

#include "graph/store.h"
#include "tests/support/test_graph.h"

namespace zhitu::graph {
namespace {

TEST(PropertyGraph, HoldsTheWholeFileInItsOrder) {
  const TestGraph test(RandomCorpus(4));
  const PropertyGraph graph = LoadGraph(test.store());
  std::vector<std::string> ids;
  for (const auto vertex : boost::make_iterator_range(boost::vertices(graph))) {
    ids.push_back(graph[vertex].id);
  }
  EXPECT_EQ(ids, ReadEntities(test.store()));
  std::vector<PlainRelation> relations;
  for (const auto edge : boost::make_iterator_range(boost::edges(graph))) {
    relations.push_back({graph[boost::source(edge, graph)].id, graph[edge].predicate,
                         graph[boost::target(edge, graph)].id, graph[edge].mentions,
                         graph[edge].sentences, graph[edge].documents});
  }
  std::sort(relations.begin(), relations.end());
  EXPECT_EQ(relations, ReadRelations(test.store()));
}

TEST(PropertyGraph, IsEmptyForAnEmptyFile) {
  const TestGraph test({});
  EXPECT_EQ(boost::num_vertices(LoadGraph(test.store())), 0U);
}

}  // namespace
}  // namespace zhitu::graph
