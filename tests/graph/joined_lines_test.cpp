#include "graph/joined_lines.h"

#include <gtest/gtest.h>

#include <ostream>

namespace zhitu::graph {
namespace {

struct JoinCase {
  const char* name;
  const char* text;
  const char* joined;
  std::vector<std::size_t> places;  // of every byte of the text, and of its end
};
void PrintTo(const JoinCase& c, std::ostream* out) { *out << c.name; }
class JoinedLinesOf : public testing::TestWithParam<JoinCase> {};

TEST_P(JoinedLinesOf, TellWhereBytesWent) {
  const JoinedLines lines(GetParam().text);
  EXPECT_EQ(lines.text(), GetParam().joined);
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i <= std::string_view(GetParam().text).size(); ++i) {
    places.push_back(lines.At(i));
  }
  EXPECT_EQ(places, GetParam().places);
}

const JoinCase kJoinCases[] = {
    {"Empty", "", "", {0}},
    {"OneLine", "ab", "ab", {0, 1, 2}},
    {"Han", "甲\n乙", "甲乙", {0, 1, 2, 3, 3, 4, 5, 6}},
    {"WordsGetASpace", "a\r\nb", "a b", {0, 1, 1, 2, 3}},
    {"DigitsDoNot", "1\n2", "12", {0, 1, 1, 2}},
    {"BreaksAtTheEnds", "\n\na\n", "a", {0, 0, 0, 1, 1}},
    {"BreaksAlone", "\r\n", "", {0, 0, 0}},
    {"SpaceBeforeALine", "a\n b", "a b", {0, 1, 1, 2, 3}},
    {"SpaceBehindALine", "a \nb", "a b", {0, 1, 2, 2, 3}},
    {"ManyLines", "a\nb\n甲\nc d\ne", "a b甲c d e", {0, 1, 2, 3, 3, 4, 5, 6, 6, 7, 8, 9, 10, 11}},
};
INSTANTIATE_TEST_SUITE_P(Basics, JoinedLinesOf, testing::ValuesIn(kJoinCases),
                         [](const auto& c) { return std::string(c.param.name); });

}  // namespace
}  // namespace zhitu::graph
