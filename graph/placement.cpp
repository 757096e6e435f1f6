#include "graph/placement.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <map>
#include <numeric>
#include <utility>

#include "graph/force_layout.h"

namespace zhitu::graph {
namespace {

constexpr double kRadius = 1000.0;
constexpr double kSmallest = 8.0;
constexpr double kLargest = 40.0;

// The entities of a selection, by their place in the order of ids.
struct Nodes {
  std::vector<EntityNumber> entities;
  std::vector<std::size_t> indexes;  // by entity number
};

Nodes ReadNodes(const Selection& selection) {
  Nodes nodes;
  nodes.indexes.assign(static_cast<std::size_t>(selection.store().last_entity()) + 1, 0);
  for (const EntityNumber entity : selection.store().EntitiesById()) {
    if (!selection.Keeps(entity)) continue;
    nodes.indexes[static_cast<std::size_t>(entity)] = nodes.entities.size();
    nodes.entities.push_back(entity);
  }
  return nodes;
}

// Components by union-find with halved paths; the root is the smallest index.
class Components {
 public:
  explicit Components(std::size_t size) : parents_(size) {
    std::iota(parents_.begin(), parents_.end(), std::size_t{0});
  }
  std::size_t Root(std::size_t node) {
    while (parents_[node] != node) {
      parents_[node] = parents_[parents_[node]];
      node = parents_[node];
    }
    return node;
  }
  void Join(std::size_t a, std::size_t b) {
    const auto [small, large] = std::minmax({Root(a), Root(b)});
    parents_[large] = small;
  }

 private:
  std::vector<std::size_t> parents_;
};

// Indexes of nodes: greater components first, in each the nodes with more relations first.
std::vector<std::size_t> OutwardOrder(const Selection& selection, const Nodes& nodes) {
  Components components(nodes.entities.size());
  selection.ForEachLink([&](const Link& link) {
    components.Join(nodes.indexes[static_cast<std::size_t>(link.subject)],
                    nodes.indexes[static_cast<std::size_t>(link.object)]);
  });
  std::vector<std::size_t> sizes(nodes.entities.size(), 0);
  for (std::size_t i = 0; i < sizes.size(); ++i) ++sizes[components.Root(i)];
  struct Key {
    std::size_t size;
    std::size_t root;
    std::int64_t degree;
    std::size_t node;
  };
  std::vector<Key> keys;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    const std::size_t root = components.Root(i);
    keys.push_back({sizes[root], root, selection.Degree(nodes.entities[i]), i});
  }
  std::sort(keys.begin(), keys.end(), [](const Key& a, const Key& b) {
    if (a.size != b.size) return a.size > b.size;
    if (a.root != b.root) return a.root < b.root;
    if (a.degree != b.degree) return a.degree > b.degree;
    return a.node < b.node;
  });
  std::vector<std::size_t> order;
  order.reserve(keys.size());
  for (const Key& key : keys) order.push_back(key.node);
  return order;
}

// One spring for all relations of a pair; more evidence makes it stronger, slowly.
std::vector<Spring> SpringsOf(const Selection& selection, const Nodes& nodes) {
  std::map<std::pair<std::size_t, std::size_t>, std::uint64_t> weights;
  selection.ForEachLink([&](const Link& link) {
    const std::size_t subject = nodes.indexes[static_cast<std::size_t>(link.subject)];
    const std::size_t object = nodes.indexes[static_cast<std::size_t>(link.object)];
    if (subject == object) return;
    weights[std::minmax(subject, object)] +=
        static_cast<std::uint64_t>(std::max<std::int64_t>(link.weight, 1));
  });
  std::vector<Spring> springs;
  springs.reserve(weights.size());
  for (const auto& [pair, weight] : weights) {
    springs.push_back({pair.first, pair.second, static_cast<double>(std::bit_width(weight))});
  }
  return springs;
}

std::vector<double> SizesOf(const Selection& selection, const Nodes& nodes) {
  std::int64_t most = 1;
  for (const EntityNumber entity : nodes.entities) {
    most = std::max(most, selection.Degree(entity));
  }
  std::vector<double> sizes;
  sizes.reserve(nodes.entities.size());
  for (const EntityNumber entity : nodes.entities) {
    const double share = static_cast<double>(selection.Degree(entity)) / static_cast<double>(most);
    sizes.push_back(kSmallest + (kLargest - kSmallest) * std::sqrt(share));
  }
  return sizes;
}

std::vector<Point> PointsOf(const Selection& selection, const Nodes& nodes,
                            const std::vector<double>& sizes) {
  const std::vector<std::size_t> order = OutwardOrder(selection, nodes);
  const std::vector<Point> spiral = Spiral(order.size(), kRadius / std::sqrt(double{kMostForced}));
  std::vector<Point> points(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) points[order[i]] = spiral[i];
  if (points.size() > kMostForced) return points;
  RunForces(points, SpringsOf(selection, nodes));
  FitInto(kRadius, points);
  std::vector<double> radii;
  radii.reserve(sizes.size());
  for (const double size : sizes) radii.push_back(size * 0.6);
  PartOverlaps(radii, points);
  FitInto(kRadius, points);
  return points;
}

}  // namespace

std::vector<Place> PlaceAll(const Selection& selection) {
  const Nodes nodes = ReadNodes(selection);
  const std::vector<double> sizes = SizesOf(selection, nodes);
  const std::vector<Point> points = PointsOf(selection, nodes, sizes);
  std::vector<Place> places(nodes.indexes.size());
  for (std::size_t i = 0; i < points.size(); ++i) {
    places[static_cast<std::size_t>(nodes.entities[i])] = {points[i].x, points[i].y, sizes[i]};
  }
  return places;
}

}  // namespace zhitu::graph
