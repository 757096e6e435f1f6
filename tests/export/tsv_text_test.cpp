#include "export/tsv_text.h"

#include <gtest/gtest.h>

#include <ostream>

namespace zhitu::xport {
namespace {

using namespace std::string_literals;

struct TsvCase {
  const char* name;
  std::string text;
  const char* expected;
};
void PrintTo(const TsvCase& c, std::ostream* out) { *out << c.name; }
class TsvTextOf : public testing::TestWithParam<TsvCase> {};

TEST_P(TsvTextOf, GivesCell) { EXPECT_EQ(TsvText(GetParam().text), GetParam().expected); }

const TsvCase kTsvCases[] = {
    {"Empty", "", ""},
    {"Plain", "沟赵 “办”,;\"'", "沟赵 “办”,;\"'"},
    {"Breaks", "a\tb\nc\rd\\e", "a\\tb\\nc\\rd\\\\e"},
    {"Escape", "\x1b[31m", "\\x1b[31m"},
    {"Nul", "a\0b"s, "a\\x00b"},
    {"DeleteAndC1", "\x7f\xC2\x9B", "\\x7f\\x9b"},
    {"NoBreakSpace", "\xC2\xA0", "\xC2\xA0"},
    {"IllFormed", "a\xFF", "a�"},
};
INSTANTIATE_TEST_SUITE_P(Basics, TsvTextOf, testing::ValuesIn(kTsvCases),
                         [](const auto& c) { return std::string(c.param.name); });

}  // namespace
}  // namespace zhitu::xport
