#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extract/tag_sequence.h"

namespace zhitu::extract {

/// One kind of feature of the tagger. What it sees at a token, mixed to a key, has a row of
/// weights: for each label at each of some tokens around. So a pair of characters is looked up once
/// and speaks to four tokens, from one row.
struct TagFeature {
  std::string_view name;  ///< For people.
  std::ptrdiff_t first;   ///< The first token it speaks to, counted from where it stands.
  std::size_t reach;      ///< How many it speaks to.
  std::uint32_t least;    ///< Keys that training text holds less often have no row.
  bool of_words;          ///< Only at words of scripts with spaces.
  /// Writes the keys at tokens from `begin` on, counted with padding; 0 for none.
  void (*fill)(const TagSequence& sequence, std::size_t begin, std::span<std::uint64_t> keys);
};

/// The first token, counted with padding, at which features stand: what text begins with is one.
inline constexpr std::size_t kFirstFeature = TagSequence::kPadding - 1;
/// How many tokens features stand at.
inline std::size_t FeaturePlaces(const TagSequence& sequence) { return sequence.size() + 2; }

/// All kinds, in the order of the tables of a model. What each buys: docs/models.md.
std::span<const TagFeature> TagFeatures();

/// A kind of feature that is looked up once a word. It speaks to the tokens of some words around,
/// with weights for each way in which a token may stand in its own word
/// (`TagSequence::kPlaceMask`): word by word, way by way, label by label.
struct WordFeature {
  std::string_view name;  ///< For people.
  std::ptrdiff_t first;   ///< The first word it speaks to, counted from where it stands.
  std::size_t reach;      ///< How many it speaks to.
  std::uint32_t least;    ///< Keys that training text holds less often have no row.
  /// The key at a word other than the first and the last, counted with padding.
  std::uint64_t (*key)(const TagSequence& sequence, std::size_t word);
};

/// Ways in which a token may stand in its word: it begins it or not, it ends it or not.
inline constexpr std::size_t kWaysInWord = TagSequence::kPlaceMask + 1;

/// They speak at most so many words far.
inline constexpr std::size_t kWordsAround = 2;

/// All kinds, in the order of the tables of a model behind those of `TagFeatures`.
std::span<const WordFeature> WordFeatures();

/// A number that is another one where a text has other keys: with other kinds of features, other
/// tables of characters, or another way to mix. Cheap but for its first call.
std::uint64_t TagFeaturesFingerprint();

}  // namespace zhitu::extract
