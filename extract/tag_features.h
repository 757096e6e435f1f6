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
  /// The key at a token, counted with padding; 0 for none.
  void (*fill)(const TagSequence& sequence, std::span<std::uint64_t> keys);
};

/// Elements that scores by token need before the first token and behind the last.
inline constexpr std::size_t kScorePadding = 4;

/// All kinds, in the order of the tables of a model. What each buys: docs/models.md.
std::span<const TagFeature> TagFeatures();

/// A number that is another one where a text has other keys: with other kinds of features, other
/// tables of characters, or another way to mix. Cheap but for its first call.
std::uint64_t TagFeaturesFingerprint();

}  // namespace zhitu::extract
