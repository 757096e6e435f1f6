#include "extract/near_names.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <utility>
#include <vector>

#include "extract/spelling.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

TEST(FindNearPairs, FindsOneChange) {
  EXPECT_EQ(FindNearPairs({"枫杨街道", "枫扬街道", "枫街道", "杨枫街道", "枫杨街"}, 1, 100),
            (Pairs{{0, 1}, {0, 2}, {0, 3}, {0, 4}, {1, 2}, {2, 3}}));
  EXPECT_EQ(FindNearPairs({"枫杨", "枫杨"}, 1, 100), Pairs{});
  EXPECT_EQ(FindNearPairs({}, 1, 100), Pairs{});
}

TEST(FindNearPairs, PassesOverShortAndVeryLongTexts) {
  EXPECT_EQ(FindNearPairs({"枫杨", "枫扬"}, 3, 100), Pairs{});
  EXPECT_EQ(FindNearPairs({std::string(64, 'a'), std::string(63, 'a')}, 3, 100), (Pairs{{0, 1}}));
  EXPECT_EQ(FindNearPairs({std::string(65, 'a'), std::string(64, 'a')}, 3, 100), Pairs{});
}

TEST(FindNearPairs, LeavesSeriesOut) {
  const std::vector<std::string> texts = {"ax", "bx", "cx"};
  EXPECT_EQ(FindNearPairs(texts, 1, 3).size(), 3U);
  EXPECT_EQ(FindNearPairs(texts, 1, 2), Pairs{});
}

// Compares all pairs.
Pairs SlowNearPairs(const std::vector<std::string>& texts, std::size_t shortest) {
  Pairs pairs;
  for (std::uint32_t i = 0; i < texts.size(); ++i) {
    for (std::uint32_t j = i + 1; j < texts.size(); ++j) {
      if (CountCodePoints(texts[i]) < shortest || CountCodePoints(texts[j]) < shortest) continue;
      if (EditDistance(texts[i], texts[j]) == 1) pairs.emplace_back(i, j);
    }
  }
  return pairs;
}

TEST(FindNearPairs, AgreesWithItsSlowTwinOnAllShortTexts) {
  std::vector<std::string> texts = {""};
  for (std::size_t i = 0; texts.size() < 121; ++i) {  // all of up to 4 of 3 letters
    for (const char* const letter : {"a", "b", "甲"}) texts.push_back(texts[i] + letter);
  }
  for (const std::size_t shortest : {0U, 1U, 3U}) {
    EXPECT_EQ(FindNearPairs(texts, shortest, texts.size()), SlowNearPairs(texts, shortest));
  }
}

TEST(FindNearPairs, AgreesWithItsSlowTwinOnRandomTexts) {
  std::mt19937 random(7);
  const std::vector<std::string> letters = {"a", "b", "c", "甲", "乙"};
  for (int round = 0; round < 50; ++round) {
    std::vector<std::string> texts(40);
    for (std::string& text : texts) {
      for (std::size_t left = random() % 8; left > 0; --left) {
        text += letters[random() % letters.size()];
      }
    }
    EXPECT_EQ(FindNearPairs(texts, 2, 1000), SlowNearPairs(texts, 2));
  }
}

}  // namespace
}  // namespace zhitu::extract
