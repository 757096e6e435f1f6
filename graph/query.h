#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/store.h"

namespace zhitu::graph {

/// Which entities and relations a query may use.
struct QueryFilter {
  std::vector<std::string> types;       ///< Types of answers; empty: all.
  std::vector<std::string> predicates;  ///< Predicates that may be walked; empty: all.
  bool through_documents = false;       ///< Document nodes may be steps and answers.
};

/// One step of a walk: a relation and the direction in which it was taken.
struct Step {
  RelationRecord relation;
  EntityRecord from;
  EntityRecord to;
};

/// An entity related to the one asked for.
struct Related {
  EntityRecord entity;
  std::size_t hops = 1;        ///< Least number of relations between the two.
  double score = 0;            ///< 0 to 1, 1 for the best answer.
  std::int64_t weight = 0;     ///< Evidence on the relations of its best walk, summed by mention.
  std::int64_t documents = 0;  ///< Documents behind the relations of its last step.
  std::vector<std::string> predicates;  ///< Of the relations that join it, sorted.
  std::vector<Step> walk;               ///< The best walk from the entity asked for.
};

/// Entities within `hops` relations of `start`, best first (then by id), at most `top`.
/// The score is explained in DESIGN.md. Reads only the adjacency it needs.
std::vector<Related> FindRelated(const Store& store, EntityNumber start, std::size_t hops,
                                 std::size_t top, const QueryFilter& filter);

/// A shortest walk between two entities: fewest steps, then most evidence, then by id
/// (breadth-first search of Boost.Graph over the stored adjacency). Empty if they are the same
/// entity; nothing if they are not connected within `max_hops`.
std::optional<std::vector<Step>> FindPath(const Store& store, EntityNumber from, EntityNumber to,
                                          std::size_t max_hops, const QueryFilter& filter);

}  // namespace zhitu::graph
