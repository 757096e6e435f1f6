#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace zhitu::extract {

/// True for the characters of which most Chinese text is made: the block of Unified Ideographs.
inline bool IsCommonHan(char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }
/// True for fullwidth signs of ASCII: no Han, two columns.
inline bool IsFullwidth(char32_t c) { return c >= 0xFF01 && c <= 0xFF60; }
/// True for 、。 and brackets: neither Han nor letters, two columns.
inline bool IsCommonWidePunctuation(char32_t c) {
  return c == 0x3001 || c == 0x3002 || (c >= 0x3008 && c <= 0x3011);
}
/// True if one of them begins at byte `at` of valid UTF-8; false at its end. A few instructions.
inline bool IsUnifiedHan(std::string_view text, std::size_t at) {
  if (at + 3 > text.size()) return false;
  const auto* const bytes = reinterpret_cast<const unsigned char*>(text.data()) + at;
  // From E4 B8 80 to E9 BF BF; as one number, for no guess of a branch is better than 90 %.
  const auto lead = static_cast<std::uint16_t>((bytes[0] << 8U) | bytes[1]);
  return lead - 0xE4B8U <= 0xE9BFU - 0xE4B8U;
}
/// Where those end that stand side by side from byte `at` of valid UTF-8 on, three bytes each.
/// O(what it passes), and quicker than reading them one by one.
inline std::size_t EndOfCommonHan(std::string_view text, std::size_t at) {
  while (IsUnifiedHan(text, at)) at += 3;
  return at;
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
/// The same as `DisplayWidth` for what is none of the characters that texts are full of.
std::size_t OtherDisplayWidth(char32_t c);
/// The same for one character.
inline std::size_t DisplayWidth(char32_t c) {
  if (c >= 0x20 && c < 0x7F) return 1;
  return IsCommonHan(c) || IsFullwidth(c) || IsCommonWidePunctuation(c) ? 2 : OtherDisplayWidth(c);
}

/// A text safe to show on a terminal or in a message: control, bidirectional-override and
/// line-separator characters are written as `\n`, `\x1b` or `\u202e`; all else stays.
std::string Printable(std::string_view text);

/// A text without white space at its ends. O(n).
std::string_view TrimmedView(std::string_view text);

}  // namespace zhitu::extract
