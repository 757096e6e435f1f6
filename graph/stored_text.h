#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "extract/span.h"
#include "extract/utf8.h"
#include "graph/co_occurrence.h"

namespace zhitu::graph {

/// A text with the offsets of the file it comes from: gives words and lines for code points.
/// Immutable. Whatever is asked, what comes back lies inside the text.
class StoredText {
 public:
  /// @param text    decoded UTF-8.
  /// @param begin   code point of the file at which it begins.
  /// @param line    line of the file on which it begins.
  /// @param record  a row of JSON Lines or CSV: all of it is on `line`.
  StoredText(std::string text, std::int64_t begin, std::int64_t line, bool record);
  StoredText(const StoredText&) = delete;
  StoredText& operator=(const StoredText&) = delete;

  /// The text.
  const std::string& text() const { return text_; }
  /// The bytes of `text` behind code points of the file.
  extract::Span Bytes(const Stretch& place) const;
  /// The code points of the file behind bytes of `text`.
  Stretch Place(const extract::Span& bytes) const;
  /// The words without line breaks.
  std::string Quote(const Stretch& place) const;
  /// Line and column, in code points, both from 1, of a code point of the file. In a record the
  /// column counts from the beginning of its text.
  extract::LineColumn Position(std::int64_t code_point) const;

 private:
  std::size_t Byte(std::int64_t code_point) const;

  std::string text_;
  std::int64_t begin_;
  std::int64_t line_;
  bool record_;
  extract::OffsetIndex offsets_;  // of text_
};

/// A text without its line breaks (CR and LF), as quotes are shown; between two letters of a script
/// with spaces, such as Latin, a space takes their place.
std::string WithoutLineBreaks(std::string_view text);
/// Appends a text without its line breaks. O(n).
void AppendWithoutLineBreaks(std::string_view text, std::string& out);

}  // namespace zhitu::graph
