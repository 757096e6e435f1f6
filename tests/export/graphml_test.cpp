#include "export/graphml.h"

#include <gtest/gtest.h>

#include "tests/support/sample_graph.h"
#include "tests/support/xml_tree.h"

namespace zhitu::xport {
namespace {

XmlElement Written(const SampleGraph& graph) {
  StringSink sink;
  GraphmlWriter writer(sink);
  WriteGraph(graph, writer);
  return ReadXml(sink.text());
}

// Importers know these by key or name: node keys are plain, the edge's label is known by name.
TEST(Graphml, DeclaresSpecialAttributesUnderTheNamesImportersKnow) {
  std::string keys;
  for (const XmlElement& key : Written(EmptyGraph()).All("key")) {
    if (key.Attribute("id").starts_with("n_")) continue;
    if (key.Attribute("id").starts_with("e_") && key.Attribute("id") != "e_label") continue;
    keys += key.Attribute("for") + "." + key.Attribute("id") + "=" + key.Attribute("attr.name") +
            ":" + key.Attribute("attr.type") + " ";
  }
  EXPECT_EQ(keys,
            "node.label=label:string node.x=x:double node.y=y:double node.size=size:double "
            "node.r=r:int node.g=g:int node.b=b:int edge.e_label=label:string "
            "edge.weight=weight:double ");
}

TEST(Graphml, SaysTheDirectionOnce) {
  EXPECT_EQ(Written(PlainGraph()).Child("graph").Attribute("edgedefault"), "directed");
  EXPECT_EQ(Written(SymmetricGraph()).Child("graph").Attribute("edgedefault"), "undirected");
  for (const XmlElement& edge : Written(PlainGraph()).Child("graph").All("edge")) {
    EXPECT_EQ(edge.Attribute("directed"), "");
  }
}

TEST(Graphml, IsTheSameEveryTime) {
  StringSink first;
  StringSink second;
  GraphmlWriter one(first);
  GraphmlWriter two(second);
  WriteGraph(HostileGraph(), one);
  WriteGraph(HostileGraph(), two);
  EXPECT_EQ(first.text(), second.text());
}

}  // namespace
}  // namespace zhitu::xport
