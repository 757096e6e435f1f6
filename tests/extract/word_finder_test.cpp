#include "extract/word_finder.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "tests/support/page.h"

namespace zhitu::extract {
namespace {

// By number, 0 to 3.
const Lexicons& TestLexicons() {
  static const Lexicons lexicons({"x", "y", "z", "long"}, {{"社", "社区", "社区好"},
                                                           {"区", "区好", "好"},
                                                           {"2"},
                                                           {Repeat("长", 16), Repeat("久", 17)}});
  return lexicons;
}

std::string Show(std::string_view text, const Span& span) {
  return std::to_string(span.begin) + ' ' + std::string(span.In(text));
}

struct FindCase {
  const char* name;
  std::string text;
  std::size_t at;
  WordSet words;
  std::string behind;  // that begins at the place
  std::string before;  // that ends there
};
void PrintTo(const FindCase& c, std::ostream* out) { *out << c.name; }
class Words : public testing::TestWithParam<FindCase> {};

TEST_P(Words, AreFoundAtAPlace) {
  const std::string& text = GetParam().text;
  const WordFinder words(TestLexicons(), text);
  EXPECT_EQ(Show(text, words.At(GetParam().at, GetParam().words)), GetParam().behind);
  EXPECT_EQ(Show(text, words.Before(GetParam().at, GetParam().words)), GetParam().before);
}

const FindCase kFindCases[] = {
    {"NoText", "", 0, {0, 1}, "0 ", "0 "},
    {"NoWord", "一", 0, {0, 1}, "0 ", "0 "},
    {"NoSet", "社区", 0, {}, "0 ", "0 "},
    {"Longest", "社区好", 0, {0}, "0 社区好", "0 "},
    {"LongestOfTheSet", "社区一", 0, {0}, "0 社区", "0 "},
    {"OfAnotherSet", "社区好", 0, {1}, "0 ", "0 "},
    {"InTheMiddle", "社区好", 3, {1}, "3 区好", "3 "},
    {"WordAround", "社区好", 3, {0}, "3 ", "0 社"},
    {"BeforeTheEnd", "社区好", 9, {0}, "9 ", "0 社区好"},
    {"LongestBefore", "社区好", 9, {0, 1}, "9 ", "0 社区好"},
    {"BeforeOfTheSet", "社区好", 9, {1}, "9 ", "3 区好"},
    {"BeforeThePlaceOnly", "社区一", 9, {0, 1}, "9 ", "9 "},
    {"BeforeAndBehind", "社社区", 3, {0}, "3 社区", "0 社"},
};
INSTANTIATE_TEST_SUITE_P(Basics, Words, testing::ValuesIn(kFindCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(WordFinder, FindsByTheirEndsWordsOfUpTo48Bytes) {
  const std::string text = Repeat("长", 16) + Repeat("久", 17);
  const WordFinder words(TestLexicons(), text);
  EXPECT_EQ(words.Before(48, {3}), (Span{0, 48}));
  EXPECT_EQ(words.At(48, {3}), (Span{48, 99}));
  EXPECT_EQ(words.Before(99, {3}), (Span{99, 99}));
}

struct StartCase {
  const char* name;
  const char* text;
  WordSet first;
  WordSet second;
  const char* expected;  // the places
};
void PrintTo(const StartCase& c, std::ostream* out) { *out << c.name; }
class Starts : public testing::TestWithParam<StartCase> {};

TEST_P(Starts, AreGoneThrough) {
  const std::string text = GetParam().text;
  const WordFinder words(TestLexicons(), text);
  std::string places;
  words.Scan(TestLexicons().Filter({&GetParam().first, &GetParam().second}),
             [&](std::size_t at) { places += std::to_string(at) + ' '; });
  EXPECT_EQ(places, GetParam().expected);
}

const StartCase kStartCases[] = {
    {"NoText", "", {0}, {1}, ""},
    {"None", "一二", {0}, {1}, ""},
    {"Words", "一社一区", {0}, {1}, "3 9 "},
    {"OneSet", "一社一区", {0}, {}, "3 "},
    {"WordsInWords", "社区好", {0}, {1}, "0 3 6 "},
    {"Digits", "12一34", {}, {}, "0 5 "},
    {"DigitsBehindManyOthers", "一二三四五六七12一二三四五34", {}, {}, "21 38 "},
    {"DigitsBeforeAWord", "1社2区3", {0}, {1}, "0 1 4 5 8 "},
    {"DigitsBeforeAnotherWord", "1社2区3", {1}, {}, "0 4 5 8 "},
    {"WordThatIsADigit", "一2一12", {2}, {}, "3 7 "},
    {"FullWidthDigits", "１", {}, {}, ""},
};
INSTANTIATE_TEST_SUITE_P(Basics, Starts, testing::ValuesIn(kStartCases),
                         [](const auto& c) { return std::string(c.param.name); });

}  // namespace
}  // namespace zhitu::extract
