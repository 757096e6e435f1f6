#include "serve/entity_sums.h"

#include <algorithm>

namespace zhitu::serve {
namespace {

bool ComesFirst(const EntitySums::Sum& a, const EntitySums::Sum& b) {
  return a.second != b.second ? a.second > b.second : a.first < b.first;
}

}  // namespace

std::vector<EntitySums::Sum> EntitySums::TakeGreatest(std::size_t most) {
  std::vector<Sum> found;
  found.reserve(touched_.size());
  for (const graph::EntityNumber entity : touched_) {
    found.emplace_back(entity, sums_[static_cast<std::size_t>(entity)]);
  }
  Clear();
  if (found.size() > most) {
    std::nth_element(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(most), found.end(),
                     ComesFirst);
    found.resize(most);
  }
  std::sort(found.begin(), found.end(), ComesFirst);
  return found;
}

void EntitySums::Clear() {
  for (const graph::EntityNumber entity : touched_) sums_[static_cast<std::size_t>(entity)] = 0.0;
  touched_.clear();
}

}  // namespace zhitu::serve
