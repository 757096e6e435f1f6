#include "serve/ties.h"

#include <utility>

namespace zhitu::serve {

TieList TieCache::Find(graph::EntityNumber entity) {
  Kept gone;
  const std::lock_guard lock(mutex_);
  if (const auto known = young_.find(entity); known != young_.end()) return known->second;
  const auto known = old_.extract(entity);
  if (!known) return nullptr;
  gone = Add(entity, known.mapped());
  return known.mapped();
}

void TieCache::Keep(graph::EntityNumber entity, const TieList& list) {
  Kept gone;
  const std::lock_guard lock(mutex_);
  gone = Add(entity, list);
}

// What a whole generation has not asked for is dropped.
TieCache::Kept TieCache::Add(graph::EntityNumber entity, const TieList& list) {
  Kept gone;
  if (count_ + list->size() > most_) {
    gone = std::exchange(old_, std::exchange(young_, {}));
    count_ = 0;
  }
  if (young_.emplace(entity, list).second) count_ += list->size();
  return gone;
}

TieList Ties::Of(graph::EntityNumber entity) {
  if (TieList known = cache_.Find(entity)) return known;
  TieList read = Read(entity);
  cache_.Keep(entity, read);
  return read;
}

TieList Ties::Read(graph::EntityNumber entity) {
  store_.ReadNeighbours(entity, neighbours_);
  std::vector<Tie> ties;
  ties.reserve(neighbours_.size());
  for (const graph::Neighbour& one : neighbours_) {
    ties.push_back({one.relation, one.weight, static_cast<std::uint32_t>(one.other),
                    static_cast<float>(strengths_.Of(one)), one.predicate, one.outgoing,
                    one.symmetric});
  }
  return std::make_shared<const std::vector<Tie>>(std::move(ties));
}

}  // namespace zhitu::serve
