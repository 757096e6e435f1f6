#include "graph/layout.h"

#include <algorithm>
#include <cmath>

#include "graph/betweenness.h"
#include "graph/communities.h"
#include "graph/force_layout.h"
#include "graph/link_graph.h"
#include "graph/page_rank.h"
#include "graph/store.h"

namespace zhitu::graph {
namespace {

constexpr double kRadius = 1000.0;
constexpr double kFew = 2000.0;  // entities that have room in it
constexpr double kSmallest = 8.0;
constexpr double kLargest = 40.0;

std::vector<double> SizesOf(const LinkGraph& graph) {
  std::size_t most = 0;
  for (std::size_t node = 0; node < graph.size(); ++node) most = std::max(most, graph.Degree(node));
  std::vector<double> sizes;
  sizes.reserve(graph.size());
  for (std::size_t node = 0; node < graph.size(); ++node)
    sizes.push_back(DrawnSize(graph.Degree(node), most));
  return sizes;
}

}  // namespace

double LayoutRadius(std::size_t entities) {
  return kRadius * std::sqrt(std::max(1.0, static_cast<double>(entities) / kFew));
}

double DrawnSize(std::size_t degree, std::size_t most) {
  const double share =
      static_cast<double>(degree) / static_cast<double>(std::max<std::size_t>(most, 1));
  return kSmallest + (kLargest - kSmallest) * std::sqrt(share);
}

std::vector<Point> SpreadOut(std::vector<Point> points, const std::vector<double>& sizes) {
  constexpr double kRoom = 0.6;  // of the size: the radius and a little
  FitInto(LayoutRadius(points.size()), points);
  std::vector<double> radii;
  radii.reserve(sizes.size());
  for (const double size : sizes) radii.push_back(size * kRoom);
  PartOverlaps(radii, points);
  FitInto(LayoutRadius(points.size()), points);
  return points;
}

Layout ComputeLayout(const Store& store, std::size_t threads,
                     const std::function<void(std::string_view)>& begins) {
  const auto begin = [&](std::string_view step) {
    if (begins) begins(step);
  };
  begin("reading");
  const EntityGraph graph = ReadEntityGraph(store);
  begin("communities");
  const Communities communities = FindCommunities(graph.links);
  begin("ranks");
  const std::vector<double> ranks = PageRank(graph.links.size(), graph.arcs);
  begin("betweenness");
  const std::vector<double> betweenness = Betweenness(graph.links, threads);
  begin("layout");
  const std::vector<Point> points =
      SpreadOut(ForceLayout(graph.links, threads), SizesOf(graph.links));
  Layout layout;
  layout.communities = communities.count;
  layout.modularity = communities.modularity;
  layout.entities.resize(static_cast<std::size_t>(store.last_entity()) + 1);
  for (std::size_t node = 0; node < graph.entities.size(); ++node) {
    layout.entities[static_cast<std::size_t>(graph.entities[node])] = {
        points[node], std::int64_t{communities.of[node]}, ranks[node], betweenness[node]};
  }
  return layout;
}

}  // namespace zhitu::graph
