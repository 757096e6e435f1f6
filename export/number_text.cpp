#include "export/number_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>

namespace zhitu::xport {
namespace {

constexpr int kDigits = 6;
constexpr double kExact = 1e15;  // a double holds whole numbers below this and much beyond
// Within a float's normal range also after rounding to 6 digits.
constexpr double kSmallestWeight = 1e-37;
constexpr double kLargestWeight = 1e38;

}  // namespace

std::string NumberText(double value) {
  if (!std::isfinite(value) || value == 0) return "0";  // -0 as well
  if (std::abs(value) < kExact && value == std::trunc(value)) {
    return std::to_string(static_cast<std::int64_t>(value));
  }
  std::array<char, 32> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value,
                                 std::chars_format::general, kDigits);
  return std::string(text.data(), end.ptr);
}

std::string WeightText(double weight) {
  if (!std::isfinite(weight) || weight <= 0) return "1";
  return NumberText(std::clamp(weight, kSmallestWeight, kLargestWeight));
}

}  // namespace zhitu::xport
