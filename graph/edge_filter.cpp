#include "graph/edge_filter.h"

#include <algorithm>
#include <string>

namespace zhitu::graph {

WalkableEdges::WalkableEdges(const Store& store, const QueryFilter& filter, EntityNumber always)
    : documents_(filter.through_documents), always_(always) {
  const std::vector<std::string>& wanted = filter.predicates;
  for (const std::string& predicate : store.Predicates()) {
    const bool walkable =
        wanted.empty() || std::find(wanted.begin(), wanted.end(), predicate) != wanted.end();
    predicates_.push_back(walkable ? 1 : 0);
  }
}

}  // namespace zhitu::graph
