#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "graph/records.h"

namespace zhitu::graph {

/// Weights that are no whole numbers, by number of the relation, as `Store::ExactWeights` gives
/// them.
using ExactWeightList = std::vector<std::pair<RelationNumber, double>>;

/// The weight of a relation; nothing if it is not in the list. O(log n).
std::optional<double> ExactWeightOf(const ExactWeightList& weights, RelationNumber relation);

}  // namespace zhitu::graph
