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

  /// True if some relations are not wanted for what they are, whatever their ends.
  bool FiltersRelations() const { return !all_predicates_ || min_weight_ > 1 || !undated_; }
  /// True for an entity of a type that is wanted.
  bool KeepsEntity(graph::EntityNumber entity) const { return types_[brief_.TypeOf(entity)]; }
  /// True for a relation that is wanted and leads to an entity that is.
  /// @param tie  a `graph::Neighbour`, a `Tie`, or what has the same members.
  template <typename AnyTie>
  bool Keeps(const AnyTie& tie) const {
    return tie.weight >= min_weight_ && predicates_[static_cast<std::size_t>(tie.predicate)] &&
           (all_types_ || KeepsEntity(tie.other)) && (undated_ || IsInside(tie.relation));
  }

 private:
  bool IsInside(graph::RelationNumber relation) const;

  const GraphBrief& brief_;
  std::vector<bool> types_;       // by place in GraphBrief::types
  std::vector<bool> predicates_;  // by number
  bool all_types_ = true;         // all of types_
  bool all_predicates_ = true;    // all of predicates_
  std::int64_t min_weight_ = 1;
  std::string since_;
  std::string until_;
  bool undated_ = true;  // neither is given
};

}  // namespace zhitu::serve
