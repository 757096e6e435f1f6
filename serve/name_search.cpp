#include "serve/name_search.h"

#include <algorithm>
#include <limits>
#include <stdexcept>

#include "export/pinyin.h"
#include "extract/fold.h"
#include "extract/utf8.h"

namespace zhitu::serve {
namespace {

enum Rank : int { kWhole, kBegin, kPinyinWhole, kPinyinBegin, kInside, kPinyinInside, kNone };

std::string FoldedWithoutSpaces(std::string_view name) {
  std::string folded = extract::FoldName(name);
  std::erase(folded, ' ');
  return folded;
}

// What may be pinyin: letters, perhaps with apostrophes, which fold to quotation marks, between
// syllables. Empty for all else.
std::string LettersOf(std::string_view text) {
  std::string letters;
  for (const char byte : text) {
    if (byte == '"') continue;
    if (byte < 'a' || byte > 'z') return "";
    letters += byte;
  }
  return letters;
}

std::u32string Characters(std::string_view text) {
  std::u32string characters;
  for (std::size_t at = 0; at < text.size();) characters += extract::NextCodePoint(text, at);
  return characters;
}

}  // namespace

void NameSearch::Add(graph::EntityNumber entity, std::uint32_t alias, std::string_view name,
                     std::uint32_t importance) {
  const std::string folded = FoldedWithoutSpaces(name);
  if (folded_.size() + folded.size() > std::numeric_limits<std::uint32_t>::max()) {
    throw std::length_error("names of more than 4 GB");
  }
  forms_.push_back({{entity, alias},
                    importance,
                    static_cast<std::uint32_t>(folded_.size()),
                    static_cast<std::uint32_t>(folded.size())});
  folded_ += folded;
  for (const char32_t character : Characters(folded)) {
    if (character >= 0x80 && !readings_.contains(character)) {
      readings_.emplace(character, xport::PinyinOf(character));
    }
  }
}

std::string_view NameSearch::Folded(const Form& form) const {
  return std::string_view(folded_).substr(form.begin, form.size);
}

const std::vector<std::string_view>* NameSearch::ReadingsOf(char32_t character) const {
  const auto found = readings_.find(character);
  return found == readings_.end() || found->second.empty() ? nullptr : &found->second;
}

bool NameSearch::MayBegin(char32_t character, char letter) const {
  const auto* readings = ReadingsOf(character);
  if (readings == nullptr) return character == static_cast<char32_t>(letter);
  return std::any_of(readings->begin(), readings->end(),
                     [letter](std::string_view reading) { return reading.front() == letter; });
}

// Marks how many letters may be spelled once this character was, if `end` were before it.
void NameSearch::Take(char32_t character, std::string_view letters, std::size_t end,
                      std::vector<bool>& ends) const {
  const std::string_view rest = letters.substr(end);
  const auto* readings = ReadingsOf(character);
  if (readings == nullptr) {
    if (static_cast<char32_t>(rest.front()) == character) ends[end + 1] = true;
    return;
  }
  for (const std::string_view reading : *readings) {
    if (rest.front() != reading.front()) continue;
    ends[end + 1] = true;
    if (rest.starts_with(reading)) ends[end + reading.size()] = true;
    if (reading.starts_with(rest)) ends[letters.size()] = true;
  }
}

// Characters of which letters spell the first ones; 0 if they do not.
std::size_t NameSearch::SpelledFrom(std::u32string_view characters,
                                    std::string_view letters) const {
  std::vector<bool> ends(letters.size() + 1, false);
  ends[0] = true;
  for (std::size_t at = 0; at < characters.size(); ++at) {
    std::vector<bool> next(letters.size() + 1, false);
    for (std::size_t end = 0; end < letters.size(); ++end) {
      if (ends[end]) Take(characters[at], letters, end, next);
    }
    if (next[letters.size()]) return at + 1;
    if (std::find(next.begin(), next.end(), true) == next.end()) return 0;
    ends = std::move(next);
  }
  return 0;
}

int NameSearch::PinyinRank(std::string_view folded, std::string_view letters) const {
  const std::u32string characters = Characters(folded);
  for (std::size_t begin = 0; begin < characters.size(); ++begin) {
    if (!MayBegin(characters[begin], letters.front())) continue;
    const std::size_t spelled = SpelledFrom(std::u32string_view(characters).substr(begin), letters);
    if (spelled == 0) continue;
    if (begin > 0) return kPinyinInside;
    return spelled == characters.size() ? kPinyinWhole : kPinyinBegin;
  }
  return kNone;
}

int NameSearch::RankOf(std::string_view folded, std::string_view wanted,
                       std::string_view pinyin) const {
  const std::size_t at = folded.find(wanted);
  if (at == 0) return folded.size() == wanted.size() ? kWhole : kBegin;
  const int spelled = pinyin.empty() ? kNone : PinyinRank(folded, pinyin);
  if (spelled < kInside) return spelled;
  return at == std::string_view::npos ? spelled : kInside;
}

std::vector<NameHit> NameSearch::Find(std::string_view text, std::size_t most) const {
  struct Found {
    int rank;
    const Form* form;
  };
  const std::string wanted = FoldedWithoutSpaces(text);
  if (wanted.empty()) return {};
  const std::string pinyin = LettersOf(wanted);
  std::vector<Found> found;
  for (const Form& form : forms_) {
    const int rank = RankOf(Folded(form), wanted, pinyin);
    if (rank == kNone) continue;
    if (found.empty() || found.back().form->hit.entity != form.hit.entity) {
      found.push_back({rank, &form});
    } else if (rank < found.back().rank) {
      found.back() = {rank, &form};
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
    if (a.rank != b.rank) return a.rank < b.rank;
    if (a.form->importance != b.form->importance) return a.form->importance > b.form->importance;
    return a.form->size < b.form->size;
  });
  std::vector<NameHit> hits;
  for (std::size_t i = 0; i < std::min(most, found.size()); ++i) hits.push_back(found[i].form->hit);
  return hits;
}

}  // namespace zhitu::serve
