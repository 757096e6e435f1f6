#include "extract/numeral.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "tests/support/page.h"

namespace zhitu::extract {
namespace {

const QuantityRules& Rules() {
  static const QuantityRules rules = [] {
    QuantityRules made;
    made.digits = {{U'〇', 0}, {U'一', 1}, {U'七', 7}, {U'三', 3}, {U'两', 2}, {U'九', 9},
                   {U'二', 2}, {U'五', 5}, {U'八', 8}, {U'六', 6}, {U'四', 4}, {U'零', 0}};
    made.scales = {{U'万', 1e4}, {U'亿', 1e8}, {U'十', 10}, {U'千', 1e3}, {U'百', 100}};
    made.more = U"余多";
    made.several = U"几数";
    return made;
  }();
  return rules;
}

// The number at a byte of a text and what stands behind it: `1203|名`, with `~` if it is
// approximate and `d` if it begins with a digit of ASCII; `-` if there is none.
std::string Show(std::string_view text, std::size_t at) {
  const auto numeral = ReadNumeral(text, at, Rules());
  if (!numeral) return "-";
  return fmt::format("{}{}{}|{}", numeral->value, numeral->approximate ? "~" : "",
                     numeral->digits ? "d" : "", text.substr(numeral->end));
}

struct NumeralCase {
  const char* name;
  std::string text;
  const char* expected;
  std::size_t at = 0;
};
void PrintTo(const NumeralCase& c, std::ostream* out) { *out << c.name; }
class Numerals : public testing::TestWithParam<NumeralCase> {};

TEST_P(Numerals, AreRead) { EXPECT_EQ(Show(GetParam().text, GetParam().at), GetParam().expected); }

const NumeralCase kDigits[] = {
    {"Whole", "1203名", "1203d|名"},
    {"AtTheEnd", "1203", "1203d|"},
    {"Zero", "0个", "0d|个"},
    {"LeadingZeros", "007个", "7d|个"},
    {"Groups", "1,203名", "1203d|名"},
    {"TwoGroups", "1,203,456名", "1203456d|名"},
    {"GroupOfTwo", "1,20名", "1d|,20名"},
    {"GroupOfFour", "1,2034名", "1d|,2034名"},
    {"SecondGroupOfTwo", "1,203,45名", "1203d|,45名"},
    {"CommaAtTheEnd", "1,", "1d|,"},
    {"Fraction", "1.9万", "19000d|"},
    {"GroupsAndFraction", "1,203.5元", "1203.5d|元"},
    {"PointAtTheEnd", "5.", "5d|."},
    {"PointWithoutDigits", "5.名", "5d|.名"},
    {"Scale", "3百名", "300d|名"},
    {"TwoScales", "5万亿元", "5000000000000d|元"},
    {"More", "4000余名", "4000~d|名"},
    {"ScaleThenMore", "1.9万余名", "19000~d|名"},
    {"MoreThenScale", "30余万名", "300000~d|名"},
    {"Several", "30几名", "30~d|名"},
    {"MoreOnce", "30余多名", "30~d|多名"},
    {"Largest", "1000000000000000元", "1000000000000000d|元"},
    {"BeyondTheLargest", "1000000000000001元", "-"},
    {"BeyondTheLargestByScales", "9999亿亿元", "-"},
    {"FifteenDigits", "999999999999999名", "999999999999999d|名"},
    {"SixteenDigits", "0999999999999999名", "999999999999999d|名"},
    {"FifteenDigitsAndAFraction", "000000000000001.5名", "1.5d|名"},
    {"FifteenDigitsInGroups", "123,456,789,012,345名", "123456789012345d|名"},
    {"ThirtyTwoDigits", std::string(31, '0') + "7名", "7d|名"},
    {"ThirtyThreeDigits", std::string(32, '0') + "7名", "-"},
    {"NoFullWidthDigits", "１名", "-"},  // texts are folded before
    {"InTheMiddle", "共5名", "5d|名", 3},
    {"BehindACharacter", "五5名", "5d|名", 3},
};
INSTANTIATE_TEST_SUITE_P(Digits, Numerals, testing::ValuesIn(kDigits),
                         [](const auto& c) { return std::string(c.param.name); });

const NumeralCase kCharacters[] = {
    {"OneCharacter", "三名", "3|名"},
    {"Two", "两个", "2|个"},
    {"LoneOne", "一个", "-"},
    {"NoughtAlone", "零个", "0|个"},
    {"Ten", "十名", "10|名"},
    {"Tens", "二十名", "20|名"},
    {"HundredsAndTens", "三百五十名", "350|名"},
    {"OneBeforeAScale", "一百名", "100|名"},
    {"Nought", "三千零五名", "3005|名"},
    {"TenThousands", "一万二千名", "12000|名"},
    {"TensOfTenThousands", "二十三万名", "230000|名"},
    {"Largest", "十万亿百元", "10000000000100|元"},
    {"SideBySide", "一二三名", "-"},
    {"YearInCharacters", "二〇二三年", "-"},
    {"SideBySideBehindAScale", "百二三名", "-"},
    {"ScaleAlone", "百名", "-"},
    {"ScalesAlone", "千万名", "-"},
    {"ScaleWithMore", "百余名", "100~|名"},
    {"ScalesWithMore", "千余万名", "10000000~|名"},
    {"TensWithMore", "二十余名", "20~|名"},
    {"MoreThenScale", "三十多万名", "300000~|名"},
    {"MoreWithoutAScale", "五余名", "5|余名"},
    {"SeveralTens", "几十名", "10~|名"},
    {"SeveralHundreds", "数百名", "100~|名"},
    {"SeveralTenThousands", "几十万名", "100000~|名"},
    {"MoreThanTen", "十几名", "10~|名"},
    {"MoreThanTwenty", "二十几万名", "200000~|名"},
    {"SeveralAlone", "几名", "-"},
    {"SeveralBehindADigit", "三几名", "3|几名"},
    {"DigitBehindSeveral", "数三十名", "-"},
    {"DigitsOfAsciiBehind", "五5名", "5|5名"},
    {"ThirtyTwoCharacters", Repeat("零", 31) + "七名", "7|名"},
    {"ThirtyThreeCharacters", Repeat("零", 32) + "七名", "-"},
    {"NoNumber", "名", "-"},
    {"NoText", "", "-"},
    {"BehindTheEnd", "三", "-", 3},
};
INSTANTIATE_TEST_SUITE_P(Characters, Numerals, testing::ValuesIn(kCharacters),
                         [](const auto& c) { return std::string(c.param.name); });

const NumeralCase kRegression[] = {
    // The rest of what is no number had been one: 三 of 一二三.
    {"RestOfANumber", "一二三名", "-", 6},
    {"RestBehindAScale", "百三十名", "-", 3},
    {"RestBehindADigit", "5三名", "-", 1},
    {"BehindSeveral", "人数三名", "3|名", 6},
    // A number that begins with 十 had been taken for a scale alone.
    {"Teens", "十五名", "15|名"},
    {"TeensOfTenThousands", "十二万三千名", "123000|名"},
    {"TenTenThousands", "十万名", "100000|名"},
    // 万 had multiplied the 亿 before it.
    {"TenThousandsBehindLarger", "两亿三千万零五名", "230000005|名"},
    {"ScaleOfAScale", "五万亿名", "5000000000000|名"},
    {"LoneScaleBehindLarger", "两亿万名", "200010000|名"},
    // Only the first part had been read, and then the second as a number of its own.
    {"DigitsInTwoParts", "1亿2000万元", "120000000d|元"},
    {"DigitsInThreeParts", "1亿2000万5百余元", "120000500~d|元"},
    {"DigitsInRisingParts", "1万2亿元", "-"},
    // Each place of such a run had been read to the end of the run.
    {"ManyGroups", Repeat("1万", 1000), "-"},
    {"ManyScales", "1" + Repeat("万", 1000), "-"},
    {"ManyCharacters", Repeat("十", 1000), "-"},
    {"ManySeverals", Repeat("几十", 1000), "-"},
};
INSTANTIATE_TEST_SUITE_P(Regression, Numerals, testing::ValuesIn(kRegression),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(NumeralFinder, ReadsEachNumberOnce) {
  const Lexicons lexicons({"numeral"}, {{"一", "三", "十", "几", "百"}});
  QuantityRules rules = Rules();
  const WordSet numeral = {0};
  rules.starts = lexicons.Filter({&numeral});
  const std::string text = "三百余名，12个一家2.5万";
  const WordFinder words(lexicons, text);
  const NumeralFinder numerals(words, text, rules);
  std::string shown;
  for (const NumeralFinder::Start& start : numerals.starts()) {
    shown +=
        fmt::format("{}:{} ", start.at,
                    start.numeral ? text.substr(start.at, start.numeral->end - start.at) : "-");
  }
  EXPECT_EQ(shown, "0:三百余 3:- 15:12 20:- 26:2.5万 28:5万 ");
}

TEST(NumeralFinder, ReadsAtAnyPlace) {
  const Lexicons lexicons({"numeral"}, {{"三"}});
  QuantityRules rules = Rules();
  const WordSet numeral = {0};
  rules.starts = lexicons.Filter({&numeral});
  const std::string text = "三名，五名，12名";
  const WordFinder words(lexicons, text);
  const NumeralFinder numerals(words, text, rules);
  for (const std::size_t at : {0U, 3U, 9U, 18U, 19U, 20U, 23U}) {
    const auto expected = ReadNumeral(text, at, rules);
    const auto numeral_there = numerals.At(at);
    ASSERT_EQ(numeral_there.has_value(), expected.has_value()) << at;
    if (!expected) continue;
    EXPECT_EQ(numeral_there->value, expected->value) << at;
    EXPECT_EQ(numeral_there->end, expected->end) << at;
  }
}

TEST(NumeralRules, NoneReadDigitsOnly) {
  EXPECT_EQ(ReadNumeral("12万余", 0, {})->value, 12);
  EXPECT_FALSE(ReadNumeral("三", 0, {}).has_value());
}

}  // namespace
}  // namespace zhitu::extract
