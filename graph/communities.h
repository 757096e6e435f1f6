#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "graph/link_graph.h"

namespace zhitu::graph {

/// Which nodes hang together more than chance would have it.
struct Communities {
  std::vector<std::uint32_t> of;  ///< By node: its community, from 0; the largest first.
  std::size_t count = 0;          ///< How many there are.
  double modularity = 0;          ///< Of the partition (Newman 2004), at most 1.
  /// The partitions that were found on the way, each finer than the next: by node of the graph, or
  /// by group of the partition before, the number of its group. Groups are connected.
  std::vector<std::vector<std::uint32_t>> groups;
};

/// Finds communities by the Leiden algorithm (Traag, Waltman and van Eck 2019) for weighted
/// modularity with resolution 1. Its random choices are replaced by the best one, the first of
/// equal ones, so the result is the same each time; every community is connected. A node without
/// links is a community of its own.
///
/// Near O(links) a round, of few rounds. One thread.
Communities FindCommunities(const LinkGraph& graph);

}  // namespace zhitu::graph
