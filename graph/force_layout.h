#pragma once

#include <cstddef>
#include <vector>

namespace zhitu::graph {

/// A point of a layout.
struct Point {
  double x = 0;  ///< To the right.
  double y = 0;  ///< Upwards.
};

/// A spring of a layout.
struct Spring {
  std::size_t a = 0;    ///< Index of one point.
  std::size_t b = 0;    ///< Index of another point.
  double strength = 1;  ///< Positive; 1 for the weakest.
};

/// `count` points of even density on a spiral around 0, 0, from the middle outwards (Vogel 1979);
/// neighbouring points are about `spacing` apart. Deterministic; no two coincide.
std::vector<Point> Spiral(std::size_t count, double spacing);

/// Moves points until springs and repulsion are in balance; see `PlaceAll`. O(points^2) a step, of
/// 60 to 600 steps. What comes back is finite.
///
/// @param points   where they begin; no two coincide.
/// @param springs  between different points.
void RunForces(std::vector<Point>& points, const std::vector<Spring>& springs);

/// Moves points so that the middle of their bounding box is 0, 0 and the farthest coordinate
/// `radius`.
void FitInto(double radius, std::vector<Point>& points);

/// Moves apart points that are nearer than the sum of their radii, as far as 40 rounds suffice.
void PartOverlaps(const std::vector<double>& radii, std::vector<Point>& points);

}  // namespace zhitu::graph
