#pragma once

#include <cstddef>
#include <span>

#include "extract/lexicons.h"
#include "extract/word_set.h"

namespace zhitu::extract {

/// Finds words of lexicons before and behind a place of a document's folded text.
class WordFinder {
 public:
  /// @param hits  as `Lexicons::FindAll` gives them. Both must live as long.
  WordFinder(const Lexicons& lexicons, std::span<const Lexicons::Hit> hits)
      : lexicons_(lexicons), hits_(hits) {}

  /// The longest word of a set that begins at byte `at`; an empty span at `at` if there is none.
  /// O(log hits).
  Span At(std::size_t at, const WordSet& words) const;
  /// The longest word of a set that ends at byte `at`, if it has at most 48 bytes; else an empty
  /// span at `at`. O(log hits).
  Span Before(std::size_t at, const WordSet& words) const;
  /// The words that begin at byte `at` or later.
  std::span<const Lexicons::Hit> From(std::size_t at) const;

 private:
  const Lexicons& lexicons_;
  std::span<const Lexicons::Hit> hits_;
};

}  // namespace zhitu::extract
