#include "extract/spelling.h"

#include <algorithm>

#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

std::u32string CodePoints(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) out += NextCodePoint(text, at);
  return out;
}

}  // namespace

std::size_t EditDistance(std::string_view a, std::string_view b) {
  const std::u32string left = CodePoints(a);
  const std::u32string right = CodePoints(b);
  std::vector<std::size_t> before(right.size() + 1);
  std::vector<std::size_t> above(right.size() + 1);
  std::vector<std::size_t> row(right.size() + 1);
  for (std::size_t j = 0; j <= right.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= left.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= right.size(); ++j) {
      const std::size_t replace = above[j - 1] + (left[i - 1] == right[j - 1] ? 0U : 1U);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, replace});
      const bool swapped =
          i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before = above;
    above = row;
  }
  return above.back();
}

std::string Closest(std::string_view word, const std::vector<std::string>& candidates) {
  constexpr std::size_t kLongest = 100;
  const std::size_t length = CountCodePoints(word);
  if (length > kLongest) return {};
  std::size_t best = std::min(std::clamp<std::size_t>(length / 3, 1, 3) + 1, length);
  std::string closest;
  for (const std::string& candidate : candidates) {
    const std::size_t other = CountCodePoints(candidate);
    if (std::max(length, other) - std::min(length, other) >= best) continue;
    const std::size_t distance = EditDistance(word, candidate);
    if (distance < best) {
      best = distance;
      closest = candidate;
    }
  }
  return closest;
}

}  // namespace zhitu::extract
