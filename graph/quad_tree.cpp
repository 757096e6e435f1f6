#include "graph/quad_tree.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <utility>

namespace zhitu::graph {
namespace {

constexpr double kTheta = 1.2;          // side / distance below which a square counts as one
constexpr std::uint32_t kDeepest = 30;  // levels of squares below the whole
constexpr std::uint32_t kLeaf = 8;      // points that are not parted any more
constexpr double kTiny = 1e-12;

// Every second bit of the result is one of the 31 lowest bits of `value`.
std::uint64_t Spread(std::uint64_t value) {
  value = (value | (value << 16U)) & 0x0000FFFF0000FFFFULL;
  value = (value | (value << 8U)) & 0x00FF00FF00FF00FFULL;
  value = (value | (value << 4U)) & 0x0F0F0F0F0F0F0F0FULL;
  value = (value | (value << 2U)) & 0x3333333333333333ULL;
  return (value | (value << 1U)) & 0x5555555555555555ULL;
}

// Which of the four squares of a level holds a key.
std::uint64_t Quarter(std::uint64_t key, std::uint32_t depth) {
  return key >> (2 * (kDeepest - depth));
}

// Adds what a mass at a distance of x, y pushes.
void AddPush(double x, double y, double mass, Point& push) {
  const double force = mass / (x * x + y * y + kTiny);
  push.x += x * force;
  push.y += y * force;
}

}  // namespace

QuadTree::QuadTree(const std::vector<Point>& points, const std::vector<double>& masses) {
  Sort(points);
  placed_.reserve(points.size());
  places_.resize(points.size());
  for (const std::uint32_t point : order_) {
    places_[point] = static_cast<std::uint32_t>(placed_.size());
    placed_.push_back({points[point].x, points[point].y, masses[point], point});
  }
  Split();
  Sum();
}

// Along a curve that fills each square before it goes on (Morton 1966).
void QuadTree::Sort(const std::vector<Point>& points) {
  Point low{0, 0};
  Point high{0, 0};
  if (!points.empty()) low = high = points.front();
  for (const Point& point : points) {
    low = {std::min(low.x, point.x), std::min(low.y, point.y)};
    high = {std::max(high.x, point.x), std::max(high.y, point.y)};
  }
  side_ = std::max({high.x - low.x, high.y - low.y, kTiny});
  constexpr auto kCells = static_cast<double>(1U << kDeepest);
  const auto cell = [&](double distance) {
    return Spread(static_cast<std::uint64_t>(std::min(distance / side_ * kCells, kCells - 1)));
  };
  std::vector<std::pair<std::uint64_t, std::uint32_t>> sorted;
  sorted.reserve(points.size());
  for (const Point& point : points) {
    const std::uint64_t key = cell(point.x - low.x) | (cell(point.y - low.y) << 1U);
    sorted.emplace_back(key, static_cast<std::uint32_t>(sorted.size()));
  }
  std::sort(sorted.begin(), sorted.end());
  for (const auto& [key, point] : sorted) {
    keys_.push_back(key);
    order_.push_back(point);
  }
}

// Makes the squares, each before those inside it.
void QuadTree::Split() {
  struct Part {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::uint32_t depth = 0;
  };
  std::vector<Part> parts;  // to do, the next one last
  if (!keys_.empty()) parts.push_back({0, static_cast<std::uint32_t>(keys_.size()), 0});
  while (!parts.empty()) {
    const Part part = parts.back();
    parts.pop_back();
    const bool leaf = part.last - part.first <= kLeaf || part.depth == kDeepest;
    Square square;
    square.first = part.first;
    square.last = part.last;
    square.depth = part.depth;
    const double side = side_ / static_cast<double>(1U << part.depth) / kTheta;
    square.reach = side * side;
    squares_.push_back(square);
    if (leaf) continue;
    for (std::uint32_t last = part.last; last > part.first;) {
      const std::uint64_t quarter = Quarter(keys_[last - 1], part.depth + 1);
      const auto begin = keys_.begin();
      const auto first = std::partition_point(
          begin + part.first, begin + last,
          [&](std::uint64_t key) { return Quarter(key, part.depth + 1) < quarter; });
      const auto from = static_cast<std::uint32_t>(first - begin);
      parts.push_back({from, last, part.depth + 1});
      last = from;
    }
  }
}

// From the last square to the first, so that those inside one come before it.
void QuadTree::Sum() {
  std::array<std::uint32_t, kDeepest + 2> next{};  // by depth
  next.fill(static_cast<std::uint32_t>(squares_.size()));
  std::array<Square, kDeepest + 2> inside{};  // by depth: sums over those seen so far
  for (std::size_t i = squares_.size(); i-- > 0;) {
    Square& square = squares_[i];
    square.next = next[square.depth];
    if (square.next == i + 1) {
      for (std::uint32_t at = square.first; at < square.last; ++at) {
        square.mass += placed_[at].mass;
        square.x += placed_[at].x * placed_[at].mass;
        square.y += placed_[at].y * placed_[at].mass;
      }
    }
    Square& parts = inside[square.depth + 1];
    square.mass += parts.mass;
    square.x += parts.x;
    square.y += parts.y;
    parts = Square();
    Square& all = inside[square.depth];
    all.mass += square.mass;
    all.x += square.x;
    all.y += square.y;
    square.x /= square.mass;
    square.y /= square.mass;
    for (std::uint32_t depth = square.depth; depth < next.size(); ++depth)
      next[depth] = static_cast<std::uint32_t>(i);
  }
}

Point QuadTree::Push(std::uint32_t point) const {
  const std::uint32_t place = places_[point];
  const Placed& here = placed_[place];
  Point push;
  for (std::uint32_t i = 0; i < squares_.size();) {
    const Square& square = squares_[i];
    const double x = here.x - square.x;
    const double y = here.y - square.y;
    const bool inside = place >= square.first && place < square.last;
    if (!inside && x * x + y * y > square.reach) {
      AddPush(x, y, square.mass, push);
      i = square.next;
    } else {
      if (square.next == i + 1) AddPoints(square, here, push);
      ++i;
    }
  }
  return push;
}

void QuadTree::AddPoints(const Square& leaf, const Placed& here, Point& push) const {
  for (std::uint32_t at = leaf.first; at < leaf.last; ++at) {
    const Placed& other = placed_[at];
    if (other.x != here.x || other.y != here.y) {
      AddPush(here.x - other.x, here.y - other.y, other.mass, push);
    } else if (other.point != here.point) {
      push.x += other.point < here.point ? other.mass : -other.mass;
    }
  }
}

}  // namespace zhitu::graph
