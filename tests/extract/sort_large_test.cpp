#include "extract/sort_large.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace zhitu::extract {
namespace {

// Can be moved only, and tells how often that was done.
struct Item {
  int key = 0;
  int number = 0;
  std::string text;
  int moves = 0;

  Item(int key_, int number_) : key(key_), number(number_), text(std::to_string(number_)) {}
  Item(const Item&) = delete;
  Item& operator=(const Item&) = delete;
  Item(Item&& other) noexcept
      : key(other.key), number(other.number), text(std::move(other.text)), moves(other.moves + 1) {}
  Item& operator=(Item&&) = delete;
  ~Item() = default;
};

bool IsBefore(const Item& a, const Item& b) { return a.key < b.key; }

std::vector<Item> Items(const std::vector<int>& keys) {
  std::vector<Item> items;
  items.reserve(keys.size());
  for (const int key : keys) items.emplace_back(key, static_cast<int>(items.size()));
  return items;
}

TEST(SortLarge, DoesAsStableSort) {
  std::mt19937 random(1);
  for (std::size_t size = 0; size < 60; ++size) {
    std::vector<int> keys(size);
    for (int& key : keys) key = static_cast<int>(random() % 10);
    std::vector<Item> items = Items(keys);
    SortLarge(items, IsBefore);
    std::vector<std::pair<int, int>> expected;
    for (std::size_t i = 0; i < size; ++i) expected.emplace_back(keys[i], i);
    std::sort(expected.begin(), expected.end());
    ASSERT_EQ(items.size(), size);
    for (std::size_t i = 0; i < size; ++i) {
      EXPECT_EQ(std::pair(items[i].key, items[i].number), expected[i]);
      EXPECT_EQ(items[i].text, std::to_string(items[i].number));
      EXPECT_LE(items[i].moves, 1);
    }
  }
}

TEST(SortLarge, LeavesWhatIsInOrder) {
  std::vector<Item> items = Items({1, 1, 2, 3});
  const Item* const first = items.data();
  SortLarge(items, IsBefore);
  EXPECT_EQ(items.data(), first);
  for (const Item& item : items) EXPECT_EQ(item.moves, 0);
}

}  // namespace
}  // namespace zhitu::extract
