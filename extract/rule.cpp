#include "extract/rule.h"

#include <algorithm>
#include <map>

#include "extract/utf8.h"
#include "extract/word_boundary.h"

namespace zhitu::extract {

bool Slot::Fits(std::string_view type) const {
  return std::binary_search(types.begin(), types.end(), type);
}

bool Rule::AppliesTo(Zone zone) const {
  if (zones.empty()) return zone != Zone::kByline;
  return std::find(zones.begin(), zones.end(), zone) != zones.end();
}

Lexicons::Lexicons(std::vector<std::string> names,
                   const std::vector<std::vector<std::string>>& words)
    : names_(std::move(names)) {
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
  const auto found = std::find(names_.begin(), names_.end(), name);
  if (found == names_.end()) return std::nullopt;
  return static_cast<std::uint32_t>(found - names_.begin());
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

}  // namespace zhitu::extract
