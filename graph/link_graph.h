#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "graph/records.h"

namespace zhitu::graph {

class Store;

/// A tie between two nodes of a `LinkGraph`.
struct LinkEnds {
  std::uint32_t a = 0;  ///< Number of a node.
  std::uint32_t b = 0;  ///< Number of a node.
  double weight = 1;    ///< Positive and finite.
};

/// A graph in brief, for what looks at its shape only: nodes by number from 0, undirected weighted
/// links, at most one between two nodes (weights of parallel ones add up), none from a node to
/// itself. Immutable; threads may share it. 24 bytes a link, 16 a node.
class LinkGraph {
 public:
  /// A link as seen from one of its ends.
  struct End {
    std::uint32_t other = 0;  ///< Number of the node at the other end.
    float weight = 1;         ///< Of the link.
  };

  LinkGraph() = default;
  /// @param nodes  their number; less than 2^32.
  /// @param links  in any order; those from a node to itself are left out. O(nodes + links).
  LinkGraph(std::size_t nodes, const std::vector<LinkEnds>& links);

  /// How many nodes there are.
  std::size_t size() const noexcept { return begins_.empty() ? 0 : begins_.size() - 1; }
  /// How many links there are.
  std::size_t links() const noexcept { return ends_.size() / 2; }
  /// The links of a node by the number at their other end.
  std::span<const End> Of(std::size_t node) const {
    return {ends_.data() + begins_[node], ends_.data() + begins_[node + 1]};
  }
  /// How many links a node has.
  std::size_t Degree(std::size_t node) const { return begins_[node + 1] - begins_[node]; }
  /// Groups of nodes as the nodes of a coarser graph; weights of links between two groups add up.
  /// @param groups  by node, below `count`.
  LinkGraph Joined(const std::vector<std::uint32_t>& groups, std::size_t count) const;
  /// The sum of the weights of a node's links.
  double Strength(std::size_t node) const;

 private:
  std::vector<std::size_t> begins_;  // by node, and the end of the last
  std::vector<End> ends_;
};

/// The entities of a graph file as nodes, in order of the bytes of their ids, so that what is told
/// of them does not depend on the numbers in the file.
struct EntityGraph {
  std::vector<EntityNumber> entities;  ///< By node.
  LinkGraph links;                     ///< One for all relations of a pair; weights are evidence.
  std::vector<LinkEnds> arcs;  ///< Relations from a to b, in canonical order; those of symmetric
                               ///< ones both ways, one after the other.
};

/// Reads all entities, document nodes too, and all relations. O(entities + relations).
/// @throws as `Store`.
EntityGraph ReadEntityGraph(const Store& store);

}  // namespace zhitu::graph
