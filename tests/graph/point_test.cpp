#include "graph/point.h"

#include <gtest/gtest.h>

#include <cmath>

namespace zhitu::graph {
namespace {

TEST(Points, SpiralPointsAreEvenlyApart) {
  const std::vector<Point> points = Spiral(500, 10);
  for (std::size_t i = 0; i < points.size(); ++i) {
    for (std::size_t j = i + 1; j < points.size(); ++j) {
      ASSERT_GT(std::hypot(points[i].x - points[j].x, points[i].y - points[j].y), 9);
    }
  }
}

TEST(Points, FitsIntoItsFrame) {
  std::vector<Point> points = {{5, 5}, {7, 6}, {6, 9}};
  FitInto(100, points);
  EXPECT_DOUBLE_EQ(points[0].y, -100);
  EXPECT_DOUBLE_EQ(points[2].y, 100);
  EXPECT_DOUBLE_EQ(points[0].x, -points[1].x);
  std::vector<Point> same = {{5, 5}, {5, 5}};
  FitInto(100, same);
  EXPECT_DOUBLE_EQ(same[1].x, 0);
}

TEST(Points, PartsOverlaps) {
  std::vector<Point> points = {{0, 0}, {0, 0}, {1, 0}, {100, 100}};
  PartOverlaps({5, 5, 5, 5}, points);
  for (std::size_t i = 0; i < points.size(); ++i) {
    for (std::size_t j = i + 1; j < points.size(); ++j) {
      EXPECT_GE(std::hypot(points[i].x - points[j].x, points[i].y - points[j].y), 9.99);
    }
  }
  EXPECT_DOUBLE_EQ(points[3].x, 100);
}

// Against all pairs.
TEST(Points, PartsManyOverlaps) {
  std::vector<Point> points = Spiral(300, 6);
  const std::vector<double> radii(300, 4);
  PartOverlaps(radii, points);
  std::size_t overlaps = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    for (std::size_t j = i + 1; j < points.size(); ++j) {
      if (std::hypot(points[i].x - points[j].x, points[i].y - points[j].y) < 7.5) ++overlaps;
    }
  }
  EXPECT_LT(overlaps, 10U);
}

TEST(Points, PackedDiscsDoNotOverlap) {
  for (const std::vector<double>& radii :
       {std::vector<double>{}, std::vector<double>{5}, std::vector<double>(2, 5.0),
        std::vector<double>(100, 1.0), std::vector<double>{50, 50, 50, 20, 20, 20, 20, 1, 1, 1},
        std::vector<double>{9, 8, 7, 6, 5, 4, 3, 2, 1}}) {
    const std::vector<Point> middles = PackDiscs(radii);
    ASSERT_EQ(middles.size(), radii.size());
    for (std::size_t i = 0; i < radii.size(); ++i) {
      for (std::size_t j = i + 1; j < radii.size(); ++j) {
        EXPECT_GE(std::hypot(middles[i].x - middles[j].x, middles[i].y - middles[j].y),
                  0.999 * (radii[i] + radii[j]))
            << i << ' ' << j << " of " << radii.size();
      }
    }
  }
}

}  // namespace
}  // namespace zhitu::graph
