#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "extract/flat_array.h"
#include "extract/hash_index.h"
#include "extract/tag_sequence.h"

namespace zhitu::extract {

/// A name of training text: tokens [begin, end) of its sequence, without padding, and its type.
struct TokenSpan {
  std::uint32_t begin = 0;  ///< The first token.
  std::uint32_t end = 0;    ///< One past the last.
  std::uint32_t type = 0;   ///< Number of its type, from 0.
  /// Order by place.
  friend auto operator<=>(const TokenSpan&, const TokenSpan&) = default;
};

/// The surface forms of the names of a training text, each with its commonest type and how often
/// its longest matches in that text are names. Immutable; threads may share it.
class SurfaceLexicon {
 public:
  /// A lexicon without forms.
  SurfaceLexicon() = default;
  /// As `index` and `values` of another gave them.
  SurfaceLexicon(HashIndex index, FlatArray<std::uint16_t> values)
      : index_(std::move(index)), values_(std::move(values)) {}

  /// Counts the names of some sequences, and the matches of their forms there. O(tokens).
  /// @param sequences  parallel to `names`.
  /// @param types      how many there are.
  static SurfaceLexicon Count(std::span<const TagSequence* const> sequences,
                              std::span<const std::vector<TokenSpan>* const> names,
                              std::size_t types);

  /// Finds the longest form at each place, left to right, and writes into `surfaces` of the
  /// sequence for each token of it a number mixed from the form's type and counts, its length, and
  /// the token's place in it. O(tokens * longest form), in practice some two look-ups a token.
  void Mark(TagSequence& sequence) const;

  /// A form that stands in a text.
  struct Match {
    std::uint32_t begin = 0;  ///< The first token, without padding.
    std::uint32_t end = 0;    ///< One past the last.
    std::uint16_t value = 0;  ///< Type and counts.
    std::uint64_t form = 0;   ///< A mixed key of the form.
  };
  /// Calls `visit` with all forms at all places, by begin, then end. O(tokens * longest form).
  void FindAll(const TagSequence& sequence, const std::function<void(const Match&)>& visit) const;

  /// The type of a value other than 0.
  static std::uint32_t TypeOf(std::uint16_t value);
  /// Which share of the form's longest matches are names, in six classes from 0 on.
  static std::uint32_t ShareOf(std::uint16_t value);

  /// Forms and their beginnings.
  const HashIndex& index() const { return index_; }
  /// By number of the index: 0 for a mere beginning, else type and counts.
  const FlatArray<std::uint16_t>& values() const { return values_; }

 private:
  HashIndex index_;
  FlatArray<std::uint16_t> values_;
};

}  // namespace zhitu::extract
