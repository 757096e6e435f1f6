#include "extract/rule_set.h"

#include <algorithm>
#include <map>
#include <utility>

namespace zhitu::extract {
namespace {

constexpr std::size_t kBits = 64;
constexpr std::size_t kMostNeeds = 256;        // that are told apart
constexpr std::size_t kManyWords = 1'000'000;  // more than a lexicon holds

bool NamesMain(const Rule& rule) {
  return rule.subject == kMainRole || rule.object == kMainRole ||
         std::any_of(rule.names.begin(), rule.names.end(),
                     [](const RoleNames& names) { return names.role == kMainRole; });
}

void Set(RuleSet::Bits& bits, std::size_t number) {
  if (bits.size() <= number / kBits) bits.resize(number / kBits + 1);
  bits[number / kBits] |= std::uint64_t{1} << (number % kBits);
}

}  // namespace

RuleSet::RuleSet(std::vector<Rule> rules, const Lexicons& lexicons, const DiscourseRules& discourse)
    : rules_(std::move(rules)) {
  std::vector<std::size_t> words(lexicons.names().size());
  for (std::uint32_t word = 0; word < lexicons.words(); ++word) {
    for (const std::uint32_t lexicon : lexicons.Of(word)) ++words[lexicon];
  }
  for (std::uint32_t i = 0; i < rules_.size(); ++i) {
    if (!rules_[i].after.empty()) AddPattern(rules_[i].after, {i, true}, words);
    AddPattern(rules_[i].elements, {i, false}, words);
    if (NamesMain(rules_[i])) of_main_.push_back(i);
  }
  for (Bits& needs : needs_of_) needs.resize(row_size());
  used_ = WordsInUse(lexicons, discourse);
  NoteWords(lexicons);
  NoteTypes();
}

std::size_t RuleSet::row_size() const { return (needs_.size() + kBits - 1) / kBits; }

// @param words  how many each lexicon has.
void RuleSet::AddPattern(const std::vector<Element>& elements, Pattern pattern,
                         const std::vector<std::size_t>& words) {
  Bits bits;
  std::optional<std::size_t> rarest;
  std::size_t fewest = 0;
  for (const Need& need : NeedsOf(elements)) {
    const std::optional<std::size_t> number = NumberOf(need);
    if (!number) continue;
    Set(bits, *number);
    // How often it is met, roughly: words are rarer than mentions, unless these lie in others.
    std::size_t size = need.types.names().size();
    if (need.lexicons.empty() && !need.nested) size += kManyWords;
    for (const std::uint32_t lexicon : need.lexicons) size += words[lexicon];
    if (rarest && size >= fewest) continue;
    rarest = number;
    fewest = size;
  }
  (rarest ? rarest_of_[*rarest] : without_needs_).push_back(patterns_.size());
  needs_of_.push_back(std::move(bits));
  patterns_.push_back(pattern);
}

std::vector<RuleSet::Need> RuleSet::NeedsOf(const std::vector<Element>& elements) {
  std::vector<Need> needs;
  for (const Element& element : elements) {
    if (element.optional) continue;
    if (element.kind == Element::Kind::kLexicon) needs.push_back({element.lexicons, {}, false});
    if (element.kind != Element::Kind::kSlot) continue;
    needs.push_back({{}, element.slot.types, false});
    if (element.inner) needs.push_back({{}, element.inner->types, true});
  }
  return needs;
}

std::optional<std::size_t> RuleSet::NumberOf(const Need& need) {
  const auto known = std::find(needs_.begin(), needs_.end(), need);
  const auto number = static_cast<std::size_t>(known - needs_.begin());
  if (known != needs_.end()) return number;
  if (number == kMostNeeds) return std::nullopt;
  needs_.push_back(need);
  rarest_of_.emplace_back();
  return number;
}

WordFilter RuleSet::WordsInUse(const Lexicons& lexicons, const DiscourseRules& discourse) const {
  std::vector<std::uint32_t> in_use;
  const auto note = [&](const std::vector<std::uint32_t>& set) {
    in_use.insert(in_use.end(), set.begin(), set.end());
  };
  note(discourse.planned);
  note(discourse.negated);
  for (const Rule& rule : rules_) {
    note(rule.without);
    for (const Element& element : rule.elements) note(element.lexicons);
    for (const Element& element : rule.after) note(element.lexicons);
  }
  std::sort(in_use.begin(), in_use.end());
  in_use.erase(std::unique(in_use.begin(), in_use.end()), in_use.end());
  return lexicons.Filter({&in_use});
}

void RuleSet::NoteWords(const Lexicons& lexicons) {
  std::vector<Bits> met_by_lexicon(lexicons.names().size(), Bits(row_size()));
  for (std::size_t need = 0; need < needs_.size(); ++need) {
    for (const std::uint32_t lexicon : needs_[need].lexicons) Set(met_by_lexicon[lexicon], need);
  }
  met_by_word_.resize(lexicons.words() * row_size());
  for (std::uint32_t word = 0; word < lexicons.words(); ++word) {
    for (const std::uint32_t lexicon : lexicons.Of(word)) {
      for (std::size_t i = 0; i < row_size(); ++i)
        met_by_word_[word * row_size() + i] |= met_by_lexicon[lexicon][i];
    }
  }
}

void RuleSet::NoteTypes() {
  std::map<std::string, TypeRow> rows;
  for (std::size_t need = 0; need < needs_.size(); ++need) {
    for (const std::string& type : needs_[need].types.names()) {
      const auto [row, fresh] = rows.try_emplace(type);
      if (fresh) row->second = {type, Bits(row_size()), Bits(row_size())};
      if (!needs_[need].nested) Set(row->second.met, need);
      Set(row->second.met_in_another, need);
    }
  }
  for (auto& [type, row] : rows) types_[TypeSet::Mark(type)].push_back(std::move(row));
}

const RuleSet::Bits* RuleSet::NeedsMetBy(std::string_view type, bool nested) const {
  for (const TypeRow& row : types_[TypeSet::Mark(type)]) {
    if (row.type == type) return nested ? &row.met_in_another : &row.met;
  }
  return nullptr;
}

}  // namespace zhitu::extract
