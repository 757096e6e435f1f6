#pragma once

#include <algorithm>
#include <utility>
#include <vector>

namespace zhitu::extract {

/// Sorts as std::stable_sort does, but moves each item once at most: for large ones.
/// O(n log n) comparisons, O(n) where they are in order.
template <typename Item, typename Before>
void SortLarge(std::vector<Item>& items, Before before) {
  if (std::is_sorted(items.begin(), items.end(), before)) return;
  std::vector<Item*> order;
  order.reserve(items.size());
  for (Item& item : items) order.push_back(&item);
  std::stable_sort(order.begin(), order.end(),
                   [&](const Item* a, const Item* b) { return before(*a, *b); });
  std::vector<Item> sorted;
  sorted.reserve(items.size());
  for (Item* const item : order) sorted.push_back(std::move(*item));
  items = std::move(sorted);
}

}  // namespace zhitu::extract
