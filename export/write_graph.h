#pragma once

#include <cstddef>

#include "export/graph_writer.h"
#include "graph/quote_collection.h"
#include "graph/selection.h"

namespace zhitu::xport {

/// Feeds a selection of a graph file to a writer: places, sizes and colours the nodes, scores
/// co-occurrence, quotes the first evidence of each edge. Streams but for the places (24 bytes an
/// entity), the kept entities and what `graph::FirstQuotes` holds, and `graph::QuoteCollection`
/// where the format takes all evidence.
///
/// @param threads  with more than one, quotes are read and the writer is called by others.
/// @param limits   of the evidence of a format that takes all of it.
/// @throws as `graph::Store` and as the writer.
void WriteGraph(const graph::Selection& selection, GraphWriter& writer, std::size_t threads = 1,
                const graph::QuoteLimits& limits = {});

}  // namespace zhitu::xport
