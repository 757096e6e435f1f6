#include "extract/name_choice.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <ostream>
#include <random>
#include <string>
#include <tuple>
#include <vector>

namespace zhitu::extract {
namespace {

using Numbers = std::vector<std::size_t>;

struct ChoiceCase {
  const char* name;
  std::vector<WeighedSpan> spans;
  Numbers expected;
};
void PrintTo(const ChoiceCase& c, std::ostream* out) { *out << c.name; }
constexpr auto kName = [](const auto& c) { return std::string(c.param.name); };
class NameChoice : public testing::TestWithParam<ChoiceCase> {};

TEST_P(NameChoice, IsTheBestPath) { EXPECT_EQ(ChooseBest(GetParam().spans), GetParam().expected); }

const ChoiceCase kBasics[] = {
    {"Nothing", {}, {}},
    {"One", {{{3, 6}, 0.1}}, {0}},
    {"SideBySide", {{{0, 3}, 1}, {{3, 6}, 1}}, {0, 1}},
    {"Apart", {{{0, 3}, 1}, {{7, 9}, 1}}, {0, 1}},
    {"ByPlace", {{{7, 9}, 1}, {{3, 6}, 1}, {{0, 2}, 1}}, {2, 1, 0}},
    {"TheHeavier", {{{0, 6}, 1}, {{3, 9}, 2}}, {1}},
    {"TheOuterOne", {{{0, 9}, 3}, {{3, 6}, 2}}, {0}},
    {"TheInnerOne", {{{0, 9}, 2}, {{3, 6}, 3}}, {1}},
    {"TwoRatherThanTheOneAround", {{{0, 9}, 3}, {{0, 4}, 2}, {{5, 9}, 2}}, {1, 2}},
    {"TheOneAroundRatherThanTwo", {{{0, 9}, 5}, {{0, 4}, 2}, {{5, 9}, 2}}, {0}},
    {"BothSidesOfTheMiddle", {{{0, 4}, 2}, {{3, 7}, 3}, {{6, 9}, 2}}, {0, 2}},
    {"TheMiddle", {{{0, 4}, 2}, {{3, 7}, 5}, {{6, 9}, 2}}, {1}},
    {"NotTheFirstThatFits", {{{0, 4}, 3}, {{2, 6}, 4}, {{4, 8}, 2}, {{6, 9}, 2}}, {1, 3}},
    {"TheSamePlace", {{{0, 3}, 1}, {{0, 3}, 2}, {{0, 3}, 1.5}}, {1}},
};
INSTANTIATE_TEST_SUITE_P(Basics, NameChoice, testing::ValuesIn(kBasics), kName);

const ChoiceCase kTies[] = {
    {"TheOneThatBeginsEarlier", {{{3, 9}, 1}, {{0, 6}, 1}}, {1}},
    {"TheLongerOne", {{{0, 3}, 1}, {{0, 6}, 1}}, {1}},
    {"TheFirstGiven", {{{0, 3}, 1}, {{0, 3}, 1}}, {0}},
    {"TheFirstDifferenceCounts", {{{4, 9}, 2}, {{0, 2}, 1}, {{3, 4}, 1}, {{3, 5}, 3}}, {1, 3}},
    {"OneOrTwo", {{{0, 3}, 1}, {{3, 6}, 1}, {{0, 6}, 2}}, {2}},
    {"TwoThatBeginEarlier", {{{1, 6}, 2}, {{0, 3}, 1}, {{3, 6}, 1}}, {1, 2}},
};
INSTANTIATE_TEST_SUITE_P(Ties, NameChoice, testing::ValuesIn(kTies), kName);

// The header to the letter: all subsets, the best of them.
class AllSubsets {
 public:
  explicit AllSubsets(const std::vector<WeighedSpan>& spans) : spans_(spans) {}

  Numbers Best() const {
    Numbers best;
    double most = 0;
    for (std::size_t set = 0; set < std::size_t{1} << spans_.size(); ++set) {
      const Numbers chosen = Members(set);
      if (Overlap(chosen)) continue;
      const double sum = Sum(chosen);
      if (sum > most || (sum == most && IsBefore(chosen, best))) {
        most = sum;
        best = chosen;
      }
    }
    return best;
  }

 private:
  auto Key(std::size_t number) const {
    const Span& span = spans_[number].span;
    return std::tuple(span.begin, std::size_t{1000} - span.end, number);
  }
  bool IsLess(std::size_t a, std::size_t b) const { return Key(a) < Key(b); }

  Numbers Members(std::size_t set) const {
    Numbers members;
    for (std::size_t i = 0; i < spans_.size(); ++i) {
      if ((set >> i & 1U) != 0) members.push_back(i);
    }
    std::sort(members.begin(), members.end(),
              [&](std::size_t a, std::size_t b) { return IsLess(a, b); });
    return members;
  }

  bool Overlap(const Numbers& chosen) const {
    for (const std::size_t a : chosen) {
      for (const std::size_t b : chosen) {
        if (a != b && spans_[a].span.Overlaps(spans_[b].span)) return true;
      }
    }
    return false;
  }

  double Sum(const Numbers& chosen) const {
    double sum = 0;
    for (const std::size_t number : chosen) sum += spans_[number].weight;
    return sum;
  }

  bool IsBefore(const Numbers& a, const Numbers& b) const {
    return std::lexicographical_compare(
        a.begin(), a.end(), b.begin(), b.end(),
        [&](std::size_t left, std::size_t right) { return IsLess(left, right); });
  }

  const std::vector<WeighedSpan>& spans_;
};

std::string Show(const std::vector<WeighedSpan>& spans) {
  std::string shown;
  for (const WeighedSpan& span : spans) {
    shown += std::to_string(span.span.begin) + '-' + std::to_string(span.span.end) + '=' +
             std::to_string(span.weight) + ' ';
  }
  return shown;
}

// Weights are halves, so that sums are exact and ties are many.
TEST(NameChoiceTwin, AgreesOnRandomSpans) {
  std::mt19937 random(11);
  std::size_t several = 0;
  for (int round = 0; round < 5000; ++round) {
    std::vector<WeighedSpan> spans(random() % 9);
    for (WeighedSpan& span : spans) {
      span.span.begin = random() % 8;
      span.span.end = span.span.begin + 1 + random() % 5;
      span.weight = static_cast<double>(1 + random() % 6) / 2;
    }
    const Numbers chosen = ChooseBest(spans);
    ASSERT_EQ(chosen, AllSubsets(spans).Best()) << Show(spans);
    if (chosen.size() > 1) ++several;
  }
  EXPECT_GT(several, 1000U);
}

// Each set of up to three short spans, of one weight: ties alone decide among as many.
TEST(NameChoiceTwin, AgreesOnEveryFewSpans) {
  std::vector<Span> all;
  for (std::size_t begin = 0; begin < 4; ++begin) {
    for (std::size_t end = begin + 1; end <= 4; ++end) all.push_back({begin, end});
  }
  for (const Span& a : all) {
    for (const Span& b : all) {
      for (const Span& c : all) {
        const std::vector<WeighedSpan> spans = {{a, 1}, {b, 1}, {c, 1}};
        ASSERT_EQ(ChooseBest(spans), AllSubsets(spans).Best()) << Show(spans);
      }
    }
  }
}

// Far below the limit where time grows with the number, far above it where it grows with its
// square.
TEST(NameChoiceTime, AMillionSpans) {
  const auto begin = std::chrono::steady_clock::now();
  std::vector<WeighedSpan> spans;
  for (std::size_t i = 0; i < 500'000; ++i) {
    spans.push_back({{2 * i, 2 * i + 3}, 1});  // each cuts the next
    spans.push_back({{2 * i, 1'500'000}, 1});  // all end together
  }
  EXPECT_EQ(ChooseBest(spans).size(), 250'000U);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(60));
}

}  // namespace
}  // namespace zhitu::extract
