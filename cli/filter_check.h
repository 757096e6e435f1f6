#pragma once

#include <string>
#include <vector>

#include "cli/messages.h"
#include "graph/store.h"

namespace zhitu::cli {

/// Warns of every type that no entity has and every predicate that no relation has: most often a
/// slip of the keyboard, which would else just leave all out. Tells which there are.
/// O(entities) where types are given. @throws as `Store`.
void WarnOfUnknown(const graph::Store& store, const std::vector<std::string>& types,
                   const std::vector<std::string>& predicates, Messages& messages);

/// @throws extract::UsageError  if a range of dates as given to `--since` and `--until` is empty.
/// Either may be empty, and is open then.
void CheckRange(const std::string& since, const std::string& until);

}  // namespace zhitu::cli
