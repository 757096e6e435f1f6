#include "extract/head_contexts.h"

#include <algorithm>

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
      if (!IsHan(c) || SkipKnown(here, at)) continue;
      barred = std::max(barred, lexicons_.At(text_, here, rules_.not_heads).end);
      const Span word = lexicons_.At(text_, here, rules_.head_words);
      if (word.size() == 0 || word.end <= barred || word.begin < last_.end) continue;
      Take(word, HeadOf(word));
    }
  }

 private:
  // A head that was found, with what stands before it.
  struct Found {
    Span name;                          // from where it may begin
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
    last_ = {name.folded, name.folded.end, nullptr, name.type, 0};
    at = std::max(at, name.folded.end);
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
    NoteDullWords(word.begin, begin, context);
    last_ = {{begin, word.end}, word.end, &head, head.type, contexts_.heads.size()};
    contexts_.heads.push_back(std::move(context));
  }

  // What to do where another name ends before the head: the name may be part of this one, or a
  // larger unit.
  std::size_t Join(std::size_t begin, const Span& word, const SuggestHead& head,
                   HeadContext& context) {
    const bool whole = head.with.Has(last_.type) && (head.joins || begin == word.begin);
    // A head directly behind another one is part of the same name: 建兴街 + 社区.
    const bool through = begin == word.begin && last_.head != nullptr;
    if (!whole && !through) {
      context.outer = last_.name.In(text_);
      return begin;
    }
    const bool was_found = last_.head != nullptr;
    if (was_found) {
      const HeadContext& outer = contexts_.heads[last_.number];
      context.before = outer.before;
      context.outer = outer.outer;
      if (!whole && last_.number + 1 == contexts_.heads.size()) contexts_.heads.pop_back();
    } else {
      context.before = HeadContext::kLineStart;
    }
    return last_.name.begin;
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

  // Words that make no name by themselves: those that end the context, and where others begin.
  void NoteDullWords(std::size_t end, std::size_t begin, HeadContext& context) const {
    std::size_t at = end;
    while (at > begin) {
      const Span word = lexicons_.Before(text_, at, rules_.generic);
      if (word.size() == 0 || word.begin < begin) break;
      context.generic += static_cast<std::uint32_t>(CountCodePoints(word.In(text_)));
      at = word.begin;
    }
    std::uint32_t length = 0;
    for (at = end; at > begin;) {
      CodePointBefore(text_, at);
      ++length;
      const Span word = lexicons_.At(text_, at, rules_.generic);
      if (word.size() > 0 && word.end < end) context.dull |= 1U << length;
    }
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
