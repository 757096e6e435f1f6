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

  // The first of all whole matches that begin so, or nothing.
  std::vector<Way> Run(const Rule& rule, Way start, std::size_t first) const {
    std::vector<Way> ways = {std::move(start)};
    for (std::size_t i = first; i < rule.elements.size(); ++i) {
      const bool gap = rule.elements[i].kind == Kind::kGap;
      std::vector<Way> next;
      for (const Way& way : ways) {
        for (Way& after : gap ? OverGap(rule.elements[i], rule.elements[i + 1], way)
                              : Over(rule.elements[i], way)) {
          next.push_back(std::move(after));
        }
      }
      ways = std::move(next);
      if (gap) ++i;
    }
    ways.resize(std::min<std::size_t>(ways.size(), 1));
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

  bool HoldsWord(const Span& span, const std::vector<std::uint32_t>& lexicons) const {
    return std::any_of(words_.begin(), words_.end(), [&](const Word& word) {
      return span.Covers(word.folded) && IsOf(word, lexicons);
    });
  }

 private:
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
    if (element.optional) ways.push_back(way);
    return ways;
  }

  std::vector<Way> OverGap(const Element& gap, const Element& element, const Way& way) const {
    std::vector<Way> ways;
    std::size_t end = way.at;
    for (std::size_t passed = 0; passed < gap.reach && end < span_.end; ++passed) {
      if (gap.within_clause && EndsClause(end)) break;
      NextCodePoint(text_, end);
    }
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

  std::size_t BeforeRival(const Element& gap, const Way& way, std::size_t end) const {
    for (const RuleMention* mention : mentions_) {
      const bool rival = way.last_slot != nullptr && !mention->nested &&
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
      const RuleMention* next = NextOfList(element.slot, way.at);
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

  const RuleMention* NextOfList(const Slot& slot, std::size_t at) const {
    at = SkipQuotes(at);
    std::size_t longest = 0;
    for (const std::string& separator : conventions_.list_separator) {
      if (Rest(at).starts_with(separator)) longest = std::max(longest, separator.size());
    }
    if (longest > 0) at = SkipQuotes(at + longest);
    for (const RuleMention* mention : mentions_) {
      if (!mention->nested && mention->folded.begin == at && slot.Fits(mention->type))
        return mention;
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

// The members of a role; `nullptr` stands for the document.
Members MembersOf(const std::string& role, const Way& way) {
  if (role == kDocumentRole) return {nullptr};
  const auto found = way.roles.find(role);
  return found == way.roles.end() ? Members() : found->second;
}

EntityIndex EntityOf(const RuleMention* mention) {
  return mention == nullptr ? kThisDocument : mention->entity;
}

// Keeps one statement a subject, predicate and object: of the highest confidence, the earlier one
// of equals.
void Keep(std::vector<Statement>& of_sentence, const Statement& statement) {
  const auto same = std::find_if(of_sentence.begin(), of_sentence.end(), [&](const Statement& s) {
    return s.subject == statement.subject && s.predicate == statement.predicate &&
           s.object == statement.object;
  });
  if (same == of_sentence.end()) {
    of_sentence.push_back(statement);
  } else if (same->confidence < statement.confidence) {
    *same = statement;
  }
}

void State(const Rule& rule, const View& view, const Way& way,
           std::vector<Statement>& of_sentence) {
  for (const RuleMention* subject : MembersOf(rule.subject, way)) {
    for (const RuleMention* object : MembersOf(rule.object, way)) {
      if (EntityOf(subject) == EntityOf(object)) continue;
      Statement statement;
      statement.subject = EntityOf(subject);
      statement.predicate = rule.predicate;
      statement.object = EntityOf(object);
      statement.rule = rule.id;
      statement.confidence = rule.confidence;
      statement.evidence = {view.Original({way.begin, way.at})};
      statement.modality = rule.modality;
      Keep(of_sentence, statement);
    }
  }
}

}  // namespace

std::vector<Statement> PlainApplyRules(std::span<const Rule> rules,
                                       const std::vector<std::vector<std::string>>& words,
                                       const TextConventions& conventions, const View& view,
                                       const std::vector<RuleMention>& mentions) {
  std::vector<Statement> all;
  std::vector<bool> spent(rules.size(), false);
  for (const Sentence& sentence : view.sentences()) {
    const Scene scene(words, conventions, view, sentence, mentions);
    std::vector<Statement> of_sentence;
    for (std::size_t i = 0; i < rules.size(); ++i) {
      const Rule& rule = rules[i];
      if (!rule.AppliesTo(view.document().blocks[sentence.block].zone)) continue;
      for (const auto& [start, matched] : scene.Starts(rule.elements.front())) {
        if (spent[i]) break;
        for (const Way& way : scene.Run(rule, start, matched)) {
          if (scene.HoldsWord({way.begin, way.at}, rule.without)) continue;
          State(rule, view, way, of_sentence);
          spent[i] = rule.once;
        }
      }
    }
    all.insert(all.end(), of_sentence.begin(), of_sentence.end());
  }
  return all;
}

}  // namespace zhitu::extract
