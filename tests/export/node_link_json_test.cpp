#include "export/node_link_json.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/sample_graph.h"

namespace zhitu::xport {
namespace {

std::string Written(const SampleGraph& graph) {
  StringSink sink;
  NodeLinkJsonWriter writer(sink);
  WriteGraph(graph, writer);
  return sink.text();
}

TEST(NodeLinkJson, OfNothingHasAllKeys) {
  EXPECT_EQ(Written(EmptyGraph()),
            "{\"directed\":true,\"multigraph\":true,\"graph\":{},\"nodes\":[\n],\"edges\":[\n]}\n");
}

TEST(NodeLinkJson, HasOneNodeOrEdgeALine) {
  SampleGraph graph = SymmetricGraph();
  graph.nodes.resize(2);
  const std::string json = Written(graph);
  EXPECT_EQ(std::count(json.begin(), json.end(), '\n'), 6) << json;
  EXPECT_TRUE(json.starts_with("{\"directed\":false,\"multigraph\":true,"));
  EXPECT_NE(json.find("\n{\"id\":\"office:沟赵办事处\",\"label\":\"沟赵办事处\","), json.npos);
  EXPECT_NE(json.find(",\n{\"id\":\"person:黄蓉蓉\","), json.npos);
  EXPECT_NE(json.find("\n{\"source\":\"office:沟赵办事处\",\"target\":\"person:黄蓉蓉\","
                      "\"key\":\"00000000000000aa\",\"label\":\"co_occurs\",\"weight\":2.5,"),
            json.npos);
}

}  // namespace
}  // namespace zhitu::xport
