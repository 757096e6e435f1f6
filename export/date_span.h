#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace zhitu::xport {

/// The days, both included, from `first` to `last`, each `YYYY-MM-DD`.
struct DateSpan {
  std::string first;  ///< First day.
  std::string last;   ///< Last day.
};

/// The days from the first day of one date to the last day of another, as a timeline needs them.
/// A date is ISO 8601: `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, or a date with a time behind `T` or a space
/// (the time is dropped). A year or month stands for all its days.
///
/// @return nothing if one of them is no such date or the last day is before the first.
std::optional<DateSpan> DaysOf(std::string_view first_seen, std::string_view last_seen);

}  // namespace zhitu::xport
