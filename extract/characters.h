#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace zhitu::extract {

/// True for the characters of which most Chinese text is made: the block of Unified Ideographs.
inline bool IsCommonHan(char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }
/// True if one of them begins at byte `at` of valid UTF-8; false at its end. A few instructions.
inline bool IsUnifiedHan(std::string_view text, std::size_t at) {
  if (text.size() - at < 3) return false;
  const auto byte = [&](std::size_t i) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(text.data()[at + i]));
  };
  // From E4 B8 80 to E9 BF BF; as one number, for no guess of a branch is better than 90 %.
  return (byte(0) << 8U | byte(1)) - 0xE4B8U <= 0xE9BFU - 0xE4B8U;
}
/// How many of them stand side by side from byte `at` of valid UTF-8 on, three bytes each. O(what
/// it gives), and quicker than reading them one by one.
inline std::size_t CountCommonHan(std::string_view text, std::size_t at) {
  const std::size_t begin = at;
  while (IsUnifiedHan(text, at)) at += 3;
  return (at - begin) / 3;
}
/// True for Han ideographs (Unicode script Han), in which words are written without spaces.
bool IsHan(char32_t c);
/// True for letters and digits of scripts that put spaces between words: names in them need word
/// boundaries.
bool IsSpacedLetter(char32_t c);
/// The same as `IsSpace` for the characters from U+0080 to U+3000.
bool IsSpaceBeyondAscii(char32_t c);
/// True for white space in the sense of Unicode (property White_Space).
inline bool IsSpace(char32_t c) {
  if (c < 0x80) return c == U' ' || (c >= 0x09 && c <= 0x0D);
  return c <= 0x3000 && IsSpaceBeyondAscii(c);
}
/// True for marks that belong to the character before them (general category M).
bool IsCombiningMark(char32_t c);

/// The case of a text's letters: `U` for each upper-case one, `l` for each lower-case one, in
/// order; characters without case are left out. O(n).
std::string CasePattern(std::string_view text);

/// Columns a text takes on a terminal: wide and fullwidth characters (Unicode East Asian Width)
/// count 2, combining and invisible ones 0, others 1.
std::size_t DisplayWidth(std::string_view text);
/// The same for one character.
std::size_t DisplayWidth(char32_t c);

/// A text safe to show on a terminal or in a message: control, bidirectional-override and
/// line-separator characters are written as `\n`, `\x1b` or `\u202e`; all else stays.
std::string Printable(std::string_view text);

/// A text without white space at its ends. O(n).
std::string_view TrimmedView(std::string_view text);

}  // namespace zhitu::extract
