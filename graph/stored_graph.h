#pragma once

#include <boost/graph/adjacency_iterator.hpp>
#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <boost/property_map/property_map.hpp>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

#include "graph/entity_map.h"
#include "graph/records.h"
#include "graph/store.h"

namespace zhitu::graph {

/// An edge of a `StoredGraph`: a relation, seen from one of its ends.
struct StoredEdge {
  EntityNumber source = 0;  ///< The end it is seen from.
  Neighbour neighbour;      ///< The relation and the other end.

  /// The same relation seen from the same end.
  friend bool operator==(const StoredEdge& a, const StoredEdge& b) {
    return a.source == b.source && a.neighbour.relation == b.neighbour.relation;
  }
};

/// Out-edges of a vertex; shares the list it walks over, so it may outlive everything but the
/// store.
class StoredEdgeIterator : public boost::iterator_facade<StoredEdgeIterator, const StoredEdge,
                                                         boost::forward_traversal_tag> {
 public:
  /// An iterator that may only be assigned to.
  StoredEdgeIterator() = default;
  /// At one place of a list.
  StoredEdgeIterator(std::shared_ptr<const std::vector<StoredEdge>> edges, std::size_t at)
      : edges_(std::move(edges)), at_(at) {}

 private:
  friend class boost::iterator_core_access;
  const StoredEdge& dereference() const { return (*edges_)[at_]; }
  bool equal(const StoredEdgeIterator& other) const { return at_ == other.at_; }
  void increment() { ++at_; }

  std::shared_ptr<const std::vector<StoredEdge>> edges_;
  std::size_t at_ = 0;
};

/// A graph file as an undirected graph for Boost's algorithms, read as they ask: one row a vertex.
/// Models VertexListGraph, IncidenceGraph and AdjacencyGraph (Boost.Graph 1.74). Vertices are
/// entity numbers, 1 to `Store::last_entity()`; relations may be walked either way and may be
/// parallel. Direction and predicate are in the edge. One thread.
class StoredGraph {
 public:
  using vertex_descriptor = EntityNumber;                          ///< An entity.
  using edge_descriptor = StoredEdge;                              ///< A relation from one end.
  using directed_category = boost::undirected_tag;                 ///< Either way.
  using edge_parallel_category = boost::allow_parallel_edge_tag;   ///< Parallel relations stay.
  using vertex_iterator = boost::counting_iterator<EntityNumber>;  ///< All entities.
  using out_edge_iterator = StoredEdgeIterator;                    ///< Relations of one.
  using adjacency_iterator =
      boost::adjacency_iterator_generator<StoredGraph, vertex_descriptor,
                                          out_edge_iterator>::type;  ///< Other ends.
  using vertices_size_type = std::size_t;                            ///< Counts entities.
  using edges_size_type = std::size_t;                               ///< Counts relations.
  using degree_size_type = std::size_t;                              ///< Counts relations of one.
  /// What it offers.
  struct traversal_category : virtual boost::vertex_list_graph_tag,
                              virtual boost::incidence_graph_tag,
                              virtual boost::adjacency_graph_tag {};
  /// Says which relations are edges.
  using EdgeFilter = std::function<bool(const Neighbour&)>;

  /// All relations, or those of which `keep` says so. @param store  must live longer.
  explicit StoredGraph(const Store& store, EdgeFilter keep = nullptr)
      : store_(&store), keep_(std::move(keep)) {}

  /// No entity.
  static vertex_descriptor null_vertex() { return 0; }
  /// The edges of a vertex, by the other's number, then relation; reads one row.
  /// @throws as `Store::Neighbours`.
  std::shared_ptr<const std::vector<StoredEdge>> Edges(vertex_descriptor vertex) const;
  /// The file behind it.
  const Store& store() const { return *store_; }

 private:
  const Store* store_;
  EdgeFilter keep_;
  mutable std::vector<Neighbour> neighbours_;  // of the vertex read last
};

/// The vertices, in order of number.
std::pair<StoredGraph::vertex_iterator, StoredGraph::vertex_iterator> vertices(
    const StoredGraph& graph);
/// Their count.
StoredGraph::vertices_size_type num_vertices(const StoredGraph& graph);
/// The edges of a vertex.
std::pair<StoredGraph::out_edge_iterator, StoredGraph::out_edge_iterator> out_edges(
    EntityNumber vertex, const StoredGraph& graph);
/// Their count; reads the row too.
StoredGraph::degree_size_type out_degree(EntityNumber vertex, const StoredGraph& graph);
/// The other ends of a vertex's edges.
std::pair<StoredGraph::adjacency_iterator, StoredGraph::adjacency_iterator> adjacent_vertices(
    EntityNumber vertex, const StoredGraph& graph);
/// The end from which an edge is seen.
inline EntityNumber source(const StoredEdge& edge, const StoredGraph& /*graph*/) {
  return edge.source;
}
/// Its other end.
inline EntityNumber target(const StoredEdge& edge, const StoredGraph& /*graph*/) {
  return edge.neighbour.other;
}

/// The colour of a vertex that a search has come to; those it never sees take no memory, and are
/// white.
struct SparseColour {
  std::uint32_t entity = 0;                               ///< The vertex.
  boost::default_color_type colour = boost::white_color;  ///< Its colour.
};
/// All of them.
using SparseColours = EntityMap<SparseColour>;

/// These as a property map for Boost's searches.
struct SparseColourMap {
  using key_type = EntityNumber;                        ///< A vertex.
  using value_type = boost::default_color_type;         ///< Its colour.
  using reference = boost::default_color_type;          ///< Given by value.
  using category = boost::read_write_property_map_tag;  ///< Read and written.

  SparseColours* colours;  ///< Not owned.
};
/// The colour of a vertex.
inline boost::default_color_type get(const SparseColourMap& map, EntityNumber vertex) {
  const SparseColour* const known = map.colours->Find(vertex);
  return known == nullptr ? boost::white_color : known->colour;
}
/// Colours a vertex.
inline void put(const SparseColourMap& map, EntityNumber vertex, boost::default_color_type colour) {
  map.colours->Add(vertex).first.colour = colour;
}

/// Numbers of vertices from 0, for algorithms that keep vectors.
struct StoredIndexMap {
  using key_type = EntityNumber;                      ///< A vertex.
  using value_type = std::size_t;                     ///< Its index.
  using reference = std::size_t;                      ///< Given by value.
  using category = boost::readable_property_map_tag;  ///< Read only.
};
/// The index of a vertex.
inline std::size_t get(const StoredIndexMap& /*map*/, EntityNumber vertex) {
  return static_cast<std::size_t>(vertex) - 1;
}
/// The graph's index map.
inline StoredIndexMap get(boost::vertex_index_t /*tag*/, const StoredGraph& /*graph*/) {
  return {};
}

}  // namespace zhitu::graph

/// Tells Boost.Graph of the index map.
template <>
struct boost::property_map<zhitu::graph::StoredGraph, boost::vertex_index_t> {
  using type = zhitu::graph::StoredIndexMap;        ///< The map.
  using const_type = zhitu::graph::StoredIndexMap;  ///< The same map.
};
