#pragma once

#include <span>
#include <vector>

#include "extract/branching.h"

namespace zhitu::extract {

// What `CountBranching` gives, each context compared with each other one: O(n^2).
std::vector<BranchingByLength> SlowBranching(std::span<const CountedHead> heads);

}  // namespace zhitu::extract
