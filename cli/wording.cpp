#include "cli/wording.h"

#include <fmt/format.h>

#include <cstddef>

#include "extract/spelling.h"

namespace zhitu::cli {
namespace {

// A longer word is no slip of the finger, and comparing takes time.
constexpr std::size_t kLongestWord = 64;

}  // namespace

std::string DidYouMean(std::string_view word, const std::vector<std::string>& known) {
  if (word.size() > kLongestWord) return "";
  const std::string closest = extract::Closest(word, known);
  return closest.empty() ? "" : " (did you mean '" + closest + "'?)";
}

std::string Counted(std::int64_t count, std::string_view one, std::string_view several) {
  return fmt::format("{} {}", count, count == 1 ? one : several);
}

std::string Grouped(std::int64_t number) {
  std::string digits = std::to_string(number);
  constexpr std::size_t kGroup = 3;
  for (std::size_t at = digits.size(); at > kGroup;) digits.insert(at -= kGroup, 1, ',');
  return digits;
}

std::string Joined(const std::vector<std::string>& texts, std::string_view separator) {
  std::string joined;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (i > 0) joined += separator;
    joined += texts[i];
  }
  return joined;
}

}  // namespace zhitu::cli
