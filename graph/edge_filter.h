#pragma once

#include <cstddef>
#include <vector>

#include "graph/query.h"

namespace zhitu::graph {

/// The relations a query may walk, asked for one by one; a filter of a `StoredGraph`.
class WalkableEdges {
 public:
  /// @param always  an entity that may be reached even if it is a document node; 0 for none.
  WalkableEdges(const Store& store, const QueryFilter& filter, EntityNumber always);
  /// True for a relation of the store that may be walked to its other end.
  bool operator()(const Neighbour& neighbour) const {
    return predicates_[static_cast<std::size_t>(neighbour.predicate)] != 0 &&
           (documents_ || !neighbour.document || neighbour.other == always_);
  }

 private:
  std::vector<unsigned char> predicates_;  // by number: 1 if it may be walked
  bool documents_;
  EntityNumber always_;
};

}  // namespace zhitu::graph
