#include "tests/support/import_files.h"

namespace zhitu::graph {

void AddEdges(const std::vector<PlainEdge>& edges, Importer& importer) {
  importer.BeginFile({"e.csv", "e.csv", "0"});
  importer.AllowUndeclared();
  std::size_t line = 1;
  for (const PlainEdge& plain : edges) {
    ImportedEdge edge;
    edge.line = ++line;
    edge.source = plain.source;
    edge.predicate = plain.predicate;
    edge.target = plain.target;
    edge.weight = plain.weight;
    edge.undirected = plain.undirected;
    edge.attributes = plain.attributes;
    importer.AddEdge(
        edge, [line](ImportField, std::string_view) { return extract::LineColumn{line, 1}; });
  }
}

}  // namespace zhitu::graph
