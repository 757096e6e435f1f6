#include <vector>

#include "serve/answers.h"
#include "serve/relation_filter.h"
#include "serve/subgraph.h"

namespace zhitu::serve {
namespace {

// A link as `RelationFilter` reads it.
struct LinkedTie {
  graph::RelationNumber relation;
  std::int64_t weight;
  std::int32_t predicate;
  graph::EntityNumber other;
};

// By number whether an entity has a relation that the filter leaves, both ends included.
// O(relations), however few are left.
std::vector<bool> Joined(const Reader& reader, const RelationFilter& filter) {
  std::vector<bool> joined(static_cast<std::size_t>(reader.store.last_entity()) + 1);
  reader.store.ForEachLink([&](const graph::Link& link) {
    const LinkedTie tie = {link.relation, link.weight, link.predicate, link.object};
    if (!filter.Keeps(tie) || !filter.KeepsEntity(link.subject)) return;
    joined[static_cast<std::size_t>(link.subject)] = true;
    joined[static_cast<std::size_t>(link.object)] = true;
  });
  return joined;
}

}  // namespace

std::string TopAnswer(Reader& reader, const Parameters& parameters) {
  const auto limit = static_cast<std::size_t>(parameters.Number("limit", 100, 1, 500));
  const auto edges = static_cast<std::size_t>(parameters.Number("edges", 1000, 0, 5000));
  const RelationFilter filter(parameters, reader.brief);
  const bool must_join = filter.FiltersRelations();
  const std::vector<bool> joined = must_join ? Joined(reader, filter) : std::vector<bool>();
  std::vector<DrawnNode> nodes;
  for (const graph::EntityNumber entity : reader.brief.top()) {
    if (nodes.size() == limit) break;
    if (must_join && !joined[static_cast<std::size_t>(entity)]) continue;
    if (filter.KeepsEntity(entity)) nodes.push_back({entity, 0});
  }
  return Subgraph(reader, nodes, filter, edges);
}

}  // namespace zhitu::serve
