#include "extract/quantity_finder.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "extract/utf8.h"
#include "extract/word_finder.h"

namespace zhitu::extract {
namespace {

constexpr std::size_t kLongestNoun = 8;  // characters of what is counted
constexpr std::size_t kUsual = 16;       // quantities that most texts do not reach

bool IsAsciiWord(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

class QuantityFinder {
 public:
  QuantityFinder(const RuleInput& input, const NumeralFinder& numerals, const Topics& topics,
                 std::span<const Span> taken)
      : in_(input),
        numerals_(numerals),
        rules_(input.knowledge.quantities),
        text_(input.view.folded().text()),
        words_(input.words),
        topics_(topics),
        taken_(taken) {}

  std::vector<Quantity> Run() {
    found_.reserve(kUsual);
    std::size_t at = 0;
    for (const NumeralFinder::Start& start : numerals_.starts()) {
      if (start.at >= at) at = Try(start);
    }
    return std::move(found_);
  }

 private:
  // Keeps the quantity that begins at a place and gives its end; the place if there is none.
  std::size_t Try(const NumeralFinder::Start& start) {
    const auto& [at, numeral] = start;
    while (next_taken_ < taken_.size() && taken_[next_taken_].end <= at) ++next_taken_;
    if (next_taken_ < taken_.size() && taken_[next_taken_].begin <= at) return at;
    if (!numeral) return EndOfDigits(at);
    // A number that is none here is passed over whole: its end is not the beginning of another.
    if (!StandsFree(at)) return numeral->end;
    std::size_t place = numeral->end;
    if (place < text_.size() && text_[place] == ' ') ++place;
    const Span unit = words_.At(place, rules_.unit);
    if (unit.size() == 0) return numeral->end;
    Keep(at, *numeral, unit);
    return unit.end;
  }

  // Past digits with points and commas between them; `at` if there are none.
  std::size_t EndOfDigits(std::size_t at) const {
    const auto is_digit = [&](std::size_t place) {
      return place < text_.size() && text_[place] >= '0' && text_[place] <= '9';
    };
    while (is_digit(at) || (at > 0 && is_digit(at - 1) && is_digit(at + 1) &&
                            (text_[at] == '.' || text_[at] == ','))) {
      ++at;
    }
    return at;
  }

  // No ordinal, and no part of a code such as A4 or 5G.
  bool StandsFree(std::size_t at) const {
    if (at == 0) return true;
    const char before = text_[at - 1];
    return !IsAsciiWord(before) && before != '.' && words_.Before(at, rules_.ordinal).size() == 0;
  }

  void Keep(std::size_t at, const Numeral& numeral, const Span& unit) {
    Quantity quantity;
    const Span about = words_.Before(at, rules_.about);
    const Span bound = words_.At(unit.end, rules_.bound);
    const Span whole{about.begin, bound.end};
    quantity.span = in_.view.Original(whole);
    quantity.value = numeral.value;
    quantity.approximate = numeral.approximate || about.size() > 0 || bound.size() > 0;
    quantity.unit = std::string(text_.substr(unit.begin, unit.size()));
    if (!CountMention(whole, quantity)) CountNoun(whole, quantity);
    if (quantity.entity == kNoEntity) {
      if (const RuleMention* topic = topics_.At(at)) quantity.entity = topic->entity;
    }
    found_.push_back(std::move(quantity));
    last_end_ = whole.end;
  }

  // The mention directly behind, or directly before where a clause ends behind.
  bool CountMention(const Span& whole, Quantity& quantity) const {
    const auto behind = std::lower_bound(
        in_.mentions.begin(), in_.mentions.end(), whole.end,
        [](const RuleMention& mention, std::size_t place) { return mention.folded.begin < place; });
    const RuleMention* counted = nullptr;
    if (behind != in_.mentions.end() && behind->folded.begin <= SkipQuote(whole.end)) {
      counted = &*behind;
    } else if (EndsClause(whole.end)) {
      counted = MentionBefore(behind, whole.begin);
    }
    if (counted == nullptr) return false;
    quantity.of = in_.view.Original(counted->folded);
    quantity.entity = counted->entity;
    return true;
  }

  const RuleMention* MentionBefore(std::vector<RuleMention>::const_iterator from,
                                   std::size_t place) const {
    while (place > 0 && text_[place - 1] == '"') --place;
    for (int looked_at = 0; from != in_.mentions.begin() && looked_at < 8; ++looked_at) {
      --from;
      if (from->folded.end == place && !from->nested) return &*from;
    }
    return nullptr;
  }

  std::size_t SkipQuote(std::size_t at) const {
    return at < text_.size() && text_[at] == '"' ? at + 1 : at;
  }

  void CountNoun(const Span& whole, Quantity& quantity) const {
    Span noun = NounBehind(whole.end);
    if (noun.size() == 0) noun = NounBefore(whole.begin);
    if (noun.size() > 0) quantity.of = in_.view.Original(noun);
  }

  bool EndsClause(std::size_t at) const {
    if (at >= text_.size() || text_[at] == '\n') return true;
    const char32_t c = NextCodePoint(text_, at);
    const TextConventions& conventions = in_.knowledge.conventions;
    return conventions.EndsClause(c) || conventions.EndsSentence(c);
  }

  bool EndsNoun(std::size_t at) const {
    return EndsClause(at) || text_[at] == '"' || text_[at] == '(' || text_[at] == ')' ||
           text_[at] == ' ' || IsAsciiWord(text_[at]);
  }

  Span NounBehind(std::size_t begin) const {
    std::size_t end = begin;
    for (std::size_t length = 0; length < kLongestNoun && !EndsNoun(end); ++length) {
      if (words_.At(end, rules_.stop).size() > 0) break;
      NextCodePoint(text_, end);
    }
    return {begin, end};
  }

  Span NounBefore(std::size_t end) const {
    std::size_t begin = end;
    std::size_t first = last_end_;  // no part of a quantity or date is a noun
    if (next_taken_ > 0) first = std::max(first, taken_[next_taken_ - 1].end);
    for (std::size_t length = 0; length < kLongestNoun && begin > first; ++length) {
      if (words_.Before(begin, rules_.stop).size() > 0) break;
      std::size_t before = begin;
      do {
        --before;
      } while (!IsLeadByte(text_[before]));
      if (EndsNoun(before)) break;
      begin = before;
    }
    return {begin, end};
  }

  const RuleInput& in_;
  const NumeralFinder& numerals_;
  const QuantityRules& rules_;
  std::string_view text_;
  const WordFinder& words_;
  const Topics& topics_;
  std::span<const Span> taken_;
  std::size_t next_taken_ = 0;
  std::size_t last_end_ = 0;  // of the last quantity that was found
  std::vector<Quantity> found_;
};

}  // namespace

std::vector<Quantity> FindQuantities(const RuleInput& input, const NumeralFinder& numerals,
                                     const Topics& topics, std::span<const Span> taken) {
  if (input.knowledge.quantities.empty()) return {};
  return QuantityFinder(input, numerals, topics, taken).Run();
}

}  // namespace zhitu::extract
