#include "export/gephi_csv.h"

#include <gtest/gtest.h>

#include <ostream>

#include "tests/support/sample_graph.h"

namespace zhitu::xport {
namespace {

struct Tables {
  std::string nodes;
  std::string edges;
};

Tables Written(const SampleGraph& graph) {
  StringSink nodes;
  StringSink edges;
  GephiCsvWriter writer(nodes, edges);
  WriteGraph(graph, writer);
  return {nodes.text(), edges.text()};
}

TEST(GephiCsv, OfNothingHasHeaders) {
  const Tables tables = Written(EmptyGraph());
  EXPECT_EQ(tables.nodes,
            "Id,Label,type,aliases,mentions,documents,first_seen,last_seen,x,y,size,r,g,b\r\n");
  EXPECT_EQ(tables.edges,
            "Source,Target,Type,Id,Label,Weight,Kind,predicate,count,documents,npmi,llr,"
            "confidence,first_seen,last_seen,symmetric,evidence\r\n");
}

TEST(GephiCsv, SaysTheDirectionOfEveryEdge) {
  EXPECT_NE(Written(PlainGraph()).edges.find(",Directed,"), std::string::npos);
  EXPECT_EQ(Written(PlainGraph()).edges.find(",Undirected,"), std::string::npos);
  EXPECT_NE(Written(SymmetricGraph()).edges.find(",Undirected,"), std::string::npos);
}

struct CellCase {
  const char* name;
  std::string label;
  const char* cell;
};
void PrintTo(const CellCase& c, std::ostream* out) { *out << c.name; }
class GephiCsvCell : public testing::TestWithParam<CellCase> {};

TEST_P(GephiCsvCell, IsWritten) {
  SampleGraph graph;
  graph.nodes.resize(1);
  graph.nodes[0].id = "n";
  graph.nodes[0].label = GetParam().label;
  graph.nodes[0].type = "t";
  const std::string nodes = Written(graph).nodes;
  const std::string row = nodes.substr(nodes.find("\r\n") + 2);
  EXPECT_EQ(row, std::string("n,") + GetParam().cell + ",t,,0,0,,,0,0,1,0,0,0\r\n");
}

const CellCase kCellCases[] = {
    {"Plain", "沟赵", "沟赵"},
    {"Comma", "a,b", "\"a,b\""},
    {"Quote", "a\"b", "\"a\"\"b\""},
    {"LineBreaks", "a\r\nb", "\"a\r\nb\""},
    {"Tab", "a\tb", "a\tb"},
    {"Formula", "=1+1", "=1+1"},
    {"At", "@a", "@a"},
    {"Control", "a\x01", "a�"},
    {"IllFormed", "a\xFF", "a�"},
};
INSTANTIATE_TEST_SUITE_P(Basics, GephiCsvCell, testing::ValuesIn(kCellCases),
                         [](const auto& c) { return std::string(c.param.name); });

const CellCase kBackslashCases[] = {
    {"Inside", "a\\b", "a\\b"},
    {"AtTheEnd", "a\\", "a\\\\"},
    {"AtTheEndQuoted", "a,\\", "\"a,\\\\\""},
    {"BeforeAQuote", "a\\\"b", "\"a\\\\\"\"b\""},
    {"TwoBeforeAQuote", "\\\\\"", "\"\\\\\\\\\"\"\""},
    {"BeforeAComma", "a\\,b", "\"a\\,b\""},
    {"Alone", "\\", "\\\\"},
};
INSTANTIATE_TEST_SUITE_P(Backslashes, GephiCsvCell, testing::ValuesIn(kBackslashCases),
                         [](const auto& c) { return std::string(c.param.name); });

}  // namespace
}  // namespace zhitu::xport
