#include "export/date_span.h"

#include <chrono>
#include <cstddef>

namespace zhitu::xport {
namespace {

using std::chrono::year_month_day;
using std::chrono::year_month_day_last;

// A number of exactly `digits` digits at `at`, or nothing.
std::optional<int> Digits(std::string_view text, std::size_t at, std::size_t digits) {
  if (at + digits > text.size()) return std::nullopt;
  int value = 0;
  for (const char c : text.substr(at, digits)) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

// First and last day that a date stands for.
struct Days {
  year_month_day first;
  year_month_day last;
};

std::optional<Days> Read(std::string_view date) {
  using namespace std::chrono;
  if (const std::size_t time = date.find_first_of("T "); time != std::string_view::npos) {
    if (time != 10) return std::nullopt;
    date = date.substr(0, time);
  }
  if (date.size() != 4 && date.size() != 7 && date.size() != 10) return std::nullopt;
  const std::optional<int> y = Digits(date, 0, 4);
  if (!y || *y == 0) return std::nullopt;
  if (date.size() == 4) return Days{year{*y} / January / 1, year{*y} / December / 31};
  const std::optional<int> m = Digits(date, 5, 2);
  if (!m || date[4] != '-') return std::nullopt;
  const year_month_day_last month_end = year{*y} / month{static_cast<unsigned>(*m)} / last;
  if (!month_end.ok()) return std::nullopt;
  if (date.size() == 7) return Days{month_end.year() / month_end.month() / 1, month_end};
  const std::optional<int> d = Digits(date, 8, 2);
  if (!d || date[7] != '-') return std::nullopt;
  const year_month_day day_of_month =
      month_end.year() / month_end.month() / day{static_cast<unsigned>(*d)};
  if (!day_of_month.ok()) return std::nullopt;
  return Days{day_of_month, day_of_month};
}

std::string Padded(unsigned value, std::size_t digits) {
  const std::string text = std::to_string(value);
  return std::string(digits - text.size(), '0') + text;
}

std::string Text(const year_month_day& date) {
  return Padded(static_cast<unsigned>(static_cast<int>(date.year())), 4) + '-' +
         Padded(static_cast<unsigned>(date.month()), 2) + '-' +
         Padded(static_cast<unsigned>(date.day()), 2);
}

}  // namespace

std::optional<DateSpan> DaysOf(std::string_view first_seen, std::string_view last_seen) {
  const std::optional<Days> first = Read(first_seen);
  const std::optional<Days> last = Read(last_seen);
  if (!first || !last || last->last < first->first) return std::nullopt;
  return DateSpan{Text(first->first), Text(last->last)};
}

}  // namespace zhitu::xport
