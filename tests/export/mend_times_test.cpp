#include "export/mend_times.h"

#include <gtest/gtest.h>

#include "tests/support/shown_findings.h"

namespace zhitu::xport {
namespace {

struct TimesCase {
  const char* name;
  std::string said;  // timeformat
  std::vector<LooseSpan> spans;
  std::string mended;  // FORMAT: START/END ... NAME=GIVEN
  std::string findings;
};
void PrintTo(const TimesCase& c, std::ostream* out) { *out << c.name; }
class Times : public testing::TestWithParam<TimesCase> {};

TEST_P(Times, AreMended) {
  LooseGraph graph;
  graph.times = GetParam().said;
  graph.nodes.elements = {{.id = "a", .spans = GetParam().spans}};
  DoctorFindings findings;
  findings.BeginFile("g", "");
  MendTimes(graph, findings);
  std::string mended = graph.times + ':';
  for (const LooseSpan& span : graph.nodes.elements[0].spans) {
    mended += ' ' + span.start + '/' + span.end;
  }
  for (const LooseValue& value : graph.nodes.elements[0].values) {
    mended += ' ' + graph.nodes.keys[value.key].name + '=' + value.text;
  }
  EXPECT_EQ(mended, GetParam().mended);
  EXPECT_EQ(ShownFindings(findings), GetParam().findings);
}

const TimesCase kSound[] = {
    {"None", "", {}, ":", ""},
    {"Years", "date", {{"1998", "2003"}}, "date: 1998/2003", ""},
    {"Months", "date", {{"1998-05", ""}, {"", "2003-01-31"}}, "date: 1998-05/ /2003-01-31", ""},
    {"Numbers", "double", {{"0.5", "12"}}, "double: 0.5/12", ""},
    {"NumbersOfOtherNames", "integer", {{"1", "12"}}, "double: 1/12", ""},
    {"NumbersAsSaid", "double", {{"1998", "2003"}}, "double: 1998/2003", ""},
    {"Clock",
     "date",
     {{"1998-05-17T10:00:00.000+08:00", "1998-05-17T10:00:00Z"}},
     "date: 1998-05-17T10:00:00.000+08:00/1998-05-17T10:00:00Z",
     ""},
    {"EndIsStart", "date", {{"1998", "1998"}}, "date: 1998/1998", ""},
    {"LeapDay", "date", {{"2000-02-29", "2004-02-29"}}, "date: 2000-02-29/2004-02-29", ""},
    {"YearZero", "date", {{"0000", "0001"}}, "date: 0000/0001", ""},
    {"ZonesTellTheOrder",
     "date",
     {{"2003-01-01T10:00+08:00", "2003-01-01T09:00Z"},
      {"2003-01-01T22:00-08:00", "2003-01-02T05:00"}},
     "date: 2003-01-01T10:00+08:00/2003-01-01T09:00Z 2003-01-02T05:00/2003-01-01T22:00-08:00",
     "1:1 time-order"},
};
const TimesCase kBroken[] = {
    {"OtherMarks",
     "date",
     {{"1998年5月7日", "2003/1"}},
     "date: 1998-05-07/2003-01 start_as_given=1998年5月7日 end_as_given=2003/1",
     "1:1 time 1:1 time"},
    {"NoDate", "date", {{"long ago", "2003"}}, "date: /2003 start_as_given=long ago", "1:1 time"},
    {"NothingLeft", "date", {{"long ago", ""}}, "date: start_as_given=long ago", "1:1 time"},
    {"DayFirst", "date", {{"17.5.1998", ""}}, "date: start_as_given=17.5.1998", "1:1 time"},
    {"NoSuchMonth", "date", {{"2003-13-01", ""}}, "date: start_as_given=2003-13-01", "1:1 time"},
    {"NoSuchDay", "date", {{"2003-02-29", ""}}, "date: start_as_given=2003-02-29", "1:1 time"},
    {"NoSuchMonthOtherwise",
     "date",
     {{"2003年13月", ""}},
     "date: start_as_given=2003年13月",
     "1:1 time"},
    {"NoSuchHour",
     "date",
     {{"2003-01-01T24:00:00", "2004"}},
     "date: /2004 start_as_given=2003-01-01T24:00:00",
     "1:1 time"},
    {"NoSuchZone",
     "date",
     {{"2003-01-01T10:00+15:00", "2004"}},
     "date: /2004 start_as_given=2003-01-01T10:00+15:00",
     "1:1 time"},
    {"FourParts", "date", {{"1998-5-17-3", ""}}, "date: start_as_given=1998-5-17-3", "1:1 time"},
    {"BrokenClock",
     "date",
     {{"1998-05-17T1:00", "1998-05-17T10:00"}},
     "date: /1998-05-17T10:00 start_as_given=1998-05-17T1:00",
     "1:1 time"},
    {"FullWidth", "date", {{"１９９８", ""}}, "date: start_as_given=１９９８", "1:1 time"},
    {"DateAsDouble",
     "double",
     {{"1998-05-17", "2003"}},
     "date: 1998-05-17/2003",
     "1:1 time-format"},
    {"WordAsDouble", "double", {{"soon", "2003"}}, "double: /2003 start_as_given=soon", "1:1 time"},
    {"HugeNumber", "double", {{"1e400", ""}}, "double: start_as_given=1e400", "1:1 time"},
};
const TimesCase kFormats[] = {
    {"NoneNeeded", "dateTime", {}, ":", ""},
    {"DatesWithout", "", {{"1998-05", "2003"}}, "date: 1998-05/2003", "1:1 time-format"},
    {"YearsWithout", "", {{"1998", "2003"}}, "date: 1998/2003", "1:1 time-format"},
    {"NumbersWithout", "", {{"0.5", "12"}}, "double: 0.5/12", "1:1 time-format"},
    {"DateTime",
     "dateTime",
     {{"1998-05-17T10:00:00", ""}},
     "date: 1998-05-17T10:00:00/",
     "1:1 time-format"},
    {"Unknown", "years", {{"1998", ""}}, "date: 1998/", "1:1 time-format"},
};
const TimesCase kOrder[] = {
    {"Dates", "date", {{"2003", "1998"}}, "date: 1998/2003", "1:1 time-order"},
    {"Numbers", "double", {{"10", "9"}}, "double: 9/10", "1:1 time-order"},
    {"StartInsideTheYear",
     "date",
     {{"1998-05-17", "1998"}},
     "date: 1998-05-17/1998-12-31",
     "1:1 time-order"},
    {"StartInsideTheMonth",
     "date",
     {{"2000-02-17", "2000-02"}},
     "date: 2000-02-17/2000-02-29",
     "1:1 time-order"},
    {"StartInsideTheDay",
     "date",
     {{"1998-05-17T10:00Z", "1998-05-17"}},
     "date: 1998-05-17T10:00Z/1998-05-17T23:59:59Z",
     "1:1 time-order"},
    {"StartInsideAnotherDayElsewhere",
     "date",
     {{"1998-05-17T10:00+08:00", "1998-05"}},
     "date: 1998-05-17T10:00+08:00/1998-05-31T23:59:59+08:00",
     "1:1 time-order"},
    {"Thousandths",
     "date",
     {{"2003-01-01T10:00:00.002", "2003-01-01T10:00:00.001"}},
     "date: 2003-01-01T10:00:00.001/2003-01-01T10:00:00.002",
     "1:1 time-order"},
    {"OnceMended",
     "date",
     {{"2003年", "1998年"}},
     "date: 1998/2003 start_as_given=2003年 end_as_given=1998年",
     "1:1 time 1:1 time 1:1 time-order"},
};
constexpr auto kName = [](const auto& c) { return std::string(c.param.name); };
INSTANTIATE_TEST_SUITE_P(Sound, Times, testing::ValuesIn(kSound), kName);
INSTANTIATE_TEST_SUITE_P(Broken, Times, testing::ValuesIn(kBroken), kName);
INSTANTIATE_TEST_SUITE_P(Formats, Times, testing::ValuesIn(kFormats), kName);
INSTANTIATE_TEST_SUITE_P(Order, Times, testing::ValuesIn(kOrder), kName);

TEST(MendedTimes, OfValuesToo) {
  LooseGraph graph;
  graph.edges.keys = {{.name = "weight", .dynamic = true}};
  graph.edges.elements = {
      {.values = {{.key = 0, .text = "1", .start = "1998年"}, {.key = 0, .text = "2"}}}};
  DoctorFindings findings;
  findings.BeginFile("g", "");
  MendTimes(graph, findings);
  const LooseElement& edge = graph.edges.elements[0];
  ASSERT_EQ(edge.values.size(), 3U);
  EXPECT_EQ(edge.values[0].start, "1998");
  EXPECT_EQ(edge.values[1].text, "2");
  EXPECT_EQ(edge.values[2].text, "1998年");
  EXPECT_EQ(graph.edges.keys[edge.values[2].key].name, "start_as_given");
}

}  // namespace
}  // namespace zhitu::xport
