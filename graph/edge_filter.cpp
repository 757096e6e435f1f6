#include "graph/edge_filter.h"

#include <algorithm>
#include <vector>

namespace zhitu::graph {

StoredGraph::EdgeFilter WalkableEdges(const Store& store, const QueryFilter& filter,
                                      EntityNumber always) {
  std::vector<bool> walkable;  // by number of the predicate
  for (const std::string& predicate : store.Predicates()) {
    walkable.push_back(filter.predicates.empty() ||
                       std::find(filter.predicates.begin(), filter.predicates.end(), predicate) !=
                           filter.predicates.end());
  }
  return [walkable = std::move(walkable), documents = filter.through_documents,
          always](const Neighbour& neighbour) {
    return walkable[static_cast<std::size_t>(neighbour.predicate)] &&
           (documents || !neighbour.document || neighbour.other == always);
  };
}

}  // namespace zhitu::graph
