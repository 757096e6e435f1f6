#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "graph/point.h"

namespace zhitu::graph {

/// Points with masses in a tree of squares, for the push of all of them on one (Barnes and Hut
/// 1986): far squares count as one mass in their middle. Immutable; threads may share it.
class QuadTree {
 public:
  /// Both must live longer, and be parallel. Coordinates are finite, masses positive.
  /// O(n log n); n is less than 2^32.
  QuadTree(const std::vector<Point>& points, const std::vector<double>& masses);

  /// Numbers of the points so that neighbours in the list are mostly near each other.
  const std::vector<std::uint32_t>& order() const noexcept { return order_; }
  /// The sum over all other points of their mass / distance, away from them; a square counts as one
  /// where its side is less than 1.2 times its distance. Points at the same place push each other
  /// along a direction of their own. Near O(log n).
  Point Push(std::uint32_t point) const;

 private:
  // A square with points, in depth-first order. One without squares inside is a leaf, whose points
  // are looked at one by one.
  struct Square {
    double x = 0;  // middle of the masses
    double y = 0;
    double mass = 0;
    double reach = 0;         // the square of the distance from which on it counts as one
    std::uint32_t next = 0;   // the first square behind all inside this one
    std::uint32_t first = 0;  // point in order
    std::uint32_t last = 0;   // one past
    std::uint32_t depth = 0;
  };
  struct Placed {
    double x = 0;
    double y = 0;
    double mass = 0;
    std::uint32_t point = 0;
  };

  void Sort(const std::vector<Point>& points);
  void Split();
  void Sum();
  void AddPoints(const Square& leaf, const Placed& here, Point& push) const;

  double side_ = 1;
  std::vector<std::uint64_t> keys_;  // in order: which square each point lies in
  std::vector<std::uint32_t> order_;
  std::vector<Placed> placed_;         // in order
  std::vector<std::uint32_t> places_;  // by point: its place in order
  std::vector<Square> squares_;
};

}  // namespace zhitu::graph
