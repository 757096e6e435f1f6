#include "extract/lexicons.h"

#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <utility>

#include "extract/characters.h"
#include "extract/utf8.h"
#include "extract/word_boundary.h"

namespace zhitu::extract {
namespace {

constexpr std::size_t kStarts = 64;         // places that are looked at together
constexpr std::size_t kLongestBefore = 48;  // bytes of a word that is found by its end

std::string Reversed(std::string_view word) {
  std::string reversed;
  for (std::size_t at = word.size(); at > 0;) AppendUtf8(CodePointBefore(word, at), reversed);
  return reversed;
}

// True for most words of scripts without spaces: nothing beside them can make them part of another.
bool HasHanEnds(std::string_view word) {
  std::size_t first = 0;
  std::size_t last = word.size() - 1;
  while (last > 0 && !IsLeadByte(word[last])) --last;
  return IsCommonHan(NextCodePoint(word, first)) && IsCommonHan(NextCodePoint(word, last));
}

}  // namespace

Lexicons::Lexicons(std::vector<std::string> names,
                   const std::vector<std::vector<std::string>>& words)
    : names_(std::move(names)) {
  for (std::uint32_t lexicon = 0; lexicon < names_.size(); ++lexicon)
    numbers_.emplace(names_[lexicon], lexicon);
  std::map<std::string, std::vector<std::uint32_t>> all;
  for (std::uint32_t lexicon = 0; lexicon < words.size(); ++lexicon) {
    for (const std::string& word : words[lexicon]) {
      std::vector<std::uint32_t>& of_word = all[word];
      if (of_word.empty() || of_word.back() != lexicon) of_word.push_back(lexicon);
    }
  }
  row_size_ = (std::min<std::size_t>(names_.size(), kDense) + kBits - 1) / kBits;
  members_.resize(all.size() * row_size_);
  std::vector<WordTrie::Word> forward;
  std::vector<WordTrie::Word> backward;
  for (auto& [word, lexicons] : all) {
    const auto number = static_cast<std::uint32_t>(words_.size());
    std::uint64_t* const row = members_.data() + number * row_size_;
    for (const std::uint32_t lexicon : lexicons) {
      if (lexicon < kDense) row[lexicon / kBits] |= std::uint64_t{1} << (lexicon % kBits);
    }
    words_.push_back(word);
    lexicons_.push_back(std::move(lexicons));
    han_.push_back(HasHanEnds(word));
    forward.push_back({word, number});
    backward.push_back({Reversed(word), number});
  }
  all_ = WordTrie(std::move(forward));
  backward_ = WordTrie(std::move(backward));
  sought_ = all_;
  NoteEnds();
}

void Lexicons::NoteEnds() {
  first_in_.resize(all_.firsts() * row_size_);
  last_in_.resize(backward_.firsts() * row_size_);
  for (std::size_t word = 0; word < words_.size(); ++word) {
    std::size_t begin = 0;
    std::size_t end = words_[word].size();
    const std::uint32_t first = all_.First(NextCodePoint(words_[word], begin));
    const std::uint32_t last = backward_.First(CodePointBefore(words_[word], end));
    for (std::size_t i = 0; i < row_size_; ++i) {
      first_in_[first * row_size_ + i] |= members_[word * row_size_ + i];
      last_in_[last * row_size_ + i] |= members_[word * row_size_ + i];
    }
  }
}

std::optional<std::uint32_t> Lexicons::Find(std::string_view name) const {
  const auto found = numbers_.find(std::string(name));
  if (found == numbers_.end()) return std::nullopt;
  return found->second;
}

void Lexicons::Seek(const WordFilter& words) {
  std::vector<WordTrie::Word> sought;
  for (std::uint32_t word = 0; word < words_.size(); ++word) {
    if (words.Has(word)) sought.push_back({words_[word], word});
  }
  sought_ = WordTrie(std::move(sought));
}

bool Lexicons::IsOf(std::uint32_t word, std::uint32_t lexicon) const {
  return std::binary_search(lexicons_[word].begin(), lexicons_[word].end(), lexicon);
}

bool Lexicons::IsWhole(std::uint32_t word, std::string_view folded, const Span& span) const {
  return han_[word] || StandsFree(folded, span);
}

std::vector<Lexicons::Hit> Lexicons::Find(const WordTrie& words, std::string_view folded) const {
  std::vector<Hit> hits;
  hits.reserve(folded.size() / 16);  // more than most texts hold
  std::array<std::size_t, kStarts> starts{};
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t count = words.FindStarts(folded, at, starts);
    for (const std::size_t begin : std::span(starts).first(count)) {
      const std::size_t before = hits.size();
      std::size_t behind = begin;
      const char32_t first = NextCodePoint(folded, behind);
      words.ForEach(first, folded, behind, [&](std::size_t end, std::uint32_t word) {
        const Span span = {begin, end};
        if (IsWhole(word, folded, span)) hits.push_back({span, word});
      });
      if (hits.size() > before + 1)
        std::reverse(hits.begin() + static_cast<std::ptrdiff_t>(before), hits.end());
    }
  }
  return hits;
}

Span Lexicons::LongestAt(std::string_view folded, std::size_t at,
                         const std::vector<std::uint32_t>& lexicons) const {
  Span longest = {at, at};
  std::size_t next = at;
  const char32_t c = NextCodePoint(folded, next);
  all_.ForEach(c, folded, next, [&](std::size_t end, std::uint32_t word) {
    if (Has(word, lexicons) && IsWhole(word, folded, {at, end})) longest.end = end;
  });
  return longest;
}

Span Lexicons::LongestBefore(std::string_view folded, std::size_t at,
                             const std::vector<std::uint32_t>& lexicons) const {
  Span longest = {at, at};
  backward_.ForEachBackward(folded, at, [&](std::size_t begin, std::uint32_t word) {
    const bool fits = at - begin <= kLongestBefore && Has(word, lexicons);
    if (fits && IsWhole(word, folded, {begin, at})) longest.begin = begin;
  });
  return longest;
}

WordFilter Lexicons::Filter(std::initializer_list<const std::vector<std::uint32_t>*> sets) const {
  std::vector<bool> lexicons(names_.size());
  for (const std::vector<std::uint32_t>* set : sets) {
    for (const std::uint32_t lexicon : *set) lexicons[lexicon] = true;
  }
  std::vector<bool> words(lexicons_.size());
  for (std::uint32_t word = 0; word < words.size(); ++word) {
    words[word] = std::any_of(lexicons_[word].begin(), lexicons_[word].end(),
                              [&](std::uint32_t lexicon) { return lexicons[lexicon]; });
  }
  return WordFilter(words);
}

std::uint32_t LexiconTable::Number(const std::string& name) {
  const auto [known, fresh] = numbers_.try_emplace(name, static_cast<std::uint32_t>(names_.size()));
  if (fresh) {
    names_.push_back(name);
    words_.emplace_back();
  }
  return known->second;
}

void LexiconTable::Add(std::uint32_t lexicon, std::string word) {
  words_[lexicon].push_back(std::move(word));
}

void LexiconTable::AddWordsOf(const std::string& name, std::uint32_t lexicon) {
  const auto known = numbers_.find(name);
  if (known == numbers_.end()) return;
  const std::vector<std::string>& words = words_[known->second];
  words_[lexicon].insert(words_[lexicon].end(), words.begin(), words.end());
}

}  // namespace zhitu::extract
