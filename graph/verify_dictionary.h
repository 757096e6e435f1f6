#pragma once

#include <vector>

#include "graph/source_finder.h"
#include "graph/store.h"
#include "graph/verify.h"

namespace zhitu::graph {

/// The part of `Verify` that concerns dictionaries and imported files: adds to `result`.
/// @param lines   all places of evidence that are lines of them.
/// @param reader  as `Verify` has it.
void VerifyDictionaries(const Store& store, const SourceFinder& sources,
                        const std::vector<QuotedPlace>& lines, const ImportReader& reader,
                        Verification& result);

/// `subject -predicate-> object`, by id.
std::string RelationText(const Store& store, RelationNumber relation);

}  // namespace zhitu::graph
