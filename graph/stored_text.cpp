#include "graph/stored_text.h"

#include <algorithm>
#include <utility>

#include "extract/characters.h"

namespace zhitu::graph {
namespace {

// True where a line break parts two words, which Han characters never need; a number may be broken.
bool IsWordGap(std::string_view before, std::string_view after) {
  std::size_t last = before.size();
  do {
    if (last == 0) break;
    --last;
  } while (!extract::IsLeadByte(before[last]));
  if (last == before.size()) return false;
  std::size_t first = 0;
  const char32_t left = extract::NextCodePoint(before, last);
  const char32_t right = extract::NextCodePoint(after, first);
  const auto is_digit = [](char32_t c) { return c >= U'0' && c <= U'9'; };
  return extract::IsSpacedLetter(left) && extract::IsSpacedLetter(right) &&
         !(is_digit(left) && is_digit(right));
}

}  // namespace

StoredText::StoredText(std::string text, std::int64_t begin, std::int64_t line, bool record)
    : text_(std::move(text)), begin_(begin), line_(line), record_(record), offsets_(text_) {}

std::size_t StoredText::Byte(std::int64_t code_point) const {
  return code_point <= begin_ ? 0 : offsets_.Byte(static_cast<std::size_t>(code_point - begin_));
}

extract::Span StoredText::Bytes(const Stretch& place) const {
  const std::size_t begin = Byte(place.begin);
  return {begin, std::max(begin, Byte(place.end))};
}

Stretch StoredText::Place(const extract::Span& bytes) const {
  return {begin_ + static_cast<std::int64_t>(offsets_.CodePoints(bytes.begin)),
          begin_ + static_cast<std::int64_t>(offsets_.CodePoints(bytes.end))};
}

std::string StoredText::Quote(const Stretch& place) const {
  return WithoutLineBreaks(Bytes(place).In(text_));
}

extract::LineColumn StoredText::Position(std::int64_t code_point) const {
  const auto line = static_cast<std::size_t>(line_);
  const std::size_t byte = Byte(code_point);
  if (record_) return {line, offsets_.CodePoints(byte) + 1};
  const extract::LineColumn position = offsets_.Position(byte);
  return {line + position.line - 1, position.column};
}

void AppendWithoutLineBreaks(std::string_view text, std::string& out) {
  const std::size_t begin = out.size();
  std::size_t feed = text.find('\n');
  std::size_t turn = text.find('\r');
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min({feed, turn, text.size()});
    out += text.substr(at, end - at);
    at = std::min(text.find_first_not_of("\r\n", end), text.size());
    if (at < text.size() && IsWordGap(std::string_view(out).substr(begin), text.substr(at))) {
      out += ' ';
    }
    if (feed < at) feed = text.find('\n', at);
    if (turn < at) turn = text.find('\r', at);
  }
}

std::string WithoutLineBreaks(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  AppendWithoutLineBreaks(text, out);
  return out;
}

}  // namespace zhitu::graph
