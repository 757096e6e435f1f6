#pragma once

#include <vector>

#include "cli/session.h"
#include "graph/query.h"

namespace zhitu::cli {

/// Prints related entities as a tree: each under the entity by which its best walk comes, with how
/// the two are tied and the words that say so. The branches stand in the order of the answers;
/// entities on the way that are no answers have no score.
///
/// @param answers  as `graph::FindRelated` gives them.
/// @param explain  show each relation of a step with several pieces of evidence, not only the best.
void PrintRelatedTree(const graph::Store& store, const graph::EntityRecord& entity,
                      const std::vector<graph::Related>& answers, bool explain, Session& session);

}  // namespace zhitu::cli
