#include "extract/csv.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace zhitu::extract {
namespace {

using Rows = std::vector<std::vector<std::string>>;

// Rows as `line:column=value` cells parted by ` ; `, one row a line; faults as `line:column! what`.
std::string Read(std::string_view text, char separator = ',') {
  CsvReader reader(text, separator);
  std::string shown;
  while (true) {
    try {
      const auto row = reader.Next();
      if (!row) return shown;
      for (std::size_t i = 0; i < row->size(); ++i) {
        const CsvCell& cell = (*row)[i];
        shown += (i == 0 ? "" : " ; ") + std::to_string(cell.line) + ':' +
                 std::to_string(cell.column) + '=' + cell.value;
      }
    } catch (const InputError& error) {
      shown += error.what() + 1;  // without the colon after the empty file name
    }
    shown += '\n';
  }
}

struct ReadCase {
  const char* name;
  std::string text;
  const char* rows;
  char separator = ',';
};
void PrintTo(const ReadCase& c, std::ostream* out) { *out << c.name; }
class CsvRows : public testing::TestWithParam<ReadCase> {};

TEST_P(CsvRows, AreRead) {
  EXPECT_EQ(Read(GetParam().text, GetParam().separator), GetParam().rows);
}

const ReadCase kBasics[] = {
    {"Empty", "", ""},
    {"OneCell", "a", "1:1=a\n"},
    {"Cells", "a,b,c", "1:1=a ; 1:3=b ; 1:5=c\n"},
    {"EmptyCells", ",a,,", "1:1= ; 1:2=a ; 1:4= ; 1:5=\n"},
    {"Rows", "a,b\nc,d\n", "1:1=a ; 1:3=b\n2:1=c ; 2:3=d\n"},
    {"CrLf", "a,b\r\nc,d\r\n", "1:1=a ; 1:3=b\n2:1=c ; 2:3=d\n"},
    {"Cr", "a,b\rc,d\r", "1:1=a ; 1:3=b\n2:1=c ; 2:3=d\n"},
    {"BlankLines", "\n\r\na\n\n\rb\n\n", "3:1=a\n6:1=b\n"},
    {"SpacesAreKept", " a , b \n", "1:1= a  ; 1:5= b \n"},
    {"ColumnsAreCodePoints", "翰林,𠮷,x\n", "1:1=翰林 ; 1:4=𠮷 ; 1:6=x\n"},
    {"Tabs", "a\tb,c\n", "1:1=a ; 1:3=b,c\n", '\t'},
    {"Semicolons", "a;b,c\n", "1:1=a ; 1:3=b,c\n", ';'},
    {"ManyBlankLines", std::string(100000, '\n') + "a", "100001:1=a\n"},
};
const ReadCase kQuoted[] = {
    {"Separator", "\"a,b\",c", "1:1=a,b ; 1:7=c\n"},
    {"Quotes", "\"a\"\"b\"\"\",\"\"\"\"", "1:1=a\"b\" ; 1:10=\"\n"},
    {"Empty", "\"\",\"\"", "1:1= ; 1:4=\n"},
    {"LineBreaks", "\"a\nb\",c\nd", "1:1=a\nb ; 2:4=c\n3:1=d\n"},
    {"CrLfIsKept", "\"a\r\nb\",c\r\n", "1:1=a\r\nb ; 2:4=c\n"},
    {"CrIsKept", "\"a\rb\",c", "1:1=a\rb ; 2:4=c\n"},
    {"QuoteInsidePlain", "a\"b\",c", "1:1=a\"b\" ; 1:6=c\n"},
    {"Tabs", "\"a\tb\"\tc", "1:1=a\tb ; 1:7=c\n", '\t'},
};
const ReadCase kFaults[] = {
    {"NeverClosed", "a\nb,\"c,d\ne\n",
     "1:1=a\n2:3: quote is never closed; expected a closing \"\n"},
    {"OnlyAQuote", "\"", "1:1: quote is never closed; expected a closing \"\n"},
    {"NeverClosedAfterDoubled", "\"a\"\"", "1:1: quote is never closed; expected a closing \"\n"},
    {"TextAfterQuote", "\"a\"b,c\nd",
     "1:4: text after a closing quote; expected a separator or the end of the line\n2:1=d\n"},
    {"TextAfterQuoteInLaterLine", "\"a\nb\" ,c\nd",
     "2:3: text after a closing quote; expected a separator or the end of the line\n3:1=d\n"},
    {"Several", "\"a\"b\n\"c\"d\n\"e",
     "1:4: text after a closing quote; expected a separator or the end of the line\n"
     "2:4: text after a closing quote; expected a separator or the end of the line\n"
     "3:1: quote is never closed; expected a closing \"\n"},
};
constexpr auto kName = [](const auto& c) { return std::string(c.param.name); };
INSTANTIATE_TEST_SUITE_P(Basics, CsvRows, testing::ValuesIn(kBasics), kName);
INSTANTIATE_TEST_SUITE_P(Quoted, CsvRows, testing::ValuesIn(kQuoted), kName);
INSTANTIATE_TEST_SUITE_P(Faults, CsvRows, testing::ValuesIn(kFaults), kName);

TEST(CsvScanner, ViewsTheTextAndTellsPlacesWhenAsked) {
  const std::string text = "a,\"b\nc\",\"\"\"d\"\"\",\"e\"\"\"\n\nf\n";
  CsvScanner scanner(text, ',');
  ASSERT_TRUE(scanner.Next());
  const std::vector<std::string_view> cells(scanner.cells().begin(), scanner.cells().end());
  EXPECT_EQ(cells, (std::vector<std::string_view>{"a", "b\nc", "\"d\"", "e\""}));
  EXPECT_EQ(cells[0].data(), text.data());
  EXPECT_EQ(scanner.line(), 1U);
  EXPECT_EQ(scanner.PlaceOf(2).line, 2U);
  EXPECT_EQ(scanner.PlaceOf(2).column, 4U);
  ASSERT_TRUE(scanner.Next());
  EXPECT_EQ(scanner.cells()[0], "f");
  EXPECT_EQ(scanner.line(), 4U);
  EXPECT_FALSE(scanner.Next());
}

Rows ReadValues(const std::string& text, char separator) {
  CsvReader reader(text, separator);
  Rows rows;
  while (const auto row = reader.Next()) {
    rows.emplace_back();
    for (const CsvCell& cell : *row) rows.back().push_back(cell.value);
  }
  return rows;
}

std::string Write(const Rows& rows, char separator, const std::string& line_break) {
  std::string text;
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) text += separator;
      text += CsvEscape(row[i], separator);
    }
    text += line_break;
  }
  return text;
}

TEST(CsvEscape, QuotesOnlyWhereNeeded) {
  EXPECT_EQ(CsvEscape(""), "");
  EXPECT_EQ(CsvEscape("a b\t'"), "a b\t'");
  EXPECT_EQ(CsvEscape("a,b"), "\"a,b\"");
  EXPECT_EQ(CsvEscape("a\"b"), "\"a\"\"b\"");
  EXPECT_EQ(CsvEscape("a\nb"), "\"a\nb\"");
  EXPECT_EQ(CsvEscape("a\rb"), "\"a\rb\"");
  EXPECT_EQ(CsvEscape("a,b", '\t'), "a,b");
  EXPECT_EQ(CsvEscape("a\tb", '\t'), "\"a\tb\"");
}

// Every pair of cells of up to three of these characters is read back as it was written.
TEST(CsvEscape, IsReadBack) {
  std::vector<std::string> cells = {""};
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].size() == 3) continue;
    for (const char byte : {'a', ',', '"', '\n', '\r', '\t'}) cells.push_back(cells[i] + byte);
  }
  for (const char separator : {',', '\t'}) {
    for (const std::string line_break : {"\n", "\r\n", "\r"}) {
      Rows rows;
      for (std::size_t i = 0; i < cells.size(); ++i) {
        rows.push_back({cells[i], cells[cells.size() - 1 - i]});
      }
      ASSERT_EQ(ReadValues(Write(rows, separator, line_break), separator), rows);
    }
  }
}

}  // namespace
}  // namespace zhitu::extract
