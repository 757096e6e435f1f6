#include "extract/spelling.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace zhitu::extract {
namespace {

struct DistanceCase {
  const char* name;
  const char* a;
  const char* b;
  std::size_t distance;
};
void PrintTo(const DistanceCase& c, std::ostream* out) { *out << c.name; }
class Distance : public testing::TestWithParam<DistanceCase> {};

TEST_P(Distance, IsTheSameBothWays) {
  EXPECT_EQ(EditDistance(GetParam().a, GetParam().b), GetParam().distance);
  EXPECT_EQ(EditDistance(GetParam().b, GetParam().a), GetParam().distance);
}

const DistanceCase kDistances[] = {
    {"Empty", "", "", 0},
    {"AllInserted", "", "office", 6},
    {"Same", "office", "office", 0},
    {"OneInserted", "ofice", "office", 1},
    {"OneReplaced", "offise", "office", 1},
    {"Swapped", "offcie", "office", 1},
    {"SwappedAtBegin", "fofice", "office", 1},
    {"NoEditInsideASwap", "ca", "abc", 3},  // 2 if edits could fall inside swapped neighbours
    {"CodePointsNotBytes", "郑州市", "鄭州市", 1},
    {"SwappedHan", "州郑", "郑州", 1},
    {"SupplementaryPlane", "𠮷", "𠮶", 1},
    {"NothingAlike", "abc", "xyz", 3},
};
INSTANTIATE_TEST_SUITE_P(Basics, Distance, testing::ValuesIn(kDistances),
                         [](const auto& c) { return std::string(c.param.name); });

// The definition, one edit at a time: every word that can be reached from `word` by edits, none of
// which touches a place again that an edit has passed.
std::size_t SlowDistance(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return a.size() + b.size();
  const std::string x = a.substr(1);
  const std::string y = b.substr(1);
  std::size_t best = SlowDistance(x, y) + (a[0] == b[0] ? 0U : 1U);
  best = std::min({best, SlowDistance(x, b) + 1, SlowDistance(a, y) + 1});
  const bool swapped = !x.empty() && !y.empty() && a[0] == b[1] && a[1] == b[0];
  return swapped ? std::min(best, SlowDistance(a.substr(2), b.substr(2)) + 1) : best;
}

TEST(EditDistance, AgreesWithItsDefinition) {
  std::vector<std::string> words = {""};
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].size() < 4) words.insert(words.end(), {words[i] + 'a', words[i] + 'b'});
  }
  for (const std::string& a : words) {
    for (const std::string& b : words) {
      ASSERT_EQ(EditDistance(a, b), SlowDistance(a, b)) << a << ' ' << b;
    }
  }
}

struct ClosestCase {
  const char* name;
  std::string word;
  std::vector<std::string> candidates;
  std::string closest;
};
void PrintTo(const ClosestCase& c, std::ostream* out) { *out << c.name; }
class ClosestWord : public testing::TestWithParam<ClosestCase> {};

TEST_P(ClosestWord, IsSuggested) {
  EXPECT_EQ(Closest(GetParam().word, GetParam().candidates), GetParam().closest);
}

const ClosestCase kClosest[] = {
    {"None", "office", {}, ""},
    {"Typo", "ofice", {"person", "office", "place"}, "office"},
    {"Nearest", "places", {"plain", "place", "palace"}, "place"},
    {"FirstOfEquals", "cat", {"bat", "car", "hat"}, "bat"},
    {"TwoEditsOfSix", "offfcy", {"office"}, "office"},
    {"ThreeEditsOfSix", "offxyz", {"office"}, ""},
    {"ThreeEditsOfNine", "communxyz", {"community"}, "community"},
    {"FourEditsOfMany", "organizatabcd", {"organization"}, ""},
    {"OneEditOfTwo", "郑洲", {"郑州"}, "郑州"},
    {"TwoOfTwo", "北京", {"郑州"}, ""},
    {"NotAllOfTheWord", "a", {"b"}, ""},
    {"OneLetterMore", "a", {"ab"}, ""},
    {"EmptyWord", "", {"a", ""}, ""},
    {"LongestWord",
     std::string(100, 'a'),
     {std::string(99, 'a') + 'b'},
     std::string(99, 'a') + 'b'},
    {"TooLong", std::string(101, 'a'), {std::string(100, 'a')}, ""},
};
INSTANTIATE_TEST_SUITE_P(Basics, ClosestWord, testing::ValuesIn(kClosest),
                         [](const auto& c) { return std::string(c.param.name); });

}  // namespace
}  // namespace zhitu::extract
