#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "export/import_columns.h"
#include "extract/csv.h"
#include "graph/importer.h"

namespace zhitu::xport {

/// The header of a table.
struct GephiHeader {
  bool edges = false;                 ///< A table of edges; else of nodes.
  std::vector<ImportColumn> columns;  ///< In order.
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
