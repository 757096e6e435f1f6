#pragma once

#include "export/doctor_findings.h"
#include "export/loose_graph.h"

namespace zhitu::xport {

/// Makes one column of those with one name, and tells it: NetworkX declares a column for each type
/// that the values of one attribute have. A column joins the first of its name unless an element
/// has values of both; its values stay in the order of their elements. The type becomes the wider
/// of two types of numbers, else that of texts. Columns with a role, with a default or with times
/// stay as they are. O(n log n).
///
/// @param part  its columns have names.
void MergeColumns(LooseGraph::Part& part, DoctorFindings& findings);

}  // namespace zhitu::xport
