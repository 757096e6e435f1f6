#pragma once

#include <cstddef>
#include <string_view>

#include "export/doctor_findings.h"
#include "export/loose_graph.h"
#include "export/sink.h"

namespace zhitu::xport {

/// Reads a table of nodes or edges with all of its faults into a graph. O(n).
///
/// @param text      what `ReadLooseText` gave, and `base` its place among those of `findings`.
/// @param usual     the separator the file should have: a comma or a tab. Another of comma, tab and
///                  semicolon is told and taken.
/// @param graph     gets nodes or edges.
/// @param findings  gets what is wrong with how the table is put together.
/// @return          true for edges.
/// @throws extract::InputError  if it has no column that names nodes or the ends of edges.
bool ReadLooseTable(std::string_view text, std::size_t base, char usual, LooseGraph& graph,
                    DoctorFindings& findings);

/// Writes the nodes, or the edges, of a graph that `MendGraph` went over as a table of Gephi in
/// which nothing worse than a note is left to find. @throws as the sink.
void WriteMendedTable(const LooseGraph& graph, bool edges, char separator, Sink& sink);

}  // namespace zhitu::xport
