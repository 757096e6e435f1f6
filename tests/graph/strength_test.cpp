#include "graph/strength.h"

#include <gtest/gtest.h>

#include <cmath>

namespace zhitu::graph {
namespace {

Neighbour CoOccurrence(std::int64_t weight, const WindowCounts& windows) {
  Neighbour neighbour;
  neighbour.symmetric = true;
  neighbour.weight = weight;
  neighbour.documents = 1;
  neighbour.windows = windows;
  return neighbour;
}

TEST(Strength, OfAStatementIsConfidenceTimesEvidence) {
  Neighbour neighbour;
  neighbour.weight = 3;
  neighbour.documents = 2;
  neighbour.confidence = 900;
  EXPECT_DOUBLE_EQ(Strength(neighbour), 0.9 * (std::log(4.0) + std::log(3.0)));
}

TEST(Strength, OfACoOccurrenceIsHalfTheNpmi) {
  EXPECT_DOUBLE_EQ(Strength(CoOccurrence(2, {2, 2, 2, 10})), 0.5 * (std::log(3.0) + std::log(2.0)));
  EXPECT_DOUBLE_EQ(Strength(CoOccurrence(1, {1, 9, 9, 10})),
                   0.025 * (std::log(2.0) + std::log(2.0)));
}

TEST(Strength, GoesByWeightWhereThereAreNoWindows) {
  EXPECT_DOUBLE_EQ(Strength(CoOccurrence(2, {})), 0.25 * (std::log(3.0) + std::log(2.0)));
  EXPECT_LT(Strength(CoOccurrence(2, {})), Strength(CoOccurrence(3, {})));
}

}  // namespace
}  // namespace zhitu::graph
