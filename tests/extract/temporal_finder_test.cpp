#include "extract/temporal_finder.h"

#include <gtest/gtest.h>

#include <chrono>
#include <ostream>
#include <random>
#include <string>
#include <vector>

#include "tests/support/marked_scene.h"
#include "tests/support/page.h"

namespace zhitu::extract {
namespace {

constexpr char kPreset[] = R"(
text: {clause_end: "，", sentence_end: "。"}
quantities:
  digits: {一: 1, 二: 2, 两: 2, 三: 3, 五: 5, 七: 7, 九: 9}
  scales: {十: 10, 百: 100}
  more: [余]
  several: [几]
times:
  words:
    year: [今年, 本年, 今]
    year-1: [去年]
    year+1: [明年]
    year-9999: [太初]
    month: [本月]
    month-1: [上月]
    month+1: [下月]
    month-13: [十三个月前]
    day: [今天]
    day-1: [昨天]
    day+1: [明天]
    day+9999: [远日]
    recent: [日前]
    present: [目前]
    past: [此前]
    future: [今后]
    set: [每周]
  year: [年]
  month: [月, 月份]
  day: [日, 号]
  part: [底, 上旬, 下半年]
  since: [以来, 起]
  until: [截至]
  consecutive: [连续, 近]
  duration: [年, 个月, 天]
)";

std::vector<TemporalExpression> Find(const RuleInput& input) {
  return FindTemporalExpressions(input, NumeralsOf(input));
}

// The expressions of a text with their first and last day: `去年以来=2023/2024-05-20`; with `#`
// where they count. In order.
std::string Show(const RuleInput& input) {
  std::string shown;
  for (const TemporalExpression& time : Find(input)) {
    shown += shown.empty() ? "" : " ";
    shown += SurfaceOf(input.view.document(), time.span) + (time.counts ? "#" : "") + '=';
    shown += time.from + '/' + time.to;
  }
  return shown;
}

struct TimeCase {
  const char* name;
  const char* date;
  const char* text;
  const char* expected;
};
void PrintTo(const TimeCase& c, std::ostream* out) { *out << c.name; }
constexpr auto kName = [](const auto& c) { return std::string(c.param.name); };
class Times : public testing::TestWithParam<TimeCase> {};

TEST_P(Times, AreFound) {
  const MarkedScene scene(kPreset, GetParam().text, GetParam().date);
  EXPECT_EQ(Show(scene.input()), GetParam().expected);
}

const TimeCase kAbsolute[] = {
    {"NoText", "", "", ""},
    {"NoTime", "", "年月日以来，底截至", ""},
    {"Year", "", "2023年", "2023年=2023/2023"},
    {"YearAndMonth", "", "2023年7月", "2023年7月=2023-07/2023-07"},
    {"Day", "", "2023年7月5日", "2023年7月5日=2023-07-05/2023-07-05"},
    {"OtherWords", "", "2023年7月份，2023年7月5号",
     "2023年7月份=2023-07/2023-07 2023年7月5号=2023-07-05/2023-07-05"},
    {"FullWidth", "", "２０２３年７月", "２０２３年７月=2023-07/2023-07"},
    {"NotTheDocumentsDate", "2024-05-20", "2023年7月", "2023年7月=2023-07/2023-07"},
    {"Part", "", "2023年底，2023年7月上旬", "2023年底=2023/2023 2023年7月上旬=2023-07/2023-07"},
    {"Since", "", "2023年以来", "2023年以来=2023/"},
    {"SinceToTheDocument", "2024-05", "2023年以来", "2023年以来=2023/2024-05"},
    {"SincePart", "2024-05", "2023年底以来", "2023年底以来=2023/2024-05"},
    {"Until", "", "截至2023年底", "截至2023年底=/2023"},
    {"UntilNothing", "", "截至好", ""},
    {"YearOfThreeDigits", "", "123年", ""},
    {"YearOfFiveDigits", "", "12345年", ""},
    {"YearZero", "", "0000年", ""},
    {"YearOne", "", "0001年", "0001年=0001/0001"},
    {"YearWithAFraction", "", "2023.5年", ""},
    {"YearMoreOrLess", "", "2000余年", ""},
    {"YearInCharacters", "", "二〇二三年", ""},
    {"MonthThirteen", "", "2023年13月", "2023年=2023/2023"},
    {"MonthZero", "", "2023年0月", "2023年=2023/2023"},
    {"DayZero", "", "2023年7月0日", "2023年7月=2023-07/2023-07"},
    {"DayThirtyTwo", "", "2023年7月32日", "2023年7月=2023-07/2023-07"},
    {"LastDay", "", "2023年12月31日", "2023年12月31日=2023-12-31/2023-12-31"},
    {"LeapDay", "", "2024年2月29日，2000年2月29日",
     "2024年2月29日=2024-02-29/2024-02-29 2000年2月29日=2000-02-29/2000-02-29"},
    {"YearThenDay", "", "2023年5日", "2023年=2023/2023"},
    {"TwoInARow", "", "2023年2024年", "2023年=2023/2023 2024年=2024/2024"},
    {"EndOfALongerNumber", "", "99999999999999999999999999999999992023年7月", "7月=/"},
};
INSTANTIATE_TEST_SUITE_P(Absolute, Times, testing::ValuesIn(kAbsolute), kName);

const TimeCase kRelative[] = {
    {"ThisYear", "2024-05-20", "今年", "今年=2024/2024"},
    {"LastYear", "2024-05-20", "去年", "去年=2023/2023"},
    {"NextYear", "2024-05-20", "明年", "明年=2025/2025"},
    {"ThisMonth", "2024-05-20", "本月", "本月=2024-05/2024-05"},
    {"LastMonth", "2024-01-20", "上月", "上月=2023-12/2023-12"},
    {"NextMonth", "2024-12-20", "下月", "下月=2025-01/2025-01"},
    {"ThirteenMonthsAgo", "2024-01-20", "十三个月前", "十三个月前=2022-12/2022-12"},
    {"Today", "2024-05-20", "今天", "今天=2024-05-20/2024-05-20"},
    {"Yesterday", "2024-03-01", "昨天", "昨天=2024-02-29/2024-02-29"},
    {"YesterdayOfNewYear", "2023-01-01", "昨天", "昨天=2022-12-31/2022-12-31"},
    {"Tomorrow", "2023-02-28", "明天", "明天=2023-03-01/2023-03-01"},
    {"MonthOfThisYear", "2024-05-20", "今年9月", "今年9月=2024-09/2024-09"},
    {"DayOfLastYear", "2024-05-20", "去年9月5日", "去年9月5日=2023-09-05/2023-09-05"},
    {"EndOfThisYear", "2024-05-20", "今年底", "今年底=2024/2024"},
    {"SinceLastYear", "2024-05-20", "去年以来", "去年以来=2023/2024-05-20"},
    {"SinceThisYear", "2024-05-20", "今年以来，今以来",
     "今年以来=2024/2024-05-20 今以来=2024/2024-05-20"},
    {"UntilTheEndOfAMonth", "2024-10-08", "截至今年8月底", "截至今年8月底=/2024-08"},
    {"UntilNow", "2024-05-20", "截至目前", "截至目前=/"},
    {"MonthAlone", "2024-05-20", "3月", "3月=2024-03/2024-03"},
    {"SameMonthAlone", "2024-05-20", "5月", "5月=2024-05/2024-05"},
    {"LaterMonthAlone", "2024-05-20", "7月", "7月=2023-07/2023-07"},
    {"DayAlone", "2024-05-20", "7月5日", "7月5日=2023-07-05/2023-07-05"},
    {"SinceAMonth", "2024-05-20", "7月以来", "7月以来=2023-07/2024-05-20"},
    {"MonthByAYear", "2024", "7月", "7月=2024-07/2024-07"},
    {"DayWithoutAMonth", "2024-05-20", "5日", ""},
    {"Recent", "2024-05-20", "日前，此前，今后，每周", "日前=/ 此前=/ 今后=/ 每周=/"},
    {"TimeOfDay", "2024-05-20T10:00:00", "今天", "今天=2024-05-20/2024-05-20"},
    {"Consecutive", "2024-05-20", "连续两年", "连续两年#=/"},
    {"ConsecutiveSince", "2024-05-20", "近3年以来", "近3年以来#=/"},
    {"ConsecutiveMore", "2024-05-20", "连续十余天", "连续十余天#=/"},
    {"ConsecutiveOfNothing", "2024-05-20", "连续好，近3名", ""},
    {"UntilConsecutive", "2024-05-20", "截至连续两年", "连续两年#=/"},
};
INSTANTIATE_TEST_SUITE_P(Relative, Times, testing::ValuesIn(kRelative), kName);

const TimeCase kWithoutDate[] = {
    {"Words", "", "今年，去年，今天，上月", "今年=/ 去年=/ 今天=/ 上月=/"},
    {"MonthOfThisYear", "", "今年9月", "今年9月=/"},
    {"MonthAlone", "", "7月5日", "7月5日=/"},
    {"SinceAMonth", "", "7月以来", "7月以来=/"},
    {"Text", "yesterday", "今年，2023年", "今年=/ 2023年=2023/2023"},
    {"ShortYear", "24-05-20", "今年", "今年=/"},
    {"YearOnly", "2024", "去年，上月，昨天", "去年=2023/2023 上月=/ 昨天=/"},
    {"MonthOnly", "2024-05", "去年，上月，昨天", "去年=2023/2023 上月=2024-04/2024-04 昨天=/"},
    {"MonthThirteen", "2024-13-01", "去年，上月，昨天，2023年以来",
     "去年=2023/2023 上月=/ 昨天=/ 2023年以来=2023/2024"},
    {"MonthZero", "2024-00-01", "去年，上月", "去年=2023/2023 上月=/"},
    {"NoDashes", "20240520", "去年，上月", "去年=2023/2023 上月=/"},
    {"MonthOfOneDigit", "2024-5-20", "去年，上月", "去年=2023/2023 上月=/"},
};
INSTANTIATE_TEST_SUITE_P(WithoutDate, Times, testing::ValuesIn(kWithoutDate), kName);

const TimeCase kRegression[] = {
    // Dates that no calendar has.
    {"DayTheMonthHasNot", "", "2023年2月30日，2023年4月31日",
     "2023年2月30日=2023-02/2023-02 2023年4月31日=2023-04/2023-04"},
    {"NoLeapYear", "", "2023年2月29日，1900年2月29日",
     "2023年2月29日=2023-02/2023-02 1900年2月29日=1900-02/1900-02"},
    {"DocumentOfNoDay", "2024-05-99", "昨天，上月，2023年以来",
     "昨天=/ 上月=2024-04/2024-04 2023年以来=2023/2024-05"},
    {"DocumentOfFebruaryThirty", "2024-02-30", "2023年以来", "2023年以来=2023/2024-02"},
    {"DocumentOfASignedYear", "-123-05-20", "今年，去年", "今年=/ 去年=/"},
    // Years before 0 and beyond 9999 had been written as they came: 00-1, 10000.
    {"BeforeYearZero", "0000-01-01", "今年，去年，上月，十三个月前，昨天",
     "今年=0000/0000 去年=/ 上月=/ 十三个月前=/ 昨天=/"},
    {"BeyondYear9999", "9999-12-31", "明年，下月，明天，远日", "明年=/ 下月=/ 明天=/ 远日=/"},
    {"GuessedBeforeYearZero", "0000-01-01", "7月", "7月=/"},
    {"FarBack", "2024-05-20", "太初", "太初=/"},
    // They had been taken for a scale alone.
    {"MonthsFromElevenOn", "", "2023年十二月二十五日",
     "2023年十二月二十五日=2023-12-25/2023-12-25"},
    // Whole numbers beyond those of the machine.
    {"NumberBeyondInt", "", "3000000000年，999999999999999月", ""},
    // The rest of what is no number had been one.
    {"RestOfCharacters", "2024-05-20", "一二三月", ""},
};
INSTANTIATE_TEST_SUITE_P(Regression, Times, testing::ValuesIn(kRegression), kName);

TEST(TemporalFinder, FindsNothingWithoutASection) {
  EXPECT_EQ(Show(MarkedScene("text: {}\n", "2023年7月").input()), "");
}

TEST(TemporalFinder, ReadsSpansOfTheTextAndOfItsFoldedForm) {
  const MarkedScene scene(kPreset, "好２０２３年");
  const std::vector<TemporalExpression> times = Find(scene.input());
  ASSERT_EQ(times.size(), 1U);
  EXPECT_EQ(times[0].span, (Span{3, 18}));
  EXPECT_EQ(times[0].folded, (Span{3, 10}));
}

TemporalExpression Time(std::size_t begin, std::size_t end, std::string from, std::string to) {
  TemporalExpression time;
  time.folded = {begin, end};
  time.from = std::move(from);
  time.to = std::move(to);
  return time;
}

struct DateAtCase {
  const char* name;
  Span place;
  Span sentence;
  std::vector<TemporalExpression> times;
  const char* expected;
};
void PrintTo(const DateAtCase& c, std::ostream* out) { *out << c.name; }
class DateOf : public testing::TestWithParam<DateAtCase> {};

TEST_P(DateOf, APlaceIsTheNearest) {
  EXPECT_EQ(DateAt(GetParam().place, GetParam().sentence, GetParam().times), GetParam().expected);
}

const DateAtCase kDates[] = {
    {"NoTimes", {10, 20}, {0, 50}, {}, ""},
    {"OneDate", {10, 20}, {0, 50}, {Time(0, 4, "2023", "2023")}, "2023"},
    {"Interval", {10, 20}, {0, 50}, {Time(0, 4, "2023", "2024-05")}, "2023/2024-05"},
    {"NotYetOver", {10, 20}, {0, 50}, {Time(0, 4, "2023", "")}, "2023"},
    {"NoBeginning", {10, 20}, {0, 50}, {Time(0, 4, "", "2023")}, ""},
    {"NearestBefore",
     {30, 40},
     {0, 50},
     {Time(0, 4, "2021", "2021"), Time(10, 14, "2022", "2022")},
     "2022"},
    {"NearestBehind",
     {10, 20},
     {0, 50},
     {Time(0, 4, "2021", "2021"), Time(25, 29, "2022", "2022")},
     "2022"},
    {"NearestFirst",
     {10, 20},
     {0, 50},
     {Time(4, 8, "2021", "2021"), Time(25, 29, "2022", "2022")},
     "2021"},
    {"TheFirstOfEquals",
     {10, 20},
     {0, 50},
     {Time(4, 8, "2021", "2021"), Time(22, 29, "2022", "2022")},
     "2021"},
    {"Inside",
     {10, 20},
     {0, 50},
     {Time(6, 10, "2021", "2021"), Time(12, 16, "2022", "2022")},
     "2021"},
    {"Around", {12, 14}, {0, 50}, {Time(10, 20, "2021", "2021")}, "2021"},
    {"NearestUnknown",
     {10, 20},
     {0, 50},
     {Time(0, 4, "2021", "2021"), Time(21, 25, "", "")},
     "2021"},
    {"SentenceBefore", {10, 20}, {9, 50}, {Time(0, 4, "2021", "2021")}, ""},
    {"SentenceBehind", {10, 20}, {0, 30}, {Time(30, 34, "2021", "2021")}, ""},
    {"BeginsWithTheSentence", {10, 20}, {5, 30}, {Time(5, 9, "2021", "2021")}, "2021"},
};
INSTANTIATE_TEST_SUITE_P(Basics, DateOf, testing::ValuesIn(kDates), kName);

// All expressions of the sentence are looked at.
std::string SlowDateAt(const Span& place, const Span& sentence,
                       const std::vector<TemporalExpression>& times) {
  std::string nearest;
  std::size_t least = 0;
  for (const TemporalExpression& time : times) {
    const Span& span = time.folded;
    if (time.from.empty() || span.begin < sentence.begin || span.begin >= sentence.end) continue;
    std::size_t distance = 0;
    if (span.end <= place.begin) distance = place.begin - span.end;
    if (place.end <= span.begin) distance = span.begin - place.end;
    if (!nearest.empty() && distance >= least) continue;
    nearest = time.from;
    least = distance;
  }
  return nearest;
}

TEST(DateOfTwin, APlaceIsTheNearest) {
  std::mt19937 random(13);
  const auto below = [&](std::size_t limit) { return random() % limit; };
  std::size_t found = 0;
  for (int round = 0; round < 20000; ++round) {
    std::vector<TemporalExpression> times;
    for (std::size_t at = below(4); at < 30; at += below(6)) {
      const std::size_t end = at + 1 + below(4);
      times.push_back(Time(at, end, below(3) == 0 ? "" : std::to_string(2000 + at), ""));
      at = end;
    }
    const std::size_t begin = below(30);
    const Span place = {begin, begin + 1 + below(8)};
    const std::size_t first = below(begin + 1);
    const Span sentence = {first, place.end + below(10)};
    const std::string date = DateAt(place, sentence, times);
    ASSERT_EQ(date, SlowDateAt(place, sentence, times)) << round;
    found += date.empty() ? 0U : 1U;
  }
  EXPECT_GT(found, 10000U);
}

bool IsDate(const std::string& date) {
  if (date.empty()) return true;
  if (date.size() != 4 && date.size() != 7 && date.size() != 10) return false;
  for (std::size_t i = 0; i < date.size(); ++i) {
    const bool dash = i == 4 || i == 7;
    if (dash ? date[i] != '-' : date[i] < '0' || date[i] > '9') return false;
  }
  return true;
}

std::string Faults(const RuleInput& input, std::size_t& found) {
  std::size_t at = 0;
  std::size_t folded = 0;
  for (const TemporalExpression& time : Find(input)) {
    ++found;
    if (time.span.begin < at || time.span.size() == 0) return "span";
    if (time.span.end > input.view.document().text.size()) return "end of span";
    if (time.folded.begin < folded || time.folded.size() == 0) return "folded span";
    if (time.folded.end > input.view.folded().text().size()) return "end of folded span";
    if (!IsDate(time.from) || !IsDate(time.to)) return time.from + '/' + time.to;
    at = time.span.end;
    folded = time.folded.end;
  }
  return "";
}

TEST(TimesRandom, LieSideBySideAndHaveDates) {
  const std::vector<std::string> parts = {
      "1",    "2",    "30",   "2023", "０",   "二",   "十",   "几",         "年",
      "年",   "月",   "月",   "日",   "号",   "底",   "上旬", "以来",       "起",
      "截至", "连续", "今年", "去年", "上月", "昨天", "日前", "十三个月前", "太初",
      "远日", "，",   "。",   "\n",   " ",    "天",   "余",   "好"};
  const std::vector<std::string> dates = {"",           "2024-05-20", "2024-02-29", "2024",
                                          "0000-01-01", "9999-12-31", "2024-02-31", "yesterday"};
  std::mt19937 random(7);
  std::size_t found = 0;
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (std::size_t i = random() % 30; i > 0; --i) text += parts[random() % parts.size()];
    const MarkedScene scene(kPreset, text, dates[random() % dates.size()]);
    ASSERT_EQ(Faults(scene.input(), found), "") << text;
  }
  EXPECT_GT(found, 1000U);
}

// Each statement had looked at all dates of its sentence.
TEST(TemporalTime, ManyPlacesAndDates) {
  const auto begin = std::chrono::steady_clock::now();
  std::vector<TemporalExpression> times;
  for (std::size_t i = 0; i < 300'000; ++i) times.push_back(Time(4 * i, 4 * i + 2, "2023", ""));
  std::size_t found = 0;
  for (std::size_t i = 0; i < 300'000; ++i)
    found += DateAt({4 * i + 2, 4 * i + 4}, {0, 1'200'000}, times).empty() ? 0U : 1U;
  EXPECT_EQ(found, 300'000U);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(30));
}

// Far below the limit where time grows with the length, far above it where it grows with its
// square.
TEST(TemporalTime, OneLongSentence) {
  const auto begin = std::chrono::steady_clock::now();
  const auto count = [](const std::string& text) {
    const MarkedScene scene(kPreset, text, "2024-05-20");
    return Find(scene.input()).size();
  };
  EXPECT_EQ(count(Repeat("2023年7月5日", 60'000)), 60'000U);
  EXPECT_EQ(count(std::string(1'000'000, '2') + "年"), 0U);
  EXPECT_EQ(count(Repeat("三", 330'000) + "月"), 0U);
  EXPECT_EQ(count(Repeat("十", 330'000) + "月"), 0U);
  EXPECT_EQ(count(Repeat("截至", 160'000)), 0U);
  EXPECT_EQ(count(Repeat("连续十", 100'000)), 0U);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(60));
}

}  // namespace
}  // namespace zhitu::extract
