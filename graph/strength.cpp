#include "graph/strength.h"

#include <algorithm>
#include <cmath>

namespace zhitu::graph {

namespace {

// Of a graph without windows, one that was imported, the middle is taken.
double NpmiOf(const WindowCounts& windows) {
  constexpr double kUnknown = 0.5;
  return windows.all == 0 ? kUnknown : Npmi(windows);
}

}  // namespace

double Strength(const Neighbour& neighbour) {
  constexpr double kLeast = 0.025;  // no relation is worth nothing, or its ends would vanish
  const double significance = neighbour.symmetric ? 0.5 * NpmiOf(neighbour.windows)
                                                  : static_cast<double>(neighbour.confidence) / 1e3;
  const double evidence =
      std::log1p(static_cast<double>(std::max<std::int64_t>(neighbour.weight, 1))) +
      std::log1p(static_cast<double>(neighbour.documents));
  return std::max(significance, kLeast) * evidence;
}

}  // namespace zhitu::graph
