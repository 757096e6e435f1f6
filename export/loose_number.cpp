#include "export/loose_number.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include "export/portable_names.h"
#include "extract/characters.h"

namespace zhitu::xport {
namespace {

std::string_view WithoutPlus(std::string_view text) {
  if (text.size() > 1 && text[0] == '+' && text[1] != '-') text.remove_prefix(1);
  return text;
}

template <typename Number>
std::optional<Number> Parsed(std::string_view text) {
  text = WithoutPlus(text);
  Number number{};
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (stop != text.data() + text.size() || error != std::errc()) return std::nullopt;
  return number;
}

bool IsHex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// The shades of `r,g,b`, with brackets and a word before them or without.
std::vector<int> Shades(std::string_view text) {
  const std::size_t open = text.find('(');
  if (open != std::string_view::npos && text.ends_with(')'))
    text = text.substr(open + 1, text.size() - open - 2);
  std::vector<int> shades;
  while (true) {
    const std::size_t comma = std::min(text.find(','), text.size());
    const std::optional<int> shade = Parsed<int>(extract::TrimmedView(text.substr(0, comma)));
    if (!shade || *shade < 0 || *shade > 255) return {};
    shades.push_back(*shade);
    if (comma == text.size()) return shades;
    text.remove_prefix(comma + 1);
  }
}

}  // namespace

std::optional<double> NumberOf(std::string_view text) {
  const std::optional<double> number = Parsed<double>(text);
  if (!number || !std::isfinite(*number)) return std::nullopt;
  return number;
}

bool FitsWhole(std::string_view text, bool narrow) {
  const std::optional<std::int64_t> number = Parsed<std::int64_t>(text);
  if (!number) return false;
  return !narrow || (*number >= std::numeric_limits<std::int32_t>::min() &&
                     *number <= std::numeric_limits<std::int32_t>::max());
}

std::string WholeOf(std::string_view text) {
  if (const auto whole = Parsed<std::int64_t>(text)) return std::to_string(*whole);
  constexpr double kExact = 9007199254740992.0;  // a double holds all whole numbers below
  const std::optional<double> number = NumberOf(text);
  if (!number || std::abs(*number) > kExact || std::trunc(*number) != *number) return {};
  return std::to_string(static_cast<std::int64_t>(*number));
}

std::string SpelledInfinity(std::string_view text) {
  std::string lower = LowerAscii(text);
  const bool minus = lower.starts_with('-');
  if (minus || lower.starts_with('+')) lower.erase(0, 1);
  if (lower == "nan") return "NaN";
  if (lower == "inf" || lower == "infinity") return minus ? "-INF" : "INF";
  return {};
}

bool IsColour(std::string_view text) {
  if (text.empty()) return false;
  if (text[0] != '#') return std::ranges::all_of(text, IsLetter);
  return text.size() == 7 && std::ranges::all_of(text.substr(1), IsHex);
}

std::string ColourOf(std::string_view text) {
  const std::string_view digits = text.starts_with('#') ? text.substr(1) : text;
  if (digits.size() == 6 && std::ranges::all_of(digits, IsHex)) return '#' + std::string(digits);
  if (digits.size() == 3 && std::ranges::all_of(digits, IsHex)) {
    std::string colour = "#";
    for (const char c : digits) colour.append(2, c);
    return colour;
  }
  const std::vector<int> shades = Shades(text);
  if (shades.size() != 3) return {};
  return fmt::format("#{:02x}{:02x}{:02x}", shades[0], shades[1], shades[2]);
}

}  // namespace zhitu::xport
