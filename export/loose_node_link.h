#pragma once

#include <string>
#include <string_view>

#include "export/doctor_findings.h"
#include "export/loose_graph.h"
#include "export/sink.h"

namespace zhitu::xport {

/// Node-link JSON as NetworkX and D3 have it.
struct LooseNodeLink {
  LooseGraph graph;             ///< Nodes and edges; values that are no strings are `raw`.
  std::string links = "edges";  ///< What the list of edges is called.
  bool numbered = false;        ///< All ids are numbers, and written so.
  std::string more;             ///< Other members of the object, each behind a comma.
};

/// Reads node-link JSON with all of its faults. A list of texts, numbers and truth values becomes
/// one text joined by `|`; of two members of one name the last is kept, the other as
/// `..._as_given`. O(n).
///
/// @param text      what `ReadLooseText` gave; its places are those of `findings`.
/// @param findings  gets what is wrong with how the file is put together.
/// @throws extract::InputError  if there is no list of nodes or edges, if it is another form of
///                              JSON (see `OtherJson`), or a value is nested deeper than 100.
LooseNodeLink ReadLooseNodeLink(std::string_view text, DoctorFindings& findings);

/// Writes what `ReadLooseNodeLink` gave and `MendGraph` went over, so that nothing is left to find.
/// @throws as the sink.
void WriteMendedNodeLink(const LooseNodeLink& file, Sink& sink);

}  // namespace zhitu::xport
