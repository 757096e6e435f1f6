#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace zhitu::extract {

/// True for the characters of which most Chinese text is made: the block of Unified Ideographs.
inline bool IsCommonHan(char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }
/// How many of them stand side by side from byte `at` of valid UTF-8 on, three bytes each; those
/// below U+5000 end the count. O(what it gives), and quicker than reading them one by one.
inline std::size_t CountCommonHan(std::string_view text, std::size_t at) {
  const std::size_t begin = at;
  // The lead bytes E5 to E9 begin U+5000 to U+9FFF.
  const auto is_lead = [](char byte) { return static_cast<unsigned char>(byte - '\xE5') <= 4; };
  while (text.size() - at >= 3 && is_lead(text.data()[at])) at += 3;
  return (at - begin) / 3;
}
/// True for Han ideographs (Unicode script Han), in which words are written without spaces.
bool IsHan(char32_t c);
/// True if a CJK Unified Ideograph of the basic block (U+4E00 to U+9FFF), which most of Chinese
/// text is made of, begins at byte `at` of valid UTF-8; false at its end. A few instructions.
inline bool IsUnifiedHan(std::string_view text, std::size_t at) {
  if (at + 3 > text.size()) return false;
  const auto lead = static_cast<unsigned char>(text[at]);
  const auto second = static_cast<unsigned char>(text[at + 1]);
  return (lead >= 0xE5 && lead <= 0xE9) || (lead == 0xE4 && second >= 0xB8);
}
/// True for letters and digits of scripts that put spaces between words: names in them need word
/// boundaries.
bool IsSpacedLetter(char32_t c);
/// True for white space in the sense of Unicode (property White_Space).
bool IsSpace(char32_t c);
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

}  // namespace zhitu::extract
