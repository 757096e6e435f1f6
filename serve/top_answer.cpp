#include <vector>

#include "serve/answers.h"
#include "serve/relation_filter.h"
#include "serve/subgraph.h"

namespace zhitu::serve {

std::string TopAnswer(Reader& reader, const Parameters& parameters) {
  const auto limit = static_cast<std::size_t>(parameters.Number("limit", 100, 1, 500));
  const auto edges = static_cast<std::size_t>(parameters.Number("edges", 1000, 0, 5000));
  const RelationFilter filter(parameters, reader.brief);
  std::vector<DrawnNode> nodes;
  for (const graph::EntityNumber entity : reader.brief.top()) {
    if (nodes.size() == limit) break;
    if (filter.KeepsEntity(entity)) nodes.push_back({entity, 0});
  }
  return Subgraph(reader, nodes, filter, edges);
}

}  // namespace zhitu::serve
