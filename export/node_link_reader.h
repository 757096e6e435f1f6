#pragma once

#include <string>
#include <vector>

#include "export/gephi_csv_reader.h"
#include "graph/importer.h"

namespace zhitu::xport {

/// Reads node-link JSON, as `NodeLinkJsonWriter`, NetworkX and D3 write it: an object with `nodes`,
/// each an object with an `id`, and `edges` or `links`, each with `source` and `target`, ids of
/// nodes. `directed` holds for all edges; false if it is not there.
///
/// Members are known as the columns of `ReadGephiCsv` are; all others become attributes, lists
/// joined by `|`. `x y size r g b` of nodes, `id key npmi llr` of edges, and members that are
/// objects are left out, as is what stands beside nodes and edges.
///
/// Else as `ReadGraphml`.
void ReadNodeLinkJson(const std::vector<std::string>& paths, graph::Importer& importer,
                      const ImportProgress& progress);

}  // namespace zhitu::xport
