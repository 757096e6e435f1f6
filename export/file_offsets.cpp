#include "export/file_offsets.h"

#include <charconv>
#include <optional>
#include <string_view>
#include <system_error>

namespace zhitu::xport {
namespace {

constexpr std::string_view kAntecedent = "antecedent ";

// The number that a text begins with, which is taken off; nothing if it begins with none.
std::optional<std::size_t> TakeNumber(std::string_view& text) {
  std::size_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc()) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(read.ptr - text.data()));
  return number;
}

}  // namespace

FileOffsets::FileOffsets(const extract::Document& document)
    : size_(document.text.size()),
      begin_(static_cast<std::int64_t>(document.begin_code_point)),
      index_(document.text) {}

std::int64_t FileOffsets::At(std::size_t byte) const {
  return begin_ + static_cast<std::int64_t>(index_.CodePoints(byte));
}

std::string FileOffsets::Why(const extract::Mention& mention) const {
  std::string_view rest = mention.why;
  if (!rest.starts_with(kAntecedent)) return mention.why;
  rest.remove_prefix(kAntecedent.size());
  const std::optional<std::size_t> begin = TakeNumber(rest);
  if (!begin || !rest.starts_with('-')) return mention.why;
  rest.remove_prefix(1);
  const std::optional<std::size_t> end = TakeNumber(rest);
  if (!end || *end > size_ || *begin > *end) return mention.why;
  return std::string(kAntecedent) + std::to_string(At(*begin)) + '-' + std::to_string(At(*end)) +
         std::string(rest);
}

}  // namespace zhitu::xport
