#include "serve/ties.h"

#include <utility>

namespace zhitu::serve {

const std::vector<Tie>& Ties::Of(graph::EntityNumber entity) {
  if (const auto known = kept_.find(entity); known != kept_.end()) return known->second;
  store_.ReadNeighbours(entity, neighbours_);
  std::vector<Tie> ties;
  ties.reserve(neighbours_.size());
  for (const graph::Neighbour& one : neighbours_) {
    ties.push_back({one.relation, one.other, one.weight, strengths_.Of(one), one.predicate,
                    one.outgoing, one.symmetric});
  }
  // All at once is simple, and what is hot is soon back.
  if (count_ + ties.size() > kMostKept) {
    kept_.clear();
    count_ = 0;
  }
  count_ += ties.size();
  return kept_.emplace(entity, std::move(ties)).first->second;
}

}  // namespace zhitu::serve
