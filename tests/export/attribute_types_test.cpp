#include "export/attribute_types.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

namespace zhitu::xport {
namespace {

struct SpellingCase {
  const char* name;
  std::string value;
  ValueType type;
};
void PrintTo(const SpellingCase& c, std::ostream* out) { *out << c.name; }
class Spelling : public testing::TestWithParam<SpellingCase> {};

TEST_P(Spelling, SaysTheType) { EXPECT_EQ(SpelledType(GetParam().value), GetParam().type); }

constexpr ValueType kString = ValueType::kString;
constexpr ValueType kLong = ValueType::kLong;
constexpr ValueType kDouble = ValueType::kDouble;

const SpellingCase kSpellings[] = {
    {"Zero", "0", kLong},
    {"Year", "2020", kLong},
    {"Negative", "-7", kLong},
    {"MostDigits", "999999999999999", kLong},
    {"Fraction", "1.50", kDouble},
    {"SmallFraction", "-0.3333333333333333", kDouble},
    {"Exponent", "1e-05", kDouble},
    {"ExponentWithSign", "2.5E+10", kDouble},
    {"Empty", "", kString},
    {"Word", "x", kString},
    {"Sign", "-", kString},
    {"Plus", "+1", kString},
    {"LeadingZero", "007", kString},
    {"LeadingZeroOfAFraction", "00.5", kString},
    {"NoDigitBeforeThePoint", ".5", kString},
    {"NoDigitBehindThePoint", "5.", kString},
    {"NoExponent", "1e", kString},
    {"TwoPoints", "1.2.3", kString},
    {"Date", "2020-01-02", kString},
    {"Blank", " 1", kString},
    {"TooManyDigits", "1000000000000000", kString},
    {"TooGreat", "1e400", kString},
    {"Infinity", "INF", kString},
    {"Hexadecimal", "0x10", kString},
    {"TrailingNul", std::string("1\0", 2), kString},
};
INSTANTIATE_TEST_SUITE_P(Values, Spelling, testing::ValuesIn(kSpellings),
                         [](const auto& c) { return std::string(c.param.name); });

}  // namespace
}  // namespace zhitu::xport
