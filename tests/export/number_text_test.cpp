#include "export/number_text.h"

#include <gtest/gtest.h>

#include <charconv>
#include <clocale>
#include <cmath>
#include <limits>
#include <ostream>
#include <random>

namespace zhitu::xport {
namespace {

constexpr double kNotANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

struct NumberCase {
  const char* name;
  double value;
  const char* text;
  const char* weight;
};
void PrintTo(const NumberCase& c, std::ostream* out) { *out << c.name; }
class NumberTextOf : public testing::TestWithParam<NumberCase> {};

TEST_P(NumberTextOf, GivesText) { EXPECT_EQ(NumberText(GetParam().value), GetParam().text); }
TEST_P(NumberTextOf, GivesWeight) { EXPECT_EQ(WeightText(GetParam().value), GetParam().weight); }

const NumberCase kNumberCases[] = {
    {"Zero", 0, "0", "1"},
    {"MinusZero", -0.0, "0", "1"},
    {"Whole", 12, "12", "12"},
    {"WholeInFull", 123456789, "123456789", "123456789"},
    {"Negative", -3.5, "-3.5", "1"},
    {"SixDigits", 1.0 / 3, "0.333333", "0.333333"},
    {"Rounded", 1234567.5, "1.23457e+06", "1.23457e+06"},
    {"Small", 0.00001, "1e-05", "1e-05"},
    {"Tiny", 5e-324, "4.94066e-324", "1e-37"},
    {"Huge", 1e300, "1e+300", "1e+38"},
    {"HugeNegative", -1e300, "-1e+300", "1"},
    {"NotANumber", kNotANumber, "0", "1"},
    {"Infinity", kInfinity, "0", "1"},
    {"MinusInfinity", -kInfinity, "0", "1"},
};
INSTANTIATE_TEST_SUITE_P(Basics, NumberTextOf, testing::ValuesIn(kNumberCases),
                         [](const auto& c) { return std::string(c.param.name); });

// As the C++ standard writes it, which is what the fast way must give to the last digit.
std::string SlowText(double value) {
  char text[64];
  const auto end =
      std::to_chars(text, text + sizeof text, value, std::chars_format::general, 6).ptr;
  return {text, end};
}

TEST(NumberText, IsTheNearestOfSixDigits) {
  std::mt19937_64 random(9);
  std::uniform_real_distribution<double> exponent(-6, 7);
  for (int round = 0; round < 300000; ++round) {
    double value = std::pow(10.0, exponent(random));
    // Also numbers that lie between two of six digits, or nearly so.
    if (round % 3 == 1) value = std::round(value * 1e6) / 1e6;
    if (round % 3 == 2) value = std::nextafter(std::round(value * 1e5) / 1e5 + 5e-6, 0);
    if (value == std::trunc(value)) continue;
    ASSERT_EQ(NumberText(value), SlowText(value));
    ASSERT_EQ(NumberText(-value), SlowText(-value));
  }
}

TEST(NumberText, RoundsOverPowersOfTen) {
  for (double power = 1e-6; power < 1e8; power *= 10) {
    for (const double part : {0.9999994, 0.9999995, 0.9999996, 0.99999949999999, 1.0000005, 1.5}) {
      const double value = power * part;
      if (value == std::trunc(value)) continue;
      EXPECT_EQ(NumberText(value), SlowText(value));
    }
  }
}

// Only where such a locale is installed does this show more than the table.
TEST(NumberText, IsTheSameUnderACommaLocale) {
  const char* locale = std::setlocale(LC_ALL, "de_DE.UTF-8");
  EXPECT_EQ(NumberText(0.5), "0.5") << (locale == nullptr ? "no locale" : locale);
  std::setlocale(LC_ALL, "C");
}

}  // namespace
}  // namespace zhitu::xport
