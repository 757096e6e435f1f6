#include "graph/quad_tree.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace zhitu::graph {
namespace {

// Each other point, one by one.
Point SlowPush(const std::vector<Point>& points, const std::vector<double>& masses, std::size_t i) {
  Point push;
  for (std::size_t j = 0; j < points.size(); ++j) {
    const double x = points[i].x - points[j].x;
    const double y = points[i].y - points[j].y;
    if (x == 0 && y == 0) continue;
    push.x += x * masses[j] / (x * x + y * y);
    push.y += y * masses[j] / (x * x + y * y);
  }
  return push;
}

std::vector<Point> RandomPoints(unsigned seed, std::size_t count, bool clustered) {
  std::mt19937 random(seed);
  const auto coordinate = [&] { return static_cast<double>(random() % 100000) / 100 - 500; };
  std::vector<Point> points;
  for (std::size_t i = 0; i < count; ++i) {
    const double scale = clustered && i % 3 != 0 ? 1e-4 : 1;
    points.push_back({coordinate() * scale, coordinate() * scale});
  }
  return points;
}

struct TreeCase {
  const char* name;
  std::size_t count;
  bool clustered;
};
void PrintTo(const TreeCase& c, std::ostream* out) { *out << c.name; }
class QuadTreePush : public testing::TestWithParam<TreeCase> {};

TEST_P(QuadTreePush, IsNearTheSumOfAll) {
  const std::vector<Point> points = RandomPoints(7, GetParam().count, GetParam().clustered);
  std::vector<double> masses;
  for (std::size_t i = 0; i < points.size(); ++i) masses.push_back(1 + static_cast<double>(i % 5));
  const QuadTree tree(points, masses);
  std::vector<std::uint32_t> order = tree.order();
  std::sort(order.begin(), order.end());
  double error = 0;
  double all = 0;
  for (std::uint32_t i = 0; i < points.size(); ++i) {
    ASSERT_EQ(order.at(i), i) << "each point once";
    const Point push = tree.Push(i);
    const Point slow = SlowPush(points, masses, i);
    error += std::hypot(push.x - slow.x, push.y - slow.y);
    all += std::hypot(slow.x, slow.y);
  }
  const bool leaf = points.size() <= 8;  // which is exact
  EXPECT_LE(error, (leaf ? 1e-9 : 0.05) * all);
}

const TreeCase kTreeCases[] = {
    {"None", 0, false},       {"One", 1, false},           {"Two", 2, false},
    {"Leaf", 8, false},       {"MoreThanALeaf", 9, false}, {"Many", 2000, false},
    {"Clusters", 2000, true},
};
INSTANTIATE_TEST_SUITE_P(Shapes, QuadTreePush, testing::ValuesIn(kTreeCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(QuadTree, CoincidentPointsPushEachOtherApart) {
  const std::vector<Point> points(40, Point{1, 1});
  const std::vector<double> masses(40, 1.0);
  const QuadTree tree(points, masses);
  EXPECT_LT(tree.Push(0).x, tree.Push(39).x);
  for (std::uint32_t i = 0; i < 40; ++i) EXPECT_TRUE(std::isfinite(tree.Push(i).x));
}

}  // namespace
}  // namespace zhitu::graph
