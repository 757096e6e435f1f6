#include "serve/entity_sums.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

namespace zhitu::serve {
namespace {

using Sums = std::vector<EntitySums::Sum>;

TEST(EntitySums, GivesTheGreatestFirst) {
  EntitySums sums(5);
  sums.Add(3, 1);
  sums.Add(5, 2);
  sums.Add(1, 1);
  sums.Add(3, 1);
  EXPECT_EQ(sums.TakeGreatest(2), (Sums{{3, 2.0}, {5, 2.0}}));
  EXPECT_EQ(sums.TakeGreatest(2), Sums());
  sums.Add(4, 1);
  sums.Clear();
  EXPECT_EQ(sums.TakeGreatest(9), Sums());
}

// The slow twin: a map, sorted as a whole.
TEST(EntitySums, AgreesWithAMap) {
  std::mt19937 random(1);
  EntitySums sums(30);
  for (int round = 0; round < 200; ++round) {
    std::map<graph::EntityNumber, double> slow;
    for (auto i = random() % 40; i > 0; --i) {
      const auto entity = static_cast<graph::EntityNumber>(random() % 30 + 1);
      const auto value = static_cast<double>(random() % 3 + 1);
      sums.Add(entity, value);
      slow[entity] += value;
    }
    Sums expected(slow.begin(), slow.end());
    std::stable_sort(expected.begin(), expected.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    const std::size_t most = random() % 12;
    if (expected.size() > most) expected.resize(most);
    EXPECT_EQ(sums.TakeGreatest(most), expected);
  }
}

}  // namespace
}  // namespace zhitu::serve
