#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace zhitu::graph {

/// Number of a date in a `Calendar`; 0 is no date.
using DateNumber = std::uint32_t;

/// The earliest and the latest of some dates, by number.
struct SeenDates {
  DateNumber first = 0;  ///< The earliest, or none.
  DateNumber last = 0;   ///< The latest, or none.
};

/// The distinct dates of a corpus, so that a relation needs two numbers instead of two texts.
/// Dates are compared by bytes, which orders ISO 8601 of any precision; `2018` is before `2018-05`.
class Calendar {
 public:
  /// The number of a date. 0 unless the text begins like ISO 8601: a year of four digits, alone or
  /// before `-`.
  DateNumber Number(std::string_view date);
  /// The date of a number; empty for 0.
  const std::string& Date(DateNumber number) const { return dates_[number]; }
  /// Widens `seen` so that it holds `date`; nothing happens for 0.
  void Widen(SeenDates& seen, DateNumber date) const;

 private:
  std::vector<std::string> dates_ = {""};
  std::map<std::string, DateNumber, std::less<>> numbers_;
};

/// True if the text begins like an ISO 8601 date: a year of four digits, alone or before `-`.
bool IsIsoDate(std::string_view date);

/// Compares ISO dates as far as both are precise: below 0, 0 or above 0. `2018-05-03` and `2018`
/// are equal.
int CompareDates(std::string_view a, std::string_view b);

/// True if what was seen from `first` to `last` was seen between two dates, both included; either
/// of `since` and `until` may be empty, and is open then. What has no dates was not.
bool SeenInside(std::string_view first, std::string_view last, std::string_view since,
                std::string_view until);

}  // namespace zhitu::graph
