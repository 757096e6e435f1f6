#pragma once

#include <vector>

#include "extract/context_table.h"
#include "extract/proposal.h"

namespace zhitu::extract {

/// Chooses what the contexts of a corpus propose as names. Where a name with a head begins is told
/// by how often its characters stand together, how many ways lead to them, whether a name must have
/// begun there, its length and ICU's words (DESIGN.md, "Names to propose"). A name has one type.
///
/// @param table  is emptied.
/// @return       sorted by name; counts are those of contexts, samples are empty.
/// O(n log n), and ICU's segmentation once a context.
std::vector<Proposal> ChooseNames(ContextTable& table);

}  // namespace zhitu::extract
