// Builds a graph file from a text and a dictionary, loads it as a Boost graph and lists the
// entities with the most relations.
//   neighbours DICTIONARY TEXT GRAPH
#include <algorithm>
#include <boost/graph/graph_traits.hpp>
#include <cstdlib>
#include <exception>
#include <iostream>

#include "extract/corpus.h"
#include "extract/dictionary.h"
#include "extract/extractor.h"
#include "graph/builder.h"
#include "graph/property_graph.h"
#include "graph/store.h"

namespace zx = zhitu::extract;
namespace zg = zhitu::graph;

namespace {

void Build(const std::string& dictionary, const std::string& text_file,
           const std::string& graph_file) {
  std::vector<zx::Problem> warnings;
  const zx::Gazetteer gazetteer = zx::LoadDictionaries({dictionary}, /*strict=*/false, warnings);
  const zx::Extractor extractor(gazetteer, {});
  zg::Builder builder(graph_file, gazetteer, {});
  for (const zx::CorpusFile& file : zx::ListFiles({text_file}).files) {
    for (const zx::SourceText& text : zx::ReadCorpusFile(file, {}).texts) {
      for (const zx::Extraction& extraction : extractor.Run(text)) builder.Add(extraction);
    }
  }
  builder.Finish();
}

void PrintMostConnected(const zg::PropertyGraph& graph, std::size_t most) {
  std::vector<zg::PropertyGraph::vertex_descriptor> vertices(boost::vertices(graph).first,
                                                             boost::vertices(graph).second);
  const auto degree = [&](auto vertex) {
    return boost::out_degree(vertex, graph) + boost::in_degree(vertex, graph);
  };
  std::stable_sort(vertices.begin(), vertices.end(),
                   [&](auto a, auto b) { return degree(a) > degree(b); });
  vertices.resize(std::min(vertices.size(), most));
  for (const auto vertex : vertices) {
    std::cout << degree(vertex) << '\t' << graph[vertex].name << " (" << graph[vertex].type
              << ")\n";
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: neighbours DICTIONARY TEXT GRAPH\n";
    return EXIT_FAILURE;
  }
  try {
    Build(argv[1], argv[2], argv[3]);
    const zg::PropertyGraph graph = zg::LoadGraph(zg::Store::Open(argv[3]));
    std::cout << boost::num_vertices(graph) << " entities, " << boost::num_edges(graph)
              << " relations\n";
    PrintMostConnected(graph, 10);
    return boost::num_edges(graph) > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return EXIT_FAILURE;
  }
}
