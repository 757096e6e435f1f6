#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "graph/store.h"

namespace zhitu::graph {

/// What became of a quote when its source was read again.
enum class Finding { kChanged, kMoved, kMissing, kNoSource };

/// A quote that is no longer where the graph says.
struct Discrepancy {
  Finding finding = Finding::kChanged;
  EvidenceRecord evidence;  ///< As the graph has it.
  std::string relation;     ///< `subject -predicate-> object`, or the entity of a mention.
  std::string
      found;  ///< What stands there now (changed), or `line:column` of the new place (moved).
};

/// Result of re-reading the sources.
struct Verification {
  std::int64_t checked = 0;                  ///< Quotes and mentions compared.
  std::int64_t documents = 0;                ///< Documents re-read.
  std::vector<Discrepancy> discrepancies;    ///< By document, place.
  std::vector<std::string> missing_sources;  ///< Files that could not be read.
};

/// Reads every source again and compares each quote and each mention with it.
/// @param root  folder to look for sources in; empty: the input roots kept in the graph file,
/// relative to it.
Verification Verify(const Store& store, const std::string& graph_path, const std::string& root);

}  // namespace zhitu::graph
