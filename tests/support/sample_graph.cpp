#include "tests/support/sample_graph.h"

#include <limits>
#include <string_view>

namespace zhitu::xport {
namespace {

constexpr double kNotANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

Node MakeNode(std::string id, std::string label, std::string type) {
  Node node;
  node.id = std::move(id);
  node.label = std::move(label);
  node.type = std::move(type);
  node.mentions = 3;
  node.documents = 2;
  return node;
}

Edge MakeEdge(std::string id, std::string source, std::string predicate, std::string target) {
  Edge edge;
  edge.id = std::move(id);
  edge.source = std::move(source);
  edge.target = std::move(target);
  edge.label = predicate;
  edge.predicate = std::move(predicate);
  edge.symmetric = edge.predicate == "co_occurs";
  return edge;
}

SampleGraph PlainNodes() {
  SampleGraph graph;
  graph.header.dated = true;
  graph.header.ranked = true;
  graph.header.attributes = {"district", "note"};
  Node office = MakeNode("office:沟赵办事处", "沟赵办事处", "office");
  office.aliases = {"沟赵", "沟赵|办"};
  office.mentions = 12;
  office.first_seen = "2023-01-05";
  office.last_seen = "2024-02";
  office.x = -12.25;
  office.y = 1.0 / 3.0;
  office.size = 9.5;
  office.r = 255;
  office.g = 127;
  office.b = 14;
  office.pagerank = 0.125;
  office.community = 1;
  office.attributes = {{"district", "高新区"}};
  Node person = MakeNode("person:黄蓉蓉", "黄蓉蓉", "person");
  person.first_seen = "2023-01-05";
  person.last_seen = "2023-01-05";
  person.x = 40;
  person.y = -7.5;
  person.size = 4;
  person.pagerank = 0.5;
  person.community = 0;
  Node place = MakeNode("place:郑州高新区", "郑州高新区", "place");
  place.x = 1e6;
  place.size = 2;
  place.attributes = {{"note", "a=b, \"c\""}};
  graph.nodes = {office, person, place};
  return graph;
}

Edge CoOccurrence() {
  Edge edge = MakeEdge("00000000000000aa", "office:沟赵办事处", "co_occurs", "person:黄蓉蓉");
  edge.weight = 2.5;
  edge.count = 4;
  edge.documents = 2;
  edge.npmi = -0.123456789;
  edge.llr = 1234567.0;
  edge.first_seen = "2023-01-05";
  edge.last_seen = "2024";
  edge.evidence = "a.txt:3:7 “沟赵办事处黄蓉蓉”";
  edge.document = "a.txt#1";
  edge.file = "a.txt";
  edge.line = 3;
  edge.column = 7;
  edge.quote = "沟赵办事处黄蓉蓉";
  return edge;
}

}  // namespace

SampleGraph PlainGraph() {
  SampleGraph graph = PlainNodes();
  Edge leads = MakeEdge("00000000000000bb", "person:黄蓉蓉", "leads", "office:沟赵办事处");
  leads.confidence = 0.9;
  Edge part_of = MakeEdge("00000000000000cc", "office:沟赵办事处", "part_of", "place:郑州高新区");
  part_of.weight = 7;
  graph.edges = {CoOccurrence(), part_of, leads};
  return graph;
}

SampleGraph SymmetricGraph() {
  SampleGraph graph = PlainNodes();
  graph.header.undirected = true;
  graph.edges = {CoOccurrence()};
  return graph;
}

SampleGraph HostileGraph() {
  using namespace std::string_literals;
  SampleGraph graph;
  graph.header.dated = true;
  graph.header.attributes = {"",    "Color", "INFO",   "Kind",   "a\tb",   "color", "id",
                             "key", "kind",  "source", "target", "weight", "z"};
  const std::vector<std::string> names = {
      "</script><img src=x onerror=alert(1)>",
      "]]>",
      "quotes \" ' and & < >",
      "line\nbreak\ttab\rreturn",
      "\x01\x1b[31m\x7f",
      "\xEF\xBF\xBF\xEF\xBF\xBE",
      "\xFF\xFE",
      "\xED\xA0\x80",
      "=HYPERLINK(\"http://x\")",
      "a,b;c|d\\",
      "\xE2\x80\xAE\xE2\x80\xA8 bidi",
      "𠮷野家",
      "{}%s%n",
      std::string(30000, 'x'),
  };
  int number = 0;
  for (const std::string& name : names) {
    Node node = MakeNode("n" + std::to_string(number++) + ":" + name, name, name);
    node.aliases = {name, "", name};
    node.first_seen = number % 2 == 0 ? "1998年" : "2024-13-41";
    node.last_seen = "0000";
    node.x = number % 3 == 0 ? kNotANumber : kInfinity;
    node.y = -kInfinity;
    node.size = kNotANumber;
    node.attributes = {{"Color", "255,128,0"}, {"INFO", "x"}, {"Kind", name},
                       {"a\tb", name},         {"id", "7"},   {"kind", name}};
    graph.nodes.push_back(node);
  }
  // Two ids that differ only in what XML cannot hold.
  graph.nodes.push_back(MakeNode("z:\x01", "one", "office"));
  graph.nodes.push_back(MakeNode("z:\x02", "", "office"));
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    const std::string& label = graph.nodes[i].label;
    Edge edge = MakeEdge("e" + std::to_string(i), graph.nodes[i].id, label.empty() ? "p" : label,
                         graph.nodes[(i + 1) % graph.nodes.size()].id);
    edge.weight = i % 3 == 0 ? 0 : i % 3 == 1 ? kNotANumber : 5e-324;
    edge.npmi = kNotANumber;
    edge.llr = kInfinity;
    edge.confidence = kNotANumber;
    edge.first_seen = "2024-05-02";
    edge.last_seen = "2024-05-01";
    edge.evidence = edge.document = edge.file = edge.quote = graph.nodes[i].label;
    edge.line = static_cast<std::int64_t>(i);
    graph.edges.push_back(edge);
  }
  return graph;
}

SampleGraph EmptyGraph() { return {}; }

void WriteGraph(const SampleGraph& graph, GraphWriter& writer) {
  GraphHeader header = graph.header;
  header.nodes = static_cast<std::int64_t>(graph.nodes.size());
  header.edges = static_cast<std::int64_t>(graph.edges.size());
  writer.Begin(header);
  for (const Node& node : graph.nodes) writer.AddNode(node);
  for (const Edge& edge : graph.edges) writer.AddEdge(edge);
  writer.End();
}

}  // namespace zhitu::xport
