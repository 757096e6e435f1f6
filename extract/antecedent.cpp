#include "extract/antecedent.h"

#include <algorithm>
#include <iterator>

#include "extract/entity_types.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

constexpr std::size_t kMostLookedAt = 400;  // mentions back from a reference
constexpr std::size_t kMostAhead = 20;      // mentions behind a reference
constexpr std::uint32_t kParagraphGap = 1;  // sentences that the end of a paragraph is worth
constexpr double kSubject = 0.5;
constexpr double kNested = -0.25;
constexpr double kEach = 0.02;  // mention of the same entity
constexpr std::size_t kMostCounted = 10;

// The first of a list by folded begin that begins at `at` or later.
template <typename Known>
typename std::vector<Known>::const_iterator From(const std::vector<Known>& all, std::size_t at) {
  return std::lower_bound(all.begin(), all.end(), at, [](const Known& known, std::size_t place) {
    return known.folded.begin < place;
  });
}

}  // namespace

Antecedents::Antecedents(const View& view, const TextConventions& conventions,
                         const EntityNames& entities, const std::vector<LinkedMention>& names)
    : view_(view), conventions_(conventions), entities_(entities), all_names_(names) {
  names_.reserve(names.size());
}

// Names that begin before a place become known; most references stand far from the end.
void Antecedents::KnowNames(std::size_t end) {
  for (; next_name_ < all_names_.size(); ++next_name_) {
    const LinkedMention& name = all_names_[next_name_];
    if (name.folded.begin >= end) break;
    if (name.mention.entity != kNoEntity) names_.push_back(Make(name, names_));
  }
}

std::size_t Antecedents::CountOf(EntityIndex entity) {
  if (named_.empty()) {
    named_.reserve(all_names_.size());
    for (const LinkedMention& name : all_names_) named_.push_back(name.mention.entity);
    std::sort(named_.begin(), named_.end());
  }
  const auto [first, last] = std::equal_range(named_.begin(), named_.end(), entity);
  const auto more = more_counts_.find(entity);
  return static_cast<std::size_t>(last - first) + (more != more_counts_.end() ? more->second : 0);
}

void Antecedents::Add(const LinkedMention& reference) {
  references_.push_back(Make(reference, references_));
  ++more_counts_[reference.mention.entity];
}

Antecedents::Known Antecedents::Make(const LinkedMention& mention,
                                     const std::vector<Known>& before) const {
  Known known;
  known.folded = mention.folded;
  known.antecedent = {mention.mention.entity, mention.mention.span};
  known.sentence = mention.mention.sentence;
  known.block = mention.mention.block;
  known.nested = mention.mention.nested;
  known.byline = mention.mention.zone == Zone::kByline;
  known.subject = !known.nested && OpensClause(mention.folded.begin, before);
  return known;
}

// A mention at the beginning of a clause, or behind another one there, is most often its subject.
bool Antecedents::OpensClause(std::size_t at, const std::vector<Known>& before) const {
  const std::string& text = view_.folded().text();
  while (at > 0 && (text[at - 1] == '"' || text[at - 1] == ' ')) --at;
  if (at == 0 || text[at - 1] == '\n') return true;
  if (!before.empty() && before.back().folded.end == at) return before.back().subject;
  const std::size_t end = at;
  do {
    --at;
  } while (!IsLeadByte(text[at]));
  const bool behind_name = !before.empty() && before.back().folded.end == at;
  const bool in_list =
      behind_name && conventions_.Separates(std::string_view(text).substr(at, end - at));
  const char32_t c = NextCodePoint(text, at);
  // Behind a comma of a list (甲局、乙局) stands the subject only if the list is one.
  if (in_list && conventions_.EndsClause(c)) return before.back().subject;
  return conventions_.EndsClause(c) || conventions_.EndsSentence(c);
}

Antecedent Antecedents::Choose(const ReferenceHead& head, std::size_t at) {
  KnowNames(at);
  Best best;
  Weigh(names_, head, at, best);
  Weigh(references_, head, at, best);
  if (best.known == nullptr && head.cataphora) best.known = Ahead(head, at);
  return best.known == nullptr ? Antecedent() : best.known->antecedent;
}

void Antecedents::Weigh(const std::vector<Known>& all, const ReferenceHead& head, std::size_t at,
                        Best& best) {
  const std::uint32_t sentence = view_.SentenceAt(at);
  const std::uint32_t block = view_.sentences()[sentence].block;
  std::size_t looked_at = 0;
  for (auto known = std::make_reverse_iterator(From(all, at));
       known != all.rend() && looked_at < kMostLookedAt; ++known, ++looked_at) {
    if (head.paragraphs < block && known->block < block - head.paragraphs) break;
    if (known->folded.end > at || !Fits(*known, head)) continue;
    const double score = Score(*known, sentence, block);
    if (best.known == nullptr || score > best.score) best = {&*known, score};
  }
}

const Antecedents::Known* Antecedents::Ahead(const ReferenceHead& head, std::size_t at) {
  const std::uint32_t block = view_.sentences()[view_.SentenceAt(at)].block;
  KnowNames(view_.blocks()[block].end);
  std::size_t looked_at = 0;
  for (auto known = From(names_, at); known != names_.end() && looked_at < kMostAhead;
       ++known, ++looked_at) {
    if (known->block != block) break;
    if (Fits(*known, head)) return &*known;
  }
  return nullptr;
}

bool Antecedents::Fits(const Known& known, const ReferenceHead& head) const {
  if (known.byline) return false;
  const EntityIndex entity = known.antecedent.entity;
  if (!head.types.Has(entities_.Type(entity))) return false;
  if (head.endings.empty()) return true;
  const std::string_view name = entities_.Folded(entity);
  return std::any_of(head.endings.begin(), head.endings.end(),
                     [&](const std::string& ending) { return name.ends_with(ending); });
}

double Antecedents::Score(const Known& known, std::uint32_t sentence, std::uint32_t block) {
  const std::uint32_t distance =
      sentence - known.sentence + (block != known.block ? kParagraphGap : 0);
  double score = 1.0 / (1.0 + static_cast<double>(distance));
  if (known.subject) score += kSubject / (1.0 + static_cast<double>(distance));
  if (known.nested) score += kNested / (1.0 + static_cast<double>(distance));
  const std::size_t count = std::min(CountOf(known.antecedent.entity), kMostCounted);
  return score + kEach * static_cast<double>(count);
}

// The last before the place, else the first behind it, of so many mentions to both sides.
Antecedent Antecedents::Person(std::string_view surname, std::size_t at) {
  if (!persons_known_) FindPersons();
  const auto place = static_cast<std::size_t>(From(names_, at) - names_.begin());
  const auto behind = std::lower_bound(persons_.begin(), persons_.end(), place);
  for (auto person = behind; person != persons_.begin();) {
    --person;
    if (place - *person > kMostLookedAt) break;
    if (IsNamed(*person, surname)) return names_[*person].antecedent;
  }
  for (auto person = behind; person != persons_.end(); ++person) {
    if (*person - place >= kMostLookedAt) break;
    if (IsNamed(*person, surname)) return names_[*person].antecedent;
  }
  return {};
}

void Antecedents::FindPersons() {
  KnowNames(std::string_view::npos);
  for (std::size_t i = 0; i < names_.size(); ++i) {
    if (!names_[i].byline && entities_.Type(names_[i].antecedent.entity) == kPerson)
      persons_.push_back(i);
  }
  persons_known_ = true;
}

bool Antecedents::IsNamed(std::size_t person, std::string_view surname) const {
  return entities_.Folded(names_[person].antecedent.entity).starts_with(surname);
}

}  // namespace zhitu::extract
