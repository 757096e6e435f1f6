#pragma once

#include "export/doctor_findings.h"
#include "export/loose_graph.h"

namespace zhitu::xport {

/// What counts as a fault in a format.
struct MendRules {
  /// Which columns mean something to Gephi.
  enum class Roles {
    kAsRead,  ///< Those that the reader said.
    kAll,     ///< All that are named as GraphML has them.
    kFew      ///< Those named label and weight.
  };
  Roles roles = Roles::kAsRead;  ///< Here.
  bool loose_ends = false;       ///< Edges may lead to what is no node.
  bool ordered = false;          ///< Edges that stand before their nodes.
  bool needs_labels = false;     ///< A node without a label is shown without one, not with its id.
  bool one_direction = false;    ///< Directed and undirected edges cannot be mixed.
  bool typed = false;            ///< Columns say what type their values are.
};

/// Tells what is wrong with the content of a graph and mends it in the same step, so that what was
/// found and what was changed are one: afterwards, nothing worse than a note is found. What a
/// column cannot keep as it stood is kept in one named `..._as_given`. O(n log n).
///
/// @param graph     with each column's id told apart from the others of its domain.
/// @param findings  at the file the graph was read from.
void MendGraph(LooseGraph& graph, const MendRules& rules, DoctorFindings& findings);

}  // namespace zhitu::xport
