#include "extract/surface_lexicon.h"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>
#include <utility>

namespace zhitu::extract {
namespace {

constexpr std::size_t kLongest = 60;  // tokens of a form
constexpr std::uint64_t kStart = 11;

// Shares below these fall into different classes, of names among the matches of a form.
constexpr std::array kShares = {0.1, 0.3, 0.5, 0.7, 0.9};
constexpr std::uint32_t kShareClasses = 6;
constexpr std::uint32_t kCountClasses = 3;  // found once, two or three times, more often
constexpr std::uint32_t kValuesOfType = kShareClasses * kCountClasses * 2;
constexpr double kMostlyOneType = 0.8;

struct FormCounts {
  bool form = false;  // else only the beginning of one
  std::uint32_t matches = 0;
  std::vector<std::uint32_t> right;  // by type
};
using Forms = std::unordered_map<std::uint64_t, FormCounts>;

std::uint64_t Extended(std::uint64_t key, const Token& token) { return MixBits(key, token.id); }

// The longest form at token `begin`: told the key of each beginning, `find` says if it goes on and
// if it is a form. Gives the end of the form, or `begin`.
template <typename Find>
std::size_t LongestAt(std::span<const Token> tokens, std::size_t begin, const Find& find) {
  std::size_t end = begin;
  std::uint64_t key = kStart;
  for (std::size_t i = begin; i < std::min(tokens.size(), begin + kLongest); ++i) {
    key = Extended(key, tokens[i]);
    const auto [goes_on, form] = find(key);
    if (!goes_on) break;
    if (form) end = i + 1;
  }
  return end;
}

std::uint64_t KeyOf(std::span<const Token> tokens, std::size_t begin, std::size_t end) {
  std::uint64_t key = kStart;
  for (std::size_t i = begin; i < end; ++i) key = Extended(key, tokens[i]);
  return key;
}

void AddForms(std::span<const Token> tokens, const std::vector<TokenSpan>& names, std::size_t types,
              Forms& forms) {
  for (const TokenSpan& name : names) {
    if (name.end - name.begin > kLongest) continue;
    std::uint64_t key = kStart;
    for (std::size_t i = name.begin; i < name.end; ++i) {
      key = Extended(key, tokens[i]);
      forms[key];
    }
    FormCounts& counts = forms[key];
    counts.form = true;
    counts.right.resize(types);
  }
}

void CountMatches(std::span<const Token> tokens, const std::vector<TokenSpan>& names,
                  Forms& forms) {
  std::map<std::pair<std::size_t, std::size_t>, std::uint32_t> types;
  for (const TokenSpan& name : names) types[{name.begin, name.end}] = name.type;
  for (std::size_t begin = 0; begin < tokens.size();) {
    const std::size_t end = LongestAt(tokens, begin, [&](std::uint64_t key) {
      const auto found = forms.find(key);
      return std::pair(found != forms.end(), found != forms.end() && found->second.form);
    });
    if (end > begin) {
      FormCounts& counts = forms[KeyOf(tokens, begin, end)];
      ++counts.matches;
      const auto type = types.find({begin, end});
      if (type != types.end()) ++counts.right[type->second];
    }
    begin = std::max(end, begin + 1);
  }
}

std::uint16_t ValueOf(const FormCounts& counts) {
  if (!counts.form) return 0;
  const auto best = std::max_element(counts.right.begin(), counts.right.end());
  std::uint32_t right = 0;
  for (const std::uint32_t count : counts.right) right += count;
  const double share = counts.matches == 0 ? 0.0 : double(right) / double(counts.matches);
  const auto share_class = static_cast<std::uint32_t>(
      std::upper_bound(kShares.begin(), kShares.end(), share) - kShares.begin());
  const std::uint32_t count_class = right <= 1 ? 0 : right < 4 ? 1 : 2;
  const bool mixed = double(*best) < kMostlyOneType * double(right);
  const auto type = static_cast<std::uint32_t>(best - counts.right.begin());
  return static_cast<std::uint16_t>(
      type * kValuesOfType + (share_class * kCountClasses + count_class) * 2 + (mixed ? 1 : 0) + 1);
}

}  // namespace

SurfaceLexicon SurfaceLexicon::Count(std::span<const TagSequence* const> sequences,
                                     std::span<const std::vector<TokenSpan>* const> names,
                                     std::size_t types) {
  Forms forms;
  for (std::size_t i = 0; i < sequences.size(); ++i)
    AddForms(sequences[i]->real(), *names[i], types, forms);
  for (std::size_t i = 0; i < sequences.size(); ++i)
    CountMatches(sequences[i]->real(), *names[i], forms);
  std::vector<std::pair<std::uint64_t, std::uint16_t>> sorted;
  sorted.reserve(forms.size());
  for (const auto& [key, counts] : forms) sorted.emplace_back(key, ValueOf(counts));
  std::sort(sorted.begin(), sorted.end());
  std::vector<std::uint64_t> keys;
  std::vector<std::uint16_t> values;
  for (const auto& [key, value] : sorted) {
    keys.push_back(key);
    values.push_back(value);
  }
  return {HashIndex(keys), FlatArray<std::uint16_t>(std::move(values))};
}

void SurfaceLexicon::Mark(TagSequence& sequence) const {
  constexpr std::size_t kMostLength = 6;
  constexpr std::size_t kAhead = 16;  // tokens whose memory is asked for
  std::fill(sequence.surfaces.begin(), sequence.surfaces.end(), 0);
  if (index_.size() == 0) return;
  const std::span<const Token> tokens = sequence.real();
  std::size_t asked = 0;
  for (std::size_t begin = 0; begin < tokens.size();) {
    for (; asked < std::min(begin + kAhead, tokens.size()); ++asked) {
      const std::uint64_t first = Extended(kStart, tokens[asked]);
      index_.Prefetch(first);
      if (asked + 1 < tokens.size()) index_.Prefetch(Extended(first, tokens[asked + 1]));
    }
    std::uint32_t value = 0;
    const std::size_t end = LongestAt(tokens, begin, [&](std::uint64_t key) {
      const std::uint32_t number = index_.Find(key);
      if (number == HashIndex::kNone) return std::pair(false, false);
      const std::uint16_t here = values_.data()[number];
      if (here != 0) value = here;
      return std::pair(true, here != 0);
    });
    for (std::size_t i = begin; i < end; ++i) {
      const std::uint32_t place = (i == begin ? 1U : 0U) | (i + 1 == end ? 2U : 0U);
      const auto length = static_cast<std::uint32_t>(std::min(end - begin, kMostLength));
      sequence.surfaces[TagSequence::kPadding + i] = (value << 5U) | (place << 3U) | length;
    }
    begin = std::max(end, begin + 1);
  }
}

void SurfaceLexicon::FindAll(const TagSequence& sequence,
                             const std::function<void(const Match&)>& visit) const {
  const std::span<const Token> tokens = sequence.real();
  for (std::uint32_t begin = 0; begin < tokens.size(); ++begin) {
    std::uint32_t end = begin;
    LongestAt(tokens, begin, [&](std::uint64_t key) {
      ++end;
      const std::uint32_t number = index_.Find(key);
      if (number == HashIndex::kNone) return std::pair(false, false);
      const std::uint16_t value = values_.data()[number];
      if (value != 0) visit({begin, end, value, key});
      return std::pair(true, value != 0);
    });
  }
}

std::uint32_t SurfaceLexicon::TypeOf(std::uint16_t value) { return (value - 1U) / kValuesOfType; }

std::uint32_t SurfaceLexicon::ShareOf(std::uint16_t value) {
  return (value - 1U) % kValuesOfType / (kCountClasses * 2);
}

}  // namespace zhitu::extract
