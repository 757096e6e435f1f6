#include "extract/head_contexts.h"

#include <algorithm>

#include "extract/branching.h"
#include "extract/characters.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

constexpr std::size_t kKeptBefore = 4;  // characters of a kept word before its stop, at most

class HeadFinder {
 public:
  HeadFinder(std::string_view text, const Knowledge& knowledge, std::span<const KnownName> known,
             NameContexts& contexts)
      : text_(text),
        lexicons_(knowledge.lexicons),
        rules_(knowledge.suggest),
        digits_(knowledge.quantities),
        known_(known),
        contexts_(contexts) {}

  void Run() {
    std::size_t barred = 0;  // where the last word ends that holds a head and is no name
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t here = at;
      const char32_t c = NextCodePoint(text_, at);
      if (SkipKnown(here, at) || !rules_.MayStart(c)) continue;
      barred = std::max(barred, lexicons_.At(text_, here, rules_.not_heads).end);
      const Span word = lexicons_.At(text_, here, rules_.head_words);
      if (word.size() == 0 && TakeStanding(here)) continue;
      if (word.size() == 0 || word.end <= barred) continue;
      barred = word.end;
      Take(word, HeadOf(word));
    }
  }

 private:
  // A head that was found, with what stands before it.
  struct Found {
    Span name;                          // from where it may begin
    std::size_t word = 0;               // its head begins
    std::size_t end = 0;                // of its word
    const SuggestHead* head = nullptr;  // null: a known name
    std::string_view type;
    std::size_t number = 0;  // of the context
  };

  // Known names are passed over; each is what the next head may stand behind.
  bool SkipKnown(std::size_t here, std::size_t& at) {
    while (next_known_ < known_.size() && known_[next_known_].folded.end <= here) ++next_known_;
    if (next_known_ == known_.size() || known_[next_known_].folded.begin > here) return false;
    const KnownName& name = known_[next_known_++];
    last_ = {name.folded, name.folded.begin, name.folded.end, nullptr, name.type, 0};
    at = std::max(at, name.folded.end);
    return true;
  }

  // A name that is the same everywhere may be a larger unit: 广西 + 钦州市; directly before a head
  // it is the name: 广西 + 大道.
  bool TakeStanding(std::size_t here) {
    const Span word = lexicons_.At(text_, here, rules_.standing_words);
    if (word.size() == 0) return false;
    if (lexicons_.At(text_, word.end, rules_.head_words).size() > 0) return true;
    for (const TypedWords& words : rules_.standing) {
      if (lexicons_.At(text_, here, words.words).end != word.end) continue;
      last_ = {word, word.begin, word.end, nullptr, words.type, 0};
      break;
    }
    return true;
  }

  const SuggestHead& HeadOf(const Span& word) const {
    for (const SuggestHead& head : rules_.heads) {
      if (lexicons_.At(text_, word.begin, head.words).end == word.end) return head;
    }
    return rules_.heads.front();  // not reached: `head_words` are those of the heads
  }

  void Take(const Span& word, const SuggestHead& head) {
    HeadContext context;
    context.head = &head;
    context.word = word.In(text_);
    std::size_t begin = LeftEnd(word.begin, head, context.before);
    if (context.before == HeadContext::kBehindName) begin = Join(begin, word, head, context);
    if (begin == word.begin) {
      if (head.alone) contexts_.alone.push_back(context.word);
      return;
    }
    context.left = text_.substr(begin, word.begin - begin);
    context.after = CharacterAt(word.end);
    NoteDullWords(word.begin, begin, context);
    context.quoted = context.before == U'"' && word.end < text_.size() && text_[word.end] == '"';
    last_ = {{begin, word.end}, word.begin, word.end, &head, head.type, contexts_.heads.size()};
    contexts_.heads.push_back(std::move(context));
  }

  // What to do where another name ends before the head: the name may be part of this one, or a
  // larger unit.
  std::size_t Join(std::size_t begin, const Span& word, const SuggestHead& head,
                   HeadContext& context) {
    // A head directly behind another one is part of the same name: 建兴街 + 社区, 须水河 + 东 + 路.
    const bool weak = last_.head != nullptr && last_.head->weak;
    const bool through = last_.head != nullptr &&
                         (begin == word.begin || (weak && IsOneCharacter(begin, word.begin)));
    const bool whole = head.with.Has(last_.type) && (head.joins || begin == word.begin);
    if ((!whole && !through) || IsFar(last_.name.begin, word.begin)) {
      if (head.within.Has(last_.type)) context.outer = last_.name.In(text_);
      return begin;
    }
    context.least = static_cast<std::uint32_t>(
        CountCodePoints(text_.substr(last_.word, word.begin - last_.word)) + 1);
    if (!weak) context.joined = context.least - 1;
    if (last_.head == nullptr) {
      context.before = HeadContext::kLineStart;
    } else {
      const HeadContext& outer = contexts_.heads[last_.number];
      context.before = outer.before;
      context.outer = outer.outer;
    }
    // A road or a river in a name is no name by itself; else what it begins with is its larger
    // unit.
    const bool part = last_.head != nullptr && through && !whole && (weak || last_.head->plain);
    if (!part) {
      if (head.within.Has(last_.type)) context.unit = last_.name.In(text_);
    } else if (last_.number + 1 == contexts_.heads.size()) {
      contexts_.heads.pop_back();
    }
    return last_.name.begin;
  }

  char32_t CharacterAt(std::size_t at) const {
    return at < text_.size() ? NextCodePoint(text_, at) : HeadContext::kLineStart;
  }
  // Too far to be parts of one name: chains of heads are cut.
  bool IsFar(std::size_t begin, std::size_t end) const {
    return CountCodePoints(text_.substr(begin, end - begin)) > kMostBeforeHead;
  }
  bool IsOneCharacter(std::size_t begin, std::size_t end) const {
    return begin < end && CountCodePoints(text_.substr(begin, end - begin)) == 1;
  }

  // How far left a name may begin; `before` is what stands there.
  std::size_t LeftEnd(std::size_t at, const SuggestHead& head, char32_t& before) const {
    for (std::size_t length = 0; length <= head.longest; ++length) {
      if (at == 0) {
        before = HeadContext::kLineStart;
        return at;
      }
      if (at == last_.end) {
        before = HeadContext::kBehindName;
        return at;
      }
      std::size_t previous = at;
      const char32_t c = CodePointBefore(text_, previous);
      if (!IsHan(c) || StopsBefore(at)) {
        before = c == U'\n' ? HeadContext::kLineStart : c;
        return at;
      }
      if (length == head.longest) break;
      at = previous;
    }
    before = HeadContext::kGoesOn;
    return at;
  }

  // True if a word ends at a place that no name holds, and no name's word reaches over it.
  bool StopsBefore(std::size_t at) const {
    const Span stop = lexicons_.Before(text_, at, rules_.stop);
    if (stop.size() == 0 && !Counts(at)) return false;
    std::size_t begin = at;
    for (std::size_t back = 0; back < kKeptBefore && begin > 0; ++back) {
      if (!IsHan(CodePointBefore(text_, begin))) break;
      const Span kept = lexicons_.At(text_, begin, rules_.keep);
      if (kept.end > at || (kept.end == at && kept.size() > stop.size())) return false;
    }
    return true;
  }

  // True for a measure word behind a number.
  bool Counts(std::size_t at) const {
    const Span measure = lexicons_.Before(text_, at, rules_.measure);
    if (measure.size() == 0 || measure.begin == 0) return false;
    std::size_t begin = measure.begin;
    const char32_t c = CodePointBefore(text_, begin);
    return (c >= U'0' && c <= U'9') || lexicons_.At(text_, begin, digits_.numeral).size() > 0 ||
           digits_.more.Has(c) || digits_.several.Has(c);
  }

  // Notes where what stands before the head is made of words that make no name by themselves. Such
  // a word of one character may be part of any name, so it counts only where all is made of them.
  void NoteDullWords(std::size_t end, std::size_t begin, HeadContext& context) const {
    for (std::size_t at = end; at > begin;) {
      const Span word = LongGenericBefore(at);
      if (word.size() == 0 || word.begin < begin) break;
      context.generic += static_cast<std::uint32_t>(CountCodePoints(word.In(text_)));
      at = word.begin;
    }
    std::uint32_t length = 0;
    std::uint32_t bare = 1;
    for (std::size_t at = end; at > begin;) {
      CodePointBefore(text_, at);
      ++length;
      const Span word = LongGenericAt(at);
      const bool dull = word.size() > 0 && word.end <= end;
      const auto characters = static_cast<std::uint32_t>(CountCodePoints(word.In(text_)));
      if ((dull && (bare >> (length - characters) & 1U) != 0) || (length == 1 && IsOneGeneric(at)))
        bare |= 1U << length;
      if (dull && word.end < end) context.dull |= 1U << length;
    }
    context.bare = bare & ~1U;
  }

  // Of two characters at least.
  Span LongGenericBefore(std::size_t at) const {
    const Span generic = lexicons_.Before(text_, at, rules_.generic);
    const Span head = lexicons_.Before(text_, at, rules_.head_words);
    const Span& longest = generic.size() >= head.size() ? generic : head;
    return IsOneCharacter(longest.begin, at) ? Span{at, at} : longest;
  }
  Span LongGenericAt(std::size_t at) const {
    const Span generic = lexicons_.At(text_, at, rules_.generic);
    const Span head = lexicons_.At(text_, at, rules_.head_words);
    const Span& longest = generic.size() >= head.size() ? generic : head;
    return IsOneCharacter(at, longest.end) ? Span{at, at} : longest;
  }
  bool IsOneGeneric(std::size_t at) const {
    std::size_t next = at;
    NextCodePoint(text_, next);
    return lexicons_.At(text_.substr(at, next - at), 0, rules_.generic).size() > 0;
  }

  std::string_view text_;
  const Lexicons& lexicons_;
  const SuggestRules& rules_;
  const QuantityRules& digits_;
  std::span<const KnownName> known_;
  NameContexts& contexts_;
  std::size_t next_known_ = 0;
  Found last_;
};

}  // namespace

void FindHeadContexts(std::string_view text, const Knowledge& knowledge,
                      std::span<const KnownName> known, NameContexts& contexts) {
  if (knowledge.suggest.heads.empty()) return;
  HeadFinder(text, knowledge, known, contexts).Run();
}

}  // namespace zhitu::extract
