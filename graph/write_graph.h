#pragma once

#include "graph/growing_graph.h"
#include "graph/store_writer.h"

namespace zhitu::graph {

/// Numbers the relations in canonical order and writes predicates, entities, relations, evidence
/// and adjacency. Nothing may be added to the graph after. Sorting is O(n log n), the rest linear.
void WriteGraph(GrowingGraph& graph, StoreWriter& writer);

}  // namespace zhitu::graph
