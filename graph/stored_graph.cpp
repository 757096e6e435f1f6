#include "graph/stored_graph.h"

namespace zhitu::graph {

std::shared_ptr<const std::vector<StoredEdge>> StoredGraph::Edges(vertex_descriptor vertex) const {
  auto edges = std::make_shared<std::vector<StoredEdge>>();
  store_->ReadNeighbours(vertex, neighbours_);
  for (const Neighbour& neighbour : neighbours_) {
    if (!keep_ || keep_(neighbour)) edges->push_back({vertex, neighbour});
  }
  return edges;
}

std::pair<StoredGraph::vertex_iterator, StoredGraph::vertex_iterator> vertices(
    const StoredGraph& graph) {
  return {StoredGraph::vertex_iterator(1),
          StoredGraph::vertex_iterator(graph.store().last_entity() + 1)};
}

StoredGraph::vertices_size_type num_vertices(const StoredGraph& graph) {
  return static_cast<std::size_t>(graph.store().last_entity());
}

std::pair<StoredGraph::out_edge_iterator, StoredGraph::out_edge_iterator> out_edges(
    EntityNumber vertex, const StoredGraph& graph) {
  auto edges = graph.Edges(vertex);
  const std::size_t end = edges->size();
  return {StoredEdgeIterator(edges, 0), StoredEdgeIterator(edges, end)};
}

StoredGraph::degree_size_type out_degree(EntityNumber vertex, const StoredGraph& graph) {
  return graph.Edges(vertex)->size();
}

std::pair<StoredGraph::adjacency_iterator, StoredGraph::adjacency_iterator> adjacent_vertices(
    EntityNumber vertex, const StoredGraph& graph) {
  const auto [begin, end] = out_edges(vertex, graph);
  return {StoredGraph::adjacency_iterator(begin, &graph),
          StoredGraph::adjacency_iterator(end, &graph)};
}

}  // namespace zhitu::graph
