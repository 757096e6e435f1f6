#pragma once

#include <string>
#include <vector>

#include "export/graph_writer.h"

namespace zhitu::xport {

// A graph by hand, to be written in any format.
struct SampleGraph {
  GraphHeader header;
  std::vector<Node> nodes;
  std::vector<Edge> edges;
};

// Three dated, ranked entities with a dictionary attribute; two relations and one co-occurrence.
SampleGraph PlainGraph();

// The same nodes with co-occurrence alone: written undirected.
SampleGraph SymmetricGraph();

// Names, ids, attributes and numbers that break careless writers.
SampleGraph HostileGraph();

// No nodes, no edges.
SampleGraph EmptyGraph();

// Passes a graph to a writer in the agreed order.
void WriteGraph(const SampleGraph& graph, GraphWriter& writer);

}  // namespace zhitu::xport
