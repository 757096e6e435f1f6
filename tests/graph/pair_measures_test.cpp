#include "graph/pair_measures.h"

#include <gtest/gtest.h>

#include <bit>
#include <limits>
#include <random>

#include "graph/strength.h"

namespace zhitu::graph {
namespace {

std::uint64_t Bits(double value) { return std::bit_cast<std::uint64_t>(value); }

void ExpectSame(PairMeasures& measures, std::int64_t both, std::int64_t left, std::int64_t right,
                std::int64_t all) {
  const WindowCounts counts{both, left, right, all};
  EXPECT_EQ(Bits(measures.Npmi(both, left, right)), Bits(Npmi(counts)))
      << both << ' ' << left << ' ' << right << ' ' << all;
  EXPECT_EQ(Bits(measures.LogLikelihood(both, left, right)), Bits(LogLikelihood(counts)))
      << both << ' ' << left << ' ' << right << ' ' << all;
}

TEST(PairMeasures, AreThoseOfSmallCounts) {
  for (std::int64_t all = -1; all < 8; ++all) {
    PairMeasures measures(all);
    for (std::int64_t both = -1; both < 9; ++both) {
      for (std::int64_t left = -1; left < 9; ++left) {
        for (std::int64_t right = -1; right < 9; ++right) {
          ExpectSame(measures, both, left, right, all);
        }
      }
    }
  }
}

// Counts inside and outside of the tables, most of them possible.
TEST(PairMeasures, AreThoseOfRandomCounts) {
  std::mt19937_64 random(11);
  for (const std::int64_t all : {100, 8191, 32768, 1000000, 2000000000}) {
    PairMeasures measures(all);
    for (int round = 0; round < 3000; ++round) {
      const auto below = [&](std::int64_t most) {
        return static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(most)) >>
               (random() % 20);
      };
      const std::int64_t left = below(all) + 1;
      const std::int64_t right = below(all) + 1;
      ExpectSame(measures, below(std::min(left, right)) + 1, left, right, all);
    }
  }
}

TEST(PairMeasures, TakeTheGreatestCounts) {
  constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
  PairMeasures measures(kMost);
  for (const std::int64_t count : {std::int64_t{0}, std::int64_t{1}, kMost / 2, kMost - 1, kMost}) {
    ExpectSame(measures, count, count, kMost, kMost);
    ExpectSame(measures, 1, count, count, kMost);
    ExpectSame(measures, count, 1, kMost, kMost);
  }
}

TEST(Strengths, AreThoseOfEachRelation) {
  std::mt19937_64 random(12);
  constexpr std::int64_t kAll = 5000;
  Strengths strengths(kAll);
  for (int round = 0; round < 5000; ++round) {
    Neighbour neighbour;
    neighbour.symmetric = random() % 2 == 0;
    neighbour.confidence = static_cast<PerMille>(random() % 1001);
    neighbour.weight = static_cast<std::int64_t>(random() % 4000);
    neighbour.documents = static_cast<std::int64_t>(random() % 3000);
    neighbour.windows = {static_cast<std::int64_t>(random() % 300),
                         static_cast<std::int64_t>(random() % 900),
                         static_cast<std::int64_t>(random() % 900), kAll};
    EXPECT_EQ(Bits(strengths.Of(neighbour)), Bits(Strength(neighbour)));
  }
}

}  // namespace
}  // namespace zhitu::graph
