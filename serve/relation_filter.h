#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "graph/records.h"
#include "graph/store.h"
#include "serve/graph_brief.h"
#include "serve/parameters.h"

namespace zhitu::serve {

/// Which entities and relations an answer may hold, as the parameters `type`, `without_type`,
/// `predicate`, `without_predicate`, `min_weight`, `since` and `until` say. One thread.
class RelationFilter {
 public:
  /// @param brief  must live longer. @throws RequestError  for what they do not allow.
  RelationFilter(const Parameters& parameters, const GraphBrief& brief);

  /// True for an entity of a type that is wanted.
  bool KeepsEntity(graph::EntityNumber entity) const { return types_[brief_.TypeOf(entity)]; }
  /// True for a relation that is wanted and leads to an entity that is.
  bool Keeps(const graph::Neighbour& neighbour) const {
    return neighbour.weight >= min_weight_ &&
           predicates_[static_cast<std::size_t>(neighbour.predicate)] &&
           KeepsEntity(neighbour.other) && IsInside(neighbour.relation);
  }

 private:
  bool IsInside(graph::RelationNumber relation) const;

  const GraphBrief& brief_;
  std::vector<bool> types_;       // by place in GraphBrief::types
  std::vector<bool> predicates_;  // by number
  std::int64_t min_weight_ = 1;
  std::string since_;
  std::string until_;
};

}  // namespace zhitu::serve
