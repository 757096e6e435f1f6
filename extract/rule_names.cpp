#include "extract/rule_names.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "extract/foreign_names.h"
#include "extract/found_entities.h"
#include "extract/name_choice.h"
#include "extract/person_names.h"
#include "extract/utf8.h"
#include "extract/word_boundary.h"

namespace zhitu::extract {
namespace {

constexpr std::size_t kMostRepeated = 50;  // names of one document that are looked for again
constexpr double kRepeated = 0.9;          // of the score that the name has where a rule finds it
// What each character of a name is worth: a known one counts whole, of others part is the score.
constexpr double kKnown = 1.0;
constexpr double kByRule = 0.65;

class RuleNames {
 public:
  RuleNames(const NameScene& scene, EntityIndex first, std::vector<LinkedMention>& names,
            std::vector<Entity>& found)
      : scene_(scene), names_(names), found_(first, found), text_(scene.view.folded().text()) {}

  // @param weighed  gets all that was chosen between, by place; may be null.
  void Run(std::vector<WeighedName>* weighed) {
    candidates_ = FindBodyNames(scene_);
    for (auto find : {FindPersonNames, FindForeignNames}) {
      std::vector<NameCandidate> persons = find(scene_);
      std::move(persons.begin(), persons.end(), std::back_inserter(candidates_));
    }
    std::erase_if(candidates_, [&](const NameCandidate& candidate) {
      return scene_.gazetteer.Ignores(candidate.folded.In(text_));
    });
    if (candidates_.empty()) return;
    Choose();
    if (Repeat()) Choose();
    if (weighed != nullptr) *weighed = Weighed();
    if (std::any_of(chosen_.begin(), chosen_.end(),
                    [this](std::size_t number) { return IsCandidate(number); }))
      Apply();
  }

 private:
  double WeightOf(const NameCandidate& candidate) const {
    return static_cast<double>(CountCodePoints(candidate.folded.In(text_))) *
           (kByRule + (1 - kByRule) * candidate.score);
  }

  // The numbers of the known names come first that stand alone and share text with a candidate,
  // then those of candidates. All other names stay in any case.
  void Choose() {
    const std::vector<Span> contested = Contested();
    spans_.clear();
    outer_.clear();
    auto next = contested.begin();
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (names_[i].mention.nested) continue;
      const Span& folded = names_[i].folded;
      while (next != contested.end() && next->end <= folded.begin) ++next;
      if (next == contested.end() || next->begin >= folded.end) continue;
      outer_.push_back(i);
      spans_.push_back({folded, static_cast<double>(CountCodePoints(folded.In(text_))) * kKnown});
    }
    for (const NameCandidate& candidate : candidates_)
      spans_.push_back({candidate.folded, WeightOf(candidate)});
    chosen_ = ChooseBest(spans_);
  }

  std::vector<WeighedName> Weighed() const {
    std::vector<WeighedName> weighed;
    weighed.reserve(spans_.size());
    for (std::size_t number = 0; number < spans_.size(); ++number) {
      WeighedName name;
      name.span = scene_.view.Original(spans_[number].span);
      name.weight = spans_[number].weight;
      if (IsCandidate(number)) {
        name.type = CandidateOf(number).type;
        name.why = CandidateOf(number).why;
      } else {
        Tell(names_[outer_[number]].mention, name);
      }
      weighed.push_back(std::move(name));
    }
    for (const std::size_t number : chosen_) weighed[number].chosen = true;
    const auto place = [](const WeighedName& name) {
      return std::tuple(name.span.begin, -static_cast<std::ptrdiff_t>(name.span.end));
    };
    std::stable_sort(weighed.begin(), weighed.end(),
                     [&](const WeighedName& a, const WeighedName& b) {
                       return std::tuple(place(a), !a.chosen) < std::tuple(place(b), !b.chosen);
                     });
    // Several rules may find one name.
    const auto same = [](const WeighedName& a, const WeighedName& b) {
      return a.span == b.span && a.type == b.type && a.why == b.why;
    };
    weighed.erase(std::unique(weighed.begin(), weighed.end(), same), weighed.end());
    return weighed;
  }

  void Tell(const Mention& known, WeighedName& name) const {
    const bool listed = known.entity < scene_.gazetteer.size();
    if (known.entity != kNoEntity) name.type = scene_.entities.Type(known.entity);
    name.why = known.why.empty() && listed ? scene_.gazetteer.Why(known.entity) : known.why;
  }

  // The text that candidates cover, in order and without overlaps.
  std::vector<Span> Contested() const {
    std::vector<Span> spans;
    spans.reserve(candidates_.size());
    for (const NameCandidate& candidate : candidates_) spans.push_back(candidate.folded);
    std::sort(spans.begin(), spans.end());
    std::vector<Span> joined;
    for (const Span& span : spans) {
      if (!joined.empty() && span.begin < joined.back().end) {
        joined.back().end = std::max(joined.back().end, span.end);
      } else {
        joined.push_back(span);
      }
    }
    return joined;
  }

  bool IsCandidate(std::size_t number) const { return number >= outer_.size(); }
  const NameCandidate& CandidateOf(std::size_t number) const {
    return candidates_[number - outer_.size()];
  }
  const Span& SpanOf(std::size_t number) const {
    return IsCandidate(number) ? CandidateOf(number).folded : names_[outer_[number]].folded;
  }

  // Adds the other places of the chosen candidates' words; false if there are none.
  bool Repeat() {
    std::vector<NameCandidate> more;
    std::set<std::string_view> seen;
    for (const std::size_t number : chosen_) {
      if (!IsCandidate(number)) continue;
      if (seen.size() == kMostRepeated) break;
      const NameCandidate& name = CandidateOf(number);
      const std::string_view words = name.folded.In(text_);
      if (!seen.insert(words).second) continue;
      for (std::size_t at = text_.find(words); at != std::string_view::npos;
           at = text_.find(words, at + words.size())) {
        if (at == name.folded.begin || !StandsFree(text_, {at, at + words.size()})) continue;
        more.push_back(
            {{at, at + words.size()}, name.type, name.score * kRepeated, "repeated name"});
      }
    }
    candidates_.insert(candidates_.end(), more.begin(), more.end());
    return !more.empty();
  }

  // Puts the chosen candidates among the names, and the known names where they belong then.
  void Apply() {
    std::vector<LinkedMention> kept;
    std::size_t next = 0;
    std::size_t freed = 0;  // where the last name ends that nothing holds any longer
    for (LinkedMention& name : names_) {
      while (next < chosen_.size() && SpanOf(chosen_[next]).end <= name.folded.begin) ++next;
      const bool beside = next == chosen_.size() || !SpanOf(chosen_[next]).Overlaps(name.folded);
      if (beside) {
        name.mention.nested = name.folded.begin < freed;  // what held it was cut
        freed = std::max(freed, name.folded.end);
      } else if (IsCandidate(chosen_[next])) {
        const Span& around = SpanOf(chosen_[next]);
        if (!around.Covers(name.folded) || around == name.folded) continue;
        name.mention.nested = true;
      }
      kept.push_back(std::move(name));
    }
    std::vector<LinkedMention> more;
    for (const std::size_t number : chosen_) {
      if (IsCandidate(number)) more.push_back(Make(CandidateOf(number)));
    }
    names_ = std::move(kept);
    MergeByFolded(std::move(more), names_);
  }

  LinkedMention Make(const NameCandidate& candidate) {
    LinkedMention made;
    Mention& mention = made.mention;
    mention = MentionAt(scene_.view, scene_.view.Original(candidate.folded), candidate.folded);
    mention.entity = EntityOf(candidate, mention.span);
    mention.confidence = candidate.score;
    mention.why = candidate.why;
    made.folded = candidate.folded;
    made.in_title = candidate.in_title;
    return made;
  }

  // The dictionary's entity of that name; else one of its own, the same for each way to write it.
  EntityIndex EntityOf(const NameCandidate& candidate, const Span& original) {
    const auto [known, fresh] =
        entities_.try_emplace({candidate.folded.In(text_), candidate.type}, kNoEntity);
    if (fresh) {
      const EntityIndex entity = InDictionary(candidate);
      known->second = entity != kNoEntity ? entity : NewEntity(candidate, original);
    }
    return known->second;
  }

  EntityIndex InDictionary(const NameCandidate& candidate) const {
    const std::vector<EntityIndex> readings = scene_.gazetteer.Readings(candidate.folded.In(text_));
    if (readings.size() == 1) return readings.front();
    const auto same = std::find_if(readings.begin(), readings.end(), [&](EntityIndex reading) {
      return scene_.gazetteer.Type(reading) == candidate.type;
    });
    return same != readings.end() ? *same : kNoEntity;
  }

  EntityIndex NewEntity(const NameCandidate& candidate, const Span& original) {
    return found_.Named(SurfaceOf(scene_.view.document(), original), candidate.type, candidate.why);
  }

  const NameScene& scene_;
  std::vector<LinkedMention>& names_;
  FoundEntities found_;
  std::string_view text_;
  std::vector<NameCandidate> candidates_;
  std::vector<WeighedSpan> spans_;   // of outer_, then candidates_
  std::vector<std::size_t> outer_;   // of names_: those that a candidate could displace
  std::vector<std::size_t> chosen_;  // of outer_, then candidates_
  std::map<std::pair<std::string_view, std::string_view>, EntityIndex> entities_;  // by words, type
};

}  // namespace

void FindRuleNames(const NameScene& scene, EntityIndex first, std::vector<LinkedMention>& names,
                   std::vector<Entity>& found, std::vector<WeighedName>* weighed) {
  if (scene.knowledge.names.empty()) return;
  RuleNames(scene, first, names, found).Run(weighed);
}

}  // namespace zhitu::extract
