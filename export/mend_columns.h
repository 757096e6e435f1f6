#pragma once

#include "export/mend_graph.h"

namespace zhitu::xport {

/// Tells and mends what is wrong with the names of columns: each has one of its own (see
/// `MergeColumns`, but for tables), labels and weights are named as Gephi reads them, and defaults
/// are written with each element.
/// O(elements * columns).
void MendColumns(LooseGraph& graph, const MendRules& rules, DoctorFindings& findings);

}  // namespace zhitu::xport
