#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "graph/records.h"
#include "serve/reader.h"
#include "serve/relation_filter.h"

namespace zhitu::serve {

/// An entity that is drawn.
struct DrawnNode {
  graph::EntityNumber entity = 0;  ///< Which.
  std::size_t hops = 0;            ///< From the one asked for.
};

/// The JSON object `{"nodes":[…],"edges":[…],"cut":…}` of entities and the relations between them
/// that a filter leaves; of more than `most_edges` the heaviest, and `cut` is true. Edges name
/// their ends by place in `nodes`. Reads the neighbours of all of them.
std::string Subgraph(Reader& reader, const std::vector<DrawnNode>& nodes,
                     const RelationFilter& filter, std::size_t most_edges);

}  // namespace zhitu::serve
