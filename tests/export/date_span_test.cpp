#include "export/date_span.h"

#include <gtest/gtest.h>

#include <ostream>

namespace zhitu::xport {
namespace {

struct DaysCase {
  const char* name;
  const char* first_seen;
  const char* last_seen;
  const char* first;  // nothing is expected where this is empty
  const char* last;
};
void PrintTo(const DaysCase& c, std::ostream* out) { *out << c.name; }
class DaysOfDates : public testing::TestWithParam<DaysCase> {};

TEST_P(DaysOfDates, GiveFirstAndLastDay) {
  const auto days = DaysOf(GetParam().first_seen, GetParam().last_seen);
  EXPECT_EQ(days ? days->first : "", GetParam().first);
  EXPECT_EQ(days ? days->last : "", GetParam().last);
}

const DaysCase kDaysCases[] = {
    {"OneDay", "2024-05-06", "2024-05-06", "2024-05-06", "2024-05-06"},
    {"Year", "1998", "1998", "1998-01-01", "1998-12-31"},
    {"Month", "2023-02", "2024-02", "2023-02-01", "2024-02-29"},
    {"Mixed", "2024", "2024-01-02", "2024-01-01", "2024-01-02"},
    {"DateTime", "2024-05-06T10:00:00Z", "2024-05-07 23:59", "2024-05-06", "2024-05-07"},
    {"FourDigitYear", "0001-01-01", "9999", "0001-01-01", "9999-12-31"},
};
INSTANTIATE_TEST_SUITE_P(Basics, DaysOfDates, testing::ValuesIn(kDaysCases),
                         [](const auto& c) { return std::string(c.param.name); });

const DaysCase kNoDaysCases[] = {
    {"Empty", "", "", "", ""},
    {"FirstMissing", "", "2024", "", ""},
    {"LastMissing", "2024", "", "", ""},
    {"Reversed", "2024-05-02", "2024-05-01", "", ""},
    {"Chinese", "1998年", "1998年", "", ""},
    {"NoSuchDay", "2023-02-29", "2023-03-01", "", ""},
    {"NoSuchMonth", "2023-13", "2024", "", ""},
    {"MonthZero", "2023-00", "2024", "", ""},
    {"DayZero", "2023-01-00", "2024", "", ""},
    {"YearZero", "0000", "2024", "", ""},
    {"Slashes", "2023/01/02", "2024", "", ""},
    {"SecondSlash", "2023-01/02", "2024", "", ""},
    {"TwoDigits", "23-01-02", "2024", "", ""},
    {"Signed", "+202", "2024", "", ""},
    {"TimeTooEarly", "2024-05T10", "2024-06", "", ""},
    {"Long", "2024-05-06x", "2024-06", "", ""},
};
INSTANTIATE_TEST_SUITE_P(NotDates, DaysOfDates, testing::ValuesIn(kNoDaysCases),
                         [](const auto& c) { return std::string(c.param.name); });

}  // namespace
}  // namespace zhitu::xport
