#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "extract/characters.h"
#include "extract/utf8.h"

namespace zhitu::extract {

/// A few characters, quick to ask of texts that mostly hold others: a table of 256 bits by the low
/// bits of the character tells most that are not in the set.
class CharacterSet {
 public:
  CharacterSet() = default;
  /// Implicit, since sets are written as texts. A character may stand twice.
  CharacterSet(std::u32string characters) : characters_(std::move(characters)) {
    for (const char32_t c : characters_) {
      table_[WordOf(c)] |= Bit(c);
      holds_han_ = holds_han_ || IsCommonHan(c);
    }
  }
  /// The same. @param characters  ends with a NUL.
  CharacterSet(const char32_t* characters) : CharacterSet(std::u32string(characters)) {}

  /// True if `c` is one of them. O(1) for most that are not.
  bool Has(char32_t c) const {
    return (table_[WordOf(c)] & Bit(c)) != 0 && characters_.find(c) != std::u32string::npos;
  }
  /// The first byte from `at` on, at most the size, of valid UTF-8 at which one of them stands; the
  /// size if there is none. O(n), quick over Han characters.
  std::size_t Find(std::string_view text, std::size_t at) const;
  /// True if one of them is a common Han character.
  bool HoldsHan() const noexcept { return holds_han_; }
  /// The characters as they were given.
  const std::u32string& characters() const noexcept { return characters_; }

 private:
  static std::size_t WordOf(char32_t c) { return (c >> 6U) & 3U; }
  static std::uint64_t Bit(char32_t c) { return std::uint64_t{1} << (c & 63U); }

  std::u32string characters_;
  std::array<std::uint64_t, 4> table_{};
  bool holds_han_ = false;
};

inline std::size_t CharacterSet::Find(std::string_view text, std::size_t at) const {
  while (at < text.size()) {
    if (!holds_han_) at += 3 * CountCommonHan(text, at);
    if (at == text.size()) break;
    const std::size_t begin = at;
    if (Has(NextCodePoint(text, at))) return begin;
  }
  return at;
}

}  // namespace zhitu::extract
