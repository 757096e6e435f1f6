#include "graph/quote_search.h"

#include <gtest/gtest.h>

#include <random>

namespace zhitu::graph {
namespace {

// Distance to the nearest place, by looking at every one.
std::optional<std::size_t> SlowDistance(const std::string& text, const std::string& words,
                                        std::size_t at) {
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i + words.size() <= text.size(); ++i) {
    if (text.compare(i, words.size(), words) != 0) continue;
    const std::size_t distance = i > at ? i - at : at - i;
    if (!best || distance < *best) best = distance;
  }
  return best;
}

void ExpectNearest(const std::string& text, const std::string& words, std::size_t at) {
  QuoteSearch search(text);
  for (int again = 0; again < 2; ++again) {
    const auto found = search.Nearest(words, at);
    const auto slow = SlowDistance(text, words, at);
    ASSERT_EQ(found.has_value(), slow.has_value()) << words << " in " << text << " at " << at;
    if (!found) continue;
    EXPECT_EQ(text.compare(*found, words.size(), words), 0);
    EXPECT_EQ(*found > at ? *found - at : at - *found, *slow) << words << " in " << text << at;
  }
}

TEST(QuoteSearchTwin, AgreesWithLookingEverywhere) {
  std::mt19937 random(3);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::size_t i = random() % 20; i > 0; --i) text += static_cast<char>('a' + random() % 2);
    std::string words;
    for (std::size_t i = 1 + random() % 3; i > 0; --i) {
      words += static_cast<char>('a' + random() % 2);
    }
    ExpectNearest(text, words, random() % (text.size() + 1));
  }
}

TEST(QuoteSearch, LooksAsFarAsTheTextReaches) {
  for (const std::size_t far : {5000U, 70000U, 400000U}) {
    const std::string gap(far, '.');
    ExpectNearest(gap + "ab" + gap, "ab", 0);
    ExpectNearest(gap + "ab" + gap, "ab", far * 2);
  }
}

TEST(QuoteSearch, FindsNothingForNothing) {
  EXPECT_EQ(QuoteSearch("abc").Nearest("", 1), std::nullopt);
  EXPECT_EQ(QuoteSearch("").Nearest("a", 0), std::nullopt);
  EXPECT_EQ(QuoteSearch("abc").Nearest("b", 999), 1U);
}

}  // namespace
}  // namespace zhitu::graph
