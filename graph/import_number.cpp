#include "graph/import_number.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <system_error>

namespace zhitu::graph {
namespace {

constexpr std::size_t kMostDigits = 15;  // exact in a double

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::optional<double> ParseNumber(std::string_view text) {
  constexpr std::string_view kBlanks = " \t";
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return std::nullopt;
  text = text.substr(begin, text.find_last_not_of(kBlanks) + 1 - begin);
  // Most are short whole numbers, for which this is several times faster.
  if (text.size() <= kMostDigits && std::all_of(text.begin(), text.end(), IsDigit)) {
    std::int64_t whole = 0;
    for (const char digit : text) whole = whole * 10 + (digit - '0');
    return static_cast<double>(whole);
  }
  double value = 0;
  const char* const first = text.data();
  const char* const end = first + text.size();
  const auto [parsed, error] = std::from_chars(first, end, value);
  if (error != std::errc() || parsed != end || !std::isfinite(value)) return std::nullopt;
  return value;
}

}  // namespace zhitu::graph
