#include "extract/rule_matcher.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "extract/rule_attempt.h"

namespace zhitu::extract {
namespace {

// Applies all rules to all sentences.
class Applier {
 public:
  Applier(std::span<const Rule> rules, const Knowledge& knowledge, const View& view,
          std::span<const Lexicons::Hit> hits, const std::vector<RuleMention>& mentions)
      : rules_(rules),
        lexicons_(knowledge.lexicons),
        conventions_(knowledge.conventions),
        view_(view),
        mentions_(mentions),
        spent_(rules.size(), false) {
    for (const Lexicons::Hit& hit : hits) {
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
    const RuleScene scene(view_, conventions_, view_.sentences()[number], mentions_, hits_);
    sentence_ = number;
    for (std::size_t i = 0; i < rules_.size(); ++i) {
      const Rule& rule = rules_[i];
      if (!spent_[i] && rule.AppliesTo(scene.zone()))
        spent_[i] = ApplyRule(rule, scene) && rule.once;
    }
  }

  // True if the rule matched somewhere.
  bool ApplyRule(const Rule& rule, const RuleScene& scene) {
    bool matched = false;
    ForEachStart(rule.elements.front(), scene, [&](std::size_t at, const RuleMention* mention) {
      if (matched && rule.once) return;
      RuleAttempt attempt(scene, lexicons_, rule);
      if (!attempt.Run(at, mention) || IsExcluded(rule, scene, attempt.span())) return;
      matched = true;
      State(rule, attempt);
    });
    return matched;
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
          if (lexicons_.Has(hit.word, first.lexicons)) visit(hit.folded.begin, nullptr);
        }
        break;
      case Element::Kind::kClause:
        for (const std::size_t at : scene.clauses()) visit(at, nullptr);
        break;
      case Element::Kind::kBegin:
        if (scene.span().begin == scene.block().begin) visit(scene.span().begin, nullptr);
        break;
      default:  // text; a pattern begins with nothing else
        for (std::size_t at = scene.text().find(first.text, scene.span().begin);
             at != std::string_view::npos; at = scene.text().find(first.text, at + 1)) {
          visit(at, nullptr);
        }
    }
  }

  bool IsExcluded(const Rule& rule, const RuleScene& scene, const Span& span) const {
    if (rule.without.empty()) return false;
    for (const Lexicons::Hit& hit : scene.HitsFrom(span.begin)) {
      if (hit.folded.begin >= span.end) break;
      if (span.Covers(hit.folded) && lexicons_.Has(hit.word, rule.without)) return true;
    }
    return false;
  }

  void State(const Rule& rule, const RuleAttempt& match) {
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

  std::span<const Rule> rules_;
  const Lexicons& lexicons_;
  const TextConventions& conventions_;
  const View& view_;
  const std::vector<RuleMention>& mentions_;
  std::vector<Lexicons::Hit> hits_;
  std::vector<bool> spent_;  // rules that count once and have matched
  std::size_t next_outer_ = 0;
  std::uint32_t sentence_ = 0;
  std::map<Key, Statement> statements_;
};

}  // namespace

std::vector<Statement> ApplyRules(std::span<const Rule> rules, const Knowledge& knowledge,
                                  const View& view, std::span<const Lexicons::Hit> hits,
                                  const std::vector<RuleMention>& mentions) {
  return Applier(rules, knowledge, view, hits, mentions).Run();
}

}  // namespace zhitu::extract
