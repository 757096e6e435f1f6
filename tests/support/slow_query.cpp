#include "tests/support/slow_query.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

#include "graph/strength.h"

namespace zhitu::graph {
namespace {

struct Edge {
  EntityNumber from = 0;
  EntityNumber to = 0;
  RelationNumber relation = 0;
  double strength = 0;
};

// Both directions of every relation that may be walked.
std::vector<Edge> EdgesOf(const Store& store, const QueryFilter& filter, EntityNumber always) {
  std::vector<Edge> edges;
  for (EntityNumber from = 1; from <= store.last_entity(); ++from) {
    for (const Neighbour& neighbour : store.Neighbours(from)) {
      const std::string predicate = store.PredicateName(neighbour.predicate);
      const std::vector<std::string>& wanted = filter.predicates;
      if (!wanted.empty() && std::find(wanted.begin(), wanted.end(), predicate) == wanted.end()) {
        continue;
      }
      const bool document = store.EntityType(neighbour.other) == kDocumentType;
      if (document && !filter.through_documents && neighbour.other != always) continue;
      edges.push_back({from, neighbour.other, neighbour.relation, Strength(neighbour)});
    }
  }
  return edges;
}

// Smaller is better.
using Rank =
    std::tuple<std::size_t, std::int64_t, std::vector<std::string>, std::vector<RelationNumber>>;

struct Trial {
  const Store& store;
  const std::vector<Edge>& edges;
  EntityNumber to;
  std::size_t max_hops;
  std::set<EntityNumber> on_walk;
  std::int64_t strength = 0;
  std::vector<std::string> ids;
  std::vector<RelationNumber> relations;
  std::optional<Rank> best;

  void From(EntityNumber at) {
    if (at == to) {
      const Rank rank{relations.size(), -strength, ids, relations};
      if (!best || rank < *best) best = rank;
      return;
    }
    if (relations.size() == max_hops) return;
    for (const Edge& edge : edges) {
      if (edge.from == at && on_walk.count(edge.to) == 0) Walk(edge);
    }
  }

  void Walk(const Edge& edge) {
    const std::int64_t worth = std::llround(edge.strength * 1e6);
    on_walk.insert(edge.to);
    strength += worth;
    ids.push_back(store.EntityId(edge.to));
    relations.push_back(edge.relation);
    From(edge.to);
    relations.pop_back();
    ids.pop_back();
    strength -= worth;
    on_walk.erase(edge.to);
  }
};

}  // namespace

std::optional<std::vector<RelationNumber>> SlowPath(const Store& store, EntityNumber from,
                                                    EntityNumber to, std::size_t max_hops,
                                                    const QueryFilter& filter) {
  const std::vector<Edge> edges = EdgesOf(store, filter, to);
  Trial trial{store, edges, to, max_hops, {from}, 0, {}, {}, std::nullopt};
  trial.From(from);
  if (!trial.best) return std::nullopt;
  return std::get<3>(*trial.best);
}

std::map<EntityNumber, SlowAnswer> SlowRelated(const Store& store, EntityNumber start,
                                               std::size_t hops, const QueryFilter& filter) {
  const std::vector<Edge> edges = EdgesOf(store, filter, 0);
  std::map<std::pair<EntityNumber, EntityNumber>, double> ties;
  std::map<EntityNumber, std::set<EntityNumber>> neighbours;
  for (const Edge& edge : edges) {
    ties[{edge.from, edge.to}] += edge.strength;
    neighbours[edge.from].insert(edge.to);
  }
  std::map<EntityNumber, SlowAnswer> reached = {{start, {0, 1.0}}};
  for (std::size_t hop = 1; hop <= hops; ++hop) {
    std::map<EntityNumber, SlowAnswer> layer;
    for (const auto& [tie, strength] : ties) {
      const auto before = reached.find(tie.first);
      if (before == reached.end() || before->second.hops != hop - 1) continue;
      if (reached.count(tie.second) != 0) continue;
      const double hub =
          hop == 1 ? 1.0 : std::log2(2.0 + static_cast<double>(neighbours[tie.first].size()));
      const double share = before->second.score * strength / (1 + strength) / hub;
      SlowAnswer& answer = layer[tie.second];
      answer.hops = hop;
      answer.score += share;
      if (answer.before != 0 && share < answer.best) continue;
      if (answer.before != 0 && share == answer.best &&
          store.EntityId(tie.first) > store.EntityId(answer.before)) {
        continue;
      }
      answer.best = share;
      answer.before = tie.first;
    }
    reached.merge(layer);
  }
  reached.erase(start);
  return reached;
}

}  // namespace zhitu::graph
