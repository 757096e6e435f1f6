#pragma once

#include "extract/side_thread.h"
#include "graph/growing_graph.h"
#include "graph/store_writer.h"

namespace zhitu::graph {

/// Numbers the relations in canonical order and writes predicates, entities, relations, evidence
/// and adjacency. Nothing may be added to the graph after. Sorting is O(n log n), the rest linear.
/// @param side  sorts and hashes what is written next; must live until the writer has finished.
void WriteGraph(GrowingGraph& graph, StoreWriter& writer, extract::SideThread& side);

}  // namespace zhitu::graph
