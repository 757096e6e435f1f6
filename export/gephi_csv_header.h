#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/csv.h"
#include "graph/importer.h"

namespace zhitu::xport {

/// What a column of Gephi's tables holds.
enum class GephiRole {
  kField,      ///< A part of a node or edge that the importer knows.
  kType,       ///< Nodes: the type; edges: the direction.
  kLabel,      ///< Edges: the predicate if neither a predicate nor a kind says it.
  kKind,       ///< Nodes: the type if there is no other column; edges: the predicate likewise.
  kCount,      ///< Edges: the weight if there is no other.
  kSymmetric,  ///< Edges: direction means nothing.
  kLeftOut,    ///< What export computes.
  kAttribute   ///< All else.
};

/// A column of a table.
struct GephiColumn {
  std::string name;                                           ///< Without blanks around it.
  GephiRole role = GephiRole::kAttribute;                     ///< What it holds.
  graph::ImportField field = graph::ImportField::kAttribute;  ///< For messages too.
};

/// The header of a table.
struct GephiHeader {
  bool edges = false;                ///< A table of edges; else of nodes.
  std::vector<GephiColumn> columns;  ///< In order.
};

/// The separator that the first line has most of outside quotes: comma, semicolon or tab; of equals
/// the comma. O(line).
char GephiSeparator(std::string_view text);

/// Reads the header, the row at which the scanner stands. Every fault is told to the importer;
/// nothing is given then.
std::optional<GephiHeader> ReadGephiHeader(const extract::CsvScanner& row,
                                           graph::Importer& importer);

/// The text without ASCII white space around it.
std::string TrimmedCell(std::string_view text);

}  // namespace zhitu::xport
