#pragma once

#include "graph/query.h"
#include "graph/stored_graph.h"

namespace zhitu::graph {

/// The relations a query may walk, as a filter of a `StoredGraph`.
/// @param always  an entity that may be reached even if it is a document node; 0 for none.
StoredGraph::EdgeFilter WalkableEdges(const Store& store, const QueryFilter& filter,
                                      EntityNumber always);

}  // namespace zhitu::graph
