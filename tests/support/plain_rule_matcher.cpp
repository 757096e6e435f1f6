#include "tests/support/plain_rule_matcher.h"

#include <algorithm>
#include <map>
#include <utility>

#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

using Kind = Element::Kind;
using Members = std::vector<const RuleMention*>;

// How far a match has come.
struct Way {
  std::size_t begin = 0;
  std::size_t at = 0;
  std::map<std::string, Members> roles;
  const Slot* last_slot = nullptr;
};

struct Word {
  Span folded;
  std::vector<std::uint32_t> lexicons;
};

bool IsAsciiLetter(char c) { return c >= 'a' && c <= 'z'; }
bool IsQuoteOrSpace(char c) { return c == '"' || c == ' '; }

// One sentence; all is looked up by going through all there is.
class Scene {
 public:
  Scene(const std::vector<std::vector<std::string>>& words, const TextConventions& conventions,
        const View& view, const Sentence& sentence, const std::vector<RuleMention>& mentions)
      : conventions_(conventions),
        text_(view.folded().text()),
        span_(sentence.folded),
        block_(view.blocks()[sentence.block]) {
    for (const RuleMention& mention : mentions) {
      if (span_.begin <= mention.folded.begin && mention.folded.begin < span_.end)
        mentions_.push_back(&mention);
    }
    for (std::size_t at = span_.begin; at < span_.end; NextCodePoint(text_, at)) {
      FindWords(at, words, mentions);
    }
  }

  // The first whole match from each place at which the pattern may begin.
  std::vector<Way> Matches(const std::vector<Element>& pattern) const {
    std::vector<Way> matches;
    for (auto& [start, matched] : Starts(pattern.front())) {
      const std::vector<Way> ways = Run(pattern, start, matched);
      if (!ways.empty()) matches.push_back(ways.front());
    }
    return matches;
  }

  bool HoldsWord(const Way& way, const std::vector<std::uint32_t>& lexicons) const {
    return std::any_of(words_.begin(), words_.end(), [&](const Word& word) {
      return way.begin <= word.folded.begin && word.folded.end <= way.at && IsOf(word, lexicons);
    });
  }

 private:
  // All whole matches that begin so, the preferred one first.
  std::vector<Way> Run(const std::vector<Element>& pattern, Way start, std::size_t first) const {
    std::vector<Way> ways = {std::move(start)};
    for (std::size_t i = first; i < pattern.size(); ++i) {
      const bool gap = pattern[i].kind == Kind::kGap;
      std::vector<Way> next;
      for (const Way& way : ways) {
        for (Way& after : gap ? OverGap(pattern[i], pattern[i + 1], way) : Over(pattern[i], way)) {
          next.push_back(std::move(after));
        }
      }
      ways = std::move(next);
      if (gap) ++i;
    }
    return ways;
  }

  // Where a pattern may begin, and how many elements are matched by then.
  std::vector<std::pair<Way, std::size_t>> Starts(const Element& first) const {
    std::vector<std::pair<Way, std::size_t>> starts;
    for (std::size_t at = span_.begin; at < span_.end; NextCodePoint(text_, at)) {
      const Way here = {at, at, {}, nullptr};
      if (first.kind == Kind::kSlot) {
        for (const RuleMention* mention : mentions_) {
          if (mention->folded.begin != at || !first.slot.Fits(mention->type)) continue;
          for (Way& way : Fill(first, here, *mention)) starts.emplace_back(std::move(way), 1);
        }
        continue;
      }
      const bool may = (first.kind == Kind::kText && Rest(at).starts_with(first.text)) ||
                       (first.kind == Kind::kClause && StartsClause(at)) ||
                       (first.kind == Kind::kBegin && at == block_.begin) ||
                       (first.kind == Kind::kLexicon && IsWord(at, first.lexicons));
      if (may) starts.emplace_back(here, 0);
    }
    return starts;
  }

  void FindWords(std::size_t at, const std::vector<std::vector<std::string>>& words,
                 const std::vector<RuleMention>& mentions) {
    std::map<std::string, std::vector<std::uint32_t>> here;
    for (std::uint32_t i = 0; i < words.size(); ++i) {
      for (const std::string& word : words[i]) {
        if (text_.substr(at).starts_with(word)) here[word].push_back(i);
      }
    }
    for (auto word = here.rbegin(); word != here.rend(); ++word) {  // the longest first
      const Span span = {at, at + word->first.size()};
      const bool in_name =
          std::any_of(mentions.begin(), mentions.end(), [&](const RuleMention& mention) {
            return !mention.nested && mention.folded.Overlaps(span);
          });
      if (!in_name && IsWhole(span)) words_.push_back({span, word->second});
    }
  }

  // Words of spaced scripts are whole words. No other such script is looked for here.
  bool IsWhole(const Span& span) const {
    const auto parts = [&](std::size_t at) {
      return at == 0 || at >= text_.size() || !IsAsciiLetter(text_[at - 1]) ||
             !IsAsciiLetter(text_[at]);
    };
    return parts(span.begin) && parts(span.end);
  }

  static bool IsOf(const Word& word, const std::vector<std::uint32_t>& lexicons) {
    return std::any_of(word.lexicons.begin(), word.lexicons.end(), [&](std::uint32_t lexicon) {
      return std::find(lexicons.begin(), lexicons.end(), lexicon) != lexicons.end();
    });
  }

  bool IsWord(std::size_t at, const std::vector<std::uint32_t>& lexicons) const {
    return std::any_of(words_.begin(), words_.end(), [&](const Word& word) {
      return word.folded.begin == at && IsOf(word, lexicons);
    });
  }

  std::string_view Rest(std::size_t at) const {
    return at < span_.end ? text_.substr(at, span_.end - at) : std::string_view();
  }

  std::size_t SkipQuotes(std::size_t at) const {
    for (int passed = 0; passed < 8 && at < span_.end && IsQuoteOrSpace(text_[at]); ++passed) ++at;
    return at;
  }

  bool InMention(std::size_t at) const {
    return std::any_of(mentions_.begin(), mentions_.end(), [&](const RuleMention* mention) {
      return !mention->nested && mention->folded.begin <= at && at < mention->folded.end;
    });
  }

  // True if the character at `at` ends a clause.
  bool EndsClause(std::size_t at) const {
    std::size_t next = at;
    return conventions_.EndsClause(NextCodePoint(text_, next)) && !InMention(at);
  }

  bool StartsClause(std::size_t place) const {
    for (std::size_t at = span_.begin; at < place;) {
      const std::size_t begin = at;
      NextCodePoint(text_, at);
      if (at == place) return EndsClause(begin);
    }
    return true;  // the beginning of the sentence
  }

  bool OpensClause(const RuleMention& mention) const {
    std::size_t at = mention.folded.begin;
    while (at > span_.begin && IsQuoteOrSpace(text_[at - 1])) --at;
    if (StartsClause(at)) return true;
    return std::any_of(mentions_.begin(), mentions_.end(), [&](const RuleMention* before) {
      return !before->nested && before->folded.end == mention.folded.begin && OpensClause(*before);
    });
  }

  // The ways behind one element that stands at once behind the last.
  std::vector<Way> Over(const Element& element, const Way& way) const {
    std::vector<Way> ways;
    const std::size_t behind = SkipQuotes(way.at);
    const auto go = [&](std::size_t at) {
      ways.push_back(way);
      ways.back().at = at;
    };
    std::vector<std::size_t> places = {way.at};
    if (behind != way.at) places.push_back(behind);
    if (element.kind == Kind::kSlot) {
      for (const std::size_t place : places) {
        for (const RuleMention* mention : mentions_) {
          if (mention->folded.begin != place || !element.slot.Fits(mention->type)) continue;
          for (Way& filled : Fill(element, way, *mention)) ways.push_back(std::move(filled));
        }
      }
    } else if (element.kind == Kind::kText) {
      for (const std::size_t place : places) {
        if (Rest(place).starts_with(element.text)) go(place + element.text.size());
      }
    } else if (element.kind == Kind::kLexicon) {
      for (const Word& word : words_) {
        if (word.folded.begin == behind && IsOf(word, element.lexicons)) go(word.folded.end);
      }
    } else if (element.kind == Kind::kEnd) {
      if (behind == block_.end) go(behind);
    } else {
      go(way.at);  // the beginning, where the way began
    }
    if (element.optional) {
      ways.push_back(way);
      if (element.kind == Element::Kind::kSlot) ways.back().last_slot = &element.slot;
    }
    return ways;
  }

  std::vector<Way> OverGap(const Element& gap, const Element& element, const Way& way) const {
    std::vector<Way> ways;
    std::size_t end = AtMost(gap.reach, way.at, gap.within_clause);
    if (element.kind == Kind::kSlot) {
      for (const RuleMention* mention : mentions_) {
        if (mention->nested || mention->folded.begin < way.at || mention->folded.begin > end)
          continue;
        if (element.slot.Fits(mention->type)) return Fill(element, way, *mention);
      }
      return {};
    }
    if (element.kind == Kind::kEnd) {
      Way there = way;
      there.at = end;
      return Over(element, there);
    }
    end = BeforeRival(gap, way, end);
    const auto go = [&](std::size_t at) {
      ways.push_back(way);
      ways.back().at = at;
    };
    if (element.kind == Kind::kText) {
      for (std::size_t at = way.at; at <= end; ++at) {
        if (Rest(at).starts_with(element.text)) go(at + element.text.size());
      }
    } else {
      for (const Word& word : words_) {
        if (way.at <= word.folded.begin && word.folded.begin <= end &&
            IsOf(word, element.lexicons)) {
          go(word.folded.end);
        }
      }
    }
    return ways;
  }

  // So many characters behind `at`, but not over the end of the sentence or, if asked, the clause.
  // A mark that parts the members of lists ends no clause here, but for one before a space.
  std::size_t AtMost(std::size_t reach, std::size_t at, bool within_clause) const {
    for (std::size_t passed = 0; passed < reach && at < span_.end; ++passed) {
      std::size_t next = at;
      NextCodePoint(text_, next);
      const bool parts_list =
          IsSeparator(text_.substr(at, next - at)) && Rest(next).substr(0, 1) != " ";
      if (within_clause && EndsClause(at) && !parts_list) break;
      at = next;
    }
    return at;
  }

  bool IsSeparator(std::string_view text) const {
    const std::vector<std::string>& all = conventions_.list_separator;
    return std::find(all.begin(), all.end(), text) != all.end();
  }

  std::size_t BeforeRival(const Element& gap, const Way& way, std::size_t end) const {
    for (const RuleMention* mention : mentions_) {
      const bool rival = way.last_slot != nullptr && !mention->nested && !mention->oblique &&
                         way.at <= mention->folded.begin && mention->folded.begin < end &&
                         way.last_slot->Fits(mention->type) &&
                         (gap.within_clause || OpensClause(*mention));
      if (rival) return mention->folded.begin;
    }
    return end;
  }

  std::vector<Way> Fill(const Element& element, Way way, const RuleMention& mention) const {
    Members& members = way.roles[element.slot.role];
    members = {&mention};
    way.last_slot = &element.slot;
    way.at = mention.folded.end;
    while (element.list && members.size() < 100) {
      const RuleMention* next = NextOfList(element, way.at);
      if (next == nullptr) break;
      members.push_back(next);
      way.at = next->folded.end;
    }
    if (!element.inner) return {way};
    for (const RuleMention* inner : mentions_) {
      if (!inner->nested || !mention.folded.Covers(inner->folded) ||
          inner->folded == mention.folded || !element.inner->Fits(inner->type))
        continue;
      way.roles[element.inner->role] = {inner};
      return {way};
    }
    return {};
  }

  // The nearest name behind a separator and as many characters as the list allows, or behind
  // nothing but quotes; only if it fits.
  const RuleMention* NextOfList(const Element& list, std::size_t end) const {
    std::size_t at = SkipQuotes(end);
    std::size_t longest = 0;
    for (const std::string& separator : conventions_.list_separator) {
      if (Rest(at).starts_with(separator)) longest = std::max(longest, separator.size());
    }
    std::size_t last = at;
    if (longest > 0) {
      at = SkipQuotes(at + longest);
      last = AtMost(list.list_reach, at, true);
    }
    if (at == end) return nullptr;
    for (const RuleMention* mention : mentions_) {
      if (mention->nested || mention->folded.begin < at || mention->folded.begin > last) continue;
      return list.slot.Fits(mention->type) ? mention : nullptr;
    }
    return nullptr;
  }

  const TextConventions& conventions_;
  std::string_view text_;
  Span span_;
  Span block_;
  std::vector<const RuleMention*> mentions_;
  std::vector<Word> words_;
};

EntityIndex EntityOf(const RuleMention* mention) {
  return mention == nullptr ? kThisDocument : mention->entity;
}

// What was said so far.
struct Said {
  Statement statement;
  bool fallback = false;
  std::size_t sentence = 0;  // 0 for all of a fallback
};

// Applies rules sentence by sentence.
class Reader {
 public:
  Reader(std::span<const Rule> rules, const RuleInput& input, const Topics& topics)
      : rules_(rules), in_(input), topics_(topics), spent_(rules.size()), earlier_(rules.size()) {}

  void Read(const Scene& scene, std::size_t number, Zone zone, bool new_paragraph) {
    for (std::size_t i = 0; i < rules_.size(); ++i) {
      const Rule& rule = rules_[i];
      if (new_paragraph) earlier_[i].clear();
      if (!rule.AppliesTo(zone)) continue;
      if (!rule.after.empty()) {
        for (Way& way : scene.Matches(rule.after)) earlier_[i].push_back(std::move(way));
      }
      for (Way& way : scene.Matches(rule.elements)) {
        if (spent_[i] || scene.HoldsWord(way, rule.without)) continue;
        if (!rule.after.empty() && !AddEarlier(earlier_[i], way)) continue;
        if (State(rule, scene, number, way)) spent_[i] = rule.once;
      }
    }
  }

  // All but fallbacks of which the same is said otherwise.
  std::vector<Statement> Take() const {
    std::vector<Statement> all;
    for (const Said& said : said_) {
      const bool gives_way =
          said.fallback && std::any_of(said_.begin(), said_.end(), [&](const Said& other) {
            return !other.fallback && other.statement.subject == said.statement.subject &&
                   other.statement.predicate == said.statement.predicate;
          });
      if (!gives_way) all.push_back(said.statement);
    }
    return all;
  }

 private:
  // Adds the roles of the match that ends nearest before the way begins, the later one of equals.
  static bool AddEarlier(const std::vector<Way>& earlier, Way& way) {
    const Way* last = nullptr;
    for (const Way& before : earlier) {
      const bool nearer = last == nullptr || last->at <= before.at;
      if (before.at <= way.begin && nearer) last = &before;
    }
    if (last == nullptr) return false;
    way.roles.insert(last->roles.begin(), last->roles.end());
    return true;
  }

  // The members of a role; `nullptr` stands for the document.
  Members MembersOf(const Rule& rule, const std::string& role, const Way& way) const {
    if (role == kDocumentRole) return {nullptr};
    if (role == kTopicRole || role == kMainRole) {
      const RuleMention* about = role == kTopicRole ? topics_.At(way.begin) : topics_.main();
      if (about == nullptr) return {};
      const bool fits = rule.topic.empty() || rule.topic.Has(about->type);
      return fits ? Members{about} : Members();
    }
    const auto found = way.roles.find(role);
    return found == way.roles.end() ? Members() : found->second;
  }

  // True if every name of every role ends as the rule asks.
  bool AreNamedSo(const Rule& rule, const Way& way) const {
    for (const RoleNames& names : rule.names) {
      const Members members = MembersOf(rule, names.role, way);
      if (members.empty()) return false;
      for (const RuleMention* member : members) {
        bool ends = false;
        for (const std::string& ending : names.endings)
          ends =
              ends || (member != nullptr && in_.entities.Folded(member->entity).ends_with(ending));
        if (!ends) return false;
      }
    }
    return true;
  }

  bool State(const Rule& rule, const Scene& scene, std::size_t number, const Way& way) {
    if (!AreNamedSo(rule, way)) return false;
    bool stated = false;
    for (const RuleMention* subject : MembersOf(rule, rule.subject, way)) {
      for (const RuleMention* object : MembersOf(rule, rule.object, way)) {
        if (EntityOf(subject) == EntityOf(object)) continue;
        Statement statement;
        statement.subject = EntityOf(subject);
        statement.predicate = rule.predicate;
        statement.object = EntityOf(object);
        statement.rule = rule.id;
        statement.confidence = rule.confidence;
        statement.evidence = EvidenceOf(way, {subject, object});
        statement.modality = ModalityOf(rule, scene, way);
        Keep({statement, rule.fallback, rule.fallback ? 0 : number});
        stated = true;
      }
    }
    return stated;
  }

  Modality ModalityOf(const Rule& rule, const Scene& scene, const Way& way) const {
    if (rule.modality != Modality::kFactual) return rule.modality;
    if (scene.HoldsWord(way, in_.knowledge.discourse.negated)) return Modality::kNegated;
    if (scene.HoldsWord(way, in_.knowledge.discourse.planned)) return Modality::kPlanned;
    return Modality::kFactual;
  }

  // The words that match, then each end that stands elsewhere.
  std::vector<Span> EvidenceOf(const Way& way, const Members& ends) const {
    std::vector<Span> evidence;
    for (const RuleMention* end : ends) {
      if (end == nullptr) continue;
      if (way.begin <= end->folded.begin && end->folded.end <= way.at) continue;
      evidence.push_back(in_.view.Original(end->folded));
    }
    std::sort(evidence.begin(), evidence.end());
    if (way.begin < way.at)
      evidence.insert(evidence.begin(), in_.view.Original({way.begin, way.at}));
    return evidence;
  }

  // Keeps one statement a subject, predicate, object and sentence, or document if it is one of a
  // fallback: of the highest confidence, the earlier one of equals.
  void Keep(const Said& said) {
    const auto same = std::find_if(said_.begin(), said_.end(), [&](const Said& other) {
      return other.fallback == said.fallback && other.sentence == said.sentence &&
             other.statement.subject == said.statement.subject &&
             other.statement.predicate == said.statement.predicate &&
             other.statement.object == said.statement.object;
    });
    if (same == said_.end()) {
      said_.push_back(said);
    } else if (same->statement.confidence < said.statement.confidence) {
      *same = said;
    }
  }

  std::span<const Rule> rules_;
  const RuleInput& in_;
  const Topics& topics_;
  std::vector<bool> spent_;
  std::vector<std::vector<Way>> earlier_;  // by rule: matches of `after` in this paragraph
  std::vector<Said> said_;
};

}  // namespace

std::vector<Statement> PlainApplyRules(std::span<const Rule> rules,
                                       const std::vector<std::vector<std::string>>& words,
                                       const RuleInput& input, const Topics& topics) {
  Reader reader(rules, input, topics);
  for (std::size_t i = 0; i < input.view.sentences().size(); ++i) {
    const Sentence& sentence = input.view.sentences()[i];
    const Scene scene(words, input.knowledge.conventions, input.view, sentence, input.mentions);
    const bool new_paragraph = i == 0 || input.view.sentences()[i - 1].block != sentence.block;
    reader.Read(scene, i, input.view.document().blocks[sentence.block].zone, new_paragraph);
  }
  return reader.Take();
}

}  // namespace zhitu::extract
