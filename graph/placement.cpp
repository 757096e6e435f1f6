#include "graph/placement.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <map>
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

// Indexes of nodes: greater components first, in each the nodes with more relations first.
std::vector<std::size_t> OutwardOrder(const Selection& selection, const Nodes& nodes) {
  struct Component {
    std::size_t size = 0;
    std::size_t first = 0;  // of its nodes
  };
  std::vector<Component> components(nodes.indexes.size());
  for (std::size_t i = 0; i < nodes.entities.size(); ++i) {
    Component& component = components[selection.Component(nodes.entities[i])];
    if (component.size++ == 0) component.first = i;
  }
  struct Key {
    std::size_t size;
    std::size_t first;
    std::int64_t degree;
    std::size_t node;
  };
  std::vector<Key> keys;
  keys.reserve(nodes.entities.size());
  for (std::size_t i = 0; i < nodes.entities.size(); ++i) {
    const EntityNumber entity = nodes.entities[i];
    const Component& component = components[selection.Component(entity)];
    keys.push_back({component.size, component.first, selection.Degree(entity), i});
  }
  std::sort(keys.begin(), keys.end(), [](const Key& a, const Key& b) {
    if (a.size != b.size) return a.size > b.size;
    if (a.first != b.first) return a.first < b.first;
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
