#include "serve/ties.h"

#include <utility>

namespace zhitu::serve {

const std::vector<Tie>& Ties::Of(graph::EntityNumber entity) {
  if (const auto known = young_.find(entity); known != young_.end()) return known->second;
  if (auto known = old_.extract(entity)) return Keep(entity, std::move(known.mapped()));
  return Keep(entity, Read(entity));
}

std::vector<Tie> Ties::Read(graph::EntityNumber entity) {
  store_.ReadNeighbours(entity, neighbours_);
  std::vector<Tie> ties;
  ties.reserve(neighbours_.size());
  for (const graph::Neighbour& one : neighbours_) {
    ties.push_back({one.relation, one.weight, static_cast<std::uint32_t>(one.other),
                    static_cast<float>(strengths_.Of(one)), one.predicate, one.outgoing,
                    one.symmetric});
  }
  return ties;
}

// What a whole generation has not asked for is dropped.
const std::vector<Tie>& Ties::Keep(graph::EntityNumber entity, std::vector<Tie> ties) {
  if (count_ + ties.size() > kMostKept) {
    old_ = std::exchange(young_, {});
    count_ = 0;
  }
  count_ += ties.size();
  return young_.emplace(entity, std::move(ties)).first->second;
}

}  // namespace zhitu::serve
