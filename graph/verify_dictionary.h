#pragma once

#include <vector>

#include "graph/source_finder.h"
#include "graph/store.h"
#include "graph/verify.h"

namespace zhitu::graph {

/// The part of `Verify` that concerns dictionaries: adds to `result`.
/// @param lines  all places of evidence that are dictionary lines.
void VerifyDictionaries(const Store& store, const SourceFinder& sources,
                        const std::vector<QuotedPlace>& lines, Verification& result);

/// `subject -predicate-> object`, by id.
std::string RelationText(const Store& store, RelationNumber relation);

}  // namespace zhitu::graph
