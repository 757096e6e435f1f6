#include "serve/parameters.h"

#include <algorithm>
#include <charconv>

#include "extract/utf8.h"
#include "serve/request_error.h"

namespace zhitu::serve {
namespace {

[[noreturn]] void Refuse(std::string_view name, const std::string& problem) {
  throw RequestError(400, "bad_parameter", std::string(name) + ": " + problem);
}

// The shape of a date: `2024`, `2024-05`, `2024-05-17`.
bool IsDate(std::string_view text) {
  constexpr std::string_view kShape = "0000-00-00";
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (kShape[i] == '-' ? text[i] != '-' : !digit) return false;
  }
  return true;
}

}  // namespace

Parameters::Parameters(const std::vector<std::pair<std::string, std::string>>& pairs,
                       std::span<const std::string_view> known)
    : pairs_(pairs) {
  for (const auto& [name, value] : pairs) {
    if (std::find(known.begin(), known.end(), name) == known.end()) {
      Refuse(name, "no parameter of this request");
    }
    if (extract::CountCodePoints(value) > kLongestValue) {
      Refuse(name, "expected at most " + std::to_string(kLongestValue) + " characters");
    }
  }
}

std::string_view Parameters::Text(std::string_view name) const {
  const std::vector<std::string_view> values = All(name);
  if (values.size() > 1) Refuse(name, "stands twice");
  return values.empty() ? std::string_view() : values.front();
}

std::string_view Parameters::Needed(std::string_view name) const {
  const std::string_view value = Text(name);
  if (value.empty()) Refuse(name, "is missing");
  return value;
}

std::int64_t Parameters::Number(std::string_view name, std::int64_t usual, std::int64_t least,
                                std::int64_t most) const {
  const std::string_view text = Text(name);
  if (text.empty()) return usual;
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < least || value > most) {
    Refuse(name,
           "expected a whole number from " + std::to_string(least) + " to " + std::to_string(most));
  }
  return value;
}

std::string_view Parameters::Date(std::string_view name) const {
  const std::string_view text = Text(name);
  if (!text.empty() && !IsDate(text)) Refuse(name, "expected 2024, 2024-05 or 2024-05-17");
  return text;
}

std::vector<std::string_view> Parameters::All(std::string_view name) const {
  std::vector<std::string_view> values;
  for (const auto& [key, value] : pairs_) {
    if (key == name) values.emplace_back(value);
  }
  return values;
}

}  // namespace zhitu::serve
