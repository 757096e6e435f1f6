#include "extract/surface_index.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

using Keys = std::set<std::string>;

SurfaceIndex IndexOf(const Keys& keys) {
  return SurfaceIndex(std::vector<std::string>(keys.begin(), keys.end()));
}

// The longest key that `text` begins with, or "".
std::string SlowLongest(const Keys& keys, std::string_view text) {
  std::string longest;
  for (const std::string& key : keys) {
    if (text.starts_with(key) && key.size() > longest.size()) longest = key;
  }
  return longest;
}

std::string KeyOrNothing(const SurfaceIndex& index, std::uint32_t number) {
  return number == SurfaceIndex::kNone ? "" : std::string(index.key(number));
}

void ExpectAgrees(const Keys& keys, const std::string& text) {
  const SurfaceIndex index = IndexOf(keys);
  for (std::size_t at = 0; at < text.size();) {
    ASSERT_EQ(KeyOrNothing(index, index.Longest(text, at)), SlowLongest(keys, text.substr(at)))
        << testing::PrintToString(keys) << " at " << at << " of " << text;
    NextCodePoint(text, at);
  }
  ASSERT_EQ(index.Longest(text, text.size()), SurfaceIndex::kNone);
}

struct LongestCase {
  const char* name;
  Keys keys;
  const char* text;
  const char* longest;
};
void PrintTo(const LongestCase& c, std::ostream* out) { *out << c.name; }
class LongestKey : public testing::TestWithParam<LongestCase> {};

TEST_P(LongestKey, IsFoundAtTheBegin) {
  const SurfaceIndex index = IndexOf(GetParam().keys);
  EXPECT_EQ(KeyOrNothing(index, index.Longest(GetParam().text, 0)), GetParam().longest);
}

const LongestCase kLongestCases[] = {
    {"NoKeys", {}, "a", ""},
    {"EmptyText", {"a"}, "", ""},
    {"OneCharacter", {"金"}, "金水", "金"},
    {"LongerWins", {"金", "金水", "金水区"}, "金水区委", "金水区"},
    {"TextEndsInsideAKey", {"金水", "金水区委"}, "金水区", "金水"},
    {"NeighbourIsNoPrefix", {"金", "金水区", "金水县"}, "金水市", "金"},
    {"OnlyTheFirstCharacterFits", {"金", "金水"}, "金山", "金"},
    {"FirstPairIsOfLongerKeys", {"a", "abz"}, "abc", "a"},
    {"BetweenTwoKeys", {"ab", "abb", "abd"}, "abc", "ab"},
    {"SupplementaryPlane", {"𠮷", "𠮷野", "𠮷野家"}, "𠮷野屋", "𠮷野"},
    {"BytesAreUnsigned", {"a", "aé", "a汉"}, "a汉b", "a汉"},
};
const LongestCase kRegression[] = {
    // One character of two bytes is not the same as two of one byte, nor is a leading NUL nothing.
    {"TwoBytes", {"é"}, "\xC3\xA8", ""},
};
constexpr auto kName = [](const auto& c) { return std::string(c.param.name); };
INSTANTIATE_TEST_SUITE_P(Basics, LongestKey, testing::ValuesIn(kLongestCases), kName);
INSTANTIATE_TEST_SUITE_P(Regression, LongestKey, testing::ValuesIn(kRegression), kName);

TEST(SurfaceIndex, TakesNulForACharacter) {
  const std::string nul("\0", 1);
  const Keys keys = {nul, nul + "a", "a", "a" + nul};
  for (const std::string& text : {nul + "ab", nul + nul, "a" + nul + "b", "a" + nul, "ab" + nul}) {
    ExpectAgrees(keys, text);
  }
}

TEST(SurfaceIndex, FindsWholeKeysOnly) {
  const SurfaceIndex index = IndexOf({"金", "金水区"});
  ASSERT_EQ(index.size(), 2U);
  EXPECT_EQ(index.Find("金"), 0U);
  EXPECT_EQ(index.Find("金水区"), 1U);
  for (const char* other : {"", "金水", "金水区委", "水"}) {
    EXPECT_EQ(index.Find(other), SurfaceIndex::kNone) << other;
  }
}

TEST(SurfaceIndex, LinksEachKeyToTheLongestPrefix) {
  const SurfaceIndex index = IndexOf({"a", "ab", "abcd", "abce", "b", "bcd"});
  const auto parent = [&](const char* key) {
    return KeyOrNothing(index, index.Parent(index.Find(key)));
  };
  EXPECT_EQ(parent("a"), "");
  EXPECT_EQ(parent("ab"), "a");
  EXPECT_EQ(parent("abcd"), "ab");
  EXPECT_EQ(parent("abce"), "ab");
  EXPECT_EQ(parent("bcd"), "b");
}

// All words of 1 to `longest` letters.
std::vector<std::string> WordsOver(const std::vector<std::string>& alphabet, std::size_t longest) {
  std::vector<std::string> words = {""};
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (CountCodePoints(words[i]) == longest) continue;
    for (const std::string& letter : alphabet) words.push_back(words[i] + letter);
  }
  words.erase(words.begin());
  return words;
}

TEST(SurfaceIndexTwin, AgreesOnEverySetOfShortKeys) {
  const std::vector<std::string> words = WordsOver({"a", "汉"}, 3);
  const std::vector<std::string> texts = WordsOver({"a", "汉"}, 4);
  ASSERT_EQ(words.size(), 14U);
  for (unsigned set = 0; set < 1U << words.size() && !HasFatalFailure(); ++set) {
    Keys keys;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if ((set >> i & 1U) != 0) keys.insert(words[i]);
    }
    const SurfaceIndex index = IndexOf(keys);
    for (const std::string& text : texts) {
      ASSERT_EQ(KeyOrNothing(index, index.Longest(text, 0)), SlowLongest(keys, text))
          << testing::PrintToString(keys) << " in " << text;
    }
  }
}

TEST(SurfaceIndexTwin, AgreesOnRandomKeys) {
  std::mt19937 random(7);
  const std::vector<std::string> alphabet = {"a", "b", "é", "汉", "𠮷"};
  const auto word = [&](std::size_t length) {
    std::string text;
    while (CountCodePoints(text) < length) text += alphabet[random() % alphabet.size()];
    return text;
  };
  for (int round = 0; round < 300 && !HasFatalFailure(); ++round) {
    Keys keys;
    for (std::size_t i = random() % 200; i > 0; --i) keys.insert(word(1 + random() % 6));
    ExpectAgrees(keys, word(50));
  }
}

// Regression: from the last key not after the text, each shorter one was compared anew. A thousand
// keys, each the beginning of the next, took a thousand comparisons a place.
TEST(SurfaceIndex, TakesNoTimeForKeysInsideKeys) {
  std::vector<std::string> keys;
  for (std::size_t length = 1; length <= 5000; ++length) keys.emplace_back(length, 'a');
  const SurfaceIndex index(keys);
  std::string text(2500, 'a');
  text += std::string(200'000, 'b');
  const auto begin = std::chrono::steady_clock::now();
  std::size_t sum = 0;
  for (int round = 0; round < 10; ++round) {
    for (std::size_t at = 0; at < 2500; ++at) sum += index.key(index.Longest(text, at)).size();
  }
  EXPECT_EQ(sum, 10U * (2500U * 2501U / 2));
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
}

}  // namespace
}  // namespace zhitu::extract
