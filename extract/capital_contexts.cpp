#include "extract/capital_contexts.h"

#include <string>
#include <string_view>

#include "extract/characters.h"
#include "extract/entity_types.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

constexpr std::size_t kMostWords = 6;
constexpr double kEnd = 0.7;        // the last word tells the type
constexpr double kTitled = 0.75;    // a title stands before it
constexpr double kOther = 0.35;     // nothing but capitals
constexpr double kOneWord = -0.1;   // it is one word
constexpr double kAtStart = -0.15;  // it begins a sentence
constexpr char kWhy[] = "capitalised words";
constexpr char kTitle[] = "name behind a title";

class CapitalFinder {
 public:
  CapitalFinder(const View& view, const Knowledge& knowledge, NameContexts& contexts)
      : view_(view),
        lexicons_(knowledge.lexicons),
        rules_(knowledge.suggest),
        contexts_(contexts),
        text_(view.folded().text()) {}

  void Run() {
    for (const Sentence& sentence : view_.sentences()) {
      std::size_t at = sentence.folded.begin;
      while (at < sentence.folded.end) at = TakeFrom(at, sentence.folded);
    }
  }

 private:
  struct Words {
    Span all;
    std::size_t count = 0;
    std::size_t head_end = 0;  // of those before the first small word
  };

  // Takes the names that begin at a place; gives the place to go on at.
  std::size_t TakeFrom(std::size_t at, const Span& sentence) {
    const Span word = WordAt(at, sentence.end);
    if (word.size() == 0) {
      NextCodePoint(text_, at);
      return at;
    }
    if (!IsCapital(word) || IsPlain(word)) {
      if (IsTitle(word)) title_ = word.end;
      return word.end;
    }
    if (IsTitle(word)) {
      title_ = word.end;
      return word.end;
    }
    const bool titled = IsBehindTitle(word.begin);
    const Words words = WordsFrom(word, sentence.end, !titled);
    Keep(words, titled, sentence.begin == word.begin);
    return words.all.end;
  }

  Span WordAt(std::size_t at, std::size_t end) const {
    const std::size_t begin = at;
    while (at < end) {
      std::size_t next = at;
      const char32_t c = NextCodePoint(text_, next);
      // Folding makes a quote of an apostrophe: O'Neil.
      const bool inside = at > begin && (c == U'-' || c == U'"') && IsLetterAt(next, end);
      if (!IsSpacedLetter(c) && !inside) break;
      at = next;
    }
    return {begin, at};
  }

  bool IsLetterAt(std::size_t at, std::size_t end) const {
    return at < end && IsSpacedLetter(NextCodePoint(text_, at));
  }

  // Folding takes capitals away, so they are looked for in the original.
  bool IsCapital(const Span& word) const {
    const Span original = view_.Original(word);
    return CasePattern(original.In(view_.document().text)).starts_with('U');
  }
  bool IsPlain(const Span& word) const {
    return lexicons_.At(text_, word.begin, rules_.plain).end == word.end;
  }
  bool IsTitle(const Span& word) const {
    return lexicons_.At(text_, word.begin, rules_.titles).end == word.end;
  }

  // @param joined  small words may stand between.
  Words WordsFrom(const Span& first, std::size_t end, bool joined) const {
    Words words{first, 1, first.end};
    bool behind_joint = false;
    while (words.count < kMostWords) {
      std::size_t at = words.all.end;
      if (at >= end || text_[at] != ' ') break;
      const Span joint = lexicons_.At(text_, ++at, rules_.joins);
      const bool joins = joined && joint.size() > 0 && joint.end < end && text_[joint.end] == ' ';
      if (joins) at = joint.end + 1;
      behind_joint = behind_joint || joins;
      const Span next = WordAt(at, end);
      if (next.size() == 0 || !IsCapital(next) || IsPlain(next)) break;
      words.all.end = next.end;
      if (!behind_joint) words.head_end = next.end;
      ++words.count;
    }
    return words;
  }

  void Keep(const Words& words, bool titled, bool starts_sentence) {
    WholeContext context;
    context.name = SurfaceOf(view_.document(), view_.Original(words.all));
    context.why = kWhy;
    context.type = rules_.other;
    context.score = kOther;
    for (const TypedWords& ends : rules_.capital_ends) {
      const Span end = lexicons_.Before(text_, words.head_end, ends.words);
      if (end.size() == 0 || end.begin <= words.all.begin) continue;
      context.type = ends.type;
      context.score = kEnd;
    }
    if (titled && context.score < kEnd) {
      context.type = kPerson;
      context.score = kTitled;
      context.why = kTitle;
    } else if (words.count == 1) {
      if (starts_sentence) return;
      context.score += kOneWord;
    }
    if (starts_sentence) context.score += kAtStart;
    if (context.type.empty()) return;
    contexts_.whole.push_back(std::move(context));
  }
  // A full stop may belong to the title.
  bool IsBehindTitle(std::size_t begin) const {
    if (title_ == 0 || begin <= title_) return false;
    const std::string_view between = text_.substr(title_, begin - title_);
    return between == " " || between == ". ";
  }

  const View& view_;
  const Lexicons& lexicons_;
  const SuggestRules& rules_;
  NameContexts& contexts_;
  std::string_view text_;
  std::size_t title_ = 0;  // where the last title ends
};

}  // namespace

void FindCapitalNames(const View& view, const Knowledge& knowledge, NameContexts& contexts) {
  if (knowledge.suggest.capital_ends.empty() && knowledge.suggest.titles.empty()) return;
  CapitalFinder(view, knowledge, contexts).Run();
}

}  // namespace zhitu::extract
