#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "graph/records.h"
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
  RelationRecord relation;  ///< The relation.
  EntityRecord from;        ///< The end where the step begins.
  EntityRecord to;          ///< The end where it arrives.
};

/// An entity related to the one asked for.
struct Related {
  EntityRecord entity;         ///< The entity.
  std::size_t hops = 1;        ///< Least number of relations between the two.
  double score = 0;            ///< Above 0 to 1, 1 for the best answer.
  std::int64_t weight = 0;     ///< Evidence on the relations of its last step, counted one by one.
  std::int64_t documents = 0;  ///< Most documents behind one of these relations.
  std::vector<std::string> predicates;    ///< Of these relations, sorted.
  std::vector<RelationRecord> relations;  ///< The relations of its last step, strongest first.
  std::vector<Step> walk;  ///< The best walk from the entity asked for, by the strongest relations.
};

/// Entities within `hops` relations of `start`, best first (then by id), at most `top`. Relations
/// are walked either way.
///
/// Score: strengths s (`Strength`) of parallel relations add up; a step is worth t = s / (1 + s). A
/// neighbour scores t. An entity further away scores the sum, over all shortest walks to it, of the
/// score of the entity before it times t, divided by log2(2 + neighbours of that entity): who comes
/// by way of a hub is less related (Adamic and Adar 2003). All is divided by the best answer's.
///
/// @param start  an entity number that `store` gave.
/// Reads the adjacency of all entities nearer than `hops`, each once. @throws as `Store`.
std::vector<Related> FindRelated(const Store& store, EntityNumber start, std::size_t hops,
                                 std::size_t top, const QueryFilter& filter);

/// A shortest walk between two entities: fewest steps, then greatest sum of strengths, then
/// smallest ids from `from` on. Empty if they are the same entity; nothing if they are not
/// connected within `max_hops`. Document nodes may be its ends.
///
/// Breadth-first search of Boost.Graph over the stored adjacency; reads the adjacency of all
/// entities nearer to `from` than `to` is, each once. @throws as `Store`.
std::optional<std::vector<Step>> FindPath(const Store& store, EntityNumber from, EntityNumber to,
                                          std::size_t max_hops, const QueryFilter& filter);
/// The same over those relations of which `keep` says so, as seen from the end where they are met.
std::optional<std::vector<Step>> FindPathOver(const Store& store, EntityNumber from,
                                              EntityNumber to, std::size_t max_hops,
                                              const std::function<bool(const Neighbour&)>& keep);

}  // namespace zhitu::graph
