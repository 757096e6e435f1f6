#include "cli/table.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <ostream>

#include "cli/wording.h"
#include "tests/support/capture.h"

namespace zhitu::cli {
namespace {

struct TableCase {
  const char* name;
  AnswerFormat format;
  bool terminal;
  std::vector<std::string> row;  // of the columns `name` and `n`
  std::string expected;          // behind the header
};
void PrintTo(const TableCase& c, std::ostream* out) { *out << c.name; }

class TableText : public testing::TestWithParam<TableCase> {};

TEST_P(TableText, IsEscapedAsItsFormatNeeds) {
  Capture capture;
  Session session = capture.session();
  session.out_is_terminal = GetParam().terminal;
  PrintTable({{{"name"}, {"n", true}}, {GetParam().row}}, GetParam().format, session);
  const std::string text = capture.Out();
  const std::size_t lines = GetParam().format == AnswerFormat::kMarkdown ? 2 : 1;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < lines; ++i) begin = text.find('\n', begin) + 1;
  EXPECT_EQ(text.substr(begin), GetParam().expected);
}

const TableCase kTableCases[] = {
    {"TableAlignsWideCharacters", AnswerFormat::kTable, false, {"知图ab", "1"}, "知图ab  1\n"},
    {"TablePadsNarrowOnes", AnswerFormat::kTable, false, {"x", "12"}, "x     12\n"},
    {"TableCountsNoCombiningMarks",
     AnswerFormat::kTable,
     false,
     {"e\u0301e\u0301", "1"},
     "e\u0301e\u0301    1\n"},
    {"TableEscapesControls",
     AnswerFormat::kTable,
     false,
     {"a\x1b\n\u202e", "1"},
     "a\\x1b\\n\\u202e  1\n"},
    {"TableDropsSpaceAtTheEnd", AnswerFormat::kTable, false, {"x", ""}, "x\n"},
    {"TsvEscapesTabsAndLineBreaks",
     AnswerFormat::kTsv,
     false,
     {"a\tb\nc\\", "1"},
     "a\\tb\\nc\\\\\t1\n"},
    {"CsvQuotes", AnswerFormat::kCsv, false, {"a,\"b\"\nc", "1"}, "\"a,\"\"b\"\"\nc\",1\n"},
    {"CsvOnATerminalEscapesControls",
     AnswerFormat::kCsv,
     true,
     {"a\x1b,b", "1"},
     "\"a\\x1b,b\",1\n"},
    {"MarkdownEscapesMarkup",
     AnswerFormat::kMarkdown,
     false,
     {"a|b<i>*`[x](y)&\\", "1"},
     "| a\\|b&lt;i>\\*\\`\\[x\\](y)&amp;\\\\ | 1 |\n"},
};
INSTANTIATE_TEST_SUITE_P(Formats, TableText, testing::ValuesIn(kTableCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(Table, WithoutRowsIsItsHeader) {
  Capture capture;
  Session session = capture.session();
  PrintTable({{{"name"}, {"n", true}}, {}}, AnswerFormat::kTable, session);
  EXPECT_EQ(capture.Out(), "name  n\n");
}

TEST(Counted, ChoosesTheForm) {
  EXPECT_EQ(Counted(0, "entity", "entities"), "0 entities");
  EXPECT_EQ(Counted(1, "entity", "entities"), "1 entity");
  EXPECT_EQ(Counted(1000000, "entity", "entities"), "1000000 entities");
}

}  // namespace
}  // namespace zhitu::cli
