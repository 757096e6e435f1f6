#include "extract/quoted_names.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "extract/found_entities.h"
#include "extract/quotes.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

constexpr std::size_t kShortest = 2;  // characters of a name
constexpr std::size_t kLongest = 20;
constexpr std::size_t kBetween =
    4;  // characters between quotes and the word that makes them a name
constexpr double kConfidence = 0.6;
constexpr char kWhy[] = "quoted name";

class QuoteFinder {
 public:
  QuoteFinder(const View& view, const Knowledge& knowledge, const WordFinder& words,
              EntityIndex first, const std::vector<LinkedMention>& names,
              std::vector<Entity>& found)
      : view_(view),
        knowledge_(knowledge),
        words_(words),
        names_(names),
        found_(first, found),
        text_(view.folded().text()) {}

  std::vector<LinkedMention> Run() {
    quotes_ = OuterQuotes(view_, knowledge_.conventions);
    for (std::size_t i = 0; i < quotes_.size();) {
      std::size_t last = i;
      while (last + 1 < quotes_.size() &&
             AreListed(quotes_[last], quotes_[last + 1], view_, knowledge_.conventions))
        ++last;
      if (const QuotedHead* head = HeadBehind(quotes_[last].end + 1)) {
        for (std::size_t k = i; k <= last; ++k) Keep(quotes_[k], *head);
      }
      i = last + 1;
    }
    return std::move(mentions_);
  }

 private:
  const QuotedHead* HeadBehind(std::size_t at) const {
    for (std::size_t passed = 0; passed <= kBetween && at < text_.size(); ++passed) {
      for (const QuotedHead& head : knowledge_.quoted) {
        if (words_.At(at, head.words).size() > 0) return &head;
      }
      const char32_t c = NextCodePoint(text_, at);
      const TextConventions& conventions = knowledge_.conventions;
      if (c == U'"' || c == U'\n' || c == U'(' || conventions.EndsClause(c) ||
          conventions.EndsSentence(c)) {
        return nullptr;
      }
    }
    return nullptr;
  }

  void Keep(const Span& quote, const QuotedHead& head) {
    const std::string_view name = text_.substr(quote.begin, quote.size());
    const std::size_t length = CountCodePoints(name);
    if (length < kShortest || length > kLongest || !IsFree(quote) || IsSentence(name)) return;
    if (std::binary_search(knowledge_.not_quoted.begin(), knowledge_.not_quoted.end(), name))
      return;
    Mention mention = MentionAt(view_, view_.Original(quote), quote);
    mention.entity = found_.Named(SurfaceOf(view_.document(), mention.span), head.type, kWhy);
    mention.confidence = kConfidence;
    mention.why = kWhy;
    mentions_.push_back({std::move(mention), quote});
  }

  // A clause in quotes is no name; a list of catchwords may be one.
  bool IsSentence(std::string_view name) const {
    for (std::size_t at = 0; at < name.size();) {
      const std::size_t begin = at;
      const char32_t c = NextCodePoint(name, at);
      const bool separates = knowledge_.conventions.Separates(name.substr(begin, at - begin));
      if (knowledge_.conventions.EndsSentence(c)) return true;
      if (knowledge_.conventions.EndsClause(c) && !separates) return true;
    }
    return false;
  }

  // Quotes come in order, so the names are gone through once.
  bool IsFree(const Span& quote) {
    while (next_name_ < names_.size() && names_[next_name_].folded.end <= quote.begin) ++next_name_;
    return next_name_ == names_.size() || names_[next_name_].folded.begin >= quote.end;
  }

  const View& view_;
  const Knowledge& knowledge_;
  const WordFinder& words_;
  const std::vector<LinkedMention>& names_;
  FoundEntities found_;
  std::string_view text_;
  std::vector<Span> quotes_;
  std::size_t next_name_ = 0;
  std::vector<LinkedMention> mentions_;
};

}  // namespace

void FindQuotedNames(const View& view, const Knowledge& knowledge, const WordFinder& words,
                     EntityIndex first, std::vector<LinkedMention>& mentions,
                     std::vector<Entity>& found) {
  if (knowledge.quoted.empty()) return;
  std::vector<LinkedMention> names =
      QuoteFinder(view, knowledge, words, first, mentions, found).Run();
  std::move(names.begin(), names.end(), std::back_inserter(mentions));
}

}  // namespace zhitu::extract
