#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "graph/importer.h"

namespace zhitu::xport {

/// Told now and then how many rows were read.
using ImportProgress = std::function<void(std::size_t rows)>;

/// Reads tables of nodes and of edges as Gephi's spreadsheet import takes them and as
/// `GephiCsvWriter` writes them: UTF-8 with or without byte order mark, a header, cells separated
/// by commas, semicolons or tabs (what the header has most of), quoted as in RFC 4180.
///
/// - A table with the columns `Source` and `Target` holds edges, another with `Id` nodes; their
///   order means nothing. Without a table of nodes they are made of the edges' ends.
/// - Known columns, in any case of letters. Nodes: `Id Label type` (or `kind`) `aliases mentions
///   documents first_seen last_seen`; edges: `Source Target Type` (`Directed` or `Undirected`)
///   `Weight` (or `count`) `predicate` (or `Kind`, or `Label`) `documents confidence first_seen
///   last_seen symmetric`. All others become attributes.
/// - What `export` computes is left out: `x y size r g b` of nodes, `Id npmi llr` of edges.
/// - Backslashes before a quotation mark or the end of a cell are halved if their number is even:
///   `GephiCsvWriter` doubles them.
///
/// Every fault goes to `importer`, with its file, line and column. Memory: the files. A few hundred
/// MB a second.
///
/// @param paths     of files, each once.
/// @param progress  may be empty.
/// @throws extract::IoError, LimitError  as `extract::ReadBytes`; what `importer` throws.
void ReadGephiCsv(const std::vector<std::string>& paths, graph::Importer& importer,
                  const ImportProgress& progress);

}  // namespace zhitu::xport
