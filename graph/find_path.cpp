// Shortest walks: a breadth-first search that keeps every best way to each entity, and then chooses
// by ids among those that arrive.
#include <algorithm>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/pending/queue.hpp>
#include <cmath>
#include <cstdint>
#include <map>
#include <set>
#include <utility>

#include "graph/edge_filter.h"
#include "graph/query.h"
#include "graph/stored_graph.h"
#include "graph/strength.h"

namespace zhitu::graph {
namespace {

struct SearchEnded {};

struct WayIn {
  EntityNumber before = 0;
  RelationNumber relation = 0;
};

struct Visited {
  std::uint32_t entity = 0;
  std::uint32_t hops = 0;
  std::int64_t strength = -1;  // greatest sum over the walk, in millionths so that equals are equal
  std::vector<WayIn> ways;     // all with that sum, at most one from each entity
};

class PathSearch {
 public:
  PathSearch(const Store& store, EntityNumber from, EntityNumber to, std::size_t max_hops,
             StoredGraph::EdgeFilter keep)
      : graph_(store, std::move(keep)),
        strengths_(store.Counts().windows),
        from_(from),
        to_(to),
        limit_(max_hops) {
    visited_.Add(from).first.strength = 0;
  }

  void Run();
  bool found() const { return visited_.Find(to_) != nullptr; }
  std::vector<Step> Walk() const;

  void Examine(EntityNumber vertex) const {
    if (visited_.Find(vertex)->hops >= limit_) throw SearchEnded();
  }
  void Take(const StoredEdge& edge);

 private:
  std::map<EntityNumber, std::vector<std::pair<EntityNumber, RelationNumber>>> WaysOut() const;

  StoredGraph graph_;
  Strengths strengths_;
  EntityNumber from_;
  EntityNumber to_;
  std::size_t limit_;  // hops of the goal once it was seen
  EntityMap<Visited> visited_;
};

struct Visitor : boost::default_bfs_visitor {
  explicit Visitor(PathSearch& path) : search(&path) {}
  void examine_vertex(EntityNumber vertex, const StoredGraph& /*graph*/) const {
    search->Examine(vertex);
  }
  void examine_edge(const StoredEdge& edge, const StoredGraph& /*graph*/) const {
    search->Take(edge);
  }
  PathSearch* search;
};

void PathSearch::Run() {
  SparseColours colours;
  boost::queue<EntityNumber> queue;
  try {
    boost::breadth_first_visit(graph_, from_, queue, Visitor(*this), SparseColourMap{&colours});
  } catch (const SearchEnded&) {
    // All entities nearer than the goal, or than the limit, have been examined.
  }
}

// When an entity is examined, all ways to it are known: they come from the layer before.
void PathSearch::Take(const StoredEdge& edge) {
  const Visited& from = *visited_.Find(edge.source);
  const std::uint32_t hops = from.hops + 1;
  const std::int64_t strength = from.strength + std::llround(strengths_.Of(edge.neighbour) * 1e6);
  const auto [to, is_new] = visited_.Add(edge.neighbour.other);
  if (is_new) to.hops = hops;
  if (edge.neighbour.other == to_) limit_ = std::min<std::size_t>(limit_, to.hops);
  if (to.hops != hops || strength < to.strength) return;
  if (strength > to.strength) to.ways.clear();
  to.strength = strength;
  // Of equal parallel relations the first in canonical order stays.
  if (!to.ways.empty() && to.ways.back().before == edge.source) return;
  to.ways.push_back({edge.source, edge.neighbour.relation});
}

// For each entity on a best walk, where such walks go on.
std::map<EntityNumber, std::vector<std::pair<EntityNumber, RelationNumber>>> PathSearch::WaysOut()
    const {
  std::map<EntityNumber, std::vector<std::pair<EntityNumber, RelationNumber>>> out;
  std::set<EntityNumber> layer = {to_};
  while (layer.count(from_) == 0) {
    std::set<EntityNumber> before;
    for (const EntityNumber entity : layer) {
      for (const WayIn& way : visited_.Find(entity)->ways) {
        out[way.before].emplace_back(entity, way.relation);
        before.insert(way.before);
      }
    }
    layer = std::move(before);
  }
  return out;
}

std::vector<Step> PathSearch::Walk() const {
  const Store& store = graph_.store();
  const auto ways = WaysOut();
  std::vector<Step> walk;
  for (EntityNumber at = from_; at != to_;) {
    const auto& next = ways.at(at);
    const auto best =
        next.size() == 1
            ? next.begin()
            : std::min_element(next.begin(), next.end(), [&](const auto& a, const auto& b) {
                return store.EntityId(a.first) < store.EntityId(b.first);
              });
    walk.push_back({store.Relation(best->second), store.Entity(at), store.Entity(best->first)});
    at = best->first;
  }
  return walk;
}

}  // namespace

std::optional<std::vector<Step>> FindPath(const Store& store, EntityNumber from, EntityNumber to,
                                          std::size_t max_hops, const QueryFilter& filter) {
  return FindPathOver(store, from, to, max_hops, WalkableEdges(store, filter, to));
}

std::optional<std::vector<Step>> FindPathOver(const Store& store, EntityNumber from,
                                              EntityNumber to, std::size_t max_hops,
                                              const std::function<bool(const Neighbour&)>& keep) {
  if (from == to) return std::vector<Step>();
  PathSearch search(store, from, to, max_hops, keep);
  search.Run();
  if (!search.found()) return std::nullopt;
  return search.Walk();
}

}  // namespace zhitu::graph
