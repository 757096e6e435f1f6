#pragma once

#include "export/doctor_findings.h"
#include "export/loose_graph.h"

namespace zhitu::xport {

/// Tells and mends what is wrong with the times of nodes, edges and dynamic values: all are of one
/// form, dates of ISO 8601 or numbers, and end after they begin. A time that is neither is kept as
/// the attribute `start_as_given` or `end_as_given`. O(times).
void MendTimes(LooseGraph& graph, DoctorFindings& findings);

}  // namespace zhitu::xport
