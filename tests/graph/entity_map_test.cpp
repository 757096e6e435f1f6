#include "graph/entity_map.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace zhitu::graph {
namespace {

TEST(EntityMap, KeepsWhatAMapKeeps) {
  std::mt19937 random(1);
  for (const unsigned most : {1U, 10U, 1000U, 4000000000U}) {
    EntityMap<int> fast;
    std::map<EntityNumber, int> slow;
    std::vector<EntityNumber> order;
    for (int round = 0; round < 3000; ++round) {
      const auto entity = static_cast<EntityNumber>(1 + random() % most);
      const int* const known = fast.Find(entity);
      ASSERT_EQ(known != nullptr, slow.count(entity) == 1) << entity;
      const auto [value, is_new] = fast.Add(entity);
      ASSERT_EQ(is_new, known == nullptr);
      ASSERT_EQ(value, slow[entity]);
      if (is_new) order.push_back(entity);
      value = slow[entity] = round;
    }
    ASSERT_EQ(fast.entries().size(), order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
      EXPECT_EQ(fast.entries()[i], std::pair(order[i], slow[order[i]]));
    }
  }
}

TEST(EntityMap, HasNothingAtFirst) {
  const EntityMap<int> map;
  EXPECT_EQ(map.Find(1), nullptr);
  EXPECT_TRUE(map.entries().empty());
}

}  // namespace
}  // namespace zhitu::graph
