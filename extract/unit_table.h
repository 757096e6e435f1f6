#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/flat_array.h"

namespace zhitu::extract {

/// A character as the name index sees it: a small number; 0 is every character that no name holds.
using Unit = std::uint16_t;

/// Gives each character that names hold a unit, the frequent ones the small numbers, so that the
/// tables of the index stay dense. Characters beyond the 60,000 most frequent take two units, as in
/// UTF-16. Immutable; threads may share it.
class UnitTable {
 public:
  /// How the characters of a text become units.
  enum class Reading : std::uint8_t {
    kFolding,  ///< Of an original text: each is folded (extract/fold.h) first.
    kPlain     ///< Of a text that is folded already, or that is to be compared as it stands.
  };
  /// In a table of `Table`: not one unit; `AppendUnits` tells.
  static constexpr Unit kSpecial = 0xFFFF;
  /// Characters that take one unit.
  static constexpr std::size_t kSingles = 60000;

  UnitTable();
  /// @param alphabet  distinct code points, the most frequent first; those beyond `kSingles` take
  ///                  two units. O(alphabet + 65,536).
  explicit UnitTable(FlatArray<std::uint32_t> alphabet);

  /// The units of the 65,536 code points of the Basic Multilingual Plane. For `kFolding`,
  /// `kSpecial` also stands at white space but line breaks, and at characters that fold to nothing.
  const Unit* Table(Reading reading) const noexcept {
    return reading == Reading::kFolding ? folding_.data() : plain_.data();
  }
  /// Appends the units of one code point, taken as it stands: one or two. O(log alphabet).
  void AppendUnits(char32_t code_point, std::vector<Unit>& out) const;
  /// Appends the units of a text, taken as it stands.
  void AppendUnits(std::string_view text, std::vector<Unit>& out) const;

  /// The code points that have units, as given.
  const FlatArray<std::uint32_t>& alphabet() const noexcept { return alphabet_; }
  /// Bits that hold every unit.
  unsigned bits() const noexcept { return bits_; }

 private:
  struct Wide {
    std::uint32_t code_point;
    std::uint32_t rank;
    friend auto operator<=>(const Wide&, const Wide&) = default;
  };
  void Learn(std::uint32_t code_point, std::uint32_t rank);
  void FoldPages();

  FlatArray<std::uint32_t> alphabet_;
  unsigned bits_ = 1;
  std::vector<Unit> plain_;
  std::vector<Unit> folding_;
  std::vector<Wide> wide_;  // what is outside of the table, or has two units; by code point
};

}  // namespace zhitu::extract
