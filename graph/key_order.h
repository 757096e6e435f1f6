#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "graph/counting_sort.h"

namespace zhitu::graph {

/// The numbers 0 to `size` - 1 in the order of their keys; of those with equal keys the smallest
/// number alone. O(size) where the keys ascend already, else O(size log size).
///
/// @param key_of  gives the key of a number.
template <typename KeyOf>
std::vector<std::uint32_t> OrderByKey(std::size_t size, const KeyOf& key_of) {
  std::vector<std::uint32_t> order = FirstNumbers(size);
  const auto not_before = [&](std::uint32_t a, std::uint32_t b) { return key_of(a) >= key_of(b); };
  if (std::adjacent_find(order.begin(), order.end(), not_before) == order.end()) return order;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return key_of(a) < key_of(b); });
  const auto is_equal = [&](std::uint32_t a, std::uint32_t b) { return key_of(a) == key_of(b); };
  order.erase(std::unique(order.begin(), order.end(), is_equal), order.end());
  return order;
}

}  // namespace zhitu::graph
