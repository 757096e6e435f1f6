#include "graph/measures.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "tests/support/slow_co_occurrence.h"

namespace zhitu::graph {
namespace {

struct MeasureCase {
  const char* name;
  WindowCounts counts;
  double npmi;
  double log_likelihood;
};
void PrintTo(const MeasureCase& c, std::ostream* out) { *out << c.name; }
class Measures : public testing::TestWithParam<MeasureCase> {};

TEST_P(Measures, GiveHandValues) {
  EXPECT_NEAR(Npmi(GetParam().counts), GetParam().npmi, 1e-6);
  EXPECT_NEAR(LogLikelihood(GetParam().counts), GetParam().log_likelihood, 1e-4);
}

constexpr std::int64_t kHuge = std::numeric_limits<std::int64_t>::max();
const MeasureCase kMeasureCases[] = {
    {"ByChance", {1, 2, 2, 4}, 0.0, 0.0},
    {"AlwaysTogether", {2, 2, 2, 8}, 1.0, 8.997362},
    {"NeverTogether", {0, 2, 2, 4}, -1.0, 5.545177},
    {"InAllWindows", {3, 3, 3, 3}, 1.0, 0.0},
    // ln(0.1 / (0.2 * 0.3)) / -ln 0.1; the table is 1 1 / 2 6.
    {"Between", {1, 2, 3, 10}, 0.221849, 0.447336},
    {"NoWindows", {0, 0, 0, 0}, 0.0, 0.0},
    {"OneNeverNamed", {0, 0, 3, 10}, 0.0, 0.0},
    {"ForeignWithoutMargins", {5, 0, 0, 0}, 0.0, 0.0},
    {"ForeignMoreBothThanOne", {5, 3, 9, 20}, 0.0, 0.0},
    {"ForeignNegative", {-1, 3, 9, 20}, 0.0, 0.0},
    {"ForeignMoreThanAll", {1, 8, 8, 10}, 0.0, 0.0},
};
INSTANTIATE_TEST_SUITE_P(Basics, Measures, testing::ValuesIn(kMeasureCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(MeasuresTwin, AgreeWithTheFormulasOnAllSmallTables) {
  for (std::int64_t all = 1; all <= 9; ++all) {
    for (std::int64_t left = 1; left <= all; ++left) {
      for (std::int64_t right = 1; right <= all; ++right) {
        for (std::int64_t both = std::max<std::int64_t>(0, left + right - all);
             both <= std::min(left, right); ++both) {
          const WindowCounts counts{both, left, right, all};
          EXPECT_NEAR(Npmi(counts), SlowNpmi(counts), 1e-9);
          EXPECT_NEAR(LogLikelihood(counts), SlowLogLikelihood(counts), 1e-9);
        }
      }
    }
  }
}

TEST(MeasuresLimits, StayFiniteAndInRange) {
  const std::int64_t values[] = {0, 1, 2, 1000, kHuge / 4, kHuge / 2, kHuge};
  for (const std::int64_t both : values) {
    for (const std::int64_t left : values) {
      for (const std::int64_t right : values) {
        for (const std::int64_t all : values) {
          const double npmi = Npmi({both, left, right, all});
          const double ratio = LogLikelihood({both, left, right, all});
          EXPECT_TRUE(npmi >= -1 && npmi <= 1) << npmi;
          EXPECT_TRUE(std::isfinite(ratio) && ratio >= 0) << ratio;
        }
      }
    }
  }
}

}  // namespace
}  // namespace zhitu::graph
