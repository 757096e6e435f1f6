#pragma once

#include <string>
#include <string_view>

#include "graph/importer.h"

namespace zhitu::xport {

/// What a column of a foreign table, or an attribute of a foreign node or edge, holds.
enum class ImportRole {
  kField,      ///< A part of a node or edge that the importer knows.
  kType,       ///< Nodes: the type; edges: the direction, or what the edge says.
  kLabel,      ///< Edges: the predicate if neither a predicate nor a kind says it.
  kKind,       ///< Nodes: the type if nothing else says it; edges: the predicate likewise.
  kName,       ///< Nodes: the name if no label says another than the id.
  kCount,      ///< Edges: the weight if there is no other.
  kSymmetric,  ///< Edges: direction means nothing.
  kLeftOut,    ///< What export computes.
  kEdgeKey,    ///< Edges: what only tells parallel ones apart.
  kAttribute   ///< All else.
};

/// A column or attribute.
struct ImportColumn {
  std::string name;                                           ///< As the file has it.
  ImportRole role = ImportRole::kAttribute;                   ///< What it holds.
  graph::ImportField field = graph::ImportField::kAttribute;  ///< For messages too.
};

/// The column of nodes with a name, in whatever case of letters it is known.
ImportColumn NodeColumn(std::string name);
/// The same of edges.
ImportColumn EdgeColumn(std::string name);
/// True if nodes or edges have a known column of that name.
bool IsKnownColumn(std::string_view name);

}  // namespace zhitu::xport
