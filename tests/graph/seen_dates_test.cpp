#include "graph/seen_dates.h"

#include <gtest/gtest.h>

namespace zhitu::graph {
namespace {

struct SeenCase {
  const char* name;
  std::vector<const char*> dates;
  const char* first;
  const char* last;
};
void PrintTo(const SeenCase& c, std::ostream* out) { *out << c.name; }
class Seen : public testing::TestWithParam<SeenCase> {};

TEST_P(Seen, HoldsEarliestAndLatest) {
  Calendar calendar;
  SeenDates seen;
  for (const char* date : GetParam().dates) calendar.Widen(seen, calendar.Number(date));
  EXPECT_EQ(calendar.Date(seen.first), GetParam().first);
  EXPECT_EQ(calendar.Date(seen.last), GetParam().last);
}

const SeenCase kSeenCases[] = {
    {"Nothing", {}, "", ""},
    {"One", {"2018-05-03"}, "2018-05-03", "2018-05-03"},
    {"Several", {"2018-05-03", "2017-12-31", "2018-01-01"}, "2017-12-31", "2018-05-03"},
    {"YearIsBeforeItsMonths", {"2018-05", "2018"}, "2018", "2018-05"},
    {"UndatedDocuments", {"", "2018", ""}, "2018", "2018"},
    {"WithTime", {"2018-05-03T10:00:00Z", "2018-05-03"}, "2018-05-03", "2018-05-03T10:00:00Z"},
    {"NoIsoDate", {"May 3", "3.5.2018", "1998年", "201", "2018-5"}, "", ""},
};
INSTANTIATE_TEST_SUITE_P(Basics, Seen, testing::ValuesIn(kSeenCases),
                         [](const auto& c) { return std::string(c.param.name); });

struct InsideCase {
  const char* name;
  const char* first;
  const char* last;
  const char* since;
  const char* until;
  bool inside;
};
void PrintTo(const InsideCase& c, std::ostream* out) { *out << c.name; }
class Inside : public testing::TestWithParam<InsideCase> {};

TEST_P(Inside, IsDecidedAsFarAsBothArePrecise) {
  const auto& [name, first, last, since, until, inside] = GetParam();
  EXPECT_EQ(SeenInside(first, last, since, until), inside);
}

const InsideCase kInsideCases[] = {
    {"Open", "2018", "2018", "", "", true},
    {"Undated", "", "", "", "", false},
    {"DayInTheYear", "2018-05-03", "2018-05-03", "2018", "2018", true},
    {"YearOfTheDay", "2018", "2018", "2018-05-03", "2018-05-03", true},
    {"Before", "2017", "2017-12-31", "2018", "", false},
    {"After", "2018-06", "2019", "", "2018-05-31", false},
    {"Over", "2017", "2020", "2018-01-01", "2018-12-31", true},
};
INSTANTIATE_TEST_SUITE_P(Dates, Inside, testing::ValuesIn(kInsideCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(Calendar, NumbersEachDateOnce) {
  Calendar calendar;
  const DateNumber number = calendar.Number("2018");
  EXPECT_EQ(calendar.Number("2018"), number);
  EXPECT_NE(calendar.Number("2019"), number);
}

}  // namespace
}  // namespace zhitu::graph
