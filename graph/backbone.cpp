#include "graph/backbone.h"

#include <algorithm>
#include <cstddef>

#include "graph/chance.h"

namespace zhitu::graph {

Backbone::Backbone(const Store& store, double level)
    : level_(level), all_windows_(store.Counts().windows) {
  const std::vector<std::string>& predicates = store.Predicates();
  const auto found = std::find(predicates.begin(), predicates.end(), kCoOccurs);
  if (found == predicates.end()) return;
  co_occurs_ = static_cast<std::int32_t>(found - predicates.begin());
  const auto entities = static_cast<std::size_t>(store.last_entity()) + 1;
  if (all_windows_ > 0) {
    windows_.resize(entities);
    store.ForEachEntityHead([&](const EntityHead& entity) {
      windows_[static_cast<std::size_t>(entity.number)] = entity.windows;
    });
  } else {
    ties_.resize(entities);
    weights_ = store.ExactWeights();
  }
  std::int64_t pairs = 0;
  store.ForEachLink([&](const Link& link) {
    if (link.predicate != co_occurs_) return;
    ++pairs;
    if (ties_.empty()) return;
    for (const EntityNumber end : {link.subject, link.object}) {
      Ties& ties = ties_[static_cast<std::size_t>(end)];
      ++ties.count;
      ties.weight += WeightOf(link);
    }
  });
  if (all_windows_ > 0) level_ /= static_cast<double>(std::max<std::int64_t>(pairs, 1));
}

double Backbone::WeightOf(const Link& link) const {
  return ExactWeightOf(weights_, link.relation).value_or(static_cast<double>(link.weight));
}

bool Backbone::StandsOut(const Link& link, EntityNumber end) const {
  const Ties& ties = ties_[static_cast<std::size_t>(end)];
  return Disparity(WeightOf(link) / ties.weight, ties.count) < level_;
}

bool Backbone::Keeps(const Link& link) const {
  if (link.predicate != co_occurs_) return true;
  if (windows_.empty()) return StandsOut(link, link.subject) || StandsOut(link, link.object);
  const WindowCounts counts{link.weight, windows_[static_cast<std::size_t>(link.subject)],
                            windows_[static_cast<std::size_t>(link.object)], all_windows_};
  return ChanceOfSharing(counts, level_) < level_;
}

}  // namespace zhitu::graph
