#include "extract/temporal_finder.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <optional>
#include <utility>

#include "extract/utf8.h"
#include "extract/word_finder.h"

namespace zhitu::extract {
namespace {

using std::chrono::year_month_day;

constexpr int kFewestYearDigits = 4;
constexpr int kMonths = 12;
constexpr int kDays = 31;
constexpr int kLastYear = 9999;
constexpr std::size_t kUsual = 16;  // expressions that most texts do not reach

std::string Padded(int value, std::size_t digits) {
  const std::string text = std::to_string(value);
  return std::string(digits > text.size() ? digits - text.size() : 0, '0') + text;
}

// A year, month or day.
struct Date {
  std::optional<int> year;
  std::optional<int> month;
  std::optional<int> day;

  bool empty() const { return !year && !month && !day; }
  // ISO 8601; empty without a year of four digits. A day that the month does not have is left out.
  std::string Text() const {
    if (!year || *year < 0 || *year > kLastYear) return {};
    std::string text = Padded(*year, 4);
    if (month) text += '-' + Padded(*month, 2);
    const auto whole = WholeDay();
    if (whole) text += '-' + Padded(static_cast<int>(static_cast<unsigned>(whole->day())), 2);
    return text;
  }
  // The day, if all three are known and there is such a one.
  std::optional<year_month_day> WholeDay() const {
    if (!year || !month || !day || *day < 1) return std::nullopt;
    const year_month_day whole{std::chrono::year{*year},
                               std::chrono::month{static_cast<unsigned>(*month)},
                               std::chrono::day{static_cast<unsigned>(*day)}};
    return whole.ok() ? std::optional(whole) : std::nullopt;
  }
};

// The leading year, month and day of an ISO 8601 date.
Date ReadIso(std::string_view text) {
  const auto number = [&](std::size_t at, std::size_t digits) -> std::optional<int> {
    int value = 0;
    if (text.size() < at + digits || text[at] == '-') return std::nullopt;
    const char* const last = text.data() + at + digits;
    const auto [end, error] = std::from_chars(text.data() + at, last, value);
    if (error != std::errc() || end != last) return std::nullopt;
    return value;
  };
  Date date;
  date.year = number(0, 4);
  if (date.year && text.size() >= 7 && text[4] == '-') date.month = number(5, 2);
  if (date.month && text.size() >= 10 && text[7] == '-') date.day = number(8, 2);
  if (date.month && (*date.month < 1 || *date.month > kMonths)) date.month.reset();
  return date;
}

// Years, months or days before or behind a date, with that precision; nothing if it is not known so
// well.
Date Moved(const Date& date, const TimeWord& word) {
  using namespace std::chrono;
  if (!date.year) return {};
  switch (word.kind) {
    case TimeWord::Kind::kYear:
      return {*date.year + word.offset, {}, {}};
    case TimeWord::Kind::kMonth: {
      if (!date.month) return {};
      const int months = *date.year * kMonths + *date.month - 1 + word.offset;
      if (months < 0) return {};
      return {months / kMonths, months % kMonths + 1, {}};
    }
    case TimeWord::Kind::kDay: {
      const auto start = date.WholeDay();
      if (!start) return {};
      const year_month_day moved{sys_days(*start) + days{word.offset}};
      return {static_cast<int>(moved.year()),
              static_cast<int>(static_cast<unsigned>(moved.month())),
              static_cast<int>(static_cast<unsigned>(moved.day()))};
    }
    default:
      return {};
  }
}

class TemporalFinder {
 public:
  TemporalFinder(const RuleInput& input, const NumeralFinder& numerals)
      : in_(input),
        rules_(input.knowledge.times),
        text_(input.view.folded().text()),
        words_(input.words),
        numerals_(numerals),
        today_(ReadIso(input.view.document().date)) {}

  std::vector<TemporalExpression> Run() {
    found_.reserve(kUsual);
    auto start = numerals_.starts().begin();
    std::size_t at = 0;  // an expression may begin from here on
    const auto try_numbers = [&](std::size_t end) {
      for (; start != numerals_.starts().end() && start->at < end; ++start) {
        if (start->at >= at && start->numeral) at = TryNumber(*start);
      }
    };
    for (const Lexicons::Hit& hit : words_.hits()) {
      const std::size_t begin = hit.folded.begin;
      if (!rules_.starts.Has(hit.word) || begin < at) continue;
      try_numbers(begin);
      if (begin >= at) at = std::max(TryWord(begin), begin + 1);
    }
    try_numbers(text_.size());
    return std::move(found_);
  }

 private:
  // Keeps the expression that begins with a word and gives its end; `at` if there is none.
  std::size_t TryWord(std::size_t at) {
    const Span until = words_.At(at, rules_.until);
    const std::size_t begin = until.end;
    if (const std::size_t end = TryConsecutive(begin); end > begin) return end;
    Date date;
    bool known = true;  // what is not reckoned as a date has no beginning and no end
    std::size_t end = ReadWord(begin, date, known);
    end = ReadNumbers(end, numerals_.At(end), date);
    if (end == begin) return at;
    return Complete({at, end}, date, known, until.size() > 0);
  }

  // The same with a number.
  std::size_t TryNumber(const NumeralFinder::Start& start) {
    Date date;
    const std::size_t end = ReadNumbers(start.at, start.numeral, date);
    return end == start.at ? end : Complete({start.at, end}, date, true, false);
  }

  // Keeps an expression with what stands behind it and gives its end.
  std::size_t Complete(const Span& read, const Date& date, bool known, bool until) {
    const std::size_t end = words_.At(read.end, rules_.part).end;
    const Span since = words_.At(end, rules_.since);
    Keep({read.begin, since.end}, date, known, until, since.size() > 0);
    return since.end;
  }

  // 今年, 日前: the longest word of time.
  std::size_t ReadWord(std::size_t at, Date& date, bool& known) const {
    const Span span = words_.At(at, rules_.word);
    if (span.size() == 0) return at;
    const std::string_view text = text_.substr(span.begin, span.size());
    const auto found =
        std::lower_bound(rules_.words.begin(), rules_.words.end(), text,
                         [](const auto& entry, std::string_view key) { return entry.first < key; });
    if (found == rules_.words.end() || found->first != text) return at;
    date = Moved(today_, found->second);
    known = !date.empty();
    return span.end;
  }

  // 2023年7月5日, 7月5日, and 9月 behind 今年.
  std::size_t ReadNumbers(std::size_t at, std::optional<Numeral> numeral, Date& date) const {
    if (!numeral || (at > 0 && text_[at - 1] >= '0' && text_[at - 1] <= '9')) return at;
    std::size_t end = at;
    if (date.empty()) {
      if (const auto year = Number(end, *numeral, rules_.year, kLastYear, kFewestYearDigits)) {
        date.year = year->first;
        end = year->second;
        numeral = numerals_.At(end);
        if (!numeral) return end;
      }
    }
    const auto month = Number(end, *numeral, rules_.month, kMonths, 1);
    if (!month) return end;
    date.month = month->first;
    end = month->second;
    numeral = numerals_.At(end);
    if (const auto day = numeral ? Number(end, *numeral, rules_.day, kDays, 1) : std::nullopt) {
      date.day = day->first;
      end = day->second;
    }
    if (!date.year) date.year = YearOf(month->first);
    return end;
  }

  // A month without a year is the last such one.
  std::optional<int> YearOf(int month) const {
    if (!today_.year) return std::nullopt;
    const bool later = today_.month && month > *today_.month;
    return *today_.year - (later ? 1 : 0);
  }

  // The value of the numeral that begins at `at`, if that is whole, from 1 to `most`, and a word of
  // a set stands behind it, and where that ends.
  std::optional<std::pair<int, std::size_t>> Number(std::size_t at, const Numeral& numeral,
                                                    const WordSet& unit, int most,
                                                    int fewest_digits) const {
    if (numeral.digits && static_cast<int>(numeral.end - at) < fewest_digits) return std::nullopt;
    if (!numeral.digits && fewest_digits > 1) return std::nullopt;
    if (numeral.approximate || numeral.value < 1 || numeral.value > most) return std::nullopt;
    const int value = static_cast<int>(numeral.value);
    if (numeral.value != value) return std::nullopt;
    const Span word = words_.At(numeral.end, unit);
    if (word.size() == 0) return std::nullopt;
    return std::pair{value, word.end};
  }

  // 连续两年.
  std::size_t TryConsecutive(std::size_t at) {
    const Span word = words_.At(at, rules_.consecutive);
    if (word.size() == 0) return at;
    const std::optional<Numeral> numeral = numerals_.At(word.end);
    if (!numeral) return at;
    const Span unit = words_.At(numeral->end, rules_.duration);
    if (unit.size() == 0) return at;
    const Span since = words_.At(unit.end, rules_.since);
    Keep({at, since.end}, {}, false, false, false);
    found_.back().counts = true;
    return since.end;
  }

  void Keep(const Span& folded, const Date& date, bool known, bool until, bool since) {
    TemporalExpression expression;
    expression.folded = folded;
    expression.span = in_.view.Original(folded);
    if (known) {
      expression.to = date.Text();
      if (!until) expression.from = expression.to;
      if (since) expression.to = today_.Text();
    }
    found_.push_back(std::move(expression));
  }

  const RuleInput& in_;
  const TimeRules& rules_;
  std::string_view text_;
  const WordFinder& words_;
  const NumeralFinder& numerals_;
  Date today_;
  std::vector<TemporalExpression> found_;
};

std::size_t Distance(const Span& a, const Span& b) {
  if (a.Overlaps(b)) return 0;
  return a.begin < b.begin ? b.begin - a.end : a.begin - b.end;
}

}  // namespace

std::vector<TemporalExpression> FindTemporalExpressions(const RuleInput& input,
                                                        const NumeralFinder& numerals) {
  if (input.knowledge.times.words.empty()) return {};
  return TemporalFinder(input, numerals).Run();
}

std::string DateAt(const Span& place, const Span& sentence,
                   const std::vector<TemporalExpression>& times) {
  // The expressions lie side by side, so those that end before the place come first.
  const auto next = std::partition_point(
      times.begin(), times.end(),
      [&](const TemporalExpression& time) { return time.folded.end <= place.begin; });
  const TemporalExpression* nearest = nullptr;
  for (auto time = next; time != times.begin();) {
    --time;
    if (time->folded.begin < sentence.begin) break;
    if (time->from.empty()) continue;
    nearest = &*time;
    break;
  }
  for (auto time = next; time != times.end() && time->folded.begin < sentence.end; ++time) {
    if (time->from.empty() || time->folded.begin < sentence.begin) continue;
    if (nearest == nullptr || Distance(time->folded, place) < Distance(nearest->folded, place))
      nearest = &*time;
    break;
  }
  if (nearest == nullptr) return {};
  if (nearest->to.empty() || nearest->to == nearest->from) return nearest->from;
  return nearest->from + '/' + nearest->to;
}

}  // namespace zhitu::extract
