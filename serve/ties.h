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
  std::int64_t weight = 0;             ///< Evidence counted one by one.
  std::uint32_t other = 0;             ///< The entity at the other end.
  float strength = 0;                  ///< `graph::Strength`.
  std::int32_t predicate = 0;          ///< Number of the predicate.
  bool outgoing = false;               ///< As in `graph::Neighbour`.
  bool symmetric = false;              ///< Co-occurrence.
};

/// The ties of entities, those that were asked for lately in memory: at most some 64 MB. One
/// thread.
class Ties {
 public:
  /// @param store  must live longer.
  explicit Ties(const graph::Store& store) : store_(store), strengths_(store.Counts().windows) {}

  /// Those of an entity, by the other's number, then relation; valid until the next call.
  /// @throws as `Store::ReadNeighbours`.
  const std::vector<Tie>& Of(graph::EntityNumber entity);

 private:
  // Of each generation; 32 bytes a tie.
  static constexpr std::size_t kMostKept = 1'000'000;
  using Kept = std::unordered_map<graph::EntityNumber, std::vector<Tie>>;

  std::vector<Tie> Read(graph::EntityNumber entity);
  const std::vector<Tie>& Keep(graph::EntityNumber entity, std::vector<Tie> ties);

  const graph::Store& store_;
  graph::Strengths strengths_;
  Kept young_;                                // asked for since the last change of generations
  Kept old_;                                  // asked for in the generation before
  std::size_t count_ = 0;                     // ties in young_
  std::vector<graph::Neighbour> neighbours_;  // of the entity read last
};

}  // namespace zhitu::serve
