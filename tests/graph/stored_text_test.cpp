#include "graph/stored_text.h"

#include <gtest/gtest.h>

namespace zhitu::graph {
namespace {

struct LineBreakCase {
  const char* name;
  const char* text;
  const char* expected;
};
void PrintTo(const LineBreakCase& c, std::ostream* out) { *out << c.name; }
class LineBreaks : public testing::TestWithParam<LineBreakCase> {};

TEST_P(LineBreaks, VanishFromQuotes) {
  EXPECT_EQ(WithoutLineBreaks(GetParam().text), GetParam().expected);
}

const LineBreakCase kLineBreakCases[] = {
    {"Empty", "", ""},
    {"None", "枫杨 办事处", "枫杨 办事处"},
    {"Han", "枫杨\n办\r\n事\r处", "枫杨办事处"},
    {"BlankLines", "枫\n\n\n杨", "枫杨"},
    {"AtTheEnds", "\n枫杨\n", "枫杨"},
    {"OnlyBreaks", "\r\n\n", ""},
    {"Latin", "New\nYork", "New York"},
    {"Cyrillic", "Нижний\r\nНовгород", "Нижний Новгород"},
    {"LatinAndHan", "GDP\n增长", "GDP增长"},
    {"BrokenNumber", "55\n4件", "554件"},
    {"Punctuation", "end.\nNext", "end.Next"},
};
INSTANTIATE_TEST_SUITE_P(Basics, LineBreaks, testing::ValuesIn(kLineBreakCases),
                         [](const auto& c) { return std::string(c.param.name); });

// Lines 7 and 8 of a file; the text begins at its code point 100.
const char kText[] = "枫a\n𠮷b";

TEST(StoredText, GivesWordsForCodePointsOfTheFile) {
  const StoredText text(kText, 100, 7, /*record=*/false);
  EXPECT_EQ(text.Quote({100, 102}), "枫a");
  EXPECT_EQ(text.Quote({103, 105}), "𠮷b");
  EXPECT_EQ(text.Bytes({103, 104}), (extract::Span{5, 9}));
  EXPECT_EQ(text.Place({5, 9}), (Stretch{103, 104}));
}

TEST(StoredText, GivesLinesOfTheFile) {
  const StoredText text(kText, 100, 7, /*record=*/false);
  EXPECT_EQ(text.Position(101).line, 7U);
  EXPECT_EQ(text.Position(101).column, 2U);
  EXPECT_EQ(text.Position(104).line, 8U);
  EXPECT_EQ(text.Position(104).column, 2U);
}

TEST(StoredText, KeepsARecordOnItsLine) {
  const StoredText text(kText, 0, 7, /*record=*/true);
  EXPECT_EQ(text.Position(4).line, 7U);
  EXPECT_EQ(text.Position(4).column, 5U);
}

TEST(StoredText, StaysInsideWhateverIsAsked) {
  const StoredText text(kText, 100, 7, /*record=*/false);
  EXPECT_EQ(text.Quote({-5, 101}), "枫");
  EXPECT_EQ(text.Quote({103, 9999}), "𠮷b");
  EXPECT_EQ(text.Quote({104, 101}), "");
  EXPECT_EQ(text.Position(9999).line, 8U);
}

}  // namespace
}  // namespace zhitu::graph
