#include "extract/rule_matcher.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "extract/fold.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

constexpr std::size_t kMostSteps = 400;    // for one place at which a pattern is tried
constexpr std::size_t kMostMembers = 100;  // of one list

using Kind = Element::Kind;
using Mentions = std::vector<RuleMention>;

// A sentence with what stands in it.
struct Scene {
  const View& view;
  const TextConventions& conventions;
  const RuleSet& rules;
  std::string_view text;  // all folded text up to the end of the sentence
  Span span;
  Span block;  // folded bytes of the whole block
  Zone zone = Zone::kBody;
  Mentions::const_iterator first_mention;
  Mentions::const_iterator last_mention;
  std::vector<Lexicons::Hit>::const_iterator first_hit;
  std::vector<Lexicons::Hit>::const_iterator last_hit;
  std::vector<std::size_t> clauses;  // where clauses begin; those inside names left out

  // True if a clause begins at folded byte `at`, quotes and spaces passed over.
  bool StartsClause(std::size_t at) const {
    while (at > span.begin && (text[at - 1] == '"' || text[at - 1] == ' ')) --at;
    if (at == span.begin) return true;
    do {
      --at;
    } while (!IsLeadByte(text[at]));
    return conventions.EndsClause(NextCodePoint(text, at));
  }
};

// What a pattern found: which mention fills which role.
struct Binding {
  std::string_view role;
  std::vector<const RuleMention*> members;  // one, or those of a list
};

// Tries one rule at one place.
class Attempt {
 public:
  Attempt(const Scene& scene, const Rule& rule) : scene_(scene), rule_(rule) {}

  // True if the pattern matches with its first element at folded byte `at`, filled by `mention` if
  // that is a slot.
  bool Run(std::size_t at, const RuleMention* mention) {
    begin_ = at;
    if (mention != nullptr) return Fill(0, *mention);
    return Match(0, at);
  }

  Span span() const { return {begin_, end_}; }
  const std::vector<Binding>& bindings() const { return bindings_; }

 private:
  bool Match(std::size_t element, std::size_t at) {
    if (++steps_ > kMostSteps) return false;
    if (element == rule_.elements.size()) {
      end_ = at;
      return true;
    }
    const Element& now = rule_.elements[element];
    if (now.kind == Kind::kGap) return MatchAfterGap(element, at);
    if (MatchHere(element, at)) return true;
    return now.optional && Match(element + 1, at);
  }

  bool MatchHere(std::size_t element, std::size_t at) {
    const Element& now = rule_.elements[element];
    const std::size_t place = SkipQuotes(at);
    switch (now.kind) {
      case Kind::kSlot:  // a name may begin with a quote of its own
        return MatchSlotAt(element, at) || (place != at && MatchSlotAt(element, place));
      case Kind::kLexicon:
        return MatchWordAt(element, place);
      case Kind::kText:
        if (scene_.text.substr(at).starts_with(now.text))
          return Match(element + 1, at + now.text.size());
        return scene_.text.substr(place).starts_with(now.text) &&
               Match(element + 1, place + now.text.size());
      case Kind::kBegin:
        return at == scene_.block.begin && Match(element + 1, at);
      case Kind::kClause:
        return Match(element + 1, at);
      case Kind::kEnd:
        return SkipQuotes(at) == scene_.block.end && Match(element + 1, scene_.block.end);
      case Kind::kGap:
        break;
    }
    return false;
  }

  bool MatchSlotAt(std::size_t element, std::size_t place) {
    for (auto mention = FirstMention(place);
         mention != scene_.last_mention && mention->folded.begin == place; ++mention) {
      if (rule_.elements[element].slot.Fits(mention->type) && Fill(element, *mention)) return true;
    }
    return false;
  }

  bool MatchWordAt(std::size_t element, std::size_t place) {
    for (auto hit = FirstHit(place); hit != scene_.last_hit && hit->folded.begin == place; ++hit) {
      if (!scene_.rules.lexicons().Has(hit->word, rule_.elements[element].lexicons)) continue;
      if (Match(element + 1, hit->folded.end)) return true;
    }
    return false;
  }

  bool MatchAfterGap(std::size_t element, std::size_t at) {
    const Element& gap = rule_.elements[element];
    const std::size_t end = EndOfGap(gap, at);
    switch (rule_.elements[element + 1].kind) {
      case Kind::kSlot:
        return SlotAfterGap(element + 1, at, end);
      case Kind::kLexicon:
        return WordAfterGap(element + 1, at, std::min(end, NextRival(gap, at)));
      case Kind::kText:
        return TextAfterGap(element + 1, at, std::min(end, NextRival(gap, at)));
      default:
        return Match(element + 1, scene_.span.end);
    }
  }

  // The nearest mention that fits; a gap never passes over one.
  bool SlotAfterGap(std::size_t element, std::size_t at, std::size_t end) {
    const Slot& slot = rule_.elements[element].slot;
    for (auto mention = FirstMention(at);
         mention != scene_.last_mention && mention->folded.begin <= end; ++mention) {
      if (mention->nested || !slot.Fits(mention->type)) continue;
      return Fill(element, *mention);
    }
    return false;
  }

  bool WordAfterGap(std::size_t element, std::size_t at, std::size_t end) {
    for (auto hit = FirstHit(at); hit != scene_.last_hit && hit->folded.begin <= end; ++hit) {
      if (!scene_.rules.lexicons().Has(hit->word, rule_.elements[element].lexicons)) continue;
      if (Match(element + 1, hit->folded.end)) return true;
    }
    return false;
  }

  bool TextAfterGap(std::size_t element, std::size_t at, std::size_t end) {
    const std::string& wanted = rule_.elements[element].text;
    for (std::size_t place = scene_.text.find(wanted, at);
         place <= end && place != std::string_view::npos;
         place = scene_.text.find(wanted, place + 1)) {
      if (Match(element + 1, place + wanted.size())) return true;
      if (steps_ > kMostSteps) return false;
    }
    return false;
  }

  // Where the next mention begins that could have filled the last slot as well: what follows
  // belongs to that one. In a gap that runs over clauses only one that begins a clause is such a
  // rival; others are objects of what was said before.
  std::size_t NextRival(const Element& gap, std::size_t at) const {
    if (last_slot_ == nullptr) return scene_.span.end;
    for (auto mention = FirstMention(at); mention != scene_.last_mention; ++mention) {
      if (!mention->nested && last_slot_->Fits(mention->type) &&
          (gap.within_clause || StartsClause(*mention))) {
        return mention->folded.begin;
      }
    }
    return scene_.span.end;
  }

  // True if nothing but other mentions stands between the beginning of the clause and the mention.
  bool StartsClause(const RuleMention& mention) const {
    std::size_t at = mention.folded.begin;
    for (auto before = FirstMention(at); before != scene_.first_mention;) {
      --before;
      if (!before->nested && before->folded.end == at) at = before->folded.begin;
    }
    return scene_.StartsClause(at);
  }

  std::size_t EndOfGap(const Element& gap, std::size_t at) const {
    std::size_t place = at;
    for (std::size_t passed = 0; passed < gap.reach && place < scene_.span.end; ++passed) {
      std::size_t next = place;
      const char32_t c = NextCodePoint(scene_.text, next);
      if (gap.within_clause && scene_.conventions.EndsClause(c) && !InsideMention(place))
        return place;
      place = next;
    }
    return place;
  }

  bool InsideMention(std::size_t place) const {
    auto mention = FirstMention(place + 1);
    while (mention != scene_.first_mention) {
      --mention;
      if (!mention->nested) return mention->folded.end > place;
    }
    return false;
  }

  bool Fill(std::size_t element, const RuleMention& mention) {
    const Element& now = rule_.elements[element];
    const std::size_t bound = bindings_.size();
    const Slot* slot_before = last_slot_;
    bindings_.push_back({now.slot.role, {&mention}});
    last_slot_ = &now.slot;
    std::size_t end = mention.folded.end;
    if (now.list) end = TakeList(now.slot, mention, bindings_.back().members);
    if ((!now.inner || FillInner(*now.inner, mention)) && Match(element + 1, end)) return true;
    bindings_.resize(bound);
    last_slot_ = slot_before;
    return false;
  }

  bool FillInner(const Slot& inner, const RuleMention& outer) {
    for (auto mention = FirstMention(outer.folded.begin);
         mention != scene_.last_mention && mention->folded.begin < outer.folded.end; ++mention) {
      const bool fits = mention->nested && mention->folded != outer.folded &&
                        outer.folded.Covers(mention->folded) && inner.Fits(mention->type);
      if (!fits) continue;
      bindings_.push_back({inner.role, {&*mention}});
      return true;
    }
    return false;
  }

  // Further members of a list: fitting mentions with nothing but separators and quotes between.
  std::size_t TakeList(const Slot& slot, const RuleMention& first,
                       std::vector<const RuleMention*>& members) const {
    std::size_t end = first.folded.end;
    while (members.size() < kMostMembers) {
      const std::size_t place = SkipSeparator(SkipQuotes(end));
      const auto next =
          std::find_if(FirstMention(place), scene_.last_mention, [&](const RuleMention& mention) {
            return mention.folded.begin != place || (!mention.nested && slot.Fits(mention.type));
          });
      if (next == scene_.last_mention || next->folded.begin != place) break;
      members.push_back(&*next);
      end = next->folded.end;
    }
    return end;
  }

  std::size_t SkipSeparator(std::size_t at) const {
    for (const std::string& separator : scene_.conventions.list_separator) {
      if (scene_.text.substr(at).starts_with(separator)) return SkipQuotes(at + separator.size());
    }
    return at;
  }

  // Quotes and spaces between two elements are not looked at.
  std::size_t SkipQuotes(std::size_t at) const {
    while (at < scene_.text.size() && (scene_.text[at] == '"' || scene_.text[at] == ' ')) ++at;
    return at;
  }

  Mentions::const_iterator FirstMention(std::size_t from) const {
    return std::lower_bound(
        scene_.first_mention, scene_.last_mention, from,
        [](const RuleMention& mention, std::size_t at) { return mention.folded.begin < at; });
  }
  std::vector<Lexicons::Hit>::const_iterator FirstHit(std::size_t from) const {
    return std::lower_bound(
        scene_.first_hit, scene_.last_hit, from,
        [](const Lexicons::Hit& hit, std::size_t at) { return hit.folded.begin < at; });
  }

  const Scene& scene_;
  const Rule& rule_;
  const Slot* last_slot_ = nullptr;
  std::vector<Binding> bindings_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::size_t steps_ = 0;
};

// Applies all rules to all sentences.
class Applier {
 public:
  Applier(const RuleSet& rules, const TextConventions& conventions, const View& view,
          const Mentions& mentions)
      : rules_(rules),
        conventions_(conventions),
        view_(view),
        mentions_(mentions),
        spent_(rules.rules().size(), false) {
    for (const Lexicons::Hit& hit : rules.lexicons().FindAll(view.folded().text())) {
      if (!InMention(hit.folded)) hits_.push_back(hit);
    }
  }

  std::vector<Statement> Run() {
    for (std::uint32_t i = 0; i < view_.sentences().size(); ++i) ApplyTo(i);
    std::vector<Statement> statements;
    statements.reserve(statements_.size());
    for (auto& [key, statement] : statements_) statements.push_back(std::move(statement));
    std::stable_sort(statements.begin(), statements.end(),
                     [](const Statement& a, const Statement& b) {
                       return a.evidence.front() < b.evidence.front();
                     });
    return statements;
  }

 private:
  // Words inside a name are part of the name.
  bool InMention(const Span& folded) {
    while (next_outer_ < mentions_.size() &&
           (mentions_[next_outer_].nested || mentions_[next_outer_].folded.end <= folded.begin)) {
      ++next_outer_;
    }
    return next_outer_ < mentions_.size() && mentions_[next_outer_].folded.Overlaps(folded);
  }

  void ApplyTo(std::uint32_t number) {
    const Sentence& sentence = view_.sentences()[number];
    Scene scene = SceneOf(sentence);
    FindClauses(scene);
    sentence_ = number;
    for (std::size_t i = 0; i < rules_.rules().size(); ++i) {
      const Rule& rule = rules_.rules()[i];
      if (!spent_[i] && rule.AppliesTo(scene.zone)) spent_[i] = ApplyRule(rule, scene) && rule.once;
    }
  }

  Scene SceneOf(const Sentence& sentence) const {
    const auto mention_at = [&](std::size_t at) {
      return std::lower_bound(mentions_.begin(), mentions_.end(), at,
                              [](const RuleMention& mention, std::size_t place) {
                                return mention.folded.begin < place;
                              });
    };
    const auto hit_at = [&](std::size_t at) {
      return std::lower_bound(
          hits_.begin(), hits_.end(), at,
          [](const Lexicons::Hit& hit, std::size_t place) { return hit.folded.begin < place; });
    };
    const std::string_view text = view_.folded().text();
    return {view_,
            conventions_,
            rules_,
            text.substr(0, sentence.folded.end),
            sentence.folded,
            view_.blocks()[sentence.block],
            view_.document().blocks[sentence.block].zone,
            mention_at(sentence.folded.begin),
            mention_at(sentence.folded.end),
            hit_at(sentence.folded.begin),
            hit_at(sentence.folded.end),
            {}};
  }

  static void FindClauses(Scene& scene) {
    scene.clauses.push_back(scene.span.begin);
    auto mention = scene.first_mention;
    for (std::size_t at = scene.span.begin; at < scene.span.end;) {
      const std::size_t begin = at;
      if (!scene.conventions.EndsClause(NextCodePoint(scene.text, at))) continue;
      while (mention != scene.last_mention && (mention->nested || mention->folded.end <= begin))
        ++mention;
      const bool inside = mention != scene.last_mention && mention->folded.begin <= begin;
      if (!inside && at < scene.span.end) scene.clauses.push_back(at);
    }
  }

  // True if the rule matched somewhere.
  bool ApplyRule(const Rule& rule, const Scene& scene) {
    const Element& first = rule.elements.front();
    bool matched = false;
    const auto attempt = [&](std::size_t at, const RuleMention* mention) {
      if (matched && rule.once) return;
      Attempt tried(scene, rule);
      if (!tried.Run(at, mention) || Excluded(rule, scene, tried.span())) return;
      matched = true;
      State(rule, tried);
    };
    if (first.kind == Kind::kSlot) {
      for (auto mention = scene.first_mention; mention != scene.last_mention; ++mention) {
        if (first.slot.Fits(mention->type)) attempt(mention->folded.begin, &*mention);
      }
    } else if (first.kind == Kind::kLexicon) {
      for (auto hit = scene.first_hit; hit != scene.last_hit; ++hit) {
        if (rules_.lexicons().Has(hit->word, first.lexicons)) attempt(hit->folded.begin, nullptr);
      }
    } else if (first.kind == Kind::kClause) {
      for (const std::size_t at : scene.clauses) attempt(at, nullptr);
    } else if (first.kind == Kind::kBegin) {
      if (scene.span.begin == scene.block.begin) attempt(scene.span.begin, nullptr);
    } else {
      for (std::size_t at = scene.text.find(first.text, scene.span.begin);
           at != std::string_view::npos; at = scene.text.find(first.text, at + 1)) {
        attempt(at, nullptr);
      }
    }
    return matched;
  }

  bool Excluded(const Rule& rule, const Scene& scene, const Span& span) const {
    if (rule.without.empty()) return false;
    return std::any_of(scene.first_hit, scene.last_hit, [&](const Lexicons::Hit& hit) {
      return span.Covers(hit.folded) && rules_.lexicons().Has(hit.word, rule.without);
    });
  }

  void State(const Rule& rule, const Attempt& match) {
    static const std::vector<const RuleMention*> kDocumentItself = {nullptr};
    const auto fill = [&](const std::string& role) -> const std::vector<const RuleMention*>* {
      if (role == kDocumentRole) return &kDocumentItself;
      for (const Binding& binding : match.bindings()) {
        if (binding.role == role) return &binding.members;
      }
      return nullptr;  // an optional slot that was not there
    };
    const auto* subjects = fill(rule.subject);
    const auto* objects = fill(rule.object);
    if (subjects == nullptr || objects == nullptr) return;
    for (const RuleMention* subject : *subjects) {
      for (const RuleMention* object : *objects) Keep(rule, subject, object, match.span());
    }
  }

  void Keep(const Rule& rule, const RuleMention* subject, const RuleMention* object,
            const Span& span) {
    Statement statement;
    statement.subject = subject == nullptr ? kThisDocument : subject->entity;
    statement.object = object == nullptr ? kThisDocument : object->entity;
    if (statement.subject == statement.object) return;
    statement.predicate = rule.predicate;
    statement.rule = rule.id;
    statement.confidence = rule.confidence;
    statement.modality = rule.modality;
    statement.evidence = {view_.Original(span)};
    const auto [known, fresh] = statements_.try_emplace(
        {sentence_, statement.subject, statement.predicate, statement.object}, statement);
    if (!fresh && known->second.confidence < statement.confidence) known->second = statement;
  }

  using Key = std::tuple<std::uint32_t, EntityIndex, std::string, EntityIndex>;

  const RuleSet& rules_;
  const TextConventions& conventions_;
  const View& view_;
  const Mentions& mentions_;
  std::vector<Lexicons::Hit> hits_;
  std::vector<bool> spent_;  // rules that count once and have matched
  std::size_t next_outer_ = 0;
  std::uint32_t sentence_ = 0;
  std::map<Key, Statement> statements_;
};

}  // namespace

std::vector<Statement> ApplyRules(const RuleSet& rules, const TextConventions& conventions,
                                  const View& view, const std::vector<RuleMention>& mentions) {
  return Applier(rules, conventions, view, mentions).Run();
}

}  // namespace zhitu::extract
