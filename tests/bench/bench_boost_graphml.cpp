// Writes the graph of a graph file with boost::write_graphml, with the same attributes and values
// that `zhitu export` writes, and tells what the writing alone takes:
//   bench_boost_graphml GRAPH OUT [few | plain]
// `few` writes five attributes of nodes and three of edges. `plain` writes all of them with a loop
// of std::ostream in the place of Boost's writer. Attributes that nothing has are left out.
#include <sys/resource.h>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/graphml.hpp>
#include <boost/range/iterator_range.hpp>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <ostream>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "export/write_graph.h"
#include "graph/selection.h"
#include "graph/store.h"

namespace {

using zhitu::xport::Edge;
using zhitu::xport::GraphHeader;
using zhitu::xport::Node;

struct BoostNode {
  std::string id;
  std::string label;
  std::string type;
  std::int64_t mentions = 0;
  std::int64_t documents = 0;
  std::string first_seen;
  std::string last_seen;
  std::string attribute;
  double x = 0;
  double y = 0;
  double size = 0;
  int r = 0;
  int g = 0;
  int b = 0;
};

struct BoostEdge {
  std::string id;
  std::string predicate;
  double weight = 0;
  std::int64_t count = 0;
  std::int64_t documents = 0;
  double npmi = 0;
  double llr = 0;
  double confidence = 0;
  std::string first_seen;
  std::string last_seen;
  bool symmetric = false;
  std::string evidence;
};

using Graph =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, BoostNode, BoostEdge>;

// Takes what the exporter feeds to its formats.
class Collector final : public zhitu::xport::GraphWriter {
 public:
  explicit Collector(Graph& graph) : graph_(graph) {}

  void Begin(const GraphHeader& header) override {
    attribute = !header.attributes.empty();
    dated = header.dated;
  }
  void AddNode(const Node& node) override {
    numbers_[node.id] = boost::add_vertex(
        {node.id, node.label, node.type, node.mentions, node.documents, node.first_seen,
         node.last_seen, node.attributes.empty() ? "" : node.attributes[0].second, node.x, node.y,
         node.size, node.r, node.g, node.b},
        graph_);
  }
  void AddEdge(const Edge& edge) override {
    quoted = quoted || !edge.evidence.empty();
    boost::add_edge(numbers_.at(edge.source), numbers_.at(edge.target),
                    {edge.id, edge.predicate, edge.weight, edge.count, edge.documents,
                     edge.npmi.value_or(0), edge.llr.value_or(0), edge.confidence, edge.first_seen,
                     edge.last_seen, edge.symmetric, edge.evidence},
                    graph_);
  }
  void End() override {}

  bool attribute = false;
  bool dated = false;
  bool quoted = false;

 private:
  Graph& graph_;
  std::unordered_map<std::string, Graph::vertex_descriptor> numbers_;
};

boost::dynamic_properties Few(Graph& graph) {
  boost::dynamic_properties properties;
  properties.property("label", boost::get(&BoostNode::label, graph));
  properties.property("type", boost::get(&BoostNode::type, graph));
  properties.property("mentions", boost::get(&BoostNode::mentions, graph));
  properties.property("documents", boost::get(&BoostNode::documents, graph));
  properties.property("score", boost::get(&BoostNode::attribute, graph));
  properties.property("weight", boost::get(&BoostEdge::weight, graph));
  properties.property("documents", boost::get(&BoostEdge::documents, graph));
  properties.property("predicate", boost::get(&BoostEdge::predicate, graph));
  return properties;
}

boost::dynamic_properties All(Graph& graph, const Collector& found) {
  boost::dynamic_properties properties;
  properties.property("label", boost::get(&BoostNode::label, graph));
  properties.property("type", boost::get(&BoostNode::type, graph));
  properties.property("mentions", boost::get(&BoostNode::mentions, graph));
  properties.property("documents", boost::get(&BoostNode::documents, graph));
  if (found.attribute) properties.property("a1", boost::get(&BoostNode::attribute, graph));
  properties.property("x", boost::get(&BoostNode::x, graph));
  properties.property("y", boost::get(&BoostNode::y, graph));
  properties.property("size", boost::get(&BoostNode::size, graph));
  properties.property("r", boost::get(&BoostNode::r, graph));
  properties.property("g", boost::get(&BoostNode::g, graph));
  properties.property("b", boost::get(&BoostNode::b, graph));
  properties.property("id", boost::get(&BoostEdge::id, graph));
  properties.property("label", boost::get(&BoostEdge::predicate, graph));
  properties.property("weight", boost::get(&BoostEdge::weight, graph));
  properties.property("predicate", boost::get(&BoostEdge::predicate, graph));
  properties.property("count", boost::get(&BoostEdge::count, graph));
  properties.property("documents", boost::get(&BoostEdge::documents, graph));
  properties.property("npmi", boost::get(&BoostEdge::npmi, graph));
  properties.property("llr", boost::get(&BoostEdge::llr, graph));
  properties.property("confidence", boost::get(&BoostEdge::confidence, graph));
  properties.property("symmetric", boost::get(&BoostEdge::symmetric, graph));
  if (found.quoted) properties.property("evidence", boost::get(&BoostEdge::evidence, graph));
  if (found.dated) {
    properties.property("first_seen", boost::get(&BoostNode::first_seen, graph));
    properties.property("last_seen", boost::get(&BoostNode::last_seen, graph));
    properties.property("first_seen", boost::get(&BoostEdge::first_seen, graph));
    properties.property("last_seen", boost::get(&BoostEdge::last_seen, graph));
  }
  return properties;
}

std::string Escaped(const std::string& text) {
  std::string escaped;
  for (const char c : text) {
    switch (c) {
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '&':
        escaped += "&amp;";
        break;
      default:
        escaped += c;
    }
  }
  return escaped;
}

// What anyone would write who writes GraphML without a library.
class PlainLoop {
 public:
  PlainLoop(std::ostream& out, const Graph& graph) : out_(out), graph_(graph) {}

  void Run() {
    out_ << "<graphml>\n<graph edgedefault=\"undirected\">\n";
    for (const auto vertex : boost::make_iterator_range(boost::vertices(graph_)))
      Write(graph_[vertex]);
    for (const auto edge : boost::make_iterator_range(boost::edges(graph_))) {
      out_ << "<edge id=\"" << graph_[edge].id << "\" source=\""
           << Escaped(graph_[boost::source(edge, graph_)].id) << "\" target=\""
           << Escaped(graph_[boost::target(edge, graph_)].id) << "\">";
      Write(graph_[edge]);
    }
    out_ << "</graph></graphml>\n";
  }

 private:
  template <typename Value>
  void Data(const char* key, const Value& value) {
    out_ << "<data key=\"" << key << "\">" << value << "</data>";
  }
  void Text(const char* key, const std::string& text) {
    if (!text.empty()) Data(key, Escaped(text));
  }
  void Write(const BoostNode& node) {
    out_ << "<node id=\"" << Escaped(node.id) << "\">";
    Text("label", node.label);
    Text("n_type", node.type);
    Data("n_mentions", node.mentions);
    Data("n_documents", node.documents);
    Text("n_first_seen", node.first_seen);
    Text("n_last_seen", node.last_seen);
    Text("n_a1", node.attribute);
    Data("x", node.x);
    Data("y", node.y);
    Data("size", node.size);
    Data("r", node.r);
    Data("g", node.g);
    Data("b", node.b);
    out_ << "</node>\n";
  }
  void Write(const BoostEdge& edge) {
    Text("label", edge.predicate);
    Data("weight", edge.weight);
    Text("e_predicate", edge.predicate);
    Data("e_count", edge.count);
    Data("e_documents", edge.documents);
    Data("e_confidence", edge.confidence);
    Text("e_first_seen", edge.first_seen);
    Text("e_last_seen", edge.last_seen);
    Data("e_symmetric", edge.symmetric ? "true" : "false");
    Text("e_evidence", edge.evidence);
    out_ << "</edge>\n";
  }

  std::ostream& out_;
  const Graph& graph_;
};

double CpuSeconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

int Run(const std::string& from, const std::string& to, std::string_view how) {
  Graph graph;
  Collector found(graph);
  const zhitu::graph::Store store = zhitu::graph::Store::Open(from);
  zhitu::xport::WriteGraph(zhitu::graph::Selection(store, {}), found);
  const boost::dynamic_properties properties = how == "few" ? Few(graph) : All(graph, found);
  const double begin = CpuSeconds();
  {
    std::ofstream out(to, std::ios::binary);
    if (how == "plain") {
      PlainLoop(out, graph).Run();
    } else {
      boost::write_graphml(out, graph, boost::get(&BoostNode::id, graph), properties, true);
    }
    out.flush();
    if (!out) return EXIT_FAILURE;
  }
  std::printf("nodes %zu edges %zu cpu_seconds %.4f\n", boost::num_vertices(graph),
              boost::num_edges(graph), CpuSeconds() - begin);
  return EXIT_SUCCESS;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fputs("usage: bench_boost_graphml GRAPH OUT [few | plain]\n", stderr);
    return 2;
  }
  try {
    return Run(argv[1], argv[2], argc > 3 ? argv[3] : "");
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return EXIT_FAILURE;
  }
}
