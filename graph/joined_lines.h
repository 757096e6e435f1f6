#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace zhitu::graph {

/// A text without its line breaks, as `WithoutLineBreaks` gives it, and where each byte of the
/// original went. Immutable. Made in O(bytes).
class JoinedLines {
 public:
  /// @param text  UTF-8; not needed afterwards.
  explicit JoinedLines(std::string_view text);

  /// The text without line breaks.
  const std::string& text() const { return text_; }
  /// The byte of `text()` at which a byte of the original, or the end, stands; for a line break the
  /// end of the line before.
  std::size_t At(std::size_t original) const;

 private:
  struct Line {
    std::size_t original;  // its first byte
    std::size_t joined;    // the same in text_
    std::size_t size;
  };

  std::string text_;
  std::vector<Line> lines_;  // those with something on them
};

}  // namespace zhitu::graph
