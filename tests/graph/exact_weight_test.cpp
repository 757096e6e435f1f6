#include "graph/exact_weight.h"

#include <gtest/gtest.h>

namespace zhitu::graph {
namespace {

TEST(ExactWeight, IsThatOfTheRelationOrNone) {
  const ExactWeightList weights = {{2, 0.5}, {3, 2.25}, {7, 9.75}};
  EXPECT_EQ(ExactWeightOf(weights, 1), std::nullopt);
  EXPECT_EQ(ExactWeightOf(weights, 2), 0.5);
  EXPECT_EQ(ExactWeightOf(weights, 3), 2.25);
  EXPECT_EQ(ExactWeightOf(weights, 4), std::nullopt);
  EXPECT_EQ(ExactWeightOf(weights, 7), 9.75);
  EXPECT_EQ(ExactWeightOf(weights, 8), std::nullopt);
  EXPECT_EQ(ExactWeightOf({}, 1), std::nullopt);
}

}  // namespace
}  // namespace zhitu::graph
