#pragma once

#include <map>
#include <optional>
#include <vector>

#include "graph/query.h"
#include "graph/store.h"

namespace zhitu::graph {

// All walks without a repeated entity are tried; the relations of the best one.
std::optional<std::vector<RelationNumber>> SlowPath(const Store& store, EntityNumber from,
                                                    EntityNumber to, std::size_t max_hops,
                                                    const QueryFilter& filter);

// Hops and score of every entity reached, scores as the formula says, not yet divided.
struct SlowAnswer {
  std::size_t hops = 0;
  double score = 0;
  double best = 0;          // the greatest share of the score
  EntityNumber before = 0;  // from whom that came; of equals the one with the smallest id
};
std::map<EntityNumber, SlowAnswer> SlowRelated(const Store& store, EntityNumber start,
                                               std::size_t hops, const QueryFilter& filter);

}  // namespace zhitu::graph
