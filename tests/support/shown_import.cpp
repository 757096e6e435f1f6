#include "tests/support/shown_import.h"

#include <sstream>

#include "tests/support/temp_folder.h"

namespace zhitu::xport {
namespace {

// The file of a message without the folder it stands in.
std::string WithoutFolder(std::string text, const std::string& folder) {
  for (std::size_t at = text.find(folder); at != std::string::npos; at = text.find(folder)) {
    text.erase(at, folder.size() + 1);
  }
  return text;
}

std::string ShownNode(const graph::ImportedGraph& graph, std::size_t i) {
  const graph::ImportedGraph::Node& node = graph.nodes[i];
  const bool last = i + 1 == graph.nodes.size();
  std::ostringstream out;
  out << graph.ids.Id(static_cast<std::uint32_t>(i)) << " =" << node.name << " :"
      << graph.types.Text(node.type) << ' ' << node.mentions << '/' << node.documents << " @"
      << node.line;
  const std::string first = graph.calendar.Date(node.seen.first);
  if (!first.empty()) out << ' ' << first << ".." << graph.calendar.Date(node.seen.last);
  const std::size_t aliases = last ? graph.aliases.size() : graph.nodes[i + 1].first_alias;
  for (std::size_t j = node.first_alias; j < aliases; ++j) out << " |" << graph.aliases[j];
  const std::size_t end = last ? graph.attributes.size() : graph.nodes[i + 1].first_attribute;
  for (std::size_t j = node.first_attribute; j < end; ++j) {
    const auto& [name, value] = graph.attributes[j];
    out << " [" << graph.attribute_names.Text(name) << '=' << value << ']';
  }
  return out.str();
}

std::string ShownEdge(const graph::ImportedGraph& graph, std::size_t i) {
  const graph::ImportedGraph::Edge& edge = graph.edges[i];
  std::ostringstream out;
  out << graph.ids.Id(edge.source) << " -" << graph.predicates.Text(edge.predicate)
      << (edge.undirected ? "- " : "-> ") << graph.ids.Id(edge.target) << " *" << edge.weight << '/'
      << edge.documents;
  if (edge.confidence != 1000) out << " ?" << edge.confidence;
  out << " @" << edge.line;
  const std::string first = graph.calendar.Date(edge.seen.first);
  if (!first.empty()) out << ' ' << first << ".." << graph.calendar.Date(edge.seen.last);
  for (const auto& [index, attribute] : graph.edge_attributes) {
    if (index != i) continue;
    out << " [" << graph.attribute_names.Text(attribute.name) << '=' << attribute.value << ']';
  }
  return out.str();
}

}  // namespace

std::string ShownImport(void (*read)(const std::vector<std::string>& paths,
                                     graph::Importer& importer, const ImportProgress& progress),
                        const ImportFiles& files) {
  const TempFolder folder;
  std::vector<std::string> paths;
  for (const auto& [name, bytes] : files) paths.push_back(folder.Write(name, bytes));
  graph::ImportedGraph graph;
  graph::Importer importer(graph, /*strict=*/false);
  try {
    read(paths, importer, nullptr);
    importer.Finish();
  } catch (const extract::InputError& error) {
    return WithoutFolder(error.what(), folder.path()) + '\n';
  }
  std::string shown;
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) shown += ShownNode(graph, i) + '\n';
  for (std::size_t i = 0; i < graph.edges.size(); ++i) shown += ShownEdge(graph, i) + '\n';
  const char* const whys[] = {"", " nested", " key"};
  for (const auto& [why, columns] : importer.tallies().left_out) {
    for (const auto& [column, count] : columns) {
      shown += "left out " + column + ' ' + std::to_string(count) +
               whys[static_cast<std::size_t>(why)] + '\n';
    }
  }
  return shown;
}

}  // namespace zhitu::xport
