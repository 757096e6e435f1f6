#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extract/linear_chain.h"
#include "extract/span.h"
#include "extract/tag_sequence.h"
#include "extract/tagger_model.h"

namespace zhitu::extract {

/// A name that a tagger found.
struct TaggedName {
  Span span;               ///< Bytes of the text, from a token's first to a token's last.
  std::uint32_t type = 0;  ///< Number of its type in the model.
  /// Equal in both.
  friend bool operator==(const TaggedName&, const TaggedName&) = default;
};

/// Finds names with a learned model: a conditional random field over characters and words, with the
/// features of `TagFeatures`. Keeps memory between calls: one thread each.
class Tagger {
 public:
  /// @param model  must live as long.
  explicit Tagger(const TaggerModel& model);

  /// Finds the names in a paragraph.
  ///
  /// @param text    valid UTF-8 of less than 4 GiB.
  /// @param pieces  the printed lines of the paragraph, in order, without what lies between.
  /// @param names   outermost names of the user's dictionary in them, in order; looked at only if
  ///                the model knows such. Their types are numbered by `NumberOfNameType`.
  /// @param found   gets the names, in order; they do not overlap.
  /// Pure; O(n * labels^2), some 4 MB/s with 13 labels.
  void Tag(std::string_view text, std::span<const Span> pieces, std::span<const NamedSpan> names,
           std::vector<TaggedName>& found);

 private:
  void TagSome(std::string_view text, std::span<const Span> pieces,
               std::span<const NamedSpan> names, std::vector<TaggedName>& found);
  void AddScores(const TaggerModel::Table& table, std::size_t feature);
  void TakeNames(std::span<const std::uint8_t> labels, std::vector<TaggedName>& found) const;

  const TaggerModel& model_;
  LabelScheme scheme_;
  LabelDecoder decoder_;
  TagSequence sequence_;
  std::vector<std::uint64_t> keys_;
  std::vector<std::uint32_t> rows_;
  std::vector<std::int16_t> scores_;
};

/// A dictionary's type as a number for `NamedSpan`: the same for the same type.
std::uint32_t NumberOfNameType(std::string_view type);

}  // namespace zhitu::extract
