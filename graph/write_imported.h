#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "graph/imported_graph.h"
#include "graph/store_counts.h"

namespace zhitu::graph {

/// What became of an imported graph.
struct ImportedCounts {
  StoreCounts counts;       ///< As in the file; no documents, mentions or windows.
  std::int64_t merged = 0;  ///< Edges that joined an earlier one of the same relation.
};

/// Writes an imported graph as a graph file, whole or not at all. Entities are numbered by their
/// ids. Edges of one subject, predicate and object are one relation: weights are added and rounded,
/// to at least 1; of documents and confidence the greatest counts. Each edge is a place of
/// evidence: its line. Edges are sorted in O(n) and the graph may be written only once.
///
/// @param path  where the file shall stand.
/// @param meta  written to `meta` as given; `format`, counts and hashes of the files are added.
/// @throws extract::IoError, extract::LimitError  as `StoreWriter`.
ImportedCounts WriteImported(ImportedGraph& graph, const std::string& path,
                             std::map<std::string, std::string> meta);

}  // namespace zhitu::graph
