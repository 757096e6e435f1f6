#include "tests/support/slow_backbone.h"

#include <algorithm>
#include <cmath>

namespace zhitu::graph {
namespace {

// Ways to choose some out of all, by Pascal's triangle.
double Ways(std::int64_t all, std::int64_t some) {
  if (some < 0 || some > all) return 0;
  std::vector<double> row(static_cast<std::size_t>(all) + 1, 0);
  row[0] = 1;
  for (std::int64_t n = 1; n <= all; ++n) {
    for (std::size_t k = static_cast<std::size_t>(n); k > 0; --k) row[k] += row[k - 1];
  }
  return row[static_cast<std::size_t>(some)];
}

struct Ties {
  int count = 0;
  double weight = 0;
};

double WeightOf(const Store& store, const RelationRecord& relation) {
  for (const auto& [number, weight] : store.ExactWeights()) {
    if (number == relation.number) return weight;
  }
  return static_cast<double>(relation.mentions);
}

Ties TiesOf(const Store& store, EntityNumber entity) {
  Ties ties;
  store.ForEachRelation([&](const RelationRecord& relation) {
    if (!relation.symmetric()) return;
    if (relation.subject != entity && relation.object != entity) return;
    ++ties.count;
    ties.weight += WeightOf(store, relation);
  });
  return ties;
}

bool StandsOut(const Store& store, const RelationRecord& relation, double level, double pairs) {
  const std::int64_t windows = store.Counts().windows;
  if (windows > 0) {
    const WindowCounts counts{relation.mentions, store.Entity(relation.subject).windows,
                              store.Entity(relation.object).windows, windows};
    if (counts.both * windows <= counts.left * counts.right) return false;
    return SlowChanceOfSharing(counts) * pairs < level;
  }
  return std::ranges::any_of(std::vector{relation.subject, relation.object}, [&](auto end) {
    const Ties ties = TiesOf(store, end);
    return SlowDisparity(WeightOf(store, relation) / ties.weight, ties.count) < level;
  });
}

}  // namespace

double SlowChanceOfSharing(const WindowCounts& counts) {
  double ways = 0;
  for (std::int64_t both = counts.both; both <= counts.right; ++both) {
    ways += Ways(counts.left, both) * Ways(counts.all - counts.left, counts.right - both);
  }
  return ways / Ways(counts.all, counts.right);
}

double SlowDisparity(double share, int ties) {
  if (ties == 1) return 1;
  constexpr int kSteps = 20000;
  double below = 0;  // (k - 1) * integral of (1 - x)^(k - 2) from 0 to the share
  for (int i = 0; i < kSteps; ++i) {
    const double x = share * (i + 0.5) / kSteps;
    below += (ties - 1) * std::pow(1 - x, ties - 2) * share / kSteps;
  }
  return 1 - below;
}

std::vector<std::string> SlowBackbone(const Store& store, double level) {
  double pairs = 0;
  store.ForEachRelation([&](const RelationRecord& relation) { pairs += relation.symmetric(); });
  std::vector<std::string> kept;
  store.ForEachRelation([&](const RelationRecord& relation) {
    if (!relation.symmetric() || StandsOut(store, relation, level, pairs)) {
      kept.push_back(relation.id);
    }
  });
  return kept;
}

}  // namespace zhitu::graph
