#pragma once

#include <boost/graph/adjacency_list.hpp>

#include "graph/records.h"

namespace zhitu::graph {

class Store;

/// The graph in memory, for Boost's algorithms: entities at the vertices, relations at the edges.
/// Parallel relations are kept. Vertices are numbered from 0 in order of entity id, edges inserted
/// in canonical order.
using PropertyGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS,
                                            EntityRecord, RelationRecord>;

/// Reads a whole graph file. Time and memory O(entities + relations). @throws as `Store`.
PropertyGraph LoadGraph(const Store& store);

}  // namespace zhitu::graph
