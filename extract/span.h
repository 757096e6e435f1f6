#pragma once

#include <compare>
#include <cstddef>
#include <string_view>

namespace zhitu::extract {

/// A half-open range of bytes of a document's UTF-8 text.
struct Span {
  std::size_t begin = 0;  ///< First byte.
  std::size_t end = 0;    ///< One past the last byte.

  /// Bytes covered.
  std::size_t size() const noexcept { return end - begin; }
  /// True if every byte of `inner` lies in this span.
  bool Covers(const Span& inner) const noexcept { return begin <= inner.begin && inner.end <= end; }
  /// True if the two share a byte.
  bool Overlaps(const Span& other) const noexcept { return begin < other.end && other.begin < end; }
  /// The bytes of `text` in this span; `text` must reach to `end`.
  std::string_view In(std::string_view text) const { return text.substr(begin, size()); }

  /// Order by begin, then end.
  friend auto operator<=>(const Span&, const Span&) = default;
};

}  // namespace zhitu::extract
