#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "graph/importer.h"
#include "graph/store.h"

namespace zhitu::graph {

/// What became of a quote when its source was read again.
enum class Finding {
  kChanged,  ///< Other words stand there, and the quote is nowhere in the source.
  kMoved,    ///< The quote stands elsewhere in the source.
  kMissing,  ///< The source now ends before the place, or the record is gone.
  kNoSource  ///< Never among discrepancies: such files are in `missing_sources`.
};

/// A quote that is no longer where the graph says.
struct Discrepancy {
  Finding finding = Finding::kChanged;  ///< What became of it.
  EvidenceRecord evidence;              ///< As the graph has it; `rule` is not filled.
  std::string relation;  ///< `subject -predicate-> object` by id, or the id of the entity
                         ///< mentioned; empty for an undecided mention.
  std::string found;     ///< What stands there now (changed), or `line:column` of the new place
                         ///< (moved), or empty (missing).
};

/// Result of re-reading the sources.
struct Verification {
  std::int64_t checked = 0;                  ///< Quotes, mentions and dictionary lines compared.
  std::int64_t documents = 0;                ///< Documents re-read.
  std::vector<Discrepancy> discrepancies;    ///< By document and place; dictionary lines last.
  std::vector<std::string> missing_sources;  ///< Files that could not be read, each once.
};

/// Reads the files of an imported graph again, into an importer; see `Importer`.
using ImportReader = std::function<void(const std::vector<std::string>& paths, Importer& importer)>;

/// Reads every source again and compares each quote and each mention with it, by code points.
/// A line of a dictionary is right while the dictionary still gives the entity that parent there; a
/// line of an imported file while it still gives that relation.
///
/// @param graph_path  path of the graph file, to find sources by their place relative to it.
/// @param root        folder to look for sources in; empty: where `meta` says (`SourceFinder`).
/// @param reader      of the format in meta `import`; used for imported graphs only.
/// @throws as `Store`; `extract::LimitError` for a source of more than 2 GiB.
/// Memory: one source, the offsets of all evidence, and the discrepancies.
Verification Verify(const Store& store, const std::string& graph_path, const std::string& root,
                    const ImportReader& reader = nullptr);

}  // namespace zhitu::graph
