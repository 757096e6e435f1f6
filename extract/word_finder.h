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
  /// Calls `try_at` with each place where one of some sought words begins, or a run of ASCII
  /// digits, in order; it gives the end of what it took there, or the place itself, and the search
  /// goes on behind. O(hits).
  template <typename TryAt>
  void Scan(const WordFilter& words, TryAt try_at) const;

 private:
  const Lexicons& lexicons_;
  std::string_view text_;
  std::vector<Lexicons::Hit> hits_;
  std::vector<std::size_t> digits_;  // where runs of ASCII digits begin
};

template <typename TryAt>
void WordFinder::Scan(const WordFilter& words, TryAt try_at) const {
  auto hit = hits_.begin();
  auto digit = digits_.begin();
  for (std::size_t at = 0;;) {
    while (digit != digits_.end() && *digit < at) ++digit;
    while (hit != hits_.end() && (hit->folded.begin < at || !words.Has(hit->word))) ++hit;
    const bool word = hit != hits_.end() && (digit == digits_.end() || hit->folded.begin < *digit);
    if (!word && digit == digits_.end()) return;
    const std::size_t place = word ? hit->folded.begin : *digit;
    const std::size_t end = try_at(place);
    at = end > place ? end : place + 1;
  }
}

}  // namespace zhitu::extract
