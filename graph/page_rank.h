#pragma once

#include <cstddef>
#include <vector>

#include "graph/link_graph.h"

namespace zhitu::graph {

/// PageRank (Page, Brin, Motwani and Winograd 1999) with weighted arcs and damping 0.85: how often
/// a walk that follows arcs, each as often as its weight says, and begins anew at any node with
/// probability 0.15 or where no arc leads on, stands at a node. The ranks sum to 1.
///
/// Steps are repeated until the ranks change by less than 1e-10 in sum, at most 200 times; the same
/// on every machine. O(200 (nodes + arcs)).
///
/// @param nodes  their number.
/// @param arcs   from a to b; parallel ones add up, those from a node to itself count.
/// @return       by node; empty if there are none.
std::vector<double> PageRank(std::size_t nodes, const std::vector<LinkEnds>& arcs);

}  // namespace zhitu::graph
