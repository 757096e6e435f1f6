#include "serve/parameters.h"

#include <gtest/gtest.h>

#include "serve/request_error.h"

namespace zhitu::serve {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;
using Values = std::vector<std::string_view>;
constexpr std::string_view kKnown[] = {"id", "limit", "since", "type"};

TEST(Parameters, AreReadByName) {
  const Pairs pairs = {{"type", "b"}, {"id", "甲"}, {"limit", "-3"}, {"type", "a"}, {"type", ""}};
  const Parameters parameters(pairs, kKnown);
  EXPECT_EQ(parameters.Text("id"), "甲");
  EXPECT_EQ(parameters.Needed("id"), "甲");
  EXPECT_EQ(parameters.Number("limit", 7, -3, 9), -3);
  EXPECT_EQ(parameters.All("type"), (Values{"b", "a", ""}));
}

TEST(Parameters, MayBeLeftOut) {
  const Pairs pairs = {{"limit", ""}};
  const Parameters parameters(pairs, kKnown);
  EXPECT_EQ(parameters.Text("id"), "");
  EXPECT_EQ(parameters.Number("limit", 7, 0, 9), 7);
  EXPECT_EQ(parameters.Date("since"), "");
  EXPECT_EQ(parameters.All("type"), Values());
}

TEST(Parameters, CountCharactersNotBytes) {
  std::string longest;
  for (std::size_t i = 0; i < Parameters::kLongestValue; ++i) longest += "紫";
  const Pairs pairs = {{"id", longest}};
  EXPECT_EQ(Parameters(pairs, kKnown).Text("id"), longest);
  const Pairs longer = {{"id", longest + "x"}};
  EXPECT_THROW(Parameters(longer, kKnown), RequestError);
}

TEST(Parameters, MustBeKnown) {
  const Pairs pairs = {{"ID", "x"}};
  EXPECT_THROW(Parameters(pairs, kKnown), RequestError);
}

TEST(Parameters, StandOnceWhereOneIsMeant) {
  const Pairs pairs = {{"id", "a"}, {"id", "a"}};
  const Parameters parameters(pairs, kKnown);
  EXPECT_THROW(parameters.Text("id"), RequestError);
  EXPECT_THROW(parameters.Needed("since"), RequestError);
}

struct NumberCase {
  const char* name;
  const char* text;
  bool taken;
};
void PrintTo(const NumberCase& c, std::ostream* out) { *out << c.name; }
class NumberFrom1To10 : public testing::TestWithParam<NumberCase> {};

TEST_P(NumberFrom1To10, IsTakenOrRefused) {
  const Pairs pairs = {{"limit", GetParam().text}};
  const Parameters parameters(pairs, kKnown);
  if (GetParam().taken) {
    EXPECT_NO_THROW(parameters.Number("limit", 1, 1, 10));
  } else {
    EXPECT_THROW(parameters.Number("limit", 1, 1, 10), RequestError);
  }
}

const NumberCase kNumbers[] = {
    {"Least", "1", true},          {"Most", "10", true},
    {"LeadingZeros", "007", true}, {"Below", "0", false},
    {"Above", "11", false},        {"Space", " 1", false},
    {"Sign", "+1", false},         {"Negative", "-1", false},
    {"Point", "1.0", false},       {"Power", "1e1", false},
    {"Letters", "ten", false},     {"FullWidth", "１", false},
    {"Hexadecimal", "0x1", false}, {"Huge", "18446744073709551617", false},
};
INSTANTIATE_TEST_SUITE_P(Texts, NumberFrom1To10, testing::ValuesIn(kNumbers),
                         [](const auto& c) { return std::string(c.param.name); });

struct DateCase {
  const char* name;
  const char* text;
  bool taken;
};
void PrintTo(const DateCase& c, std::ostream* out) { *out << c.name; }
class DateParameter : public testing::TestWithParam<DateCase> {};

TEST_P(DateParameter, IsTakenOrRefused) {
  const Pairs pairs = {{"since", GetParam().text}};
  const Parameters parameters(pairs, kKnown);
  if (GetParam().taken) {
    EXPECT_EQ(parameters.Date("since"), GetParam().text);
  } else {
    EXPECT_THROW(parameters.Date("since"), RequestError);
  }
}

const DateCase kDates[] = {
    {"Year", "2024", true},      {"Month", "2024-05", true},       {"Day", "2024-05-17", true},
    {"ShortYear", "24", false},  {"Slashes", "2024/05/17", false}, {"ShortMonth", "2024-5", false},
    {"Cut", "2024-05-1", false}, {"Open", "2024-", false},         {"Time", "2024-05-17T00", false},
    {"Letters", "abcd", false},  {"Joined", "20240517", false},
};
INSTANTIATE_TEST_SUITE_P(Texts, DateParameter, testing::ValuesIn(kDates),
                         [](const auto& c) { return std::string(c.param.name); });

}  // namespace
}  // namespace zhitu::serve
