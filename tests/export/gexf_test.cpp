#include "export/gexf.h"

#include <gtest/gtest.h>

#include <ostream>

#include "tests/support/sample_graph.h"
#include "tests/support/xml_tree.h"

namespace zhitu::xport {
namespace {

XmlElement Written(const SampleGraph& graph) {
  StringSink sink;
  GexfWriter writer(sink);
  WriteGraph(graph, writer);
  return ReadXml(sink.text());
}

std::string Life(const XmlElement& item) {
  return item.Attribute("start") + "/" + item.Attribute("end");
}

struct LifeCase {
  const char* name;
  bool dated;
  const char* first_seen;
  const char* last_seen;
  const char* expected;
};
void PrintTo(const LifeCase& c, std::ostream* out) { *out << c.name; }
class GexfLife : public testing::TestWithParam<LifeCase> {};

TEST_P(GexfLife, StandsOnNodesAndEdges) {
  SampleGraph graph = SymmetricGraph();
  graph.header.dated = GetParam().dated;
  graph.nodes[0].first_seen = graph.edges[0].first_seen = GetParam().first_seen;
  graph.nodes[0].last_seen = graph.edges[0].last_seen = GetParam().last_seen;
  const XmlElement file = Written(graph).Child("graph");
  EXPECT_EQ(file.Attribute("mode"), GetParam().dated ? "dynamic" : "");
  EXPECT_EQ(file.Attribute("timeformat"), GetParam().dated ? "date" : "");
  EXPECT_EQ(Life(file.Child("nodes").children.at(0)), GetParam().expected);
  EXPECT_EQ(Life(file.Child("edges").children.at(0)), GetParam().expected);
}

const LifeCase kLifeCases[] = {
    {"Dates", true, "2023-01-05", "2024-02", "2023-01-05/2024-02-29"},
    {"Year", true, "2023", "2023", "2023-01-01/2023-12-31"},
    {"YearToDay", true, "2023", "2024-05-20", "2023-01-01/2024-05-20"},
    {"MonthInAYear", true, "2023-02", "2023", "2023-02-01/2023-12-31"},
    {"DayTheMonthHasNot", true, "2023-02-30", "2023-12", "/"},
    {"OneEnd", true, "2023", "", "/"},
    {"NotIso", true, "1998年", "1999年", "/"},
    {"Reversed", true, "2024", "2023", "/"},
    {"NotDated", true, "", "", "/"},
    {"StaticGraph", false, "2023-01-05", "2024-02", "/"},
};
INSTANTIATE_TEST_SUITE_P(Basics, GexfLife, testing::ValuesIn(kLifeCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(Gexf, HasTheHeadGephiWants) {
  const XmlElement root = Written(EmptyGraph());
  EXPECT_EQ(root.Attribute("version"), "1.3");
  EXPECT_EQ(root.Attribute("xmlns"), "http://gexf.net/1.3");
  EXPECT_EQ(root.Attribute("xmlns:viz"), "http://gexf.net/1.3/viz");
  EXPECT_EQ(root.Child("graph").Attribute("idtype"), "string");
  EXPECT_EQ(root.Child("meta").Attribute("lastmodifieddate"), "");
}

TEST(Gexf, LabelsEveryNode) {
  const XmlElement root = Written(HostileGraph());
  for (const XmlElement& node : root.Child("graph").Child("nodes").children) {
    EXPECT_NE(node.Attribute("label"), "");
  }
}

}  // namespace
}  // namespace zhitu::xport
