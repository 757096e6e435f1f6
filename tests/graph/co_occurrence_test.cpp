#include "graph/co_occurrence.h"

#include <gtest/gtest.h>

#include <random>

#include "tests/support/slow_co_occurrence.h"

namespace zhitu::graph {
namespace {

struct QuoteCase {
  const char* name;
  Stretch first;
  Stretch second;
  std::optional<Stretch> sentence;
  Stretch expected;
};
void PrintTo(const QuoteCase& c, std::ostream* out) { *out << c.name; }
class QuoteOfPair : public testing::TestWithParam<QuoteCase> {};

TEST_P(QuoteOfPair, IsShortAndHoldsBothIfItCan) {
  const NamedPair pair{{GetParam().first, 0}, {GetParam().second, 0}};
  EXPECT_EQ(QuoteOf(pair, GetParam().sentence), GetParam().expected);
}

const QuoteCase kQuoteCases[] = {
    {"Sentence", {10, 12}, {20, 22}, Stretch{5, 30}, {5, 30}},
    {"LongestSentence", {10, 12}, {20, 22}, Stretch{0, kLongestQuote}, {0, kLongestQuote}},
    {"SentenceTooLong", {10, 12}, {20, 22}, Stretch{0, kLongestQuote + 1}, {10, 22}},
    {"TwoSentences", {10, 12}, {20, 22}, std::nullopt, {10, 22}},
    {"TooFarApart", {10, 12}, {420, 422}, std::nullopt, {10, 12}},
    {"OneInsideTheOther", {10, 20}, {12, 14}, std::nullopt, {10, 20}},
};
INSTANTIATE_TEST_SUITE_P(Basics, QuoteOfPair, testing::ValuesIn(kQuoteCases),
                         [](const auto& c) { return std::string(c.param.name); });

std::vector<Named> RandomMentions(std::mt19937& random) {
  std::vector<Named> mentions;
  std::int64_t at = 0;
  for (unsigned i = 0; i < 1 + random() % 6; ++i) {
    at += 1 + static_cast<std::int64_t>(random() % 9);
    mentions.push_back({{at, at + 1 + static_cast<std::int64_t>(random() % 3)}, 0});
  }
  return mentions;
}

TEST(ClosestPairTwin, AgreesWithTryingAllPairs) {
  std::mt19937 random(11);
  for (int round = 0; round < 5000; ++round) {
    const std::vector<Named> left = RandomMentions(random);
    const std::vector<Named> right = RandomMentions(random);
    const NamedPair fast = ClosestPair(left, right);
    const NamedPair slow = SlowClosestPair(left, right);
    ASSERT_EQ(fast.first.place.begin, slow.first.place.begin) << "round " << round;
    ASSERT_EQ(fast.second.place.begin, slow.second.place.begin) << "round " << round;
  }
}

TEST(WindowNames, AreThoseOfTheCommandLine) {
  EXPECT_EQ(WindowName(Window::kSentence), "sentence");
  EXPECT_EQ(WindowName(Window::kParagraph), "paragraph");
  EXPECT_EQ(WindowName(Window::kDocument), "document");
}

}  // namespace
}  // namespace zhitu::graph
