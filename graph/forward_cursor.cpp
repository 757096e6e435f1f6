#include "graph/forward_cursor.h"

namespace zhitu::graph {

void ForwardCursor::GoTo(std::size_t code_point) {
  constexpr std::size_t kBlock = 64;  // counted by the compiler's vector instructions
  if (code_point == 0) return;        // also where the text begins with a part of a code point
  while (byte_ + kBlock <= text_.size()) {
    const std::size_t leads = extract::CountCodePoints({text_.data() + byte_, kBlock});
    if (code_point_ + leads > code_point) break;
    byte_ += kBlock;
    code_point_ += leads;
  }
  for (; byte_ < text_.size(); ++byte_) {
    if (!extract::IsLeadByte(text_[byte_])) continue;
    if (code_point_ >= code_point) return;
    ++code_point_;
  }
}

extract::LineColumn ForwardCursor::Position() {
  while (counted_ < byte_) {
    const std::size_t end =
        has_returns_ ? text_.find_first_of("\r\n", counted_) : text_.find('\n', counted_);
    if (end >= byte_) break;
    const bool pair = text_[end] == '\r' && end + 1 < text_.size() && text_[end + 1] == '\n';
    counted_ = end + 1;
    if (pair) continue;
    ++line_;
    line_begin_ = counted_;
  }
  counted_ = byte_;
  const std::string_view before = text_.substr(line_begin_, byte_ - line_begin_);
  return {line_, extract::CountCodePoints(before) + 1};
}

}  // namespace zhitu::graph
