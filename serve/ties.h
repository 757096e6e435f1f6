#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "graph/records.h"
#include "graph/store.h"
#include "graph/strength.h"

namespace zhitu::serve {

/// A relation as seen from one of its ends, as far as a picture needs it.
struct Tie {
  graph::RelationNumber relation = 0;  ///< In this file.
  graph::EntityNumber other = 0;       ///< The entity at the other end.
  std::int64_t weight = 0;             ///< Evidence counted one by one.
  double strength = 0;                 ///< `graph::Strength`.
  std::int32_t predicate = 0;          ///< Number of the predicate.
  bool outgoing = false;               ///< As in `graph::Neighbour`.
  bool symmetric = false;              ///< Co-occurrence.
};

/// The ties of entities, those that were asked for lately in memory: at most some 40 MB. One
/// thread.
class Ties {
 public:
  /// @param store  must live longer.
  explicit Ties(const graph::Store& store) : store_(store), strengths_(store.Counts().windows) {}

  /// Those of an entity, by the other's number, then relation; valid until the next call.
  /// @throws as `Store::ReadNeighbours`.
  const std::vector<Tie>& Of(graph::EntityNumber entity);

 private:
  static constexpr std::size_t kMostKept = 1'000'000;

  const graph::Store& store_;
  graph::Strengths strengths_;
  std::unordered_map<graph::EntityNumber, std::vector<Tie>> kept_;
  std::size_t count_ = 0;                     // in kept_
  std::vector<graph::Neighbour> neighbours_;  // of the entity read last
};

}  // namespace zhitu::serve
