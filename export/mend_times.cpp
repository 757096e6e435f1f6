#include "export/mend_times.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "export/date_span.h"
#include "export/loose_number.h"

namespace zhitu::xport {
namespace {

constexpr std::size_t kDay = 10;  // bytes of 1998-05-17

bool Matches(std::string_view text, std::string_view pattern) {
  if (text.size() != pattern.size()) return false;
  return std::equal(text.begin(), text.end(), pattern.begin(),
                    [](char c, char p) { return p == '0' ? c >= '0' && c <= '9' : c == p; });
}

// The digits at a place, which are digits.
int NumberAt(std::string_view text, std::size_t at, std::size_t digits) {
  int number = 0;
  for (const char c : text.substr(at, digits)) number = number * 10 + (c - '0');
  return number;
}

// The first day of what looks like a date; it need not be in the calendar.
std::chrono::year_month_day FirstDayOf(std::string_view date) {
  const int month = date.size() > 4 ? NumberAt(date, 5, 2) : 1;
  const int day = date.size() > 7 ? NumberAt(date, 8, 2) : 1;
  return {std::chrono::year{NumberAt(date, 0, 4)}, std::chrono::month{static_cast<unsigned>(month)},
          std::chrono::day{static_cast<unsigned>(day)}};
}

bool IsDate(std::string_view text) {
  return (Matches(text, "0000") || Matches(text, "0000-00") || Matches(text, "0000-00-00")) &&
         FirstDayOf(text).ok();
}

// What follows the time of day: `Z`, `+08:00` or nothing.
std::string_view ZoneOf(std::string_view clock) {
  if (clock.ends_with('Z')) return clock.substr(clock.size() - 1);
  const std::string_view zone = clock.substr(clock.size() - std::min<std::size_t>(6, clock.size()));
  return Matches(zone, "+00:00") || Matches(zone, "-00:00") ? zone : std::string_view();
}

bool IsClock(std::string_view text) {
  constexpr int kMostZone = 14;
  const std::string_view zone = ZoneOf(text);
  if (zone.size() > 1 && (NumberAt(zone, 1, 2) > kMostZone || NumberAt(zone, 4, 2) > 59)) {
    return false;
  }
  text.remove_suffix(zone.size());
  if (!Matches(text, "00:00:00") && !Matches(text, "00:00:00.000") && !Matches(text, "00:00")) {
    return false;
  }
  return NumberAt(text, 0, 2) < 24 && NumberAt(text, 3, 2) < 60 &&
         (text.size() == 5 || NumberAt(text, 6, 2) < 60);
}

// A date, or one with the time of day and its zone.
bool IsIsoTime(std::string_view text) {
  if (text.size() <= kDay) return IsDate(text);
  return IsDate(text.substr(0, kDay)) && text[kDay] == 'T' && IsClock(text.substr(kDay + 1));
}

// Milliseconds from 1970 to the first moment of a time; without a zone it is taken for UTC.
std::int64_t MomentOf(std::string_view time) {
  const auto day = std::chrono::sys_days(FirstDayOf(time.substr(0, kDay))).time_since_epoch();
  constexpr std::int64_t kMinute = 60000;
  constexpr std::int64_t kSecond = 1000;
  std::int64_t minutes = std::int64_t{day.count()} * 24 * 60;
  if (time.size() <= kDay) return minutes * kMinute;
  std::string_view clock = time.substr(kDay + 1);
  const std::string_view zone = ZoneOf(clock);
  minutes += NumberAt(clock, 0, 2) * 60 + NumberAt(clock, 3, 2);
  if (zone.size() > 1) {
    const int ahead = NumberAt(zone, 1, 2) * 60 + NumberAt(zone, 4, 2);
    minutes += zone[0] == '+' ? -ahead : ahead;
  }
  clock.remove_suffix(zone.size());
  const int seconds = clock.size() > 5 ? NumberAt(clock, 6, 2) : 0;
  const int thousandths = clock.size() > 8 ? NumberAt(clock, 9, 3) : 0;
  return minutes * kMinute + seconds * kSecond + thousandths;
}

// `1998-05-17` of a year, month and day with something between them that are no digits.
std::string DateOf(std::string_view text) {
  std::string date;
  std::size_t parts = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    while (i < text.size() && text[i] >= '0' && text[i] <= '9') ++i;
    const std::size_t digits = i - begin;
    if (digits == 0) {
      ++i;
      continue;
    }
    const bool fits = parts == 0 ? digits == 4 : digits <= 2;
    if (!fits || ++parts > 3) return {};
    if (parts > 1) date += digits == 1 ? "-0" : "-";
    date += text.substr(begin, digits);
  }
  return IsDate(date) ? date : std::string();
}

bool EndsBefore(const std::string& end, const std::string& start) {
  const auto last = NumberOf(end);
  const auto first = NumberOf(start);
  if (last && first) return *last < *first;
  return IsIsoTime(end) && IsIsoTime(start) && MomentOf(end) < MomentOf(start);
}

// For a start inside the year, month or day that is the end, the last moment of it; else empty.
// Programs take the first.
std::string LastMomentOf(const std::string& end, const std::string& start) {
  if (!start.starts_with(end)) return {};
  const std::optional<DateSpan> days = DaysOf(end, end);
  if (!days) return {};
  if (start.size() <= kDay) return days->last;
  return days->last + "T23:59:59" + std::string(ZoneOf(start));
}

class TimeMender {
 public:
  TimeMender(LooseGraph& graph, DoctorFindings& findings) : graph_(graph), findings_(findings) {}

  void Mend() {
    const std::string said = graph_.times;
    if (said == "integer" || said == "long" || said == "float") graph_.times = "double";
    if (graph_.times != "date" && graph_.times != "double") graph_.times.clear();
    ForAll([this](std::string& start, std::string& end, std::size_t at, LooseGraph::Part*,
                  LooseElement*) {
      Look(start, at);
      Look(end, at);
    });
    if (first_ && graph_.times.empty()) {
      findings_.Add(
          "time-format", *first_,
          said.empty() ? "there are times, but no timeformat" : "timeformat is '" + said + "'");
    }
    if (graph_.times == "double" && dates_) {
      findings_.Add("time-format", first_date_, "times are dates, but timeformat is double");
    }
    if (dates_ || graph_.times.empty()) graph_.times = dates_ ? "date" : "";
    if (!dates_ && numbers_ && graph_.times.empty()) graph_.times = years_ ? "date" : "double";
    ForAll([this](std::string& start, std::string& end, std::size_t at, LooseGraph::Part* part,
                  LooseElement* element) {
      MendOne(start, at, "start_as_given", *part, *element);
      MendOne(end, at, "end_as_given", *part, *element);
      if (start.empty() || end.empty() || !EndsBefore(end, start)) return;
      MendOrder(start, end, at);
    });
    for (LooseGraph::Part* part : {&graph_.nodes, &graph_.edges}) {
      for (LooseElement& element : part->elements) {
        std::erase_if(element.spans,
                      [](const LooseSpan& span) { return span.start.empty() && span.end.empty(); });
      }
    }
  }

 private:
  template <typename Call>
  void ForAll(const Call& call) {
    for (LooseGraph::Part* part : {&graph_.nodes, &graph_.edges}) {
      for (LooseElement& element : part->elements) {
        for (LooseSpan& span : element.spans) call(span.start, span.end, span.at, part, &element);
        for (std::size_t i = 0; i < element.values.size(); ++i) {
          LooseValue value = element.values[i];
          if (value.start.empty() && value.end.empty()) continue;
          call(value.start, value.end, value.at, part, &element);
          element.values[i] = std::move(value);
        }
      }
    }
  }

  void MendOrder(std::string& start, std::string& end, std::size_t at) {
    const std::string told = "a time ends at '" + end + "' before '" + start + "'";
    const std::string last = LastMomentOf(end, start);
    if (last.empty()) {
      findings_.Add("time-order", at, told + "; the two are changed");
      std::swap(start, end);
    } else {
      findings_.Add("time-order", at, told + "; it now ends at '" + last + "'");
      end = last;
    }
  }

  void Look(const std::string& time, std::size_t at) {
    if (time.empty()) return;
    if (!first_) first_ = at;
    const bool number = NumberOf(time).has_value();
    numbers_ = numbers_ || number;
    years_ = years_ && (!number || IsDate(time));
    if (number || !IsIsoTime(time)) return;
    if (!dates_) first_date_ = at;
    dates_ = true;
  }

  void MendOne(std::string& time, std::size_t at, std::string_view name, LooseGraph::Part& part,
               LooseElement& element) {
    const bool fits = graph_.times == "double" ? NumberOf(time).has_value() : IsIsoTime(time);
    if (time.empty() || fits) return;
    findings_.Add("time", at, "a time is '" + time + "'");
    std::string mended = graph_.times == "double" ? "" : DateOf(time);
    if (graph_.times.empty() && !mended.empty()) graph_.times = "date";
    const std::size_t key = KeyNamedOrNew(part, name, "string");
    if (ValueOf(element, key) == nullptr)
      element.values.push_back({.key = key, .text = time, .at = at});
    time = std::move(mended);
  }

  LooseGraph& graph_;
  DoctorFindings& findings_;
  bool dates_ = false;    // some are no numbers
  bool numbers_ = false;  // some are numbers
  bool years_ = true;     // all numbers are years
  std::optional<std::size_t> first_;
  std::size_t first_date_ = 0;
};

}  // namespace

void MendTimes(LooseGraph& graph, DoctorFindings& findings) { TimeMender(graph, findings).Mend(); }

}  // namespace zhitu::xport
