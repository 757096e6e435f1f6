#include "graph/stored_text.h"

#include <algorithm>
#include <utility>

namespace zhitu::graph {

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

std::string WithoutLineBreaks(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char byte : text) {
    if (byte != '\n' && byte != '\r') out += byte;
  }
  return out;
}

}  // namespace zhitu::graph
