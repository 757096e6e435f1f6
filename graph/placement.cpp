#include "graph/placement.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "graph/force_layout.h"
#include "graph/link_graph.h"

namespace zhitu::graph {
namespace {

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

// The kept relations as links between nodes.
LinkGraph LinksOf(const Selection& selection, const Nodes& nodes) {
  std::vector<LinkEnds> links;
  selection.ForEachLink([&](const Link& link) {
    const auto node = [&](EntityNumber entity) {
      return static_cast<std::uint32_t>(nodes.indexes[static_cast<std::size_t>(entity)]);
    };
    links.push_back({node(link.subject), node(link.object),
                     static_cast<double>(std::max<std::int64_t>(link.weight, 1))});
  });
  return {nodes.entities.size(), links};
}

std::vector<double> SizesOf(const Selection& selection, const Nodes& nodes) {
  std::int64_t most = 0;
  for (const EntityNumber entity : nodes.entities) most = std::max(most, selection.Degree(entity));
  std::vector<double> sizes;
  sizes.reserve(nodes.entities.size());
  for (const EntityNumber entity : nodes.entities) {
    sizes.push_back(DrawnSize(static_cast<std::size_t>(selection.Degree(entity)),
                              static_cast<std::size_t>(most)));
  }
  return sizes;
}

// On a spiral, hubs of large components in the middle.
std::vector<Point> SpiralPlaces(const Selection& selection, const Nodes& nodes) {
  const std::vector<std::size_t> order = OutwardOrder(selection, nodes);
  const std::vector<Point> spiral =
      Spiral(order.size(), LayoutRadius(0) / std::sqrt(double{kMostForced}));
  std::vector<Point> points(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) points[order[i]] = spiral[i];
  return points;
}

std::vector<Point> PointsOf(const Selection& selection, const Nodes& nodes,
                            const std::vector<double>& sizes,
                            const std::vector<EntityLayout>* layout) {
  if (layout != nullptr) {
    std::vector<Point> points;
    points.reserve(nodes.entities.size());
    for (const EntityNumber entity : nodes.entities)
      points.push_back((*layout)[static_cast<std::size_t>(entity)].point);
    return points;
  }
  if (nodes.entities.size() > kMostForced) return SpiralPlaces(selection, nodes);
  return SpreadOut(ForceLayout(LinksOf(selection, nodes), 1), sizes);
}

}  // namespace

std::vector<Place> PlaceAll(const Selection& selection, const std::vector<EntityLayout>* layout) {
  const Nodes nodes = ReadNodes(selection);
  const std::vector<double> sizes = SizesOf(selection, nodes);
  const std::vector<Point> points = PointsOf(selection, nodes, sizes, layout);
  std::vector<Place> places(nodes.indexes.size());
  for (std::size_t i = 0; i < points.size(); ++i) {
    places[static_cast<std::size_t>(nodes.entities[i])] = {points[i].x, points[i].y, sizes[i]};
  }
  return places;
}

}  // namespace zhitu::graph
