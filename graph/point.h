#pragma once

#include <cstddef>
#include <vector>

namespace zhitu::graph {

/// A point of a layout.
struct Point {
  double x = 0;  ///< To the right.
  double y = 0;  ///< Upwards.
};

/// `count` points of even density on a spiral around 0, 0, from the middle outwards (Vogel 1979);
/// neighbouring points are about `spacing` apart. Deterministic; no two coincide.
std::vector<Point> Spiral(std::size_t count, double spacing);

/// Moves points so that the middle of their bounding box is 0, 0 and the farthest coordinate
/// `radius`.
void FitInto(double radius, std::vector<Point>& points);

/// Moves apart points that are nearer than the sum of their radii, as far as 40 rounds suffice.
/// Near O(points) a round where few are near each other.
void PartOverlaps(const std::vector<double>& radii, std::vector<Point>& points);

/// Middles for discs that shall not overlap: the first in the middle, the others around it, ring by
/// ring in their order. O(discs).
/// @param radii  of the discs, positive, the largest first.
std::vector<Point> PackDiscs(const std::vector<double>& radii);

}  // namespace zhitu::graph
