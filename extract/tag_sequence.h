#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extract/span.h"
#include "extract/token.h"

namespace zhitu::extract {

/// A piece of text as the tagger sees it: tokens, the words that they make, and what dictionaries
/// say of them. All lists that go by token have `kPadding` further elements at each end, so that a
/// look at neighbours needs no bounds.
struct TagSequence {
  /// Elements before the first token and behind the last.
  static constexpr std::size_t kPadding = 3;
  /// Words before the first and behind the last.
  static constexpr std::size_t kWordPadding = 3;
  /// Beginnings and ends of a word that are features: of 1 to 4 characters each.
  static constexpr std::size_t kAffixes = 8;
  /// Bits of `place`: the token begins or ends a word; above them the word's length, at most 4.
  static constexpr std::uint8_t kFirst = 1;
  static constexpr std::uint8_t kLast = 2;                    ///< See `kFirst`.
  static constexpr unsigned kLengthShift = 2;                 ///< See `kFirst`.
  static constexpr std::uint8_t kPlaceMask = kFirst | kLast;  ///< See `kFirst`.

  std::vector<Token> tokens;         ///< Padding has ids of its own.
  std::vector<std::uint8_t> place;   ///< By token: where in its word it stands.
  std::vector<std::uint32_t> word;   ///< By token: number of its word.
  std::vector<std::uint32_t> words;  ///< Words of ICU's segmentation, each mixed from its tokens.
  std::vector<std::uint32_t> affixes_of;  ///< By token: its number in `affixes`; 0 has none.
  std::vector<std::array<std::uint32_t, kAffixes>> affixes;  ///< Mixed; 0 where it is too short.
  std::vector<std::uint32_t> surfaces;  ///< By token: what a `SurfaceLexicon` says; 0 nothing.
  std::vector<std::uint32_t> names;     ///< By token: what the user's dictionary says; 0 nothing.

  /// Tokens without the padding.
  std::size_t size() const { return tokens.size() - 2 * kPadding; }
  /// The tokens themselves.
  std::span<const Token> real() const {
    return std::span<const Token>(tokens).subspan(kPadding, size());
  }
};

/// A name that a dictionary has at a place.
struct NamedSpan {
  Span span;               ///< Bytes of the text.
  std::uint32_t type = 0;  ///< Of any numbering, not 0.
};

/// Reads `pieces` of `text`, the lines of a paragraph, as one sequence. `surfaces` is left for
/// `SurfaceLexicon`. O(n), some 60 ns a byte, nearly all of it for ICU's words (UAX 29, with its
/// dictionary for Chinese and Japanese).
///
/// @param names  outermost names of the user's dictionary, in order.
void ReadTagSequence(std::string_view text, std::span<const Span> pieces,
                     std::span<const NamedSpan> names, TagSequence& sequence);

}  // namespace zhitu::extract
