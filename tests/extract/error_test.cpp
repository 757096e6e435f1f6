#include "extract/error.h"

#include <gtest/gtest.h>

#include <string>

namespace zhitu::extract {
namespace {

struct DescribeCase {
  const char* name;
  Problem problem;
  const char* text;
};
void PrintTo(const DescribeCase& c, std::ostream* out) { *out << c.name; }
class DescribeProblem : public testing::TestWithParam<DescribeCase> {};

TEST_P(DescribeProblem, AsCompilersDo) { EXPECT_EQ(Describe(GetParam().problem), GetParam().text); }

const DescribeCase kDescribeCases[] = {
    {"Place", {{"a.csv", 2, 5}, "no good"}, "a.csv:2:5: no good"},
    {"WholeLine", {{"a.csv", 2, 0}, "no good"}, "a.csv:2: no good"},
    {"WholeFile", {{"a.csv", 0, 0}, "no good"}, "a.csv: no good"},
    {"ColumnNeedsALine", {{"a.csv", 0, 5}, "no good"}, "a.csv: no good"},
    {"ControlCharacters", {{"a\nb\x1b[m", 1, 1}, "'\r\x07'"}, "a\\nb\\x1b[m:1:1: '\\r\\x07'"},
    {"IllFormedName", {{"a\xFF", 1, 1}, "翰林"}, "a\uFFFD:1:1: 翰林"},
    {"RightToLeftOverride", {{"a", 1, 1}, "'\u202Eb'"}, "a:1:1: '\\u202eb'"},
};
INSTANTIATE_TEST_SUITE_P(Basics, DescribeProblem, testing::ValuesIn(kDescribeCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(InputError, TellsEveryFaultOnALineOfItsOwn) {
  const InputError error({{{"a.csv", 2, 5}, "one"}, {{"b.csv", 1, 0}, "two\nlines"}});
  EXPECT_STREQ(error.what(), "a.csv:2:5: one\nb.csv:1: two\\nlines");
  ASSERT_EQ(error.problems().size(), 2U);
  EXPECT_EQ(error.problems()[1].where.file, "b.csv");
  EXPECT_EQ(error.problems()[1].what, "two\nlines");
}

TEST(InputError, TakesASingleFault) {
  const InputError error({"a.csv", 2, 5}, "one");
  EXPECT_STREQ(error.what(), "a.csv:2:5: one");
  EXPECT_EQ(error.problems().size(), 1U);
}

TEST(InputError, NeedsAFault) {
  EXPECT_THROW(InputError(std::vector<Problem>{}), std::invalid_argument);
}

}  // namespace
}  // namespace zhitu::extract
