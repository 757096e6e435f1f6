#include "extract/view.h"

#include <algorithm>
#include <span>

#include "extract/characters.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

constexpr std::size_t kOthersOfSentence = 4;  // stretches of punctuation and digits in most

}  // namespace

View::View(const Document& document, const TextConventions& conventions)
    : document_(&document), folded_(FoldBlocks(document.text, document.blocks)) {
  clause_ends_.reserve(folded_.others().size());
  sentences_.reserve(document.blocks.size() + folded_.others().size() / kOthersOfSentence);
  blocks_.reserve(document.blocks.size());
  std::size_t begin = 0;
  for (std::uint32_t block = 0; block < document.blocks.size(); ++block) {
    const std::size_t end = folded_.text().find('\n', begin);
    blocks_.push_back({begin, end});
    Split({begin, end}, block, conventions);
    begin = end + 1;
  }
}

// Where no Han character ends or closes anything, only the stretches of others are looked at.
void View::Split(const Span& block, std::uint32_t number, const TextConventions& conventions) {
  const bool all = conventions.sentence_end.HoldsHan() || conventions.clause_end.HoldsHan() ||
                   conventions.closers.HoldsHan();
  std::size_t begin = block.begin;
  const std::span<const Span> others = folded_.others();
  for (const Span& stretch : all ? std::span(&block, 1) : others.subspan(next_other_)) {
    if (stretch.begin >= block.end) break;
    ++next_other_;
    for (std::size_t at = stretch.begin; at < stretch.end;) {
      const std::size_t place = at;
      const char32_t c = NextCodePoint(folded_.text(), at);
      if (conventions.EndsClause(c)) clause_ends_.push_back(place);
      if (!EndsSentence(c, at, conventions)) continue;
      if (c == U'.' && !MayEndSentence({at, block.end})) continue;
      at = EndOfSentence(at, stretch.end, conventions);
      sentences_.push_back({{begin, at}, number});
      begin = at;
    }
  }
  if (begin < block.end) sentences_.push_back({{begin, block.end}, number});
}

// A full stop of Latin script stands in numbers and abbreviations too: it ends a sentence before
// white space only.
// @param rest  of the block, behind it.
bool View::MayEndSentence(const Span& rest) const {
  if (rest.size() == 0) return true;
  const char next = folded_.text()[rest.begin];
  return next == ' ' || next == '"' || next == ')';
}

inline bool View::EndsSentence(char32_t folded, std::size_t end,
                               const TextConventions& conventions) const {
  if (conventions.EndsSentence(folded)) return true;
  const bool may_be_wide = folded == U'!' || folded == U'?' || folded == U';';
  return may_be_wide && EndedSentence(end, conventions);
}

// Folding makes ！ and ! one. Where only the wide one ends a sentence the original decides.
bool View::EndedSentence(std::size_t end, const TextConventions& conventions) const {
  std::size_t at = folded_.Around(end - 1, end).begin;
  return conventions.EndsSentence(NextCodePoint(document_->text, at));
}

// Takes in further sentence ends and closing quotes; whether a quote closes is seen in the
// original.
std::size_t View::EndOfSentence(std::size_t at, std::size_t end,
                                const TextConventions& conventions) {
  const std::string_view text = std::string_view(folded_.text()).substr(0, end);
  while (at < end) {
    std::size_t next = at;
    const char32_t folded = NextCodePoint(text, next);
    const Span original = folded_.Original(at, next);
    if (original.size() == 0) return at;
    std::size_t place = original.begin;
    const char32_t c = NextCodePoint(document_->text, place);
    if (!EndsSentence(folded, next, conventions) && !conventions.Closes(c)) return at;
    if (conventions.EndsClause(folded)) clause_ends_.push_back(at);
    at = next;
  }
  return at;
}

std::uint32_t View::SentenceAt(std::size_t at) const {
  const auto after =
      std::upper_bound(sentences_.begin(), sentences_.end(), at,
                       [](std::size_t place, const Sentence& s) { return place < s.folded.begin; });
  return static_cast<std::uint32_t>(after - sentences_.begin()) - 1;
}

}  // namespace zhitu::extract
