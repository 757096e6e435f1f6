#include "extract/line.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "extract/characters.h"
#include "extract/utf8.h"
#include "tests/support/page.h"

namespace zhitu::extract {
namespace {

// A line as `number text, width W`, followed by what else holds of it.
std::string Show(std::string_view text, const Line& line) {
  std::string shown = std::to_string(line.number) + ' ';
  shown.append(line.span.In(text)).append(", width ").append(std::to_string(line.width));
  if (line.blank_before > 0) shown += ", blank " + std::to_string(line.blank_before);
  if (line.indent > 0) shown += ", indent " + std::to_string(line.indent);
  if (line.has_end) shown += ", end";
  if (line.has_clause) shown += ", clause";
  if (line.closed) shown += ", closed";
  if (line.continues) shown += ", continues";
  if (line.open_bracket) shown += ", open";
  return shown + '\n';
}

struct LineCase {
  const char* name;
  std::string text;
  const char* expected;
};
void PrintTo(const LineCase& c, std::ostream* out) { *out << c.name; }
constexpr auto kName = [](const auto& c) { return std::string(c.param.name); };
class ReadLinesTest : public testing::TestWithParam<LineCase> {};

TEST_P(ReadLinesTest, GivesLines) {
  std::string shown;
  for (const Line& line : ReadLines(GetParam().text, ChineseNews()))
    shown += Show(GetParam().text, line);
  EXPECT_EQ(shown, GetParam().expected);
}

const LineCase kBreakCases[] = {
    {"EmptyText", "", ""},
    {"OnlyBreaks", "\n\r\n\r\r\n\n", ""},
    {"OnlyWhiteSpace", " \t\u3000\n\u00A0\u2003", ""},
    {"NoBreakAtTheEnd", "甲", "0 甲, width 2\n"},
    {"LineFeed", "甲\n乙\n", "0 甲, width 2\n1 乙, width 2\n"},
    {"CrLfIsOneBreak", "甲\r\n乙\r\n", "0 甲, width 2\n1 乙, width 2\n"},
    {"CarriageReturn", "甲\r乙\r", "0 甲, width 2\n1 乙, width 2\n"},
    {"LfCrIsTwoBreaks", "甲\n\r乙", "0 甲, width 2\n2 乙, width 2, blank 1\n"},
    {"CrCrLfIsTwoBreaks", "甲\r\r\n乙", "0 甲, width 2\n2 乙, width 2, blank 1\n"},
    {"AllKindsMixed", "甲\r乙\r\n丙\n丁",
     "0 甲, width 2\n1 乙, width 2\n2 丙, width 2\n3 丁, width 2\n"},
    {"OtherSeparatorsEndNoLine", "甲\u2028乙\u0085丙\x0C丁",
     "0 甲\u2028乙\u0085丙\x0C丁, width 8\n"},
};
INSTANTIATE_TEST_SUITE_P(Breaks, ReadLinesTest, testing::ValuesIn(kBreakCases), kName);

const LineCase kSpaceCases[] = {
    {"BlankLinesAreCounted", "\n甲\n\n\n乙\n", "1 甲, width 2, blank 1\n4 乙, width 2, blank 2\n"},
    {"WhiteSpaceMakesABlankLine", "甲\n \u3000\t\n乙", "0 甲, width 2\n2 乙, width 2, blank 1\n"},
    {"BlankLinesOfCrLf", "甲\r\n\r\n乙", "0 甲, width 2\n2 乙, width 2, blank 1\n"},
    {"IdeographicSpacesTakeTwoColumns", "\u3000\u3000甲", "0 甲, width 2, indent 4\n"},
    {"OtherSpacesTakeOne", " \t\u00A0甲", "0 甲, width 2, indent 3\n"},
    {"SpaceBehindIsDropped", "甲 \u3000\n乙", "0 甲, width 2\n1 乙, width 2\n"},
    {"SpaceInsideIsKept", "甲 \u3000乙", "0 甲 \u3000乙, width 7\n"},
    {"ZeroWidthSpaceIsNoWhiteSpace", "\u200B", "0 \u200B, width 0\n"},
    {"ByteOrderMarkInsideIsText", "甲\n\uFEFF", "0 甲, width 2\n1 \uFEFF, width 0\n"},
};
INSTANTIATE_TEST_SUITE_P(WhiteSpace, ReadLinesTest, testing::ValuesIn(kSpaceCases), kName);

const LineCase kCharacterCases[] = {
    {"WideAndNarrow", "甲aＡ", "0 甲aＡ, width 5\n"},
    {"CombiningMarkHasNoWidth", "e\u0301", "0 e\u0301, width 1\n"},
    {"SentenceEndLast", "甲。", "0 甲。, width 4, end, closed\n"},
    {"SentenceEndInside", "甲。乙", "0 甲。乙, width 6, end\n"},
    {"ParagraphEndIsNoSentenceEnd", "甲…", "0 甲…, width 3, closed\n"},
    {"ColonEndsClauseAndParagraph", "甲：", "0 甲：, width 4, clause, closed\n"},
    {"CommaEndsAClause", "甲，乙", "0 甲，乙, width 6, clause\n"},
    {"ClosingQuotesArePassedOver", "“甲。”）", "0 “甲。”）, width 8, end, closed\n"},
    {"QuoteWithoutEndBeforeIt", "甲。“乙”", "0 甲。“乙”, width 8, end\n"},
    {"CommaDoesNotClose", "甲。，", "0 甲。，, width 6, end, clause\n"},
    {"NoLineBeginsWithAComma", "，甲", "0 ，甲, width 4, clause, continues\n"},
    {"NorWithASentenceEnd", "。", "0 。, width 2, end, closed, continues\n"},
    {"NorWithAClosingQuote", "”甲", "0 ”甲, width 3, continues\n"},
    {"FirstCharacterAfterSpaceCounts", " ，", "0 ，, width 2, indent 1, clause, continues\n"},
    {"OnlyTheFirstCharacterCounts", "甲，", "0 甲，, width 4, clause\n"},
};
INSTANTIATE_TEST_SUITE_P(Characters, ReadLinesTest, testing::ValuesIn(kCharacterCases), kName);

const LineCase kBracketCases[] = {
    {"Open", "（甲", "0 （甲, width 4, open\n"},
    {"Closed", "（甲）", "0 （甲）, width 6\n"},
    {"OneOfTwoClosed", "（“甲”", "0 （“甲”, width 6, open\n"},
    {"ClosedBeforeOpened", "）（", "0 ）（, width 4, continues, open\n"},
    {"ExtraClosersOpenNothing", "甲））（乙）", "0 甲））（乙）, width 12\n"},
    {"NotCarriedToTheNextLine", "（甲\n乙", "0 （甲, width 4, open\n1 乙, width 2\n"},
};
INSTANTIATE_TEST_SUITE_P(Brackets, ReadLinesTest, testing::ValuesIn(kBracketCases), kName);

// What lies between lines is white space.
TEST(ReadLinesProperty, LinesHoldAllButWhiteSpaceAndBreaks) {
  std::mt19937 random(1);
  for (int round = 0; round < 2000; ++round) {
    const std::string text = RandomPage(random);
    std::size_t from = 0;
    for (const Line& line : ReadLines(text, ChineseNews())) {
      ASSERT_LE(from, line.span.begin) << text;
      ASSERT_LT(line.span.begin, line.span.end) << text;
      ASSERT_EQ(line.span.In(text).find_first_of("\r\n"), std::string::npos) << text;
      for (std::size_t at = from; at < line.span.begin;)
        ASSERT_TRUE(IsSpace(NextCodePoint(text, at))) << text;
      from = line.span.end;
    }
    while (from < text.size()) ASSERT_TRUE(IsSpace(NextCodePoint(text, from))) << text;
  }
}

TEST(ReadLinesProperty, SpansAloneAreTheSame) {
  std::mt19937 random(2);
  for (int round = 0; round < 2000; ++round) {
    const std::string text = RandomPage(random);
    std::vector<Span> spans;
    for (const Line& line : ReadLines(text, ChineseNews())) spans.push_back(line.span);
    ASSERT_EQ(ReadLineSpans(text), spans) << text;
  }
}

// What a line says is what its characters say one by one.
TEST(ReadLinesProperty, AgreesWithReadingEachCharacter) {
  std::mt19937 random(3);
  TextConventions han = ChineseNews();
  han.clause_end = U"，等\u5000";
  for (const TextConventions& conventions : {ChineseNews(), han}) {
    for (int round = 0; round < 1000; ++round) {
      const std::string text = RandomPage(random);
      for (const Line& line : ReadLines(text, conventions)) {
        bool has_clause = false;
        bool closed = false;
        for (std::size_t at = line.span.begin; at < line.span.end;) {
          const char32_t c = NextCodePoint(text, at);
          has_clause = has_clause || conventions.EndsClause(c);
          if (!conventions.Closes(c)) closed = conventions.EndsParagraph(c);
        }
        ASSERT_EQ(line.has_clause, has_clause) << text;
        ASSERT_EQ(line.closed, closed) << text;
        ASSERT_EQ(line.width, DisplayWidth(line.span.In(text))) << text;
      }
    }
  }
}

}  // namespace
}  // namespace zhitu::extract
