#include "graph/force_layout.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <functional>
#include <numeric>

#include "extract/parallel.h"
#include "graph/communities.h"
#include "graph/components.h"
#include "graph/quad_tree.h"

namespace zhitu::graph {
namespace {

// The middle pulls with kGravity * mass * distance: just enough to hold together what few links
// hold. Without links a mass M would fill a disc evenly up to a radius of sqrt(M / kGravity).
constexpr double kGravity = 0.015;
constexpr double kMore = 0.3;       // each doubling of a link's weight pulls so much more
constexpr double kLeastMass = 3.0;  // the more, the farther apart are leaves of one hub
constexpr double kTiny = 1e-12;
constexpr double kApart = 4.0;  // between components
constexpr std::size_t kSteps = 60;
constexpr std::size_t kCoarsestSteps = 300;
constexpr std::size_t kPart = 512;  // nodes that one thread takes at once

double RadiusOf(double mass) { return std::sqrt(mass / kGravity); }

// One level of a component: its nodes, or groups of them.
struct Level {
  LinkGraph links;             // weights are what they pull
  std::vector<double> masses;  // by node

  double Mass() const { return std::accumulate(masses.begin(), masses.end(), 0.0); }
};

// Moves the nodes of a level to where forces are in balance.
class Relaxation {
 public:
  Relaxation(const Level& level, std::vector<Point>& points, std::size_t threads)
      : level_(level), points_(points), moves_(points.size()), threads_(threads) {
    stiffness_.reserve(points.size());
    for (std::size_t node = 0; node < points.size(); ++node)
      stiffness_.push_back(level.links.Strength(node) + kGravity * level.masses[node]);
  }

  // @param heat  how far a node may move in the first step.
  void Run(std::size_t steps, double heat) {
    for (std::size_t step = 0; step < steps; ++step) {
      const double cool = 1.0 - static_cast<double>(step) / static_cast<double>(steps);
      Step(heat * cool * cool);
    }
  }

 private:
  void Step(double most) {
    const QuadTree tree(points_, level_.masses);
    const std::size_t parts = (points_.size() + kPart - 1) / kPart;
    extract::ForEachPart(parts, threads_, [&](std::size_t part) {
      const std::size_t end = std::min(points_.size(), (part + 1) * kPart);
      for (std::size_t i = part * kPart; i < end; ++i) {
        const std::uint32_t node = tree.order()[i];
        moves_[node] = Move(node, tree.Push(node), most);
      }
    });
    for (std::size_t node = 0; node < points_.size(); ++node) {
      points_[node].x += moves_[node].x;
      points_[node].y += moves_[node].y;
    }
  }

  // Half the way to where the node would be in balance if all forces were its springs.
  Point Move(std::uint32_t node, const Point& push, double most) const {
    const Point& here = points_[node];
    const double mass = level_.masses[node];
    Point force{mass * (push.x - kGravity * here.x), mass * (push.y - kGravity * here.y)};
    for (const LinkGraph::End& end : level_.links.Of(node)) {
      force.x += (points_[end.other].x - here.x) * double{end.weight};
      force.y += (points_[end.other].y - here.y) * double{end.weight};
    }
    const double x = force.x / stiffness_[node] / 2;
    const double y = force.y / stiffness_[node] / 2;
    const double scale = std::min(1.0, most / (std::sqrt(x * x + y * y) + kTiny));
    return {x * scale, y * scale};
  }

  const Level& level_;
  std::vector<Point>& points_;
  std::vector<Point> moves_;
  std::vector<double> stiffness_;
  std::size_t threads_;
};

// Between two hubs a link pulls less, or all that is well connected would be one lump.
double PullOf(const LinkGraph& graph, std::uint32_t node, const LinkGraph::End& end) {
  const auto doublings =
      static_cast<double>(std::bit_width(static_cast<std::uint64_t>(end.weight) | 1U)) - 1;
  const std::size_t hub = std::min(graph.Degree(node), graph.Degree(end.other));
  const double pull = 1.0 + kMore * doublings;
  return pull / std::sqrt(std::sqrt(static_cast<double>(hub)));
}

Level Finest(const LinkGraph& graph) {
  std::vector<LinkEnds> links;
  links.reserve(graph.links());
  Level level;
  level.masses.reserve(graph.size());
  for (std::uint32_t node = 0; node < graph.size(); ++node) {
    level.masses.push_back(kLeastMass + static_cast<double>(graph.Degree(node)));
    for (const LinkGraph::End& end : graph.Of(node)) {
      if (end.other > node) links.push_back({node, end.other, PullOf(graph, node, end)});
    }
  }
  level.links = LinkGraph(graph.size(), links);
  return level;
}

// Groups of a level's nodes as the nodes of a coarser one.
Level Join(const Level& level, const std::vector<std::uint32_t>& groups) {
  Level joined;
  joined.masses.resize(*std::max_element(groups.begin(), groups.end()) + 1);
  for (std::size_t node = 0; node < groups.size(); ++node)
    joined.masses[groups[node]] += level.masses[node];
  joined.links = level.links.Joined(groups, joined.masses.size());
  return joined;
}

// The heaviest in the middle.
std::vector<Point> FirstPlaces(const Level& level) {
  std::vector<std::uint32_t> order(level.masses.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return level.masses[a] > level.masses[b];
  });
  const auto count = static_cast<double>(order.size());
  const std::vector<Point> spiral = Spiral(order.size(), RadiusOf(level.Mass()) / std::sqrt(count));
  std::vector<Point> points(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) points[order[i]] = spiral[i];
  return points;
}

// Nodes around the middles of their groups.
std::vector<Point> Inside(const std::vector<std::uint32_t>& groups, const Level& coarse,
                          const std::vector<Point>& middles) {
  std::vector<std::size_t> sizes(middles.size());
  for (const std::uint32_t group : groups) ++sizes[group];
  const std::vector<Point> spiral = Spiral(*std::max_element(sizes.begin(), sizes.end()), 0.5);
  std::vector<std::size_t> next(middles.size());
  std::vector<Point> points;
  points.reserve(groups.size());
  for (const std::uint32_t group : groups) {
    const Point& offset = spiral[next[group]++];
    const double scale = RadiusOf(coarse.masses[group] / static_cast<double>(sizes[group]));
    points.push_back({middles[group].x + offset.x * scale, middles[group].y + offset.y * scale});
  }
  return points;
}

// Around their middle.
void Centre(std::vector<Point>& points) {
  Point sum;
  for (const Point& point : points) sum = {sum.x + point.x, sum.y + point.y};
  const auto count = static_cast<double>(points.size());
  for (Point& point : points) point = {point.x - sum.x / count, point.y - sum.y / count};
}

std::vector<Point> PlaceConnected(const LinkGraph& graph, std::size_t threads) {
  std::vector<Level> levels = {Finest(graph)};
  const Communities communities = FindCommunities(graph);
  for (const auto& groups : communities.groups) levels.push_back(Join(levels.back(), groups));
  std::vector<Point> points = FirstPlaces(levels.back());
  Relaxation(levels.back(), points, threads)
      .Run(kCoarsestSteps, RadiusOf(levels.back().Mass()) / 8);
  for (std::size_t i = levels.size() - 1; i-- > 0;) {
    const Level& coarse = levels[i + 1];
    points = Inside(communities.groups[i], coarse, points);
    const auto groups = static_cast<double>(coarse.masses.size());
    Relaxation(levels[i], points, threads).Run(kSteps, RadiusOf(coarse.Mass() / groups));
  }
  Centre(points);
  return points;
}

// The nodes of each component, the largest first; of equal ones that with the first node.
std::vector<std::vector<std::uint32_t>> ComponentsOf(const LinkGraph& graph) {
  Components joined(graph.size());
  for (std::uint32_t node = 0; node < graph.size(); ++node) {
    for (const LinkGraph::End& end : graph.Of(node)) joined.Join(node, end.other);
  }
  std::vector<std::size_t> numbers(graph.size());  // by the first node of a component
  std::vector<std::vector<std::uint32_t>> components;
  for (std::uint32_t node = 0; node < graph.size(); ++node) {
    const std::size_t first = joined.Root(node);
    if (first == node) {
      numbers[node] = components.size();
      components.emplace_back();
    }
    components[numbers[first]].push_back(node);
  }
  std::stable_sort(components.begin(), components.end(),
                   [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return components;
}

// A component by itself, its nodes numbered in their order. `numbers` is room for a number each.
LinkGraph Alone(const LinkGraph& graph, const std::vector<std::uint32_t>& nodes,
                std::vector<std::uint32_t>& numbers) {
  for (std::uint32_t i = 0; i < nodes.size(); ++i) numbers[nodes[i]] = i;
  std::vector<LinkEnds> links;
  for (const std::uint32_t node : nodes) {
    for (const LinkGraph::End& end : graph.Of(node)) {
      if (end.other > node)
        links.push_back({numbers[node], numbers[end.other], double{end.weight}});
    }
  }
  return {nodes.size(), links};
}

// The distance of the farthest from 0, 0.
double ReachOf(const std::vector<Point>& points) {
  double reach = 0;
  for (const Point& point : points)
    reach = std::max(reach, std::sqrt(point.x * point.x + point.y * point.y));
  return reach;
}

}  // namespace

std::vector<Point> ForceLayout(const LinkGraph& graph, std::size_t threads) {
  const std::vector<std::vector<std::uint32_t>> components = ComponentsOf(graph);
  std::vector<Point> points(graph.size());
  std::vector<double> radii;
  std::vector<std::uint32_t> numbers(graph.size());
  for (const std::vector<std::uint32_t>& nodes : components) {
    const std::vector<Point> places = PlaceConnected(Alone(graph, nodes, numbers), threads);
    for (std::size_t i = 0; i < nodes.size(); ++i) points[nodes[i]] = places[i];
    radii.push_back(ReachOf(places) + kApart);
  }
  // What reaches farthest need not be what has most nodes.
  std::vector<std::uint32_t> order(components.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return radii[a] > radii[b]; });
  std::stable_sort(radii.begin(), radii.end(), std::greater<>());
  const std::vector<Point> middles = PackDiscs(radii);
  for (std::size_t i = 0; i < order.size(); ++i) {
    for (const std::uint32_t node : components[order[i]])
      points[node] = {points[node].x + middles[i].x, points[node].y + middles[i].y};
  }
  return points;
}

}  // namespace zhitu::graph
