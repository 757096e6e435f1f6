#include "extract/lexicons.h"

#include <algorithm>
#include <map>
#include <utility>

#include "extract/utf8.h"
#include "extract/word_boundary.h"

namespace zhitu::extract {

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
  std::vector<std::string> keys;
  for (auto& [word, lexicons] : all) {
    keys.push_back(word);
    lexicons_.push_back(std::move(lexicons));
  }
  index_ = SurfaceIndex(keys);
}

std::optional<std::uint32_t> Lexicons::Find(std::string_view name) const {
  const auto found = numbers_.find(std::string(name));
  if (found == numbers_.end()) return std::nullopt;
  return found->second;
}

bool Lexicons::Has(std::uint32_t word, const std::vector<std::uint32_t>& lexicons) const {
  const std::vector<std::uint32_t>& own = lexicons_[word];
  return std::find_first_of(own.begin(), own.end(), lexicons.begin(), lexicons.end()) != own.end();
}

std::vector<Lexicons::Hit> Lexicons::FindAll(std::string_view folded) const {
  std::vector<Hit> hits;
  for (std::size_t at = 0; at < folded.size();) {
    for (std::uint32_t word = index_.Longest(folded, at); word != SurfaceIndex::kNone;
         word = index_.Parent(word)) {
      const Span span = {at, at + index_.key(word).size()};
      if (StandsFree(folded, span)) hits.push_back({span, word});
    }
    NextCodePoint(folded, at);
  }
  return hits;
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

}  // namespace zhitu::extract
