#include "graph/entity_map.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace zhitu::graph {
namespace {

struct Kept {
  std::uint32_t entity = 0;
  int value = 0;
};

std::map<EntityNumber, int> AllOf(const EntityMap<Kept>& kept) {
  std::map<EntityNumber, int> all;
  std::size_t visits = 0;
  kept.ForEach([&](const Kept& one) {
    all[one.entity] = one.value;
    ++visits;
  });
  EXPECT_EQ(visits, kept.size());
  return all;
}

TEST(EntityMap, KeepsWhatAMapKeeps) {
  std::mt19937 random(1);
  for (const unsigned most : {1U, 10U, 1000U, 4000000000U}) {
    EntityMap<Kept> fast;
    std::map<EntityNumber, int> slow;
    for (int round = 1; round <= 3000; ++round) {
      const auto entity = static_cast<EntityNumber>(1 + random() % most);
      fast.Prefetch(entity);
      if (random() % 500 == 0) fast.Reserve(random() % 4000);
      const Kept* const known = fast.Find(entity);
      ASSERT_EQ(known != nullptr, slow.count(entity) == 1) << entity;
      const auto [kept, is_new] = fast.Add(entity);
      ASSERT_EQ(is_new, known == nullptr);
      ASSERT_EQ(kept.entity, entity);
      ASSERT_EQ(kept.value, slow[entity]);
      kept.value = slow[entity] = round;
    }
    EXPECT_EQ(AllOf(fast), slow);
  }
}

TEST(EntityMap, HasNothingAtFirst) {
  EntityMap<Kept> map;
  EXPECT_EQ(map.Find(1), nullptr);
  EXPECT_EQ(map.size(), 0U);
  EXPECT_TRUE(AllOf(map).empty());
  map.Reserve(100);
  EXPECT_EQ(map.Find(1), nullptr);
  EXPECT_TRUE(AllOf(map).empty());
}

}  // namespace
}  // namespace zhitu::graph
