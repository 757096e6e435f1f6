#include "extract/word_boundary.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

namespace zhitu::extract {
namespace {

struct BoundaryCase {
  const char* name;
  const char* text;  // the span stands between [ and ]
  bool free;
  bool word;
};
void PrintTo(const BoundaryCase& c, std::ostream* out) { *out << c.name; }
class Boundaries : public testing::TestWithParam<BoundaryCase> {
 protected:
  Boundaries() : text_(GetParam().text) {
    span_.begin = text_.find('[');
    text_.erase(span_.begin, 1);
    span_.end = text_.find(']');
    text_.erase(span_.end, 1);
  }
  std::string text_;
  Span span_;
};

TEST_P(Boundaries, OfLetters) { EXPECT_EQ(StandsFree(text_, span_), GetParam().free); }

TEST_P(Boundaries, OfWords) { EXPECT_EQ(IsWord(text_, span_), GetParam().word); }

const BoundaryCase kLetters[] = {
    {"Whole", "[cat]", true, true},
    {"BetweenSpaces", "a [cat] b", true, true},
    {"LetterBefore", "con[cat] b", false, false},
    {"LetterAfter", "[cat]enate", false, false},
    {"DigitAfter", "[5G]2", false, false},
    {"Punctuation", "([cat]),", true, true},
    {"HanBeside", "用[5G]网", true, true},
    {"OtherScript", "кот[cat]", false, false},
    {"Fullwidth", "[ＣＡＴ]Ｓ", false, false},
    {"Trademark", "[Apple]™", true, true},
    {"Korean", "[서울]은", false, false},
    {"LineBreak", "a\n[cat]\nb", true, true},
};
const BoundaryCase kOtherScripts[] = {
    {"HanWord", "他在[北京]工作", true, true},     {"HanPartOfWord", "研究[生命]起源", true, true},
    {"HanAcrossWords", "北[京工]作", true, false}, {"Kana", "ア[コー]ヒー", true, false},
    {"KanaMarkAndLatin", "コー[PC]", true, true},  {"Thai", "ไ[ทย]แลนด์", true, false},
};
const BoundaryCase kRegression[] = {
    {"MarkBeforeTheEnd", "[cafe\u0301]teria", false, false},
    {"MarkBeforeTheBegin", "e\u0301[cole]", false, false},
    {"VowelSign", "[कि]ताब", false, false},
    {"SoftHyphen",
     "con\u00AD[cat]\u00AD"
     "e",
     false, false},
    {"SoftHyphenAfter",
     "[con]\u00AD"
     "cat",
     false, false},
    {"WordJoiner",
     "[con]\u2060"
     "cat",
     false, false},
    {"ZeroWidthSpace",
     "a\u200B[cat]\u200B"
     "b",
     true, true},
};
constexpr auto kName = [](const auto& c) { return std::string(c.param.name); };
INSTANTIATE_TEST_SUITE_P(Letters, Boundaries, testing::ValuesIn(kLetters), kName);
INSTANTIATE_TEST_SUITE_P(OtherScripts, Boundaries, testing::ValuesIn(kOtherScripts), kName);
INSTANTIATE_TEST_SUITE_P(Regression, Boundaries, testing::ValuesIn(kRegression), kName);

// The window of 200 bytes may begin or end inside a character.
TEST(IsWord, LooksAtPartOfALongLine) {
  for (std::size_t shift = 0; shift < 4; ++shift) {
    std::string text(shift, 'a');
    text += ' ';
    for (int i = 0; i < 300; ++i) text += "𠮷";
    const std::size_t begin = text.size();
    text += "北京";
    for (int i = 0; i < 300; ++i) text += "，";
    EXPECT_TRUE(IsWord(text, {begin, begin + 6})) << shift;
    EXPECT_FALSE(IsWord(text, {begin, begin + 3})) << shift;
  }
}

TEST(IsFree, HoldsAtBothEndsOfTheText) {
  EXPECT_TRUE(IsFree("cat", 0));
  EXPECT_FALSE(IsFree("cat", 1));
  EXPECT_TRUE(IsFree("cat", 3));
  EXPECT_TRUE(IsFree("", 0));
}

// Regression: the search for the line's ends went over the whole text. Ten thousand questions about
// a line of 10 MB then took minutes.
TEST(IsWord, TakesNoTimeForLongLines) {
  std::string text;
  while (text.size() < 10'000'000) text += "北京，";
  const auto begin = std::chrono::steady_clock::now();
  std::size_t words = 0;
  for (std::size_t i = 0; i < 10'000; ++i) {
    const std::size_t at = 4'500'000 + 9 * i;
    words += IsWord(text, {at, at + 6}) ? 1U : 0U;
  }
  EXPECT_EQ(words, 10'000U);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(30));
}

}  // namespace
}  // namespace zhitu::extract
