#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extract/lexicons.h"
#include "extract/word_set.h"

namespace zhitu::extract {

/// The words of lexicons and the numbers in digits that a document's folded text holds. Immutable.
class WordFinder {
 public:
  /// Finds the words that are sought. Both arguments must live as long. O(n).
  WordFinder(const Lexicons& lexicons, std::string_view text);

  /// Those words, as `Lexicons::FindSought` gives them.
  std::span<const Lexicons::Hit> hits() const noexcept { return hits_; }
  /// The longest word of a set that begins at byte `at`; an empty span at `at` if there is none.
  /// O(1).
  Span At(std::size_t at, const WordSet& words) const { return lexicons_.At(text_, at, words); }
  /// The longest word of a set that ends at byte `at`, of those of at most 48 bytes; an empty span
  /// at `at` if there is none. O(1).
  Span Before(std::size_t at, const WordSet& words) const {
    return lexicons_.Before(text_, at, words);
  }
  /// Calls `visit` with each place where one of some sought words begins, or a run of ASCII
  /// digits, in order. O(hits).
  template <typename Visit>
  void Scan(const WordFilter& words, Visit visit) const;

 private:
  const Lexicons& lexicons_;
  std::string_view text_;
  std::vector<Lexicons::Hit> hits_;
  std::vector<std::size_t> digits_;  // where runs of ASCII digits begin
};

template <typename Visit>
void WordFinder::Scan(const WordFilter& words, Visit visit) const {
  auto digit = digits_.begin();
  std::size_t next = 0;  // places before it were visited
  const auto visit_digits = [&](std::size_t end) {
    for (; digit != digits_.end() && *digit < end; ++digit) {
      if (*digit >= next) visit(*digit);
    }
  };
  for (const Lexicons::Hit& hit : hits_) {
    const std::size_t place = hit.folded.begin;
    if (place < next || !words.Has(hit.word)) continue;
    visit_digits(place);
    visit(place);
    next = place + 1;
  }
  visit_digits(text_.size());
}

}  // namespace zhitu::extract
