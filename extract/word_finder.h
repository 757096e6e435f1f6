#pragma once

#include <cstddef>
#include <functional>
#include <initializer_list>
#include <span>
#include <string_view>

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
  /// The next place at byte `at` or later where a word of one of the sets begins, or an ASCII digit
  /// that follows none; the text's size if there is none.
  std::size_t NextStart(std::string_view text, std::size_t at,
                        std::initializer_list<const WordSet*> sets) const;
  /// Calls `try_at` with each such place of a text, in order; it gives the end of what it took
  /// there, or the place itself, and the search goes on behind.
  void Scan(std::string_view text, std::initializer_list<const WordSet*> sets,
            const std::function<std::size_t(std::size_t)>& try_at) const;
  /// The words that begin at byte `at` or later.
  std::span<const Lexicons::Hit> From(std::size_t at) const;

 private:
  const Lexicons& lexicons_;
  std::span<const Lexicons::Hit> hits_;
};

}  // namespace zhitu::extract
