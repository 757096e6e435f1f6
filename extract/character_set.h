#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "extract/characters.h"

namespace zhitu::extract {

/// A few characters, quick to ask of texts that mostly hold others: a table of 256 bits by the low
/// bits of the character tells most that are not in the set, and one for each block of 256
/// characters that has some tells the others.
class CharacterSet {
 public:
  CharacterSet() = default;
  /// Implicit, since sets are written as texts. A character may stand twice.
  CharacterSet(std::u32string characters) : characters_(std::move(characters)) {
    for (const char32_t c : characters_) {
      any_[WordOf(c)] |= Bit(c);
      BlockOf(c).bits[WordOf(c)] |= Bit(c);
      holds_han_ = holds_han_ || IsCommonHan(c);
    }
  }
  /// The same. @param characters  ends with a NUL.
  CharacterSet(const char32_t* characters) : CharacterSet(std::u32string(characters)) {}

  /// True if `c` is one of them. O(1) for most that are not, else O(blocks).
  bool Has(char32_t c) const {
    if ((any_[WordOf(c)] & Bit(c)) == 0) return false;
    for (const Block& block : blocks_) {
      if (block.number == c / kBlock) return (block.bits[WordOf(c)] & Bit(c)) != 0;
    }
    return false;
  }
  /// True if one of them is a common Han character.
  bool HoldsHan() const noexcept { return holds_han_; }
  /// The characters as they were given.
  const std::u32string& characters() const noexcept { return characters_; }

 private:
  friend class CharacterSetUnion;
  static constexpr char32_t kBlock = 256;
  using Bits = std::array<std::uint64_t, 4>;
  // Characters of which only the low eight bits differ.
  struct Block {
    char32_t number = 0;
    Bits bits{};
  };

  static std::size_t WordOf(char32_t c) { return (c >> 6U) & 3U; }
  static std::uint64_t Bit(char32_t c) { return std::uint64_t{1} << (c & 63U); }
  Block& BlockOf(char32_t c) {
    const auto known = std::find_if(blocks_.begin(), blocks_.end(),
                                    [c](const Block& block) { return block.number == c / kBlock; });
    return known != blocks_.end() ? *known : blocks_.emplace_back(Block{c / kBlock});
  }

  std::u32string characters_;
  Bits any_{};
  std::vector<Block> blocks_;
  bool holds_han_ = false;
};

/// Tells quickly that a character is in none of several sets.
class CharacterSetUnion {
 public:
  /// @param sets  must live as long.
  CharacterSetUnion(std::initializer_list<const CharacterSet*> sets) {
    for (const CharacterSet* set : sets) {
      for (std::size_t i = 0; i < any_.size(); ++i) any_[i] |= set->any_[i];
      holds_han_ = holds_han_ || set->holds_han_;
    }
  }

  /// False for most characters that are in none; true for those that are in one. O(1).
  bool MayHave(char32_t c) const {
    return (any_[CharacterSet::WordOf(c)] & CharacterSet::Bit(c)) != 0;
  }
  /// True if a common Han character is in one of them.
  bool HoldsHan() const noexcept { return holds_han_; }

 private:
  CharacterSet::Bits any_{};
  bool holds_han_ = false;
};

}  // namespace zhitu::extract
