#include "export/pajek.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>
#include <sstream>

#include "tests/support/sample_graph.h"

namespace zhitu::xport {
namespace {

using namespace std::string_literals;

std::string Written(const SampleGraph& graph) {
  StringSink sink;
  PajekWriter writer(sink);
  WriteGraph(graph, writer);
  return sink.text();
}

struct TextCase {
  const char* name;
  std::string text;
  const char* label;
};
void PrintTo(const TextCase& c, std::ostream* out) { *out << c.name; }
class PajekTexts : public testing::TestWithParam<TextCase> {};

TEST_P(PajekTexts, AreQuoted) { EXPECT_EQ(PajekText(GetParam().text), GetParam().label); }

const TextCase kTextCases[] = {
    {"Plain", "知 图", "\"知 图\""},
    {"Empty", "", "\"\""},
    {"Quotes", R"(a"b)", "\"a”b\""},
    {"Backslash", R"(a\)", "\"a＼\""},
    {"LineBreaks", "a\r\n*Arcs\t1", "\"a  *Arcs 1\""},
    {"Controls", "\x01\0"s, "\"��\""},
};
INSTANTIATE_TEST_SUITE_P(Basics, PajekTexts, testing::ValuesIn(kTextCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(Pajek, OfNothing) { EXPECT_EQ(Written(EmptyGraph()), "\xEF\xBB\xBF% zhitu\n*Vertices 0\n"); }

TEST(Pajek, HasPlacesArcsAndEdges) {
  EXPECT_EQ(Written(PlainGraph()),
            "\xEF\xBB\xBF% zhitu\n*Vertices 3\n"
            "1 \"沟赵办事处\" 0.05 0.499996 0.5\n"
            "2 \"黄蓉蓉\" 0.050047 0.500004 0.5\n"
            "3 \"郑州高新区\" 0.95 0.499997 0.5\n"
            "*Arcs\n1 3 7 l \"part_of\"\n2 1 1 l \"leads\"\n"
            "*Edges\n1 2 2.5 l \"co_occurs\"\n");
}

TEST(Pajek, HasEdgesAloneIfAllIsCoOccurrence) {
  const std::string net = Written(SymmetricGraph());
  EXPECT_EQ(net.find("*Arcs"), std::string::npos);
  EXPECT_NE(net.find("*Edges\n1 2 2.5"), std::string::npos);
}

TEST(Pajek, TellsVerticesOfOneNameApart) {
  SampleGraph graph = EmptyGraph();
  for (const char* id : {"a", "b", "c", "d"}) {
    Node node;
    node.id = id;
    node.label = id[0] == 'c' ? "x (d)" : "x";
    graph.nodes.push_back(node);
  }
  EXPECT_EQ(Written(graph),
            "\xEF\xBB\xBF% zhitu\n*Vertices 4\n1 \"x\" 0.5 0.5 0.5\n2 \"x (b)\" 0.5 0.5 0.5\n"
            "3 \"x (d)\" 0.5 0.5 0.5\n4 \"x (d)*\" 0.5 0.5 0.5\n");
}

TEST(Pajek, GivesEveryHostileVertexOneLineInsideThePicture) {
  const SampleGraph graph = HostileGraph();
  std::istringstream lines(Written(graph));
  std::string line;
  std::getline(lines, line);
  std::getline(lines, line);
  for (std::size_t i = 1; i <= graph.nodes.size(); ++i) {
    std::getline(lines, line);
    EXPECT_TRUE(line.starts_with(std::to_string(i) + " \"")) << line.substr(0, 80);
    EXPECT_EQ(std::count(line.begin(), line.end(), '"'), 2) << line.substr(0, 80);
    EXPECT_TRUE(line.ends_with("\" 0.5 0.5 0.5")) << line.substr(0, 80);
  }
  std::getline(lines, line);
  EXPECT_EQ(line, "*Arcs");
}

}  // namespace
}  // namespace zhitu::xport
