#include "extract/rule_matcher.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "extract/rule_attempt.h"
#include "extract/scene_contents.h"
#include "extract/sort_large.h"
#include "extract/topics.h"

namespace zhitu::extract {
namespace {

constexpr std::size_t kMostSaid = 16;  // in most documents

// What a pattern matched.
struct Matched {
  Span span;
  Bindings bindings;
};

// Applies all rules to all sentences.
class Applier {
 public:
  Applier(const RuleSet& rules, const RuleInput& input, const Topics& topics)
      : rules_(rules),
        in_(input),
        topics_(topics),
        contents_(rules),
        attempt_(input.knowledge.lexicons),
        spent_(rules.size(), false),
        main_(topics.main()) {
    for (const std::uint32_t rule : rules.of_main()) spent_[rule] = !FitsMain(rules[rule]);
    hits_.reserve(input.words.hits().size());
    said_.reserve(kMostSaid);
    places_.reserve(2 * kMostSaid);
    for (const Lexicons::Hit& hit : input.words.hits()) {
      if (rules.Uses(hit.word) && !InMention(hit.folded)) hits_.push_back(hit);
    }
  }

  std::vector<Statement> Run() {
    for (std::uint32_t i = 0; i < in_.view.sentences().size(); ++i) ApplyTo(i);
    const std::vector<const Said*> chosen = Chosen();
    std::vector<Statement> statements;
    statements.reserve(chosen.size());
    for (const Said* said : chosen) statements.push_back(Make(*said));
    SortLarge(statements, [](const Statement& a, const Statement& b) {
      return a.evidence.front() < b.evidence.front();
    });
    return statements;
  }

 private:
  // What fills a role, for a statement.
  struct Place {
    std::string_view role;
    const RuleMention* mention = nullptr;
  };
  // A statement in the making.
  struct Said {
    const Rule* rule = nullptr;
    const RuleMention* subject = nullptr;  // null: the document
    const RuleMention* object = nullptr;   // null: the document
    Span span;
    Modality modality = Modality::kFactual;
    std::uint32_t sentence = 0;
    std::size_t first_place = 0;
    std::size_t last_place = 0;  // one past
  };
  using Members = Bindings::Members;

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
    sentence_ = number;
    if (number == 0 || in_.view.sentences()[number - 1].block != sentence.block) {
      earlier_.clear();
    }
    const auto hits = NextIn(std::span<const Lexicons::Hit>(hits_), sentence.folded, next_hit_);
    const auto mentions =
        NextIn(std::span<const RuleMention>(in_.mentions), sentence.folded, next_mention_);
    contents_.Read(hits, mentions);
    const Zone zone = in_.view.document().blocks[sentence.block].zone;
    std::optional<RuleScene> scene;
    contents_.ForEachPattern([&](std::size_t number_of_pattern) {
      const RuleSet::Pattern& pattern = rules_.patterns()[number_of_pattern];
      if (spent_[pattern.rule] || !rules_[pattern.rule].AppliesTo(zone)) return;
      if (!scene) {
        scene.emplace(in_.view, in_.knowledge.conventions, sentence, mentions, hits);
        attempt_.Enter(*scene);
      }
      Try(pattern, *scene);
    });
  }

  // What begins in the next sentence.
  template <typename Item>
  static std::span<const Item> NextIn(std::span<const Item> items, const Span& sentence,
                                      std::size_t& next) {
    while (next < items.size() && items[next].folded.begin < sentence.begin) ++next;
    const std::size_t first = next;
    while (next < items.size() && items[next].folded.begin < sentence.end) ++next;
    return items.subspan(first, next - first);
  }

  void Try(const RuleSet::Pattern& pattern, const RuleScene& scene) {
    if (pattern.after) {
      NoteEarlier(pattern.rule, scene);
    } else {
      const bool matched = ApplyRule(pattern.rule, scene);
      spent_[pattern.rule] = matched && rules_[pattern.rule].once;
    }
  }

  // Keeps the matches in the order of their ends.
  void NoteEarlier(std::uint32_t rule, const RuleScene& scene) {
    std::vector<Matched>& matches = earlier_[rule];
    const auto before = static_cast<std::ptrdiff_t>(matches.size());
    ForEachMatch(rules_[rule].after, scene, [&] {
      matches.push_back({attempt_.span(), attempt_.bindings()});
      return true;
    });
    std::stable_sort(matches.begin() + before, matches.end(),
                     [](const Matched& a, const Matched& b) { return a.span.end < b.span.end; });
  }

  // True if the rule matched somewhere.
  bool ApplyRule(std::uint32_t number, const RuleScene& scene) {
    const Rule& rule = rules_[number];
    bool matched = false;
    ForEachMatch(rule.elements, scene, [&] {
      const Span span = attempt_.span();
      if (HoldsWord(scene, span, rule.without)) return true;
      if (rule.after.empty()) {
        matched = State(rule, scene, span, attempt_.bindings()) || matched;
      } else if (const Matched* const before = NearestBefore(earlier_[number], span.begin)) {
        Bindings bindings = attempt_.bindings();
        bindings.Append(before->bindings);
        matched = State(rule, scene, span, bindings) || matched;
      }
      return !(matched && rule.once);
    });
    return matched;
  }

  // Calls `visit` at each match of a pattern in the sentence, which the attempt tells, until it
  // says no.
  template <typename Visit>
  void ForEachMatch(const std::vector<Element>& pattern, const RuleScene& scene, Visit visit) {
    bool go_on = true;
    ForEachStart(pattern, scene, [&](std::size_t at, const RuleMention* mention) {
      if (go_on && attempt_.Run(pattern, at, mention)) go_on = visit();
    });
  }

  // Calls `visit` with each place at which a pattern can begin, and the mention if it is a slot.
  template <typename Visit>
  void ForEachStart(const std::vector<Element>& pattern, const RuleScene& scene,
                    Visit visit) const {
    const Element& first = pattern.front();
    switch (first.kind) {
      case Element::Kind::kSlot:
        for (const RuleMention& mention : scene.mentions()) {
          if (first.slot.Fits(mention.type) && MayGoOn(pattern, scene, mention))
            visit(mention.folded.begin, &mention);
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

  // False if a text or mention must stand directly behind the first element and does not, which is
  // told of most mentions without an attempt.
  static bool MayGoOn(const std::vector<Element>& pattern, const RuleScene& scene,
                      const RuleMention& first) {
    if (pattern.size() == 1 || pattern[0].list || pattern[1].optional) return true;
    const std::size_t end = first.folded.end;
    if (pattern[1].kind == Element::Kind::kText) {
      return scene.Rest(end).starts_with(pattern[1].text) ||
             scene.Rest(scene.SkipQuotes(end)).starts_with(pattern[1].text);
    }
    if (pattern[1].kind != Element::Kind::kSlot) return true;
    const std::size_t unquoted = scene.SkipQuotes(end);
    const auto behind =
        scene.mentions().subspan(static_cast<std::size_t>(&first - scene.mentions().data()) + 1);
    const auto next = std::find_if(behind.begin(), behind.end(), [&](const RuleMention& mention) {
      return mention.folded.begin == end || mention.folded.begin >= unquoted;
    });
    return next != behind.end() && next->folded.begin <= unquoted;
  }

  // The match that ends nearest before a place; null if there is none.
  static const Matched* NearestBefore(const std::vector<Matched>& earlier, std::size_t place) {
    const auto behind =
        std::upper_bound(earlier.begin(), earlier.end(), place,
                         [](std::size_t at, const Matched& match) { return at < match.span.end; });
    return behind == earlier.begin() ? nullptr : &*std::prev(behind);
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
  bool State(const Rule& rule, const RuleScene& scene, const Span& span, const Bindings& bindings) {
    topic_ = topics_.At(span.begin);
    const std::optional<Members> subjects = Fill(rule, rule.subject, bindings);
    const std::optional<Members> objects = Fill(rule, rule.object, bindings);
    if (!subjects || !objects || !AllNamed(rule, bindings)) return false;
    Said said;
    said.rule = &rule;
    said.span = span;
    said.sentence = sentence_;
    bool stated = false;
    for (const RuleMention* subject : *subjects) {
      for (const RuleMention* object : *objects) {
        if (EntityOf(subject) == EntityOf(object)) continue;
        if (!stated) Complete(rule, scene, bindings, said);
        stated = true;
        said.subject = subject;
        said.object = object;
        said_.push_back(said);
      }
    }
    return stated;
  }

  static EntityIndex EntityOf(const RuleMention* mention) {
    return mention == nullptr ? kThisDocument : mention->entity;
  }

  // The document is null; nothing for a role that is not filled.
  std::optional<Members> Fill(const Rule& rule, const std::string& role,
                              const Bindings& bindings) const {
    if (role == kDocumentRole) return Members(&document_, 1);
    if (role != kTopicRole && role != kMainRole) return bindings.Find(role);
    const RuleMention* const& about = role == kMainRole ? main_ : topic_;
    const bool fits = about != nullptr && (rule.topic.empty() || rule.topic.Has(about->type));
    return fits ? std::optional(Members(&about, 1)) : std::nullopt;
  }

  // True if the names of all roles end as the rule asks.
  bool AllNamed(const Rule& rule, const Bindings& bindings) const {
    return std::all_of(rule.names.begin(), rule.names.end(), [&](const RoleNames& names) {
      const std::optional<Members> members = Fill(rule, names.role, bindings);
      return members && std::all_of(members->begin(), members->end(), [&](const RuleMention* m) {
               return IsNamed(m, names.endings);
             });
    });
  }

  bool IsNamed(const RuleMention* mention, const std::vector<std::string>& endings) const {
    return mention != nullptr && EndsWithOne(in_.entities.Folded(mention->entity), endings);
  }

  // False if what the document is about cannot be what a rule says that it is.
  bool FitsMain(const Rule& rule) const {
    if (main_ == nullptr || (!rule.topic.empty() && !rule.topic.Has(main_->type))) return false;
    return std::all_of(rule.names.begin(), rule.names.end(), [&](const RoleNames& names) {
      return names.role != kMainRole || IsNamed(main_, names.endings);
    });
  }

  static bool EndsWithOne(std::string_view name, const std::vector<std::string>& endings) {
    return std::any_of(endings.begin(), endings.end(),
                       [&](const std::string& ending) { return name.ends_with(ending); });
  }

  // What all statements of a match share.
  void Complete(const Rule& rule, const RuleScene& scene, const Bindings& bindings, Said& said) {
    said.modality = ModalityOf(rule, scene, said.span);
    said.first_place = places_.size();
    for (std::size_t i = 0; i < bindings.size(); ++i) {
      for (const RuleMention* member : bindings.members(i))
        places_.push_back({bindings.role(i), member});
    }
    for (const std::string* role : {&rule.subject, &rule.object}) {
      if (*role != kTopicRole && *role != kMainRole) continue;
      if (const auto filled = Fill(rule, *role, bindings))
        places_.push_back({*role, filled->front()});
    }
    said.last_place = places_.size();
  }

  Modality ModalityOf(const Rule& rule, const RuleScene& scene, const Span& span) const {
    if (rule.modality != Modality::kFactual) return rule.modality;
    if (HoldsWord(scene, span, in_.knowledge.discourse.negated)) return Modality::kNegated;
    if (HoldsWord(scene, span, in_.knowledge.discourse.planned)) return Modality::kPlanned;
    return Modality::kFactual;
  }

  // One of each sentence (of all the document for fallbacks), subject, predicate and object: of the
  // highest confidence the first. In this order; without fallbacks that give way.
  std::vector<const Said*> Chosen() const {
    std::vector<const Said*> chosen;
    chosen.reserve(said_.size());
    for (const Said& said : said_) chosen.push_back(&said);
    const auto key = [](const Said* said) {
      return std::tuple(said->rule->fallback ? -1 : std::int64_t{said->sentence},
                        EntityOf(said->subject), std::string_view(said->rule->predicate),
                        EntityOf(said->object));
    };
    std::stable_sort(chosen.begin(), chosen.end(), [&](const Said* a, const Said* b) {
      const auto key_a = key(a);
      const auto key_b = key(b);
      return key_a != key_b ? key_a < key_b : a->rule->confidence > b->rule->confidence;
    });
    chosen.erase(std::unique(chosen.begin(), chosen.end(),
                             [&](const Said* a, const Said* b) { return key(a) == key(b); }),
                 chosen.end());
    DropFallbacks(chosen);
    return chosen;
  }

  // A fallback says nothing of a subject of which another rule says the same. They come first.
  static void DropFallbacks(std::vector<const Said*>& chosen) {
    const auto others = std::find_if(chosen.begin(), chosen.end(),
                                     [](const Said* said) { return !said->rule->fallback; });
    if (others == chosen.begin()) return;
    std::set<std::pair<EntityIndex, std::string_view>> told;
    std::for_each(others, chosen.end(), [&](const Said* said) {
      told.emplace(EntityOf(said->subject), said->rule->predicate);
    });
    const auto kept = std::remove_if(chosen.begin(), others, [&](const Said* said) {
      return told.contains({EntityOf(said->subject), said->rule->predicate});
    });
    chosen.erase(kept, others);
  }

  Statement Make(const Said& said) const {
    Statement statement;
    statement.subject = EntityOf(said.subject);
    statement.object = EntityOf(said.object);
    statement.predicate = said.rule->predicate;
    statement.rule = said.rule->id;
    statement.confidence = said.rule->confidence;
    statement.modality = said.modality;
    statement.evidence = EvidenceOf(said);
    statement.roles.reserve(said.last_place - said.first_place);
    for (std::size_t i = said.first_place; i < said.last_place; ++i) {
      statement.roles.push_back(
          {std::string(places_[i].role), in_.view.Original(places_[i].mention->folded)});
    }
    statement.folded = said.span;
    statement.sentence = said.sentence;
    return statement;
  }

  // The words that match, then ends that stand elsewhere.
  std::vector<Span> EvidenceOf(const Said& said) const {
    std::vector<Span> evidence;
    if (said.span.size() > 0) evidence.push_back(in_.view.Original(said.span));
    const std::size_t words = evidence.size();
    for (const RuleMention* end : {said.subject, said.object}) {
      if (end == nullptr || said.span.Covers(end->folded)) continue;
      evidence.push_back(in_.view.Original(end->folded));
    }
    std::sort(evidence.begin() + static_cast<std::ptrdiff_t>(words), evidence.end());
    return evidence;
  }

  const RuleSet& rules_;
  const RuleInput& in_;
  const Topics& topics_;
  std::vector<Lexicons::Hit> hits_;  // outside mentions, of words that rules look for
  std::size_t next_outer_ = 0;
  std::size_t next_hit_ = 0;
  std::size_t next_mention_ = 0;
  SceneContents contents_;
  RuleAttempt attempt_;
  std::vector<bool> spent_;                                // rules that can say nothing (more)
  std::map<std::uint32_t, std::vector<Matched>> earlier_;  // by rule: of `after` in this paragraph
  std::uint32_t sentence_ = 0;
  const RuleMention* document_ = nullptr;  // always
  const RuleMention* topic_ = nullptr;     // of the match
  const RuleMention* main_ = nullptr;      // of the document
  std::vector<Said> said_;
  std::vector<Place> places_;
};

}  // namespace

std::vector<Statement> ApplyRules(const RuleSet& rules, const RuleInput& input,
                                  const Topics& topics) {
  if (rules.empty()) return {};
  return Applier(rules, input, topics).Run();
}

}  // namespace zhitu::extract
