#include "extract/rule_matcher.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "extract/rule_attempt.h"
#include "extract/scene_contents.h"
#include "extract/topics.h"

namespace zhitu::extract {
namespace {

// What a pattern matched.
struct Matched {
  Span span;
  std::vector<Binding> bindings;
};

// Applies all rules to all sentences.
class Applier {
 public:
  Applier(std::span<const Rule> rules, const RuleInput& input, const Topics& topics)
      : rules_(rules),
        in_(input),
        topics_(topics),
        spent_(rules.size(), false),
        earlier_(rules.size()) {
    for (const Lexicons::Hit& hit : input.hits) {
      if (!InMention(hit.folded)) hits_.push_back(hit);
    }
  }

  std::vector<Statement> Run() {
    for (std::uint32_t i = 0; i < in_.view.sentences().size(); ++i) ApplyTo(i);
    DropFallbacks();
    std::vector<Statement> statements;
    statements.reserve(statements_.size());
    for (auto& [key, kept] : statements_) statements.push_back(std::move(kept.statement));
    std::stable_sort(statements.begin(), statements.end(),
                     [](const Statement& a, const Statement& b) {
                       return a.evidence.front() < b.evidence.front();
                     });
    return statements;
  }

 private:
  struct Kept {
    Statement statement;
    bool fallback = false;
  };
  // Sentence (none for what fallbacks say of the whole document), subject, predicate, object.
  using Key = std::tuple<std::optional<std::uint32_t>, EntityIndex, std::string, EntityIndex>;
  using Members = std::vector<const RuleMention*>;

  // Words inside a name are part of the name.
  bool InMention(const Span& folded) {
    const std::vector<RuleMention>& mentions = in_.mentions;
    while (next_outer_ < mentions.size() &&
           (mentions[next_outer_].nested || mentions[next_outer_].folded.end <= folded.begin)) {
      ++next_outer_;
    }
    return next_outer_ < mentions.size() && mentions[next_outer_].folded.Overlaps(folded);
  }

  void ApplyTo(std::uint32_t number) {
    const Sentence& sentence = in_.view.sentences()[number];
    const RuleScene scene(in_.view, in_.knowledge.conventions, sentence, in_.mentions, hits_);
    sentence_ = number;
    if (number == 0 || in_.view.sentences()[number - 1].block != sentence.block) {
      for (std::vector<Matched>& matches : earlier_) matches.clear();
    }
    const SceneContents contents(scene, in_.knowledge.lexicons);
    for (std::size_t i = 0; i < rules_.size(); ++i) {
      const Rule& rule = rules_[i];
      if (spent_[i] || !rule.AppliesTo(scene.zone())) continue;
      if (!rule.after.empty() && contents.MayMatch(rule.after))
        NoteEarlier(rule.after, scene, earlier_[i]);
      if (contents.MayMatch(rule.elements)) spent_[i] = ApplyRule(i, scene) && rule.once;
    }
  }

  // Keeps the matches in the order of their ends.
  void NoteEarlier(const std::vector<Element>& pattern, const RuleScene& scene,
                   std::vector<Matched>& matches) const {
    const auto before = static_cast<std::ptrdiff_t>(matches.size());
    ForEachMatch(pattern, scene, [&](RuleAttempt& attempt) {
      matches.push_back({attempt.span(), attempt.bindings()});
      return true;
    });
    std::stable_sort(matches.begin() + before, matches.end(),
                     [](const Matched& a, const Matched& b) { return a.span.end < b.span.end; });
  }

  // True if the rule matched somewhere.
  bool ApplyRule(std::size_t number, const RuleScene& scene) {
    const Rule& rule = rules_[number];
    bool matched = false;
    ForEachMatch(rule.elements, scene, [&](const RuleAttempt& attempt) {
      if (HoldsWord(scene, attempt.span(), rule.without)) return true;
      Matched match{attempt.span(), attempt.bindings()};
      if (!rule.after.empty() && !AddEarlier(earlier_[number], match)) return true;
      matched = State(rule, scene, match) || matched;
      return !(matched && rule.once);
    });
    return matched;
  }

  // Calls `visit` with each match of a pattern in the sentence until it says no.
  template <typename Visit>
  void ForEachMatch(const std::vector<Element>& pattern, const RuleScene& scene,
                    Visit visit) const {
    bool go_on = true;
    ForEachStart(pattern.front(), scene, [&](std::size_t at, const RuleMention* mention) {
      if (!go_on) return;
      RuleAttempt attempt(scene, in_.knowledge.lexicons, pattern);
      if (attempt.Run(at, mention)) go_on = visit(attempt);
    });
  }

  // Calls `visit` with each place at which a pattern can begin, and the mention if it is a slot.
  template <typename Visit>
  void ForEachStart(const Element& first, const RuleScene& scene, Visit visit) const {
    switch (first.kind) {
      case Element::Kind::kSlot:
        for (const RuleMention& mention : scene.mentions()) {
          if (first.slot.Fits(mention.type)) visit(mention.folded.begin, &mention);
        }
        break;
      case Element::Kind::kLexicon:
        for (const Lexicons::Hit& hit : scene.hits()) {
          if (in_.knowledge.lexicons.Has(hit.word, first.lexicons))
            visit(hit.folded.begin, nullptr);
        }
        break;
      case Element::Kind::kClause:
        for (const std::size_t at : scene.clauses()) visit(at, nullptr);
        break;
      case Element::Kind::kBegin:
        if (scene.span().begin == scene.block().begin) visit(scene.span().begin, nullptr);
        break;
      case Element::Kind::kEnd:  // all there is of the pattern
        if (scene.span().end == scene.block().end) visit(scene.span().end, nullptr);
        break;
      default:  // text; a pattern begins with nothing else
        for (std::size_t at = scene.text().find(first.text, scene.span().begin);
             at != std::string_view::npos; at = scene.text().find(first.text, at + 1)) {
          visit(at, nullptr);
        }
    }
  }

  // Adds what the match bound that ends nearest before this one. False if there is none.
  static bool AddEarlier(const std::vector<Matched>& earlier, Matched& match) {
    const auto behind = std::upper_bound(
        earlier.begin(), earlier.end(), match.span.begin,
        [](std::size_t at, const Matched& before) { return at < before.span.end; });
    if (behind == earlier.begin()) return false;
    const std::vector<Binding>& nearest = std::prev(behind)->bindings;
    match.bindings.insert(match.bindings.end(), nearest.begin(), nearest.end());
    return true;
  }

  bool HoldsWord(const RuleScene& scene, const Span& span, const WordSet& words) const {
    if (words.empty()) return false;
    for (const Lexicons::Hit& hit : scene.HitsFrom(span.begin)) {
      if (hit.folded.begin >= span.end) break;
      if (span.Covers(hit.folded) && in_.knowledge.lexicons.Has(hit.word, words)) return true;
    }
    return false;
  }

  // True if something was stated.
  bool State(const Rule& rule, const RuleScene& scene, const Matched& match) {
    const std::optional<Members> subjects = Fill(rule, rule.subject, match);
    const std::optional<Members> objects = Fill(rule, rule.object, match);
    if (!subjects || !objects || !AllNamed(rule, match)) return false;
    bool stated = false;
    for (const RuleMention* subject : *subjects) {
      for (const RuleMention* object : *objects) {
        stated = Keep(rule, scene, match, subject, object) || stated;
      }
    }
    return stated;
  }

  // Null stands for the document; nothing for a role that is not filled.
  std::optional<Members> Fill(const Rule& rule, const std::string& role,
                              const Matched& match) const {
    if (role == kDocumentRole) return Members{nullptr};
    if (role == kTopicRole || role == kMainRole) {
      const RuleMention* const topic =
          role == kMainRole ? topics_.main() : topics_.At(match.span.begin);
      const bool fits = topic != nullptr &&
                        (rule.topic.empty() ||
                         std::binary_search(rule.topic.begin(), rule.topic.end(), topic->type));
      if (!fits) return std::nullopt;
      return Members{topic};
    }
    for (const Binding& binding : match.bindings) {
      if (binding.role == role) return binding.members;
    }
    return std::nullopt;  // an optional slot that was not there
  }

  // True if the names of all roles end as the rule asks.
  bool AllNamed(const Rule& rule, const Matched& match) const {
    return std::all_of(rule.names.begin(), rule.names.end(), [&](const RoleNames& names) {
      const std::optional<Members> members = Fill(rule, names.role, match);
      return members && std::all_of(members->begin(), members->end(), [&](const RuleMention* m) {
               return m != nullptr && EndsWithOne(in_.entities.Folded(m->entity), names.endings);
             });
    });
  }

  static bool EndsWithOne(const std::string& name, const std::vector<std::string>& endings) {
    return std::any_of(endings.begin(), endings.end(),
                       [&](const std::string& ending) { return name.ends_with(ending); });
  }

  bool Keep(const Rule& rule, const RuleScene& scene, const Matched& match,
            const RuleMention* subject, const RuleMention* object) {
    const Span& span = match.span;
    Statement statement;
    statement.subject = subject == nullptr ? kThisDocument : subject->entity;
    statement.object = object == nullptr ? kThisDocument : object->entity;
    if (statement.subject == statement.object) return false;
    statement.predicate = rule.predicate;
    statement.rule = rule.id;
    statement.confidence = rule.confidence;
    statement.modality = ModalityOf(rule, scene, span);
    statement.evidence = EvidenceOf(span, subject, object);
    statement.roles = RolesOf(rule, match);
    statement.folded = span;
    statement.sentence = sentence_;
    const auto sentence = rule.fallback ? std::nullopt : std::optional(sentence_);
    const auto [known, fresh] = statements_.try_emplace(
        {sentence, statement.subject, statement.predicate, statement.object},
        Kept{statement, rule.fallback});
    if (!fresh && known->second.statement.confidence < statement.confidence)
      known->second = {statement, rule.fallback};
    return true;
  }

  std::vector<RolePlace> RolesOf(const Rule& rule, const Matched& match) const {
    std::vector<RolePlace> roles;
    for (const Binding& binding : match.bindings) {
      for (const RuleMention* member : binding.members)
        roles.push_back({std::string(binding.role), in_.view.Original(member->folded)});
    }
    for (const std::string* role : {&rule.subject, &rule.object}) {
      if (*role != kTopicRole && *role != kMainRole) continue;
      const std::optional<Members> filled = Fill(rule, *role, match);
      if (filled) roles.push_back({*role, in_.view.Original(filled->front()->folded)});
    }
    return roles;
  }

  Modality ModalityOf(const Rule& rule, const RuleScene& scene, const Span& span) const {
    if (rule.modality != Modality::kFactual) return rule.modality;
    if (HoldsWord(scene, span, in_.knowledge.discourse.negated)) return Modality::kNegated;
    if (HoldsWord(scene, span, in_.knowledge.discourse.planned)) return Modality::kPlanned;
    return Modality::kFactual;
  }

  // The words that match, then ends that stand elsewhere.
  std::vector<Span> EvidenceOf(const Span& span, const RuleMention* subject,
                               const RuleMention* object) const {
    std::vector<Span> evidence;
    if (span.size() > 0) evidence.push_back(in_.view.Original(span));
    const std::size_t words = evidence.size();
    for (const RuleMention* end : {subject, object}) {
      if (end == nullptr || span.Covers(end->folded)) continue;
      evidence.push_back(in_.view.Original(end->folded));
    }
    std::sort(evidence.begin() + static_cast<std::ptrdiff_t>(words), evidence.end());
    return evidence;
  }

  // A fallback says nothing of a subject of which another rule says the same.
  void DropFallbacks() {
    std::set<std::pair<EntityIndex, std::string>> said;
    for (const auto& [key, kept] : statements_) {
      if (!kept.fallback) said.emplace(kept.statement.subject, kept.statement.predicate);
    }
    std::erase_if(statements_, [&](const auto& entry) {
      const Kept& kept = entry.second;
      return kept.fallback && said.contains({kept.statement.subject, kept.statement.predicate});
    });
  }

  std::span<const Rule> rules_;
  const RuleInput& in_;
  const Topics& topics_;
  std::vector<Lexicons::Hit> hits_;            // outside mentions
  std::vector<bool> spent_;                    // rules that count once and have matched
  std::vector<std::vector<Matched>> earlier_;  // by rule: matches of `after` in this paragraph
  std::size_t next_outer_ = 0;
  std::uint32_t sentence_ = 0;
  std::map<Key, Kept> statements_;
};

}  // namespace

std::vector<Statement> ApplyRules(std::span<const Rule> rules, const RuleInput& input,
                                  const Topics& topics) {
  return Applier(rules, input, topics).Run();
}

}  // namespace zhitu::extract
