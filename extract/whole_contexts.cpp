#include "extract/whole_contexts.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "extract/characters.h"
#include "extract/quotes.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

constexpr std::size_t kLongestQuote = 20;   // characters
constexpr std::size_t kWholeQuote = 3;      // from so many on a quote is a name without its head
constexpr std::size_t kBetween = 4;         // characters between quotes and the head behind them
constexpr std::size_t kShortestPhrase = 4;  // characters before the head of a phrase
constexpr std::size_t kLongestPhrase = 14;  // characters, head included
constexpr std::size_t kMostListed = 8;      // phrases of one list

constexpr double kBehindDirectly = 0.8;
constexpr double kBehind = 0.7;
constexpr double kOwnEnd = 0.65;
constexpr double kLaunched = 0.6;
constexpr double kPhrase = 0.5;
constexpr double kStanding = 0.75;
constexpr double kSeveral = 0.1;  // each further sign
constexpr double kFigure = 0.4;

constexpr char kQuoted[] = "quoted name";
constexpr char kLaunchedWhy[] = "quoted name behind a verb";
constexpr char kPhraseWhy[] = "phrase with a head";
constexpr char kStandingWhy[] = "standing name";

class WholeFinder {
 public:
  WholeFinder(const View& view, const Knowledge& knowledge, NameContexts& contexts)
      : view_(view),
        conventions_(knowledge.conventions),
        lexicons_(knowledge.lexicons),
        rules_(knowledge.suggest),
        not_quoted_(knowledge.not_quoted),
        contexts_(contexts),
        text_(view.folded().text()) {}

  void Run() {
    quotes_ = OuterQuotes(view_, conventions_);
    TakeQuotes();
    FindInText();
  }

 private:
  struct Head {
    const TypedWords* words = nullptr;
    Span word;
  };

  // Quotes in a row share the head behind the last and the verb before the first.
  void TakeQuotes() {
    for (std::size_t first = 0; first < quotes_.size();) {
      std::size_t last = first;
      while (last + 1 < quotes_.size() &&
             AreListed(quotes_[last], quotes_[last + 1], view_, conventions_))
        ++last;
      const Head behind = HeadBehind(quotes_[last].end + 1);
      const bool launched =
          IsLaunched(quotes_[first].begin - 1) && EndsBehind(quotes_[last].end + 1);
      for (std::size_t i = first; i <= last; ++i)
        TakeQuote(quotes_[i], quotes_[first].begin - 1, behind, launched);
      first = last + 1;
    }
  }

  void TakeQuote(const Span& quote, std::size_t open, const Head& behind, bool launched) {
    const std::string_view words = quote.In(text_);
    const std::size_t length = CountCodePoints(words);
    if (length == 0 || length > kLongestQuote || IsSentence(words) || !HoldsLetter(words)) return;
    if (std::binary_search(not_quoted_.begin(), not_quoted_.end(), words)) return;
    const Head own = OwnEnd(quote);
    const bool directly = behind.words != nullptr && behind.word.begin == quote.end + 1;
    double score = 0;
    std::string_view type;
    if (own.words != nullptr) Add(kOwnEnd, own.words->type, score, type);
    if (behind.words != nullptr)
      Add(directly ? kBehindDirectly : kBehind, behind.words->type, score, type);
    if (launched) Add(kLaunched, Program(), score, type);
    if (type.empty() || (length < kWholeQuote && !directly)) return;
    if (behind.words == nullptr && IsFigure(quote, open)) score -= kFigure;
    Keep(quote, length, directly ? behind.word : Span{}, score, type,
         behind.words == nullptr && own.words == nullptr);
  }
  bool IsFigure(const Span& quote, std::size_t open) const {
    return lexicons_.Before(text_, open, rules_.figure).size() > 0 ||
           lexicons_.Before(text_, quote.end, rules_.figure_ends).size() > 0;
  }

  static void Add(double sign, std::string_view of, double& score, std::string_view& type) {
    if (type.empty()) {
      score = sign;
      type = of;
    } else {
      score = std::min(1.0, std::max(score, sign) + kSeveral);
    }
  }
  // What is carried out is of the first type that quotes may have.
  std::string_view Program() const {
    return rules_.quoted.empty() ? std::string_view() : rules_.quoted.front().type;
  }

  void Keep(const Span& quote, std::size_t length, const Span& head, double score,
            std::string_view type, bool launched) {
    WholeContext context;
    context.type = type;
    context.score = score;
    context.why = launched ? kLaunchedWhy : kQuoted;
    const std::string with_head =
        head.size() > 0 ? Written({quote.begin - 1, head.end}) : std::string();
    if (length < kWholeQuote) {
      context.name = with_head;
    } else {
      context.name = Written(quote);
      if (!with_head.empty()) context.aliases.push_back(with_head);
    }
    contexts_.whole.push_back(std::move(context));
  }

  std::string Written(const Span& folded) const {
    return SurfaceOf(view_.document(), view_.Original(folded));
  }

  Head HeadBehind(std::size_t at) const {
    for (std::size_t passed = 0; passed <= kBetween && at < text_.size(); ++passed) {
      Head best;
      for (const TypedWords& words : rules_.quoted) {
        const Span word = lexicons_.At(text_, at, words.words);
        if (word.size() > best.word.size()) best = {&words, word};
      }
      if (best.words != nullptr) return best;
      std::size_t next = at;
      if (EndsPhrase(NextCodePoint(text_, next))) return {};
      at = PassedOver(at);
      if (at == std::string_view::npos) return {};
    }
    return {};
  }

  // Behind a word that may stand between quotes and their head.
  std::size_t PassedOver(std::size_t at) const {
    std::size_t end = at;
    for (const WordSet* words : {&rules_.between, &rules_.generic})
      end = std::max(end, lexicons_.At(text_, at, *words).end);
    return end == at ? std::string_view::npos : end;
  }

  Head OwnEnd(const Span& quote) const {
    Head best;
    for (const TypedWords& words : rules_.quoted_ends) {
      const Span word = lexicons_.Before(text_, quote.end, words.words);
      if (word.begin > quote.begin && word.size() > best.word.size()) best = {&words, word};
    }
    return best;
  }

  bool IsLaunched(std::size_t open) const {
    return lexicons_.Before(text_, open, rules_.launch).size() > 0;
  }
  // True where nothing follows that quotes could belong to.
  bool EndsBehind(std::size_t at) const {
    if (at >= text_.size()) return true;
    const char32_t c = NextCodePoint(text_, at);
    return !IsHan(c) && !IsSpacedLetter(c) ? true : c >= U'0' && c <= U'9';
  }
  bool EndsPhrase(char32_t c) const {
    return c == U'"' || c == U'\n' || c == U'(' || conventions_.EndsClause(c) ||
           conventions_.EndsSentence(c);
  }

  static bool HoldsLetter(std::string_view words) {
    for (std::size_t at = 0; at < words.size();) {
      const char32_t c = NextCodePoint(words, at);
      if (IsHan(c) || IsSpacedLetter(c)) return true;
    }
    return false;
  }
  bool IsSentence(std::string_view words) const {
    for (std::size_t at = 0; at < words.size();) {
      const std::size_t begin = at;
      const char32_t c = NextCodePoint(words, at);
      const bool separates = conventions_.Separates(words.substr(begin, at - begin));
      if (conventions_.EndsSentence(c) || (conventions_.EndsClause(c) && !separates)) return true;
    }
    return false;
  }

  // Standing names, and phrases behind verbs.
  void FindInText() {
    for (std::size_t at = 0; at < text_.size();) {
      std::size_t next = at;
      if (!rules_.MayStart(NextCodePoint(text_, next))) {
        at = next;
        continue;
      }
      const Span standing = lexicons_.At(text_, at, rules_.standing_words);
      if (standing.size() > 0) {
        TakeStanding(standing);
        at = standing.end;
        continue;
      }
      const Span verb = lexicons_.At(text_, at, rules_.launch);
      at = verb.size() > 0 ? TakePhrases(verb.end) : next;
    }
  }

  void TakeStanding(const Span& word) {
    if (lexicons_.At(text_, word.end, rules_.head_words).size() > 0) return;  // 江西 + 省
    for (const TypedWords& words : rules_.standing) {
      if (lexicons_.At(text_, word.begin, words.words).end != word.end) continue;
      contexts_.whole.push_back({Written(word), words.type, kStanding, kStandingWhy, {}});
      return;
    }
  }

  // A verb may have several objects. Gives the place to go on at: behind the last that was taken.
  std::size_t TakePhrases(std::size_t at) {
    std::size_t taken = at;
    for (std::size_t listed = 0; listed < kMostListed; ++listed) {
      const std::size_t end = EndOfPhrase(at);
      if (end == at) break;
      if (TakePhrase({at, end})) taken = end;
      if (end >= text_.size()) break;
      std::size_t next = end;
      NextCodePoint(text_, next);
      if (!conventions_.Separates(text_.substr(end, next - end))) break;
      at = next;
    }
    return taken;
  }
  // Where Han characters end, or a word stands that phrases do not hold; the beginning where that
  // is too far.
  std::size_t EndOfPhrase(std::size_t begin) const {
    std::size_t at = begin;
    for (std::size_t length = 0; at < text_.size(); ++length) {
      std::size_t next = at;
      if (!IsHan(NextCodePoint(text_, next))) return at;
      const Span stop = lexicons_.At(text_, at, rules_.phrase_stop);
      if (stop.size() > 0 && lexicons_.At(text_, at, rules_.keep).size() <= stop.size()) return at;
      if (length == kLongestPhrase) return begin;
      at = next;
    }
    return at;
  }
  // True if it is a name.
  bool TakePhrase(Span phrase) {
    // A verb is followed by another: 策划开展.
    while (true) {
      const Span verb = lexicons_.At(text_, phrase.begin, rules_.launch);
      if (verb.size() == 0 || verb.end >= phrase.end) break;
      phrase.begin = verb.end;
    }
    for (const TypedWords& words : rules_.phrases) {
      const Span head = lexicons_.Before(text_, phrase.end, words.words);
      if (head.size() == 0 || head.begin <= phrase.begin) continue;
      const Span before{phrase.begin, head.begin};
      if (CountCodePoints(before.In(text_)) < kShortestPhrase || IsGeneric(before)) return false;
      contexts_.whole.push_back({Written(phrase), words.type, kPhrase, kPhraseWhy, {}});
      return true;
    }
    return false;
  }
  bool IsGeneric(const Span& words) const {
    std::size_t at = words.end;
    while (at > words.begin) {
      const Span word = lexicons_.Before(text_, at, rules_.generic);
      if (word.size() == 0) return false;
      at = word.begin;
    }
    return true;
  }

  const View& view_;
  const TextConventions& conventions_;
  const Lexicons& lexicons_;
  const SuggestRules& rules_;
  const std::vector<std::string>& not_quoted_;
  NameContexts& contexts_;
  std::string_view text_;
  std::vector<Span> quotes_;
};

}  // namespace

void FindWholeContexts(const View& view, const Knowledge& knowledge, NameContexts& contexts) {
  if (knowledge.suggest.empty()) return;
  WholeFinder(view, knowledge, contexts).Run();
}

}  // namespace zhitu::extract
