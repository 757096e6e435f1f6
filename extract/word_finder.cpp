#include "extract/word_finder.h"

#include <algorithm>

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
