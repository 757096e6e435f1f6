#include "export/mend_times.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "export/loose_number.h"

namespace zhitu::xport {
namespace {

constexpr std::size_t kDay = 10;  // bytes of 1998-05-17

bool Matches(std::string_view text, std::string_view pattern) {
  if (text.size() != pattern.size()) return false;
  return std::equal(text.begin(), text.end(), pattern.begin(),
                    [](char c, char p) { return p == '0' ? c >= '0' && c <= '9' : c == p; });
}

bool IsDate(std::string_view text) {
  return Matches(text, "0000") || Matches(text, "0000-00") || Matches(text, "0000-00-00");
}

// A date, or one with the time of day and its zone.
bool IsIsoTime(std::string_view text) {
  if (text.size() <= kDay) return IsDate(text);
  if (!IsDate(text.substr(0, kDay)) || text[kDay] != 'T') return false;
  std::string_view rest = text.substr(kDay + 1);
  if (rest.ends_with('Z')) {
    rest.remove_suffix(1);
  } else if (rest.size() > 6 && (Matches(rest.substr(rest.size() - 6), "+00:00") ||
                                 Matches(rest.substr(rest.size() - 6), "-00:00"))) {
    rest.remove_suffix(6);
  }
  return Matches(rest, "00:00:00") || Matches(rest, "00:00:00.000") || Matches(rest, "00:00");
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
  return date;
}

bool EndsBefore(const std::string& end, const std::string& start) {
  const auto last = NumberOf(end);
  const auto first = NumberOf(start);
  if (last && first) return *last < *first;
  const std::size_t common = std::min(end.size(), start.size());
  return end.compare(0, common, start, 0, common) < 0;
}

class TimeMender {
 public:
  TimeMender(LooseGraph& graph, DoctorFindings& findings) : graph_(graph), findings_(findings) {}

  void Mend() {
    ForAll([this](std::string& start, std::string& end, std::size_t at, LooseGraph::Part*,
                  LooseElement*) {
      Look(start, at);
      Look(end, at);
    });
    if (graph_.times == "double" && dates_) {
      findings_.Add("time-format", first_, "times are dates, but timeformat is double");
    }
    if (dates_ || graph_.times.empty()) graph_.times = clocks_ ? "dateTime" : dates_ ? "date" : "";
    if (!dates_ && numbers_ && graph_.times.empty()) graph_.times = years_ ? "date" : "double";
    ForAll([this](std::string& start, std::string& end, std::size_t at, LooseGraph::Part* part,
                  LooseElement* element) {
      MendOne(start, at, "start_as_given", *part, *element);
      MendOne(end, at, "end_as_given", *part, *element);
      if (start.empty() || end.empty() || !EndsBefore(end, start)) return;
      findings_.Add("time-order", at, "a time ends at '" + end + "' before '" + start + "'");
      std::swap(start, end);
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

  void Look(const std::string& time, std::size_t at) {
    if (time.empty()) return;
    const bool number = NumberOf(time).has_value();
    numbers_ = numbers_ || number;
    years_ = years_ && (!number || IsDate(time));
    if (number || !IsIsoTime(time)) return;
    if (!dates_) first_ = at;
    dates_ = true;
    clocks_ = clocks_ || time.size() > kDay;
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
  bool clocks_ = false;   // some have a time of day
  bool numbers_ = false;  // some are numbers
  bool years_ = true;     // all numbers are years
  std::size_t first_ = 0;
};

}  // namespace

void MendTimes(LooseGraph& graph, DoctorFindings& findings) { TimeMender(graph, findings).Mend(); }

}  // namespace zhitu::xport
