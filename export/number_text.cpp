#include "export/number_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstring>
#include <optional>
#include <string_view>

namespace zhitu::xport {
namespace {

constexpr int kDigits = 6;
constexpr double kExact = 1e15;  // a double holds whole numbers below this and much beyond
// Within a float's normal range also after rounding to 6 digits.
constexpr double kSmallestWeight = 1e-37;
constexpr double kLargestWeight = 1e38;

// Powers of ten, all exact in a double.
constexpr std::array<double, 10> kPowers = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

// A positive number as six digits with a decimal point.
struct Decimal {
  std::uint32_t digits = 0;  // 100000 to 999999
  int exponent = 0;          // of the first digit
};

// The nearest such number, of one that is shown without an exponent. Nothing where one product of
// doubles cannot tell which of two is nearer; its error is below 10^-9, hence the distance.
std::optional<Decimal> Round(double value) {
  if (value < 1e-4 || value >= 999999) return std::nullopt;
  int exponent = -4;
  constexpr std::array<double, 9> kStarts = {1e-3, 1e-2, 1e-1, 1, 1e1, 1e2, 1e3, 1e4, 1e5};
  for (const double start : kStarts) exponent += value >= start ? 1 : 0;
  const double scaled = value * kPowers[static_cast<std::size_t>(kDigits - 1 - exponent)];
  const auto whole = static_cast<std::uint32_t>(scaled);
  const double rest = scaled - static_cast<double>(whole);
  if (std::abs(rest - 0.5) < 1e-6) return std::nullopt;
  const std::uint32_t digits = whole + (rest > 0.5 ? 1 : 0);
  if (digits < 100000 || digits > 999999) return std::nullopt;  // rounded to another power of ten
  return Decimal{digits, exponent};
}

// Writes it without trailing zeros behind the point; gives the end. Copies a fixed number of bytes,
// more than are needed, since the room is known to be there.
char* Write(const Decimal& decimal, char* to) {
  std::array<char, 16> digits{};
  std::uint32_t left = decimal.digits;
  for (int i = kDigits - 1; i >= 0; --i, left /= 10) {
    digits[static_cast<std::size_t>(i)] = static_cast<char>('0' + left % 10);
  }
  std::size_t kept = kDigits;
  while (kept > 1 && digits[kept - 1] == '0') --kept;
  if (decimal.exponent < 0) {
    constexpr std::string_view kZeros = "0.000000";
    std::memcpy(to, kZeros.data(), kZeros.size());
    to += 1 - decimal.exponent;
    std::memcpy(to, digits.data(), 8);
    return to + kept;
  }
  const auto before = static_cast<std::size_t>(decimal.exponent) + 1;  // digits before the point
  std::memcpy(to, digits.data(), 8);
  if (kept <= before) return to + before;
  to[before] = '.';
  std::memcpy(to + before + 1, digits.data() + before, 8);
  return to + kept + 1;
}

char* PutOne(char digit, char* to) {
  *to = digit;
  return to + 1;
}

std::string TextOf(char* (*put)(double, char*), double value) {
  std::array<char, kNumberBytes> text{};
  return std::string(text.data(), put(value, text.data()));
}

}  // namespace

char* PutInteger(std::int64_t value, char* to) {
  return std::to_chars(to, to + kNumberBytes, value).ptr;
}

char* PutNumber(double value, char* to) {
  if (!std::isfinite(value)) return PutOne('0', to);
  if (std::abs(value) < kExact) {
    const auto whole = static_cast<std::int64_t>(value);
    if (static_cast<double>(whole) == value) return PutInteger(whole, to);  // -0 as 0
  }
  if (const std::optional<Decimal> decimal = Round(std::abs(value))) {
    return Write(*decimal, value < 0 ? PutOne('-', to) : to);
  }
  return std::to_chars(to, to + kNumberBytes, value, std::chars_format::general, kDigits).ptr;
}

char* PutWeight(double weight, char* to) {
  if (!std::isfinite(weight) || weight <= 0) return PutOne('1', to);
  return PutNumber(std::clamp(weight, kSmallestWeight, kLargestWeight), to);
}

std::string NumberText(double value) { return TextOf(PutNumber, value); }

std::string WeightText(double weight) { return TextOf(PutWeight, weight); }

}  // namespace zhitu::xport
