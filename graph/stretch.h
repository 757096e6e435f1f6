#pragma once

#include <cstdint>

namespace zhitu::graph {

/// A range of code points of a decoded file.
struct Stretch {
  std::int64_t begin = 0;  ///< First code point.
  std::int64_t end = 0;    ///< One past the last.

  /// Equal in both ends.
  friend bool operator==(const Stretch&, const Stretch&) = default;
};

}  // namespace zhitu::graph
