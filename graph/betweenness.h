#pragma once

#include <cstddef>
#include <vector>

#include "graph/link_graph.h"

namespace zhitu::graph {

/// Betweenness centrality: which share of the shortest paths between two other nodes leads over a
/// node, weights not looked at, from 0 to 1 (Freeman 1977, normalized as NetworkX does it).
///
/// Counted by Brandes' algorithm (2001): exactly, from every node, while that takes at most
/// `kExactSteps` steps over links; beyond, from so many nodes drawn with a fixed seed (Brandes and
/// Pich 2007), at least 64, and scaled up. Deterministic for any number of threads.
/// O(sources (nodes + links)); memory O(nodes) a thread.
///
/// @param threads  that share the work, at least 1.
/// @return         by node.
std::vector<double> Betweenness(const LinkGraph& graph, std::size_t threads);

/// The nodes from which `Betweenness` counts, in the order in which they are drawn: all of them
/// while `nodes` times `nodes + 2 links` is at most this number.
inline constexpr std::size_t kExactSteps = 100'000'000;

}  // namespace zhitu::graph
