#include "graph/force_layout.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/support/random_links.h"

namespace zhitu::graph {
namespace {

double Distance(const Point& a, const Point& b) { return std::hypot(a.x - b.x, a.y - b.y); }

struct ShapeCase {
  const char* name;
  std::size_t nodes;
  std::vector<LinkEnds> links;
};
void PrintTo(const ShapeCase& c, std::ostream* out) { *out << c.name; }
class ForceLayoutOf : public testing::TestWithParam<ShapeCase> {};

TEST_P(ForceLayoutOf, IsFiniteAndTheSameForAnyNumberOfThreads) {
  const LinkGraph graph(GetParam().nodes, GetParam().links);
  const std::vector<Point> points = ForceLayout(graph, 1);
  const std::vector<Point> again = ForceLayout(graph, 3);
  ASSERT_EQ(points.size(), GetParam().nodes);
  for (std::size_t i = 0; i < points.size(); ++i) {
    ASSERT_TRUE(std::isfinite(points[i].x) && std::isfinite(points[i].y)) << i;
    EXPECT_TRUE(points[i].x == again[i].x && points[i].y == again[i].y) << i;
    for (std::size_t j = 0; j < std::min<std::size_t>(i, 100); ++j)
      EXPECT_GT(Distance(points[i], points[j]), 1e-3) << i << ' ' << j;
  }
}

std::vector<LinkEnds> Star(std::uint32_t nodes) {
  std::vector<LinkEnds> links;
  for (std::uint32_t i = 1; i < nodes; ++i) links.push_back({0, i, 1});
  return links;
}

std::vector<LinkEnds> Chain(std::uint32_t nodes) {
  std::vector<LinkEnds> links;
  for (std::uint32_t i = 1; i < nodes; ++i) links.push_back({i - 1, i, 1});
  return links;
}

const ShapeCase kShapeCases[] = {
    {"Nothing", 0, {}},
    {"One", 1, {}},
    {"Two", 2, {{0, 1, 1}}},
    {"TwoAlone", 2, {}},
    {"ManyAlone", 500, {}},
    {"ToItself", 2, {{0, 0, 1}}},
    {"Heavy", 3, {{0, 1, 1e15}, {1, 2, 1}}},
    {"Star", 3000, Star(3000)},
    {"Chain", 3000, Chain(3000)},
    {"Groups", 60, GroupedLinks(1, 6, 10)},
    {"Random", 1500, RandomLinks(2, 1500, 4000)},
};
INSTANTIATE_TEST_SUITE_P(Shapes, ForceLayoutOf, testing::ValuesIn(kShapeCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(ForceLayout, DrawsGroupsApart) {
  const std::vector<Point> points = ForceLayout(LinkGraph(60, GroupedLinks(1, 6, 10)), 1);
  double together = 0;
  double apart = 0;
  for (std::size_t i = 0; i < 60; ++i) {
    for (std::size_t j = 0; j < i; ++j)
      (i / 10 == j / 10 ? together : apart) += Distance(points[i], points[j]);
  }
  // There are 270 pairs of one group and 1,500 others.
  EXPECT_LT(together / 270, 0.4 * apart / 1500);
}

TEST(ForceLayout, DrawsAChainLong) {
  const std::vector<Point> points = ForceLayout(LinkGraph(30, Chain(30)), 1);
  const double ends = Distance(points[0], points[29]);
  for (std::size_t i = 1; i < 30; ++i) EXPECT_LT(Distance(points[i - 1], points[i]), ends / 6);
}

TEST(ForceLayout, DrawsHeavyLinksShorter) {
  std::vector<LinkEnds> links = {{0, 1, 64}, {0, 2, 1}, {0, 3, 1}};
  const std::vector<Point> points = ForceLayout(LinkGraph(4, links), 1);
  EXPECT_LT(Distance(points[0], points[1]), 0.8 * Distance(points[0], points[2]));
}

}  // namespace
}  // namespace zhitu::graph
