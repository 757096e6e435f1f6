#include "serve/ties.h"

#include <gtest/gtest.h>

#include "graph/strength.h"
#include "tests/support/test_graph.h"

namespace zhitu::serve {
namespace {

TieList ListOf(std::size_t ties) {
  return std::make_shared<const std::vector<Tie>>(std::vector<Tie>(ties));
}

TEST(TieCache, KeepsWhatWasAskedForInTwoGenerations) {
  TieCache cache(3);
  EXPECT_EQ(cache.Find(1), nullptr);
  const TieList first = ListOf(2);
  cache.Keep(1, first);
  cache.Keep(2, ListOf(2));  // one more than a generation holds: 1 becomes old
  EXPECT_EQ(cache.Find(1), first) << "and is young again, so that 2 is old";
  cache.Keep(3, ListOf(2));
  EXPECT_EQ(cache.Find(2), nullptr);
  EXPECT_EQ(cache.Find(1), first);
}

TEST(TieCache, KeepsAListLongerThanAGeneration) {
  TieCache cache(3);
  const TieList list = ListOf(9);
  cache.Keep(1, list);
  EXPECT_EQ(cache.Find(1), list);
  cache.Keep(2, ListOf(0));
  cache.Keep(3, ListOf(1));
  cache.Keep(4, ListOf(3));
  EXPECT_EQ(cache.Find(1), nullptr);
}

TEST(TieCache, CountsAListOnceThatTwoThreadsRead) {
  TieCache cache(3);
  cache.Keep(1, ListOf(1));
  const TieList second = ListOf(1);
  cache.Keep(2, second);
  cache.Keep(2, ListOf(1));
  cache.Keep(3, ListOf(1));
  EXPECT_EQ(cache.Find(2), second);
  EXPECT_NE(cache.Find(1), nullptr);
  cache.Keep(4, ListOf(1));
  cache.Keep(5, ListOf(3));
  EXPECT_EQ(cache.Find(2), nullptr);
}

class TiesTwin : public testing::TestWithParam<unsigned> {};

// Whatever is kept, it is what the file says.
TEST_P(TiesTwin, AreTheNeighboursOfTheStore) {
  const graph::TestGraph graph(graph::RandomCorpus(GetParam()));
  TieCache cache(10);
  Ties one(graph.store(), cache);
  Ties other(graph.store(), cache);
  std::size_t found = 0;
  for (graph::EntityNumber asked = 0; asked < 5 * graph.store().last_entity(); ++asked) {
    const graph::EntityNumber entity = 1 + asked * 7 % graph.store().last_entity();
    const TieList ties = (asked % 2 == 0 ? one : other).Of(entity);
    const std::vector<graph::Neighbour> neighbours = graph.store().Neighbours(entity);
    ASSERT_EQ(ties->size(), neighbours.size());
    for (std::size_t i = 0; i < ties->size(); ++i) {
      const Tie& tie = (*ties)[i];
      EXPECT_EQ(tie.relation, neighbours[i].relation);
      EXPECT_EQ(tie.other, neighbours[i].other);
      EXPECT_EQ(tie.weight, neighbours[i].weight);
      EXPECT_EQ(tie.strength, static_cast<float>(graph::Strength(neighbours[i])));
      EXPECT_EQ(tie.predicate, neighbours[i].predicate);
      EXPECT_EQ(tie.outgoing, neighbours[i].outgoing);
      EXPECT_EQ(tie.symmetric, neighbours[i].symmetric);
      ++found;
    }
  }
  EXPECT_GT(found, 10U);
}
INSTANTIATE_TEST_SUITE_P(Random, TiesTwin, testing::Range(0U, 4U));

}  // namespace
}  // namespace zhitu::serve
