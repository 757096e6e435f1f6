#include "graph/seen_dates.h"

#include <algorithm>

namespace zhitu::graph {

bool IsIsoDate(std::string_view date) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (date.size() < 4 || !std::all_of(date.begin(), date.begin() + 4, is_digit)) return false;
  return date.size() == 4 || (date.size() >= 7 && date[4] == '-');
}

DateNumber Calendar::Number(std::string_view date) {
  if (!IsIsoDate(date)) return 0;
  const auto known = numbers_.find(date);
  if (known != numbers_.end()) return known->second;
  const auto number = static_cast<DateNumber>(dates_.size());
  dates_.emplace_back(date);
  numbers_.emplace(date, number);
  return number;
}

void Calendar::Widen(SeenDates& seen, DateNumber date) const {
  if (date == 0) return;
  if (seen.first == 0 || Date(date) < Date(seen.first)) seen.first = date;
  if (seen.last == 0 || Date(seen.last) < Date(date)) seen.last = date;
}

int CompareDates(std::string_view a, std::string_view b) {
  const std::size_t common = std::min(a.size(), b.size());
  return a.substr(0, common).compare(b.substr(0, common));
}

bool SeenInside(std::string_view first, std::string_view last, std::string_view since,
                std::string_view until) {
  if (first.empty() || last.empty()) return false;
  return (since.empty() || CompareDates(last, since) >= 0) &&
         (until.empty() || CompareDates(first, until) <= 0);
}

}  // namespace zhitu::graph
