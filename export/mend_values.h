#pragma once

#include "export/mend_graph.h"

namespace zhitu::xport {

/// Tells and mends what is wrong with values and the types of their columns: a column whose values
/// its type cannot hold becomes one of texts; weights, positions, sizes and colours are what Gephi
/// can use. To be called after `MendColumns`. O(values).
void MendValues(LooseGraph& graph, const MendRules& rules, DoctorFindings& findings);

}  // namespace zhitu::xport
