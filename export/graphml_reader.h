#pragma once

#include <string>
#include <vector>

#include "export/gephi_csv_reader.h"
#include "graph/importer.h"

namespace zhitu::xport {

/// Reads GraphML (http://graphml.graphdrawing.org) in UTF-8, as `GraphmlWriter` and others write
/// it.
///
/// - Keys are known by their `attr.name`, else by their id, as the columns of `ReadGephiCsv` are;
///   all others become attributes. `x y size r g b` of nodes, ids, `npmi` and `llr` of edges are
///   left out. A key's `<default>` holds where an element has no value of its own.
/// - What an edge says is its `predicate`, else the attribute `label` of its element (Gephi's
/// kind),
///   or its data `label`. `directed` of an edge goes before `edgedefault` of the graph.
/// - Nested graphs are read as one; the text of a label that yEd draws is a node's label where
/// there
///   is no other. Hyperedges are a fault.
///
/// Every fault goes to `importer`, with its file, line and column. The file is read twice: nodes,
/// then edges. Memory: the file.
///
/// @param paths     of files, each once; together they are one graph.
/// @param progress  may be empty.
/// @throws extract::IoError, LimitError  as `extract::ReadBytes`; what `importer` throws.
void ReadGraphml(const std::vector<std::string>& paths, graph::Importer& importer,
                 const ImportProgress& progress);

}  // namespace zhitu::xport
