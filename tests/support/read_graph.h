#pragma once

#include <map>
#include <string>
#include <string_view>

namespace zhitu::xport {

// A graph as another reader sees it: values as text under their names, whatever the format calls
// them; a value that is not there has no name. An edge's type in Gephi is its `kind`.
struct ReadGraph {
  using Values = std::map<std::string, std::string>;
  bool directed = false;
  std::map<std::string, Values> nodes;  // by id
  std::map<std::string, Values> edges;  // by id
};

// Readers of whole files. They throw what their parsers throw, or std::runtime_error for what is
// not as the importers need it: a key declared twice or not at all, an edge before its nodes, an
// id that stands twice.
ReadGraph ReadGraphml(std::string_view xml);
ReadGraph ReadGexf(std::string_view xml);
ReadGraph ReadNodeLinkJson(std::string_view json);
ReadGraph ReadGraphologyJson(std::string_view json);
ReadGraph ReadCytoscapeJson(std::string_view json);
ReadGraph ReadJgfJson(std::string_view json);
ReadGraph ReadGephiCsv(std::string_view nodes, std::string_view edges);

}  // namespace zhitu::xport
