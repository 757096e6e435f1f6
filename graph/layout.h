#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "graph/point.h"

namespace zhitu::graph {

class Store;

/// What was computed of an entity's place in the whole graph.
struct EntityLayout {
  Point point;                 ///< Where it is drawn; finite.
  std::int64_t community = 0;  ///< From 0, the largest first; see `FindCommunities`.
  double pagerank = 0;         ///< 0 to 1; see `PageRank`.
  double betweenness = 0;      ///< 0 to 1; see `Betweenness`.
};

/// The same of all entities.
struct Layout {
  std::vector<EntityLayout> entities;  ///< By entity number; place 0 means nothing.
  std::size_t communities = 0;         ///< How many there are.
  double modularity = 0;               ///< Of the communities.
};

/// Half the side of the square into which so many entities are placed: 1000 for up to 2,000, beyond
/// with the square root of their number.
double LayoutRadius(std::size_t entities);

/// The size at which an entity is drawn: 8 to 40, with the square root of its degree.
/// @param most  the greatest degree of all.
double DrawnSize(std::size_t degree, std::size_t most);

/// Fits placed entities into the square of `LayoutRadius` and parts those that overlap.
/// @param sizes  at which they are drawn, by point.
std::vector<Point> SpreadOut(std::vector<Point> points, const std::vector<double>& sizes);

/// Places all entities of a graph file, document nodes too, and measures them. The same for any
/// number of threads. Memory some 100 bytes an entity and 60 a relation.
///
/// @param threads  that share the work, at least 1.
/// @param begins   called with the name of each step before it begins; may be empty.
/// @throws as `Store`.
Layout ComputeLayout(const Store& store, std::size_t threads,
                     const std::function<void(std::string_view)>& begins = nullptr);

}  // namespace zhitu::graph
