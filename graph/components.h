#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace zhitu::graph {

/// Which nodes hang together, by union-find with halved paths: nearly O(1) a call, 4 bytes a node.
class Components {
 public:
  /// @param size  nodes, numbered from 0, none of them joined; less than 2^32.
  explicit Components(std::size_t size = 0);

  /// Joins the components of two nodes.
  void Join(std::size_t a, std::size_t b) {
    const std::size_t first = Root(a);
    const std::size_t second = Root(b);
    parents_[std::max(first, second)] = static_cast<std::uint32_t>(std::min(first, second));
  }
  /// The node that stands for a component: the one with the smallest number.
  std::size_t Root(std::size_t node) {
    while (parents_[node] != node) {
      parents_[node] = parents_[parents_[node]];
      node = parents_[node];
    }
    return node;
  }
  /// The same, but changes nothing.
  std::size_t Root(std::size_t node) const {
    while (parents_[node] != node) node = parents_[node];
    return node;
  }

 private:
  std::vector<std::uint32_t> parents_;
};

}  // namespace zhitu::graph
