#pragma once

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

namespace zhitu::graph {

/// The numbers 0 to `size` - 1, in order: what `CountingSort` begins with.
inline std::vector<std::uint32_t> FirstNumbers(std::size_t size) {
  std::vector<std::uint32_t> order(size);
  std::iota(order.begin(), order.end(), 0U);
  return order;
}

/// Sorts numbers by a small key each has; equal ones keep their order, so that a key of several
/// parts is sorted by from its last part to its first. O(order + keys) time and memory.
///
/// @param order   what is sorted.
/// @param keys    one more than the greatest key.
/// @param key_of  gives the key of a number of `order`.
template <typename KeyOf>
void CountingSort(std::vector<std::uint32_t>& order, std::size_t keys, const KeyOf& key_of) {
  std::vector<std::uint32_t> begins(keys + 1, 0);
  for (const std::uint32_t number : order) ++begins[static_cast<std::size_t>(key_of(number)) + 1];
  std::partial_sum(begins.begin(), begins.end(), begins.begin());
  std::vector<std::uint32_t> sorted(order.size());
  for (const std::uint32_t number : order) {
    sorted[begins[static_cast<std::size_t>(key_of(number))]++] = number;
  }
  order.swap(sorted);
}

}  // namespace zhitu::graph
