#include "export/loose_number.h"

#include <gtest/gtest.h>

namespace zhitu::xport {
namespace {

struct NumberCase {
  const char* name;
  std::string text;
  std::optional<double> number;
  bool narrow;  // a whole number of 32 bits
  bool wide;    // of 64
  std::string whole;
};
void PrintTo(const NumberCase& c, std::ostream* out) { *out << c.name; }
class LooseNumber : public testing::TestWithParam<NumberCase> {};

TEST_P(LooseNumber, IsRead) {
  const NumberCase& c = GetParam();
  EXPECT_EQ(NumberOf(c.text), c.number);
  EXPECT_EQ(FitsWhole(c.text, true), c.narrow);
  EXPECT_EQ(FitsWhole(c.text, false), c.wide);
  EXPECT_EQ(WholeOf(c.text), c.whole);
}

const NumberCase kWhole[] = {
    {"Zero", "0", 0, true, true, "0"},
    {"Plus", "+7", 7, true, true, "7"},
    {"ZerosBefore", "007", 7, true, true, "7"},
    {"Largest32", "2147483647", 2147483647, true, true, "2147483647"},
    {"Past32", "2147483648", 2147483648, false, true, "2147483648"},
    {"Smallest32", "-2147483648", -2147483648.0, true, true, "-2147483648"},
    {"Below32", "-2147483649", -2147483649.0, false, true, "-2147483649"},
    {"Largest64", "9223372036854775807", 9223372036854775808.0, false, true, "9223372036854775807"},
    {"Past64", "9223372036854775808", 9223372036854775808.0, false, false, ""},
};
const NumberCase kBroken[] = {
    {"WholeAsFraction", "3.0", 3, false, false, "3"},
    {"WholeAsPower", "1e3", 1000, false, false, "1000"},
    {"LastExact", "9007199254740992.0", 9007199254740992.0, false, false, "9007199254740992"},
    {"PastExact", "9007199254740994.0", 9007199254740994.0, false, false, ""},
    {"Fraction", "-0.5", -0.5, false, false, ""},
    {"NoDigitBefore", ".5", 0.5, false, false, ""},
    {"Huge", "1e400", std::nullopt, false, false, ""},
    {"Tiny", "1e-300", 1e-300, false, false, ""},
};
const NumberCase kNone[] = {
    {"Empty", "", std::nullopt, false, false, ""},
    {"PlusAlone", "+", std::nullopt, false, false, ""},
    {"PlusMinus", "+-1", std::nullopt, false, false, ""},
    {"Blank", " 1", std::nullopt, false, false, ""},
    {"Unit", "1m", std::nullopt, false, false, ""},
    {"Comma", "1,5", std::nullopt, false, false, ""},
    {"FullWidth", "１", std::nullopt, false, false, ""},
    {"Nul", std::string("1\0", 2), std::nullopt, false, false, ""},
    {"Infinity", "inf", std::nullopt, false, false, ""},
    {"NotANumber", "nan", std::nullopt, false, false, ""},
    {"Hex", "0x10", std::nullopt, false, false, ""},
};
constexpr auto kName = [](const auto& c) { return std::string(c.param.name); };
INSTANTIATE_TEST_SUITE_P(Whole, LooseNumber, testing::ValuesIn(kWhole), kName);
INSTANTIATE_TEST_SUITE_P(Broken, LooseNumber, testing::ValuesIn(kBroken), kName);
INSTANTIATE_TEST_SUITE_P(None, LooseNumber, testing::ValuesIn(kNone), kName);

struct WordCase {
  const char* text;
  const char* expected;
};
void PrintTo(const WordCase& c, std::ostream* out) { *out << c.text; }

class Infinity : public testing::TestWithParam<WordCase> {};
TEST_P(Infinity, IsSpelled) { EXPECT_EQ(SpelledInfinity(GetParam().text), GetParam().expected); }
const WordCase kInfinities[] = {
    {"INF", "INF"},   {"+Infinity", "INF"}, {"-inf", "-INF"}, {"-Infinity", "-INF"},
    {"NaN", "NaN"},   {"-nan", "NaN"},      {"", ""},         {"-", ""},
    {"infinite", ""}, {"1e400", ""},        {"--inf", ""},    {"INFO", ""},
};
INSTANTIATE_TEST_SUITE_P(Words, Infinity, testing::ValuesIn(kInfinities));

class Colour : public testing::TestWithParam<WordCase> {};
TEST_P(Colour, IsMended) {
  EXPECT_EQ(ColourOf(GetParam().text), GetParam().expected);
  EXPECT_EQ(IsColour(GetParam().expected), *GetParam().expected != '\0');
}
const WordCase kColours[] = {
    {"255,128,0", "#ff8000"},
    {"rgb(255, 128, 0)", "#ff8000"},
    {"#f80", "#ff8800"},
    {"ff8000", "#ff8000"},
    {"#FF8000", "#FF8000"},
    {"256,0,0", ""},
    {"-1,0,0", ""},
    {"1,2", ""},
    {"1,2,3,4", ""},
    {"1,,3", ""},
    {"rgb(1,2,3", ""},
    {"rgb()", ""},
    {"#ff80000", ""},
    {"#gggggg", ""},
    {"", ""},
    {"#", ""},
    {"999999999999999999999,0,0", ""},
};
INSTANTIATE_TEST_SUITE_P(Words, Colour, testing::ValuesIn(kColours));

TEST(Colours, AreHexOrOneWord) {
  for (const char* const colour : {"#ff8000", "#FF8000", "red"}) EXPECT_TRUE(IsColour(colour));
  for (const char* const other : {"", "#", "#f80", "#ff800g", "#ff80000", "light red", "红", "1"}) {
    EXPECT_FALSE(IsColour(other)) << other;
  }
}

}  // namespace
}  // namespace zhitu::xport
