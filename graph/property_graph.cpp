#include "graph/property_graph.h"

#include <vector>

#include "graph/store.h"

namespace zhitu::graph {

PropertyGraph LoadGraph(const Store& store) {
  PropertyGraph graph;
  std::vector<PropertyGraph::vertex_descriptor> vertices(
      static_cast<std::size_t>(store.last_entity()) + 1, PropertyGraph::null_vertex());
  const auto vertex_of = [&](EntityNumber entity) -> PropertyGraph::vertex_descriptor& {
    return vertices[static_cast<std::size_t>(entity)];
  };
  store.ForEachEntity([&](const EntityRecord& entity) {
    vertex_of(entity.number) = boost::add_vertex(entity, graph);
  });
  store.ForEachRelation([&](const RelationRecord& relation) {
    const auto subject = vertex_of(relation.subject);
    const auto object = vertex_of(relation.object);
    // A number without a row would be a hole in a damaged file.
    if (subject == PropertyGraph::null_vertex() || object == PropertyGraph::null_vertex()) return;
    boost::add_edge(subject, object, relation, graph);
  });
  return graph;
}

}  // namespace zhitu::graph
