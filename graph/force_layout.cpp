#include "graph/force_layout.h"

#include <algorithm>
#include <cmath>

namespace zhitu::graph {
namespace {

// Two points push each other away with kRepulsion / distance, the middle pulls with
// kGravity * distance, a spring with kPull * distance^2. Without springs the points would fill a
// disc evenly: the push of n points at its rim is the pull of the middle at a radius of sqrt(n *
// kRepulsion / kGravity).
constexpr double kRepulsion = 100.0;
constexpr double kGravity = 0.6;
constexpr double kPull = 0.025;
constexpr double kMore = 0.3;  // each doubling of the evidence pulls so much more
constexpr double kWidest = 30.0;
constexpr double kTiny = 1e-9;

// All forces of one step.
class Forces {
 public:
  Forces(const std::vector<Point>& points, const std::vector<Spring>& springs)
      : points_(points), springs_(springs), sums_(points.size()), degrees_(points.size()) {
    for (const Spring& spring : springs) {
      degrees_[spring.a] += 1.0;
      degrees_[spring.b] += 1.0;
    }
  }

  const std::vector<Point>& Sum() {
    for (std::size_t i = 0; i < points_.size(); ++i) {
      sums_[i] = {-kGravity * points_[i].x, -kGravity * points_[i].y};
    }
    for (std::size_t i = 0; i < points_.size(); ++i) Repel(i);
    for (const Spring& spring : springs_) Pull(spring);
    return sums_;
  }

 private:
  void Repel(std::size_t i) {
    for (std::size_t j = i + 1; j < points_.size(); ++j) {
      const double dx = points_[i].x - points_[j].x;
      const double dy = points_[i].y - points_[j].y;
      const double force = kRepulsion / (dx * dx + dy * dy + kTiny);
      sums_[i].x += dx * force;
      sums_[i].y += dy * force;
      sums_[j].x -= dx * force;
      sums_[j].y -= dy * force;
    }
  }
  // Between two hubs a spring pulls less, or all that is well connected would be one lump.
  void Pull(const Spring& spring) {
    const double hubs = std::sqrt(std::min(degrees_[spring.a], degrees_[spring.b]));
    const double x = points_[spring.b].x - points_[spring.a].x;
    const double y = points_[spring.b].y - points_[spring.a].y;
    const double pull = kPull * (1.0 + kMore * (spring.strength - 1.0)) / hubs;
    const double force = pull * std::sqrt(x * x + y * y);
    const double dx = x * force;
    const double dy = y * force;
    sums_[spring.a].x += dx;
    sums_[spring.a].y += dy;
    sums_[spring.b].x -= dx;
    sums_[spring.b].y -= dy;
  }

  const std::vector<Point>& points_;
  const std::vector<Spring>& springs_;
  std::vector<Point> sums_;
  std::vector<double> degrees_;
};

std::size_t StepsFor(std::size_t points) {
  const std::size_t pairs = points * points / 2 + 1;
  return std::clamp<std::size_t>(100'000'000 / pairs, 60, 600);
}

// Moves a point along its force, at most `most` far.
void Move(const Point& force, double most, Point& point) {
  const double length = std::sqrt(force.x * force.x + force.y * force.y) + kTiny;
  const double step = std::min(length, most);
  point.x += force.x / length * step;
  point.y += force.y / length * step;
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

void RunForces(std::vector<Point>& points, const std::vector<Spring>& springs) {
  Forces forces(points, springs);
  const std::size_t steps = StepsFor(points.size());
  for (std::size_t step = 0; step < steps; ++step) {
    const double heat = 1.0 - static_cast<double>(step) / static_cast<double>(steps);
    const std::vector<Point>& sums = forces.Sum();
    for (std::size_t i = 0; i < points.size(); ++i) Move(sums[i], kWidest * heat * heat, points[i]);
  }
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
  for (int round = 0; round < kRounds; ++round) {
    bool moved = false;
    for (std::size_t i = 0; i < points.size(); ++i) {
      for (std::size_t j = i + 1; j < points.size(); ++j) {
        const double least = radii[i] + radii[j];
        double dx = points[j].x - points[i].x;
        double dy = points[j].y - points[i].y;
        if (dx * dx + dy * dy >= least * least) continue;
        moved = true;
        // Coincident points part along a direction of their own.
        if (dx * dx + dy * dy < kTiny) {
          dx = 1.0 + static_cast<double>(j % 7);
          dy = 1.0 + static_cast<double>(i % 5);
        }
        const double distance = std::sqrt(dx * dx + dy * dy);
        const double push = std::max(0.0, least - distance) / 2 + 0.01;
        points[i] = {points[i].x - dx / distance * push, points[i].y - dy / distance * push};
        points[j] = {points[j].x + dx / distance * push, points[j].y + dy / distance * push};
      }
    }
    if (!moved) return;
  }
}

}  // namespace zhitu::graph
