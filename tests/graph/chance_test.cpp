#include "graph/chance.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <ostream>

#include "tests/support/slow_backbone.h"

namespace zhitu::graph {
namespace {

struct ChanceCase {
  const char* name;
  WindowCounts counts;
  double chance;
};
void PrintTo(const ChanceCase& c, std::ostream* out) { *out << c.name; }
class Chance : public testing::TestWithParam<ChanceCase> {};

TEST_P(Chance, IsThatOfFishersTest) {
  const double expected = GetParam().chance;
  EXPECT_NEAR(ChanceOfSharing(GetParam().counts), expected, 1e-9 * expected);
}

constexpr std::int64_t kHuge = std::numeric_limits<std::int64_t>::max();
const ChanceCase kChanceCases[] = {
    // One window each, the same one: one in all.
    {"OnceTogether", {1, 1, 1, 1000}, 1e-3},
    // Two of two out of 1000: 1 / (1000 * 999 / 2).
    {"TwiceTogether", {2, 2, 2, 1000}, 2.0 / (1000.0 * 999.0)},
    // Of a lady who tells eight cups of tea (Fisher 1935): 1 / 70, and 17 / 70 with one mistake.
    {"AllCups", {4, 4, 4, 8}, 1.0 / 70},
    {"OneMistake", {3, 4, 4, 8}, 17.0 / 70},
    {"AsExpected", {2, 4, 4, 8}, 1},
    {"LessThanExpected", {1, 4, 4, 8}, 1},
    {"Never", {0, 4, 4, 8}, 1},
    {"InAllWindows", {8, 8, 8, 8}, 1},
    {"NoWindows", {0, 0, 0, 0}, 1},
    {"ForeignMoreBothThanOne", {5, 3, 9, 20}, 1},
    {"ForeignNegative", {-1, 3, 9, 20}, 1},
};
INSTANTIATE_TEST_SUITE_P(Basics, Chance, testing::ValuesIn(kChanceCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(ChanceTwin, AgreesWithCountingOnAllSmallTables) {
  for (std::int64_t all = 1; all <= 12; ++all) {
    for (std::int64_t left = 1; left <= all; ++left) {
      for (std::int64_t right = 1; right <= all; ++right) {
        for (std::int64_t both = left * right / all + 1; both <= std::min(left, right); ++both) {
          const WindowCounts counts{both, left, right, all};
          if (both < left + right - all) continue;
          EXPECT_NEAR(ChanceOfSharing(counts), SlowChanceOfSharing(counts), 1e-12);
        }
      }
    }
  }
}

TEST(ChanceTwin, AgreesWithCountingOnLargerTables) {
  for (const WindowCounts& counts : {WindowCounts{12, 40, 60, 400}, WindowCounts{70, 80, 90, 500},
                                     WindowCounts{101, 200, 300, 600}}) {
    const double slow = SlowChanceOfSharing(counts);
    EXPECT_NEAR(ChanceOfSharing(counts), slow, 1e-9 * slow);
    EXPECT_NEAR(ChanceOfSharing(counts, slow * 1.01), slow, 1e-9 * slow);
    EXPECT_GE(ChanceOfSharing(counts, slow / 2), slow / 2);
  }
}

TEST(ChanceLimits, EndSoonAndStayProbabilities) {
  for (const WindowCounts& counts :
       {WindowCounts{kHuge / 4 + 1, kHuge / 2, kHuge / 2, kHuge}, WindowCounts{1, 1, 1, kHuge},
        WindowCounts{kHuge, kHuge, kHuge, kHuge},
        WindowCounts{2505000, 5000000, 5000000, 10000000}}) {
    const double chance = ChanceOfSharing(counts);
    EXPECT_GE(chance, 0);
    EXPECT_LE(chance, 1);
  }
}

TEST(Disparity, IsTheShareOfBrokenSticks) {
  EXPECT_EQ(Disparity(1, 1), 1);
  EXPECT_EQ(Disparity(1, 2), 0);
  EXPECT_EQ(Disparity(1.0000001, 3), 0);
  EXPECT_DOUBLE_EQ(Disparity(0.5, 2), 0.5);
  EXPECT_DOUBLE_EQ(Disparity(0.5, 3), 0.25);
  for (const int ties : {1, 2, 3, 7, 40}) {
    for (const double share : {0.01, 0.2, 0.5, 0.99}) {
      EXPECT_NEAR(Disparity(share, ties), SlowDisparity(share, ties), 1e-6);
    }
  }
}

}  // namespace
}  // namespace zhitu::graph
