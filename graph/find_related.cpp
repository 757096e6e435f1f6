// Related entities: scores flow outwards from the start, layer by layer of a breadth-first search.
// Its own and not Boost's, since what the last layer holds need be neither coloured nor queued.
#include <algorithm>
#include <cmath>
#include <utility>

#include "graph/edge_filter.h"
#include "graph/query.h"
#include "graph/stored_graph.h"
#include "graph/strength.h"

namespace zhitu::graph {
namespace {

// What the search knows of an entity it has reached.
struct Reached {
  std::size_t hops = 0;
  double score = 0;
  double best = 0;              // the greatest share of the score
  EntityNumber before = 0;      // from whom that came
  RelationNumber relation = 0;  // by which relation
};

// All relations between the entity being examined and one of its neighbours.
struct Tie {
  EntityNumber other = 0;
  double strength = 0;
  double strongest = 0;
  RelationNumber relation = 0;  // the strongest one
};

class RelatedSearch {
 public:
  RelatedSearch(const Store& store, EntityNumber start, std::size_t hops, const QueryFilter& filter)
      : graph_(store, WalkableEdges(store, filter, 0)),
        strengths_(store.Counts().windows),
        start_(start),
        hops_(hops) {
    reached_.Add(start).first.score = 1;
  }

  void Run();
  // All that were reached, in order of their distance.
  const EntityMap<Reached>& reached() const { return reached_; }
  // What is known of an entity that was reached.
  const Reached& At(EntityNumber entity) const { return *reached_.Find(entity); }
  const StoredGraph& graph() const { return graph_; }

 private:
  void Take(const Neighbour& neighbour);
  void Expand(EntityNumber vertex, const Reached& from);
  void Score(EntityNumber vertex, const Reached& from, const Tie& tie, double share);

  StoredGraph graph_;
  Strengths strengths_;
  EntityNumber start_;
  std::size_t hops_;
  EntityMap<Reached> reached_;
  std::vector<Tie> ties_;  // of the entity being examined
};

// A breadth-first search: what was reached first is expanded first.
void RelatedSearch::Run() {
  for (std::size_t i = 0; i < reached_.entries().size(); ++i) {
    const auto [vertex, reached] = reached_.entries()[i];
    if (reached.hops >= hops_) return;
    Expand(vertex, reached);
  }
}

// Edges come by the other's number, so parallel ones follow each other.
void RelatedSearch::Take(const Neighbour& neighbour) {
  if (ties_.empty() || ties_.back().other != neighbour.other) {
    ties_.push_back({neighbour.other, 0, 0, 0});
  }
  Tie& tie = ties_.back();
  const double strength = strengths_.Of(neighbour);
  tie.strength += strength;
  if (strength <= tie.strongest) return;
  tie.strongest = strength;
  tie.relation = neighbour.relation;
}

void RelatedSearch::Expand(EntityNumber vertex, const Reached& from) {
  ties_.clear();
  graph_.ForEachNeighbour(vertex, [this](const Neighbour& neighbour) { Take(neighbour); });
  const double penalty =
      vertex == start_ ? 1.0 : std::log2(2.0 + static_cast<double>(ties_.size()));
  for (const Tie& tie : ties_) {
    Score(vertex, from, tie, from.score * tie.strength / (1.0 + tie.strength) / penalty);
  }
}

void RelatedSearch::Score(EntityNumber vertex, const Reached& from, const Tie& tie, double share) {
  if (tie.other == start_) return;
  const auto [to, is_new] = reached_.Add(tie.other);
  if (is_new) to.hops = from.hops + 1;
  if (to.hops != from.hops + 1) return;  // not a shortest walk
  to.score += share;
  const auto is_before = [&](EntityNumber a, EntityNumber b) {
    return graph_.store().EntityId(a) < graph_.store().EntityId(b);
  };
  const bool better =
      to.before == 0 || share > to.best || (share == to.best && is_before(vertex, to.before));
  if (!better) return;
  to.best = share;
  to.before = vertex;
  to.relation = tie.relation;
}

using Scored = std::pair<double, EntityNumber>;

// The best of the right types, by score, then id. Ids are read only where scores are equal.
std::vector<Scored> Best(const RelatedSearch& search, EntityNumber start, std::size_t top,
                         const std::vector<std::string>& types) {
  const Store& store = search.graph().store();
  std::vector<Scored> heap;  // few are taken from it, so all need not be sorted
  heap.reserve(search.reached().entries().size());
  for (const auto& [entity, reached] : search.reached().entries()) {
    if (entity != start) heap.emplace_back(reached.score, entity);
  }
  std::make_heap(heap.begin(), heap.end());
  std::vector<Scored> best;
  while (!heap.empty() && best.size() < top) {
    std::vector<std::pair<std::string, EntityNumber>> equals;
    const double score = heap.front().first;
    while (!heap.empty() && heap.front().first == score) {
      const EntityNumber entity = heap.front().second;
      std::pop_heap(heap.begin(), heap.end());
      heap.pop_back();
      const bool fits = types.empty() || std::find(types.begin(), types.end(),
                                                   store.EntityType(entity)) != types.end();
      if (fits) equals.emplace_back(store.EntityId(entity), entity);
    }
    std::sort(equals.begin(), equals.end());
    for (const auto& [id, entity] : equals) {
      if (best.size() < top) best.emplace_back(score, entity);
    }
  }
  return best;
}

void ReadLastStep(const RelatedSearch& search, const Reached& reached, Related& related) {
  const Store& store = search.graph().store();
  std::vector<std::pair<double, RelationNumber>> relations;  // strongest first, then by number
  const auto edges = search.graph().Edges(related.entity.number);
  for (const StoredEdge& edge : *edges) {
    if (edge.neighbour.other != reached.before) continue;
    relations.emplace_back(-Strength(edge.neighbour), edge.neighbour.relation);
  }
  std::sort(relations.begin(), relations.end());
  for (const auto& [strength, number] : relations) {
    RelationRecord relation = store.Relation(number);
    related.weight += relation.mentions;
    related.documents = std::max(related.documents, relation.documents);
    related.predicates.push_back(relation.predicate);
    related.relations.push_back(std::move(relation));
  }
  std::sort(related.predicates.begin(), related.predicates.end());
  related.predicates.erase(std::unique(related.predicates.begin(), related.predicates.end()),
                           related.predicates.end());
}

Related Describe(const RelatedSearch& search, EntityNumber start, EntityNumber entity) {
  const Store& store = search.graph().store();
  Related related;
  related.entity = store.Entity(entity);
  const Reached& reached = search.At(entity);
  related.hops = reached.hops;
  for (EntityNumber at = entity; at != start;) {
    const Reached& step = search.At(at);
    related.walk.push_back(
        {store.Relation(step.relation), store.Entity(step.before), store.Entity(at)});
    at = step.before;
  }
  std::reverse(related.walk.begin(), related.walk.end());
  ReadLastStep(search, reached, related);
  return related;
}

}  // namespace

std::vector<Related> FindRelated(const Store& store, EntityNumber start, std::size_t hops,
                                 std::size_t top, const QueryFilter& filter) {
  RelatedSearch search(store, start, hops, filter);
  search.Run();
  std::vector<Related> answers;
  double best = 0;
  for (const auto& [score, entity] : Best(search, start, top, filter.types)) {
    if (best == 0) best = score;
    answers.push_back(Describe(search, start, entity));
    answers.back().score = score / best;
  }
  return answers;
}

}  // namespace zhitu::graph
