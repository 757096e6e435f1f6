#pragma once

#include <cstddef>
#include <string_view>

#include "extract/utf8.h"

namespace zhitu::graph {

/// Finds code points of a text by their number, each not before the one before; tells lines and
/// columns too. Reads the text once from begin to end, a word at a time, and keeps no table. Cheap
/// to copy. One thread.
class ForwardCursor {
 public:
  /// @param text  UTF-8, decoded; must live longer.
  explicit ForwardCursor(std::string_view text)
      : text_(text), has_returns_(text.find('\r') != std::string_view::npos) {}

  /// Goes to the code point of this number, from 0, or to the end of a text of fewer. Stays where
  /// it is if that lies behind.
  void GoTo(std::size_t code_point);
  /// The byte at which the code point begins; the text's size at its end.
  std::size_t byte() const { return byte_; }
  /// Code points before it.
  std::size_t code_point() const { return code_point_; }
  /// Line and column, as `extract::OffsetIndex::Position` tells them. O(text since the last call).
  extract::LineColumn Position();

 private:
  std::string_view text_;
  bool has_returns_;
  std::size_t byte_ = 0;
  std::size_t code_point_ = 0;
  std::size_t line_ = 1;        // of counted_
  std::size_t line_begin_ = 0;  // its first byte
  std::size_t counted_ = 0;     // bytes before which lines are counted
};

}  // namespace zhitu::graph
