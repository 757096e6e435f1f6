#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace zhitu::graph {

/// Counts the code points before bytes of a text. Made for one text after the other; its memory, a
/// sixteenth of the text, is used again. One thread.
class CodePointTable {
 public:
  /// Reads a text; O(n). @param text  valid UTF-8; must live until the next one is read.
  void Read(std::string_view text);

  /// Code points before byte `offset`, which must be the begin of one or the size. O(1).
  std::size_t At(std::size_t offset) const;

 private:
  std::string_view text_;
  std::vector<std::uint64_t> before_;  // code points before each block
};

}  // namespace zhitu::graph
