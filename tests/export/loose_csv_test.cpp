#include "export/loose_csv.h"

#include <gtest/gtest.h>

#include "export/loose_text.h"
#include "export/sink.h"
#include "extract/error.h"
#include "tests/support/shown_findings.h"

namespace zhitu::xport {
namespace {

// The rows that are read, a line each: ids, ends and values with `|` between.
std::string RowsOf(const LooseGraph& graph, bool edges) {
  const LooseGraph::Part& part = edges ? graph.edges : graph.nodes;
  std::string rows;
  for (const LooseElement& element : part.elements) {
    rows += edges ? element.source + '>' + element.target : element.id;
    for (const LooseValue& value : element.values) {
      rows += '|' + part.keys[value.key].name + '=' + value.text;
    }
    rows += ';';
  }
  return rows;
}

struct TableCase {
  const char* name;
  std::string bytes;
  std::string rows;
  std::string findings;
  char usual = ',';
};
void PrintTo(const TableCase& c, std::ostream* out) { *out << c.name; }
class LooseTable : public testing::TestWithParam<TableCase> {};

TEST_P(LooseTable, IsRead) {
  DoctorFindings findings;
  std::string text;
  const std::size_t base = ReadLooseText("t", GetParam().bytes, findings, text);
  LooseGraph graph;
  const bool edges = ReadLooseTable(text, base, GetParam().usual, graph, findings);
  EXPECT_EQ(RowsOf(graph, edges), GetParam().rows);
  EXPECT_EQ(ShownFindings(findings), GetParam().findings);
}

const TableCase kBreaks[] = {
    {"Lf", "Id,x\na,1\nb,2\n", "a|x=1;b|x=2;", ""},
    {"CrLf", "Id,x\r\na,1\r\nb,2\r\n", "a|x=1;b|x=2;", ""},
    {"Cr", "Id,x\ra,1\rb,2", "a|x=1;b|x=2;", ""},
    {"BlankLines", "\n\nId,x\n\n\na,1\n\n", "a|x=1;", ""},
    {"BreakInQuotes", "Id,x\na,\"1\r\n2\"\n", "a|x=1\r\n2;", ""},
    {"HeaderAlone", "Id,x", "", ""},
    {"ByteOrderMark", "\uFEFFId\na\n", "a;", "1:1 byte-order-mark"},
    {"Nul", std::string("Id\na\0\n", 6), "a\uFFFD;", "2:2 control-character"},
    {"IllFormed", "Id\n翰林\xFF\n", "翰林\uFFFD;", "2:3 encoding"},
};
const TableCase kQuotes[] = {
    {"Doubled", "Id,x\na,\"say \"\"so\"\"\"\n", "a|x=say \"so\";", ""},
    {"Empty", "Id,x\n\"a\",\"\"\n", "a;", ""},
    {"Bare", "Id,x\na,b\"c\n", "a|x=b\"c;", "2:3 quote"},
    {"MoreBehind", "Id,x\na,\"b\"c\n", "a|x=bc;", "2:3 quote"},
    {"NotClosed", "Id,x\na,\"b\nc,d\n", "a|x=\"b;c|x=d;", "2:3 quote"},
    {"NotClosedAtTheEnd", "Id,x\na,\"", "a|x=\";", "2:3 quote"},
    {"NotClosedBeforePairs", "Id,x\na,\"b\nc,\"\"\"\"\n\"\",\"\"\n", "a|x=\"b;c|x=\";;",
     "2:3 quote"},
    {"SeparatorInside", "Id,x\na,\"b,c\"\n", "a|x=b,c;", ""},
};
const TableCase kRows[] = {
    {"Short", "Id,x,y\na,1\n", "a|x=1;", "2:1 row-ragged"},
    {"Long", "Id,x\na,1,2\nb,1\n", "a|x=1|extra_3=2;b|x=1;", "2:1 row-ragged"},
    {"EmptyCells", "Id,x\n,\n", ";", ""},
    {"Formulas", "Id,x\n=a,@b\n", "=a|x=@b;", "2:1 formula 2:4 formula"},
    {"SameNames", "Id,x,ID\na,1,b\n", "a|x=1|ID_given=b;", "1:6 name-twice"},
};
const TableCase kHeaders[] = {
    {"Ends", "Source,Target\na,b\n", "a>b;", ""},
    {"Capitals", " SOURCE ,target\na,b\n", "a>b;", ""},
    {"OtherNames", "from,to\na,b\n", "a>b;", "1:1 header-name 1:6 header-name"},
    {"OwnNamesFirst", "from,to,Source,Target\na,b,c,d\n", "c>d|from=a|to=b;", ""},
    {"IdWins", "id,from,to\na,b,c\n", "a|from=b|to=c;", ""},
    {"TwoCells", "a,b\nc,d\n", "a>b;c>d;", "1:1 header-missing"},
    {"OneCell", "a\nb\n", "a;b;", "1:1 header-missing"},
    {"ThreeCells", "a,b,c\n", "a>b|column_2=c;", "1:1 header-missing"},
};
const TableCase kSeparators[] = {
    {"Semicolons", "Id;x\na;1,5\n", "a|x=1,5;", "1:1 separator"},
    {"Tabs", "Id\tx\na\t1\n", "a|x=1;", "1:1 separator"},
    {"TabsAsSaid", "Id\tx\na\t1,5\n", "a|x=1,5;", "", '\t'},
    {"CommasForTabs", "Id,x\na,1\n", "a|x=1;", "1:1 separator", '\t'},
    {"OneColumn", "Id\na,b\n", "a,b;", "", '\t'},
};
constexpr auto kName = [](const auto& c) { return std::string(c.param.name); };
INSTANTIATE_TEST_SUITE_P(Breaks, LooseTable, testing::ValuesIn(kBreaks), kName);
INSTANTIATE_TEST_SUITE_P(Quotes, LooseTable, testing::ValuesIn(kQuotes), kName);
INSTANTIATE_TEST_SUITE_P(Rows, LooseTable, testing::ValuesIn(kRows), kName);
INSTANTIATE_TEST_SUITE_P(Headers, LooseTable, testing::ValuesIn(kHeaders), kName);
INSTANTIATE_TEST_SUITE_P(Separators, LooseTable, testing::ValuesIn(kSeparators), kName);

LooseGraph Read(const std::string& text, DoctorFindings& findings) {
  LooseGraph graph;
  ReadLooseTable(text, findings.BeginFile("t", text), ',', graph, findings);
  return graph;
}

TEST(LooseTables, RefuseWhatNamesNothing) {
  for (const char* const text : {"", "\r\n", "Source,x\n", "x,Target\n"}) {
    DoctorFindings findings;
    EXPECT_THROW(Read(text, findings), extract::InputError) << text;
  }
}

TEST(LooseTables, LimitColumns) {
  const auto header = [](std::size_t columns) {
    std::string text = "Id";
    for (std::size_t i = 0; i < columns; ++i) text += ",c" + std::to_string(i);
    return text;
  };
  DoctorFindings findings;
  EXPECT_EQ(Read(header(kMostLooseKeys), findings).nodes.keys.size(), kMostLooseKeys);
  EXPECT_THROW(Read(header(kMostLooseKeys + 1), findings), extract::LimitError);
  const std::string commas(kMostLooseKeys + 1, ',');
  EXPECT_THROW(Read("Id\na" + commas + "\n", findings), extract::LimitError);
}

struct WrittenCase {
  const char* name;
  bool edges;
  char separator;
  std::string text;
};
void PrintTo(const WrittenCase& c, std::ostream* out) { *out << c.name; }
class MendedTable : public testing::TestWithParam<WrittenCase> {};

TEST_P(MendedTable, IsWritten) {
  LooseGraph graph;
  graph.nodes.keys = {{.name = "name", .role = "label"}, {.name = "x;y"}};
  graph.nodes.elements = {{.id = "a,b", .values = {{1, "1\t2"}, {0, "\"甲\""}}}, {.id = "c"}};
  graph.edges.keys = {{.name = "w", .role = "weight"}};
  graph.edges.elements = {
      {.id = "e", .source = "a", .target = "c", .direction = "undirected", .values = {{0, "2"}}},
      {.source = "c", .target = "a", .kind = "x\ny", .direction = "directed"}};
  StringSink sink;
  WriteMendedTable(graph, GetParam().edges, GetParam().separator, sink);
  EXPECT_EQ(sink.text(), GetParam().text);
}

const WrittenCase kWritten[] = {
    {"Nodes", false, ',', "Id,Label,\"x;y\"\n\"a,b\",\"\"\"甲\"\"\",\"1\t2\"\nc,,\n"},
    {"NodesWithTabs", false, '\t',
     "Id\tLabel\t\"x;y\"\n\"a,b\"\t\"\"\"甲\"\"\"\t\"1\t2\"\nc\t\t\n"},
    {"Edges", true, ',',
     "Source,Target,Type,Id,Kind,Weight\na,c,Undirected,e,,2\nc,a,Directed,,\"x\ny\",\n"},
};
INSTANTIATE_TEST_SUITE_P(Rows, MendedTable, testing::ValuesIn(kWritten), kName);

}  // namespace
}  // namespace zhitu::xport
