#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
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

/// The ties of one entity, by the other's number, then relation; never changed.
using TieList = std::shared_ptr<const std::vector<Tie>>;

/// The ties of entities that were asked for lately, for all threads: 32 bytes a tie, and of twice
/// `most` ties at most. Any thread.
class TieCache {
 public:
  /// @param most  ties of a generation; of what the last generation has not asked for, and the one
  ///              before, nothing is kept.
  explicit TieCache(std::size_t most = kMostKept) : most_(most) {}

  /// The ties of an entity; null if they are not kept. O(1).
  TieList Find(graph::EntityNumber entity);
  /// Keeps the ties of an entity.
  void Keep(graph::EntityNumber entity, const TieList& list);

 private:
  static constexpr std::size_t kMostKept = 2'000'000;
  using Kept = std::unordered_map<graph::EntityNumber, TieList>;

  // Returns what is kept no longer, to be let go of without the lock.
  Kept Add(graph::EntityNumber entity, const TieList& list);

  std::size_t most_;
  std::mutex mutex_;
  Kept young_;             // asked for since the last change of generations
  Kept old_;               // asked for in the generation before
  std::size_t count_ = 0;  // ties in young_
};

/// The ties of entities, from the cache or the file. One thread.
class Ties {
 public:
  /// @param store  must live longer. @param cache  of the same file; must live longer.
  Ties(const graph::Store& store, TieCache& cache)
      : store_(store), cache_(cache), strengths_(store.Counts().windows) {}

  /// Those of an entity. @throws as `Store::ReadNeighbours`.
  TieList Of(graph::EntityNumber entity);

 private:
  TieList Read(graph::EntityNumber entity);

  const graph::Store& store_;
  TieCache& cache_;
  graph::Strengths strengths_;
  std::vector<graph::Neighbour> neighbours_;  // of the entity read last
};

}  // namespace zhitu::serve
