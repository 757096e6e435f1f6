#include "extract/word_finder.h"

#include <algorithm>

#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

constexpr std::size_t kLongestWord = 48;  // bytes of a word that is found by its end

}  // namespace

std::span<const Lexicons::Hit> WordFinder::From(std::size_t at) const {
  const auto first = std::lower_bound(
      hits_.begin(), hits_.end(), at,
      [](const Lexicons::Hit& hit, std::size_t place) { return hit.folded.begin < place; });
  return hits_.subspan(static_cast<std::size_t>(first - hits_.begin()));
}

std::size_t WordFinder::NextStart(std::string_view text, std::size_t at,
                                  std::initializer_list<const WordSet*> sets) const {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  // Digits up to a word are looked for before the next word, so that no stretch is read twice.
  const auto digit_before = [&](std::size_t end) {
    for (; at < end; ++at) {
      if (is_digit(text[at]) && (at == 0 || !is_digit(text[at - 1]))) return true;
    }
    return false;
  };
  for (const Lexicons::Hit& hit : From(at)) {
    if (digit_before(hit.folded.begin)) return at;
    const bool begins = std::any_of(sets.begin(), sets.end(), [&](const WordSet* words) {
      return lexicons_.Has(hit.word, *words);
    });
    if (begins) return hit.folded.begin;
  }
  digit_before(text.size());
  return at;
}

void WordFinder::Scan(std::string_view text, std::initializer_list<const WordSet*> sets,
                      const std::function<std::size_t(std::size_t)>& try_at) const {
  for (std::size_t at = NextStart(text, 0, sets); at < text.size();
       at = NextStart(text, at, sets)) {
    const std::size_t end = try_at(at);
    if (end > at) {
      at = end;
    } else {
      NextCodePoint(text, at);
    }
  }
}

Span WordFinder::At(std::size_t at, const WordSet& words) const {
  for (const Lexicons::Hit& hit : From(at)) {
    if (hit.folded.begin != at) break;
    if (lexicons_.Has(hit.word, words)) return hit.folded;
  }
  return {at, at};
}

Span WordFinder::Before(std::size_t at, const WordSet& words) const {
  for (const Lexicons::Hit& hit : From(at > kLongestWord ? at - kLongestWord : 0)) {
    if (hit.folded.begin >= at) break;
    if (hit.folded.end == at && lexicons_.Has(hit.word, words)) return hit.folded;
  }
  return {at, at};
}

}  // namespace zhitu::extract
