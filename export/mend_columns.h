#pragma once

#include <string_view>

#include "export/doctor_findings.h"
#include "export/loose_graph.h"

namespace zhitu::xport {

/// Tells and mends what is wrong with the names of columns: each has one of its own, labels and
/// weights are named as Gephi reads them, and defaults are written with each element.
/// O(elements * columns).
void MendColumns(LooseGraph& graph, DoctorFindings& findings);

/// True for a column of nodes, or of edges, that Gephi takes for its own: `label`, `weight`, `x`.
bool IsSpecialColumn(bool edges, std::string_view name);

}  // namespace zhitu::xport
