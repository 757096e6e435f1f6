#include "cli/filter_check.h"

#include <gtest/gtest.h>

#include <ostream>

#include "extract/error.h"

namespace zhitu::cli {
namespace {

struct RangeCase {
  const char* name;
  const char* since;
  const char* until;
  bool empty;
};
void PrintTo(const RangeCase& c, std::ostream* out) { *out << c.name; }
class Range : public testing::TestWithParam<RangeCase> {};

TEST_P(Range, IsRefusedIfNothingLiesInIt) {
  if (GetParam().empty) {
    EXPECT_THROW(CheckRange(GetParam().since, GetParam().until), extract::UsageError);
  } else {
    EXPECT_NO_THROW(CheckRange(GetParam().since, GetParam().until));
  }
}

const RangeCase kRanges[] = {
    {"Open", "", "", false},
    {"OpenEnd", "2024", "", false},
    {"OpenBegin", "", "1999", false},
    {"OneDay", "2024-05-17", "2024-05-17", false},
    {"DayInItsYear", "2024-05-17", "2024", false},
    {"YearToADayInIt", "2024", "2024-05-17", false},
    {"Later", "2024-06", "2024-05-31", true},
    {"LaterYear", "2025", "2024", true},
};
INSTANTIATE_TEST_SUITE_P(Dates, Range, testing::ValuesIn(kRanges),
                         [](const auto& c) { return std::string(c.param.name); });

}  // namespace
}  // namespace zhitu::cli
