#include "graph/point.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

namespace zhitu::graph {
namespace {

constexpr double kTiny = 1e-9;

// Points by the cell of a grid that they lie in; all that is near a point lies in the nine cells
// around its own.
class Grid {
 public:
  Grid(const std::vector<Point>& points, double side) : side_(side) {
    for (std::uint32_t i = 0; i < points.size(); ++i) sorted_.push_back({CellOf(points[i]), i});
    std::sort(sorted_.begin(), sorted_.end());
  }

  // Calls `visit` with the points near `point` of a greater number, row by row.
  template <typename Visit>
  void ForEachNear(const Point& point, std::uint32_t number, const Visit& visit) const {
    const Cell middle = CellOf(point);
    for (std::int64_t y = middle.y - 1; y <= middle.y + 1; ++y) {
      const Placed from{{y, middle.x - 1}, 0};
      for (auto at = std::lower_bound(sorted_.begin(), sorted_.end(), from);
           at != sorted_.end() && at->cell <= Cell{y, middle.x + 1}; ++at) {
        if (at->number > number) visit(at->number);
      }
    }
  }

 private:
  struct Cell {
    std::int64_t y = 0;
    std::int64_t x = 0;
    auto operator<=>(const Cell&) const = default;
  };
  struct Placed {
    Cell cell;
    std::uint32_t number = 0;
    auto operator<=>(const Placed&) const = default;
  };

  Cell CellOf(const Point& point) const {
    return {static_cast<std::int64_t>(std::floor(point.y / side_)),
            static_cast<std::int64_t>(std::floor(point.x / side_))};
  }

  double side_;
  std::vector<Placed> sorted_;
};

// Moves two points apart if they are too near; false if they are not.
bool Part(std::size_t i, std::size_t j, double least, std::vector<Point>& points) {
  double dx = points[j].x - points[i].x;
  double dy = points[j].y - points[i].y;
  if (dx * dx + dy * dy >= least * least) return false;
  // Coincident points part along a direction of their own.
  if (dx * dx + dy * dy < kTiny) {
    dx = 1.0 + static_cast<double>(j % 7);
    dy = 1.0 + static_cast<double>(i % 5);
  }
  const double distance = std::sqrt(dx * dx + dy * dy);
  const double push = std::max(0.0, least - distance) / 2 + 0.01;
  points[i] = {points[i].x - dx / distance * push, points[i].y - dy / distance * push};
  points[j] = {points[j].x + dx / distance * push, points[j].y + dy / distance * push};
  return true;
}

// A direction turned by the angle under which a chord is seen from the middle of its circle.
Point Turned(const Point& direction, double chord, double radius) {
  const double half = std::min(1.0, chord / (2 * radius));
  const double cosine = 1 - 2 * half * half;
  const double sine = 2 * half * std::sqrt(1 - half * half);
  return {direction.x * cosine - direction.y * sine, direction.x * sine + direction.y * cosine};
}

}  // namespace

std::vector<Point> Spiral(std::size_t count, double spacing) {
  // Cosine and sine of the golden angle, so that no point needs an angle of its own.
  constexpr double kCosine = -0.737368878078320;
  constexpr double kSine = 0.675490294261524;
  std::vector<Point> points(count);
  Point direction{1, 0};
  for (std::size_t i = 0; i < count; ++i) {
    const double radius = spacing * std::sqrt(static_cast<double>(i));
    points[i] = {direction.x * radius, direction.y * radius};
    direction = {direction.x * kCosine - direction.y * kSine,
                 direction.x * kSine + direction.y * kCosine};
    const double length = std::sqrt(direction.x * direction.x + direction.y * direction.y);
    direction = {direction.x / length, direction.y / length};
  }
  return points;
}

void FitInto(double radius, std::vector<Point>& points) {
  if (points.empty()) return;
  const auto by_x = [](const Point& a, const Point& b) { return a.x < b.x; };
  const auto by_y = [](const Point& a, const Point& b) { return a.y < b.y; };
  const auto [left, right] = std::minmax_element(points.begin(), points.end(), by_x);
  const auto [low, high] = std::minmax_element(points.begin(), points.end(), by_y);
  const Point middle{(left->x + right->x) / 2, (low->y + high->y) / 2};
  const double reach = std::max(right->x - left->x, high->y - low->y) / 2;
  const double scale = reach > kTiny ? radius / reach : 0.0;
  for (Point& point : points) {
    point = {(point.x - middle.x) * scale, (point.y - middle.y) * scale};
  }
}

void PartOverlaps(const std::vector<double>& radii, std::vector<Point>& points) {
  constexpr int kRounds = 40;
  if (points.empty()) return;
  const double side = 2 * *std::max_element(radii.begin(), radii.end()) + kTiny;
  for (int round = 0; round < kRounds; ++round) {
    bool moved = false;
    const Grid grid(points, side);
    for (std::uint32_t i = 0; i < points.size(); ++i) {
      grid.ForEachNear(points[i], i, [&](std::uint32_t j) {
        moved = Part(i, j, radii[i] + radii[j], points) || moved;
      });
    }
    if (!moved) return;
  }
}

// Places on a circle are told by chords, which need no function but the square root. An arc is at
// most 5 % longer than its chord here, since no disc is larger than the first one.
std::vector<Point> PackDiscs(const std::vector<double>& radii) {
  constexpr double kArcs = 2 * 3.14159 / 1.05;  // of discs, in radii of their ring
  std::vector<Point> middles(radii.size());
  double inner = radii.empty() ? 0 : radii.front();
  for (std::size_t first = 1; first < radii.size();) {
    const double ring = inner + radii[first];
    double length = 2 * radii[first];
    std::size_t last = first + 1;
    while (last < radii.size() && length + 2 * radii[last] <= kArcs * ring)
      length += 2 * radii[last++];
    // A ring that is full is stretched to close; in the last one there may be room.
    const double stretch = last < radii.size() ? std::max(1.0, kArcs * ring / length) : 1.0;
    Point direction{1, 0};
    for (std::size_t i = first; i < last; ++i) {
      if (i > first) direction = Turned(direction, (radii[i - 1] + radii[i]) * stretch, ring);
      middles[i] = {direction.x * ring, direction.y * ring};
    }
    inner = ring + radii[first];
    first = last;
  }
  return middles;
}

}  // namespace zhitu::graph
