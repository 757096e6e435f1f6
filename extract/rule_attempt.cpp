#include "extract/rule_attempt.h"

#include <algorithm>

#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

constexpr std::size_t kMostSteps = 400;
constexpr std::size_t kMostMembers = 100;     // of one list
constexpr std::size_t kLongestCharacter = 4;  // bytes

using Kind = Element::Kind;

}  // namespace

Bindings::Members Bindings::members(std::size_t number) const {
  const std::size_t first = roles_[number].first;
  const std::size_t last = number + 1 < roles_.size() ? roles_[number + 1].first : members_.size();
  return Members(members_).subspan(first, last - first);
}

std::optional<Bindings::Members> Bindings::Find(std::string_view role) const {
  for (std::size_t i = 0; i < roles_.size(); ++i) {
    if (roles_[i].name == role) return members(i);
  }
  return std::nullopt;
}

void Bindings::Fill(std::string_view role, const RuleMention& mention) {
  roles_.push_back({role, members_.size()});
  members_.push_back(&mention);
}

void Bindings::Append(const Bindings& other) {
  for (const Role& role : other.roles_) roles_.push_back({role.name, members_.size() + role.first});
  members_.insert(members_.end(), other.members_.begin(), other.members_.end());
}

void Bindings::Shrink(std::size_t size) {
  if (size >= roles_.size()) return;
  members_.resize(roles_[size].first);
  roles_.resize(size);
}

bool RuleAttempt::Run(const std::vector<Element>& elements, std::size_t at,
                      const RuleMention* mention) {
  elements_ = elements;
  bindings_.Clear();
  last_slot_ = nullptr;
  steps_ = 0;
  begin_ = at;
  return mention != nullptr ? Fill(0, *mention) : Match(0, at);
}

bool RuleAttempt::Match(std::size_t element, std::size_t at) {
  if (++steps_ > kMostSteps) return false;
  if (element == elements_.size()) {
    end_ = at;
    return true;
  }
  const Element& now = elements_[element];
  if (now.kind == Kind::kGap) return MatchAfterGap(element, at);
  if (MatchHere(element, at)) return true;
  return now.optional && MatchWithout(element, at);
}

// What could have filled a slot that is left out is a rival in the gap behind it.
bool RuleAttempt::MatchWithout(std::size_t element, std::size_t at) {
  const Slot* const slot_before = last_slot_;
  if (elements_[element].kind == Kind::kSlot) last_slot_ = &elements_[element].slot;
  if (Match(element + 1, at)) return true;
  last_slot_ = slot_before;
  return false;
}

bool RuleAttempt::MatchHere(std::size_t element, std::size_t at) {
  // Quotes and spaces between two elements are not looked at.
  const std::size_t place = scene_->SkipQuotes(at);
  switch (elements_[element].kind) {
    case Kind::kSlot:  // a name may begin with a quote of its own
      return MatchSlot(element, at) || (place != at && MatchSlot(element, place));
    case Kind::kLexicon:
      return MatchWord(element, place);
    case Kind::kText:
      return MatchText(element, at) || (place != at && MatchText(element, place));
    case Kind::kBegin:
      return at == scene_->block().begin && Match(element + 1, at);
    case Kind::kClause:
      return Match(element + 1, at);
    case Kind::kEnd:
      return place == scene_->block().end && Match(element + 1, place);
    case Kind::kGap:
      break;
  }
  return false;
}

bool RuleAttempt::MatchText(std::size_t element, std::size_t at) {
  const std::string& wanted = elements_[element].text;
  return scene_->Rest(at).starts_with(wanted) && Match(element + 1, at + wanted.size());
}

bool RuleAttempt::MatchSlot(std::size_t element, std::size_t place) {
  for (const RuleMention& mention : scene_->MentionsFrom(place)) {
    if (mention.folded.begin != place) break;
    if (elements_[element].slot.Fits(mention.type) && Fill(element, mention)) return true;
  }
  return false;
}

bool RuleAttempt::MatchWord(std::size_t element, std::size_t place) {
  return WordAfterGap(element, place, place);
}

bool RuleAttempt::MatchAfterGap(std::size_t element, std::size_t at) {
  const Element& gap = elements_[element];
  if (!IsNear(elements_[element + 1], at, gap.reach)) return false;
  const std::size_t end = EndOfGap(at, gap.reach, gap.within_clause);
  switch (elements_[element + 1].kind) {
    case Kind::kSlot:
      return SlotAfterGap(element + 1, at, end);
    case Kind::kLexicon:
      return WordAfterGap(element + 1, at, EndBeforeRival(gap, at, end));
    case Kind::kText:
      return TextAfterGap(element + 1, at, EndBeforeRival(gap, at, end));
    default:  // the end of the block
      return Match(element + 1, end);
  }
}

// False if what stands behind a gap of so many characters is nowhere that near, which is told
// without reading them. Text is not looked for.
bool RuleAttempt::IsNear(const Element& element, std::size_t at, std::size_t reach) const {
  const std::size_t farthest = at + reach * kLongestCharacter;
  if (element.kind == Kind::kSlot) {
    for (const RuleMention& mention : scene_->MentionsFrom(at)) {
      if (mention.folded.begin > farthest) break;
      if (!mention.nested && element.slot.Fits(mention.type)) return true;
    }
    return false;
  }
  if (element.kind != Kind::kLexicon) return true;
  for (const Lexicons::Hit& hit : scene_->HitsFrom(at)) {
    if (hit.folded.begin > farthest) break;
    if (lexicons_.Has(hit.word, element.lexicons)) return true;
  }
  return false;
}

// The nearest mention that fits; a gap never passes over one.
bool RuleAttempt::SlotAfterGap(std::size_t element, std::size_t at, std::size_t end) {
  for (const RuleMention& mention : scene_->MentionsFrom(at)) {
    if (mention.folded.begin > end) break;
    if (!mention.nested && elements_[element].slot.Fits(mention.type))
      return Fill(element, mention);
  }
  return false;
}

bool RuleAttempt::WordAfterGap(std::size_t element, std::size_t at, std::size_t end) {
  for (const Lexicons::Hit& hit : scene_->HitsFrom(at)) {
    if (hit.folded.begin > end) break;
    if (!lexicons_.Has(hit.word, elements_[element].lexicons)) continue;
    if (Match(element + 1, hit.folded.end)) return true;
  }
  return false;
}

bool RuleAttempt::TextAfterGap(std::size_t element, std::size_t at, std::size_t end) {
  const std::string& wanted = elements_[element].text;
  const std::string_view reach = scene_->text().substr(0, end + wanted.size());
  for (std::size_t place = reach.find(wanted, at); place != std::string_view::npos;
       place = reach.find(wanted, place + 1)) {
    if (Match(element + 1, place + wanted.size())) return true;
  }
  return false;
}

std::size_t RuleAttempt::EndOfGap(std::size_t at, std::size_t reach, bool within_clause) const {
  std::size_t place = at;
  for (std::size_t passed = 0; passed < reach && place < scene_->span().end; ++passed) {
    std::size_t next = place;
    const char32_t c = NextCodePoint(scene_->text(), next);
    const bool ends = within_clause && scene_->conventions().EndsClause(c) &&
                      !IsSeparator(place, next) && !scene_->InsideMention(place);
    if (ends) return place;
    place = next;
  }
  return place;
}

// The end of a gap, or where the next mention begins that could have filled the last slot as well:
// what follows belongs to that one. In a gap that runs over clauses only one that begins a clause
// is such a rival; others are objects of what was said before.
std::size_t RuleAttempt::EndBeforeRival(const Element& gap, std::size_t at, std::size_t end) const {
  if (last_slot_ == nullptr) return end;
  for (const RuleMention& mention : scene_->MentionsFrom(at)) {
    if (mention.folded.begin >= end) break;
    if (!mention.nested && !mention.oblique && last_slot_->Fits(mention.type) &&
        (gap.within_clause || scene_->OpensClause(mention))) {
      return mention.folded.begin;
    }
  }
  return end;
}

bool RuleAttempt::Fill(std::size_t element, const RuleMention& mention) {
  const Element& now = elements_[element];
  const std::size_t bound = bindings_.size();
  const Slot* slot_before = last_slot_;
  bindings_.Fill(now.slot.role, mention);
  last_slot_ = &now.slot;
  std::size_t end = mention.folded.end;
  if (now.list) end = TakeList(now, mention);
  if ((!now.inner || FillInner(*now.inner, mention)) && Match(element + 1, end)) return true;
  bindings_.Shrink(bound);
  last_slot_ = slot_before;
  return false;
}

bool RuleAttempt::FillInner(const Slot& inner, const RuleMention& outer) {
  for (const RuleMention& mention : scene_->MentionsFrom(outer.folded.begin)) {
    if (mention.folded.begin >= outer.folded.end) break;
    const bool fits = mention.nested && mention.folded != outer.folded &&
                      outer.folded.Covers(mention.folded) && inner.Fits(mention.type);
    if (!fits) continue;
    bindings_.Fill(inner.role, mention);
    return true;
  }
  return false;
}

// Further members of a list: fitting mentions with nothing but separators and quotes between, or
// behind a separator some words of their own (基层治理“一网清”、数据共享“一表通”).
std::size_t RuleAttempt::TakeList(const Element& list, const RuleMention& first) {
  std::size_t end = first.folded.end;
  for (std::size_t members = 1; members < kMostMembers; ++members) {
    const RuleMention* const next = NextMember(list, end);
    if (next == nullptr) break;
    bindings_.Add(*next);
    end = next->folded.end;
  }
  return end;
}

const RuleMention* RuleAttempt::NextMember(const Element& list, std::size_t end) const {
  const std::size_t unquoted = scene_->SkipQuotes(end);
  const std::size_t place = SkipSeparator(unquoted);
  if (place == end) return nullptr;
  const std::size_t limit =
      place == unquoted ? place : EndOfGap(place, list.list_reach, /*within_clause=*/true);
  for (const RuleMention& mention : scene_->MentionsFrom(place)) {
    if (mention.folded.begin > limit) break;
    if (!mention.nested) return list.slot.Fits(mention.type) ? &mention : nullptr;
  }
  return nullptr;
}

// A mark between the members of a list ends no clause. The comma of spaced scripts, which parts
// clauses as well, does.
bool RuleAttempt::IsSeparator(std::size_t begin, std::size_t end) const {
  if (scene_->Rest(end).starts_with(' ')) return false;
  return scene_->conventions().Separates(scene_->text().substr(begin, end - begin));
}

std::size_t RuleAttempt::SkipSeparator(std::size_t at) const {
  std::size_t longest = 0;
  for (const std::string& separator : scene_->conventions().list_separator) {
    if (scene_->Rest(at).starts_with(separator)) longest = std::max(longest, separator.size());
  }
  return longest == 0 ? at : scene_->SkipQuotes(at + longest);
}

}  // namespace zhitu::extract
