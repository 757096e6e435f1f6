#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "extract/utf8.h"

namespace zhitu::graph {

/// Counts the code points before bytes of a text, where each question is near the one before: it
/// counts on from there, and makes an index only for a longer way. One thread.
class CodePointCursor {
 public:
  /// @param text  valid UTF-8; must live longer.
  explicit CodePointCursor(std::string_view text) : text_(text) {}

  /// Code points before byte `offset`, which must be the begin of one or the size.
  std::size_t At(std::size_t offset);

 private:
  std::string_view text_;
  std::size_t byte_ = 0;
  std::size_t code_point_ = 0;  // before byte_
  std::optional<extract::OffsetIndex> index_;
};

}  // namespace zhitu::graph
