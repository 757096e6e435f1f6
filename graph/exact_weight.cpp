#include "graph/exact_weight.h"

#include <algorithm>

namespace zhitu::graph {

std::optional<double> ExactWeightOf(const ExactWeightList& weights, RelationNumber relation) {
  const auto found = std::lower_bound(
      weights.begin(), weights.end(), relation,
      [](const auto& weight, RelationNumber wanted) { return weight.first < wanted; });
  const bool known = found != weights.end() && found->first == relation;
  return known ? std::optional(found->second) : std::nullopt;
}

}  // namespace zhitu::graph
