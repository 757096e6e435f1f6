#pragma once

#include <cstddef>
#include <vector>

#include "graph/link_graph.h"
#include "graph/point.h"

namespace zhitu::graph {

/// Places nodes so that what is linked is near and all else apart: nodes push each other by the
/// product of their masses over the distance, a node's mass being three more than its links; links
/// pull by the distance (the model of ForceAtlas2, Jacomy et al. 2014), more where they weigh more,
/// less between two hubs.
///
/// Each component is placed by itself, the largest in the middle, the others in rings around it. In
/// a component the coarsest of the groups that `FindCommunities` finds on its way are placed first,
/// then what is inside them, level by level, so that few steps do for the whole (Hu 2005). The push
/// is that of a `QuadTree`.
///
/// Deterministic on every machine and for any number of threads: no function but the square root is
/// called. Some 60 steps a level, each O(nodes log nodes + links).
///
/// @param threads  that share the work, at least 1.
/// @return         by node, finite; no unit.
std::vector<Point> ForceLayout(const LinkGraph& graph, std::size_t threads);

}  // namespace zhitu::graph
