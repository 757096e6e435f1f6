// What the JSON formats of viewers have beside the graph; that they hold it is told by
// round_trip_test.cpp.

#include <gtest/gtest.h>

#include "export/cytoscape_json.h"
#include "export/graphology_json.h"
#include "export/jgf_json.h"
#include "tests/support/sample_graph.h"

namespace zhitu::xport {
namespace {

template <typename Writer>
std::string Written(const SampleGraph& graph) {
  StringSink sink;
  Writer writer(sink);
  WriteGraph(graph, writer);
  return sink.text();
}

bool Holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST(GraphologyJson, OfNothingHasAllKeys) {
  EXPECT_EQ(Written<GraphologyJsonWriter>(EmptyGraph()),
            "{\"attributes\":{},\"options\":{\"type\":\"mixed\",\"multi\":true,"
            "\"allowSelfLoops\":true},\"nodes\":[\n],\"edges\":[\n]}\n");
}

TEST(GraphologyJson, HasOneNodeOrEdgeALine) {
  const std::string json = Written<GraphologyJsonWriter>(PlainGraph());
  EXPECT_TRUE(Holds(json,
                    "\n{\"key\":\"office:沟赵办事处\",\"attributes\":{\"label\":\"沟赵办事处\","
                    "\"x\":-12.25,\"y\":0.333333,\"size\":9.5,\"color\":\"#ff7f0e\","
                    "\"entity_type\":\"office\","))
      << json;
  EXPECT_TRUE(Holds(json,
                    ",\n{\"key\":\"00000000000000bb\",\"source\":\"person:黄蓉蓉\","
                    "\"target\":\"office:沟赵办事处\",\"undirected\":false,\"attributes\":{"
                    "\"label\":\"leads\",\"weight\":1,"))
      << json;
}

TEST(JgfJson, OfNothingHasAllKeys) {
  EXPECT_EQ(Written<JgfJsonWriter>(EmptyGraph()),
            "{\"graph\":{\"type\":\"zhitu\",\"directed\":true,\"nodes\":{\n},\"edges\":[\n]}}\n");
}

TEST(JgfJson, HasNodesById) {
  EXPECT_TRUE(Holds(Written<JgfJsonWriter>(PlainGraph()),
                    ",\n\"person:黄蓉蓉\":{\"label\":\"黄蓉蓉\",\"metadata\":{\"x\":40,"));
}

TEST(CytoscapeJson, HasPlacesOfAScreen) {
  EXPECT_TRUE(Holds(Written<CytoscapeJsonWriter>(PlainGraph()),
                    ",\"color\":\"#ff7f0e\"},\"position\":{\"x\":-12.25,\"y\":-0.333333}}"));
}

// Attributes whose names would do something else.
TEST(JsonGraphs, RenameAttributesThatAViewerTakesForItsOwn) {
  SampleGraph graph = EmptyGraph();
  graph.header.attributes = {"__proto__", "entity_type", "hidden", "name", "parent"};
  Node node;
  node.id = node.label = "x";
  for (const std::string& name : graph.header.attributes) node.attributes.emplace_back(name, "v");
  graph.nodes = {node};
  const std::string graphology = Written<GraphologyJsonWriter>(graph);
  EXPECT_TRUE(Holds(graphology,
                    "\"__proto___\":\"v\",\"entity_type_\":\"v\",\"hidden_\":\"v\","
                    "\"name\":\"v\",\"parent\":\"v\"}"))
      << graphology;
  const std::string cytoscape = Written<CytoscapeJsonWriter>(graph);
  EXPECT_TRUE(Holds(cytoscape,
                    "\"__proto___\":\"v\",\"entity_type\":\"v\",\"hidden\":\"v\","
                    "\"name_\":\"v\",\"parent_\":\"v\""))
      << cytoscape;
  EXPECT_TRUE(Holds(Written<JgfJsonWriter>(graph), "\"__proto___\":\"v\",\"entity_type\":\"v\""));
}

}  // namespace
}  // namespace zhitu::xport
