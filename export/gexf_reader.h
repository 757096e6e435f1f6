#pragma once

#include <string>
#include <vector>

#include "export/gephi_csv_reader.h"
#include "graph/importer.h"

namespace zhitu::xport {

/// Reads GEXF 1.1 to 1.3 (https://gexf.net) in UTF-8, as `GexfWriter` and others write it.
///
/// - Attributes are known by their title, else by their id, as the columns of `ReadGephiCsv` are;
///   all others become attributes. What is drawn (colours, places, sizes), ids, `npmi` and `llr` of
///   edges are left out. A `<default>` holds where an element has no value of its own.
/// - What an edge says is its `predicate`, else its `kind` or `label`. `type` of an edge goes
/// before
///   `defaultedgetype` of the graph; a `mutual` edge is an undirected one.
/// - `start` and `end` of an element are when it was first and last seen where it does not say so
///   itself, if they are dates; of several `<spell>`s the first start and the last end.
/// - Nodes in nodes are read as nodes.
///
/// Else as `ReadGraphml`.
void ReadGexf(const std::vector<std::string>& paths, graph::Importer& importer,
              const ImportProgress& progress);

}  // namespace zhitu::xport
