#pragma once

#include <string_view>

#include "export/doctor_findings.h"
#include "export/loose_graph.h"
#include "export/sink.h"

namespace zhitu::xport {

/// Reads GraphML with all of its faults. O(n).
///
/// @param text      what `ReadLooseText` gave; its places are those of `findings`.
/// @param findings  gets what is wrong with how the file is put together.
/// @throws extract::InputError  if there is no graphml element, or the nesting is too deep.
LooseGraph ReadLooseGraphml(std::string_view text, DoctorFindings& findings);

/// Writes a graph that `MendGraph` went over as GraphML in which nothing is left to find.
/// @throws as the sink.
void WriteMendedGraphml(const LooseGraph& graph, Sink& sink);

}  // namespace zhitu::xport
