#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace zhitu::extract {

/// Bytes turned into valid UTF-8.
struct DecodedText {
  std::string text;            ///< Valid UTF-8 without byte order mark.
  std::size_t ill_formed = 0;  ///< Maximal ill-formed sequences, each now one U+FFFD.
};

/// Decodes a file's bytes: drops one leading byte order mark and turns each maximal ill-formed
/// sequence into U+FFFD (Unicode 15, section 3.9, practice of the W3C; the same as Python's
/// `errors="replace"`). O(n); no copy if `bytes` is well formed and rvalue.
DecodedText DecodeUtf8(std::string bytes);

/// Length in bytes of the longest well-formed prefix; `text.size()` if all is well formed. O(n).
std::size_t WellFormedPrefix(std::string_view text);

/// The code point that begins at byte `at` of valid UTF-8; moves `at` to the next. `at` must be
/// below the size.
inline char32_t NextCodePoint(std::string_view text, std::size_t& at) {
  const char* const bytes = text.data() + at;
  const auto lead = static_cast<unsigned char>(*bytes);
  const auto trail = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]) & 0x3FU; };
  const std::size_t left = text.size() - at;
  if ((lead & 0xF0U) == 0xE0 && left >= 3) {  // first, since nearly all of a Chinese text is so
    at += 3;
    return ((lead & 0x0FU) << 12U) | (trail(1) << 6U) | trail(2);
  }
  if (lead < 0x80) {
    at += 1;
    return lead;
  }
  if (lead < 0xE0 && left >= 2) {
    at += 2;
    return ((lead & 0x1FU) << 6U) | trail(1);
  }
  if (left >= 4) {
    at += 4;
    return ((lead & 0x07U) << 18U) | (trail(1) << 12U) | (trail(2) << 6U) | trail(3);
  }
  at = text.size();
  return 0xFFFD;
}

/// The code point that ends at byte `at` of valid UTF-8; moves `at` to its beginning. `at` must be
/// above 0.
inline char32_t CodePointBefore(std::string_view text, std::size_t& at) {
  do {
    --at;
  } while (at > 0 && (static_cast<unsigned char>(text.data()[at]) & 0xC0U) == 0x80U);
  std::size_t next = at;
  return NextCodePoint(text, next);
}

/// Appends one code point as UTF-8. `code_point` must be a scalar value.
void AppendUtf8(char32_t code_point, std::string& out);

/// Number of code points in valid UTF-8. O(n), vectorized by the compiler.
std::size_t CountCodePoints(std::string_view text);

/// True for a byte that begins a code point.
constexpr bool IsLeadByte(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

/// A line and column as an editor counts them: from 1, columns in code points. CR LF, LF and CR end
/// a line.
struct LineColumn {
  std::size_t line = 1;    ///< From 1.
  std::size_t column = 1;  ///< In code points, from 1.
};

/// Turns byte offsets of one text into code points, lines and columns. Holds a sparse table, so
/// that each question costs O(1) steps of at most 1 KiB of text. The text must live as long.
/// Immutable: threads may share it.
class OffsetIndex {
 public:
  /// Reads the text once; O(n).
  explicit OffsetIndex(std::string_view text);

  /// Code points before byte `offset`; `offset` at most the size.
  std::size_t CodePoints(std::size_t offset) const;
  /// The byte at which code point number `code_point` begins; the size if there are not so many.
  std::size_t Byte(std::size_t code_point) const;
  /// Line and column of byte `offset`.
  LineColumn Position(std::size_t offset) const;

 private:
  std::string_view text_;
  std::vector<std::size_t> code_points_;  // before each block of kBlock bytes
  std::vector<std::size_t> line_starts_;
};

}  // namespace zhitu::extract
