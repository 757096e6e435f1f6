#pragma once

#include "export/mend_graph.h"

namespace zhitu::xport {

/// Tells and mends what is wrong with nodes and edges as wholes: ids that are empty, padded or
/// stand twice, ends that are no nodes, edges that programs would merge or drop, directions. To be
/// called after `MendValues`. O(n log n).
void MendElements(LooseGraph& graph, const MendRules& rules, DoctorFindings& findings);

}  // namespace zhitu::xport
