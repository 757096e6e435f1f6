// Every format holds the whole graph: written by us, read by another reader, compared value by
// value with the graph it was made from.

#include <gtest/gtest.h>

#include <ostream>

#include "export/cytoscape_json.h"
#include "export/gephi_csv.h"
#include "export/gexf.h"
#include "export/graphml.h"
#include "export/graphology_json.h"
#include "export/jgf_json.h"
#include "export/node_link_json.h"
#include "export/number_text.h"
#include "export/portable_names.h"
#include "export/xml_text.h"
#include "extract/utf8.h"
#include "tests/support/read_graph.h"
#include "tests/support/sample_graph.h"

namespace zhitu::xport {
namespace {

using Values = ReadGraph::Values;

template <typename Writer>
std::string Written(const SampleGraph& graph) {
  StringSink sink;
  Writer writer(sink);
  WriteGraph(graph, writer);
  return sink.text();
}

ReadGraph ThroughGraphml(const SampleGraph& graph) {
  return ReadGraphml(Written<GraphmlWriter>(graph));
}
ReadGraph ThroughGexf(const SampleGraph& graph) { return ReadGexf(Written<GexfWriter>(graph)); }
ReadGraph ThroughJson(const SampleGraph& graph) {
  return ReadNodeLinkJson(Written<NodeLinkJsonWriter>(graph));
}
ReadGraph ThroughGraphology(const SampleGraph& graph) {
  return ReadGraphologyJson(Written<GraphologyJsonWriter>(graph));
}
// Its files have no direction but that of edges.
ReadGraph ThroughCytoscape(const SampleGraph& graph) {
  ReadGraph read = ReadCytoscapeJson(Written<CytoscapeJsonWriter>(graph));
  if (graph.edges.empty()) read.directed = !graph.header.undirected;
  return read;
}
ReadGraph ThroughJgf(const SampleGraph& graph) {
  return ReadJgfJson(Written<JgfJsonWriter>(graph));
}
ReadGraph ThroughCsv(const SampleGraph& graph) {
  StringSink nodes;
  StringSink edges;
  GephiCsvWriter writer(nodes, edges);
  WriteGraph(graph, writer);
  return ReadGephiCsv(nodes.text(), edges.text());
}

std::string JsonCharacters(std::string_view text) {
  return extract::DecodeUtf8(std::string(text)).text;
}
std::string CsvCharacters(std::string_view text) {
  std::string kept = XmlCharacters(text);
  if (kept.ends_with('\\')) kept += '\\';
  return kept;
}

struct RoundTripCase {
  const char* name;
  SampleGraph (*graph)();
  ReadGraph (*through)(const SampleGraph&);
  std::string (*kept)(std::string_view);  // what the format keeps of a text
};
void PrintTo(const RoundTripCase& c, std::ostream* out) { *out << c.name; }

std::string ShownName(const std::string& attribute) {
  const Values shown = {{"Color", "Color_"}, {"id", "id_"}, {"kind", "kind_"}};
  return shown.contains(attribute) ? shown.at(attribute) : attribute;
}

std::string Joined(const std::vector<std::string>& items) {
  std::string joined;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) joined += '|';
    for (const char c : items[i]) joined += c == '|' ? std::string("\\|") : std::string(1, c);
  }
  return joined;
}

// Values without those that are empty; `kept` is applied to texts.
class Expected {
 public:
  explicit Expected(const RoundTripCase& c) : kept_(c.kept) {}
  void Text(const std::string& name, const std::string& value) {
    if (!value.empty()) values_[name] = kept_(value);
  }
  void Number(const std::string& name, double value) { values_[name] = NumberText(value); }
  const Values& values() const { return values_; }

 private:
  std::string (*kept_)(std::string_view);
  Values values_;
};

Values ExpectedNode(const RoundTripCase& c, const Node& node) {
  Expected expected(c);
  expected.Text("label", node.label.empty() ? PortableId(node.id) : node.label);
  expected.Text("type", node.type);
  expected.Text("aliases", Joined(node.aliases));
  expected.Number("mentions", static_cast<double>(node.mentions));
  expected.Number("documents", static_cast<double>(node.documents));
  expected.Text("first_seen", node.first_seen);
  expected.Text("last_seen", node.last_seen);
  expected.Number("x", node.x);
  expected.Number("y", node.y);
  expected.Number("size", node.size);
  expected.Number("r", node.r);
  expected.Number("g", node.g);
  expected.Number("b", node.b);
  if (node.pagerank) expected.Number("pagerank", *node.pagerank);
  if (node.community) expected.Number("community", static_cast<double>(*node.community));
  for (const auto& [name, value] : node.attributes) expected.Text(ShownName(name), value);
  return expected.values();
}

Values ExpectedEdge(const RoundTripCase& c, const Edge& edge) {
  Expected expected(c);
  expected.Text("source", PortableId(edge.source));
  expected.Text("target", PortableId(edge.target));
  expected.Text("label", edge.label);
  expected.Text("kind", edge.predicate);
  expected.Text("predicate", edge.predicate);
  expected.Text("weight", WeightText(edge.weight));
  expected.Number("count", static_cast<double>(edge.count));
  expected.Number("documents", static_cast<double>(edge.documents));
  if (edge.npmi) expected.Number("npmi", *edge.npmi);
  if (edge.llr) expected.Number("llr", *edge.llr);
  expected.Number("confidence", edge.confidence);
  expected.Text("first_seen", edge.first_seen);
  expected.Text("last_seen", edge.last_seen);
  expected.Text("symmetric", edge.symmetric ? "true" : "false");
  expected.Text("evidence", edge.evidence);
  return expected.values();
}

class RoundTrip : public testing::TestWithParam<RoundTripCase> {
 protected:
  const SampleGraph graph_ = GetParam().graph();
  const ReadGraph read_ = GetParam().through(graph_);
};

TEST_P(RoundTrip, KeepsNodes) {
  ASSERT_EQ(read_.nodes.size(), graph_.nodes.size());
  for (const Node& node : graph_.nodes) {
    const std::string id = GetParam().kept(PortableId(node.id));
    ASSERT_TRUE(read_.nodes.contains(id)) << id;
    EXPECT_EQ(read_.nodes.at(id), ExpectedNode(GetParam(), node)) << id;
  }
}

TEST_P(RoundTrip, KeepsEdges) {
  ASSERT_EQ(read_.edges.size(), graph_.edges.size());
  for (const Edge& edge : graph_.edges) {
    ASSERT_TRUE(read_.edges.contains(edge.id)) << edge.id;
    EXPECT_EQ(read_.edges.at(edge.id), ExpectedEdge(GetParam(), edge)) << edge.id;
  }
}

TEST_P(RoundTrip, KeepsDirection) { EXPECT_EQ(read_.directed, !graph_.header.undirected); }

const RoundTripCase kRoundTrips[] = {
    {"GraphmlPlain", PlainGraph, ThroughGraphml, XmlCharacters},
    {"GraphmlSymmetric", SymmetricGraph, ThroughGraphml, XmlCharacters},
    {"GraphmlHostile", HostileGraph, ThroughGraphml, XmlCharacters},
    {"GraphmlEmpty", EmptyGraph, ThroughGraphml, XmlCharacters},
    {"GexfPlain", PlainGraph, ThroughGexf, XmlCharacters},
    {"GexfSymmetric", SymmetricGraph, ThroughGexf, XmlCharacters},
    {"GexfHostile", HostileGraph, ThroughGexf, XmlCharacters},
    {"GexfEmpty", EmptyGraph, ThroughGexf, XmlCharacters},
    {"JsonPlain", PlainGraph, ThroughJson, JsonCharacters},
    {"JsonSymmetric", SymmetricGraph, ThroughJson, JsonCharacters},
    {"JsonHostile", HostileGraph, ThroughJson, JsonCharacters},
    {"JsonEmpty", EmptyGraph, ThroughJson, JsonCharacters},
    {"GraphologyPlain", PlainGraph, ThroughGraphology, JsonCharacters},
    {"GraphologySymmetric", SymmetricGraph, ThroughGraphology, JsonCharacters},
    {"GraphologyHostile", HostileGraph, ThroughGraphology, JsonCharacters},
    {"GraphologyEmpty", EmptyGraph, ThroughGraphology, JsonCharacters},
    {"CytoscapePlain", PlainGraph, ThroughCytoscape, JsonCharacters},
    {"CytoscapeSymmetric", SymmetricGraph, ThroughCytoscape, JsonCharacters},
    {"CytoscapeHostile", HostileGraph, ThroughCytoscape, JsonCharacters},
    {"CytoscapeEmpty", EmptyGraph, ThroughCytoscape, JsonCharacters},
    {"JgfPlain", PlainGraph, ThroughJgf, JsonCharacters},
    {"JgfSymmetric", SymmetricGraph, ThroughJgf, JsonCharacters},
    {"JgfHostile", HostileGraph, ThroughJgf, JsonCharacters},
    {"JgfEmpty", EmptyGraph, ThroughJgf, JsonCharacters},
    {"CsvPlain", PlainGraph, ThroughCsv, CsvCharacters},
    {"CsvSymmetric", SymmetricGraph, ThroughCsv, CsvCharacters},
    {"CsvHostile", HostileGraph, ThroughCsv, CsvCharacters},
    {"CsvEmpty", EmptyGraph, ThroughCsv, CsvCharacters},
};
INSTANTIATE_TEST_SUITE_P(Formats, RoundTrip, testing::ValuesIn(kRoundTrips),
                         [](const auto& c) { return std::string(c.param.name); });

}  // namespace
}  // namespace zhitu::xport
