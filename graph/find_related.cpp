// Related entities: scores flow outwards from the start, layer by layer of a breadth-first search.
#include <algorithm>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/pending/queue.hpp>
#include <cmath>
#include <unordered_map>
#include <utility>

#include "graph/edge_filter.h"
#include "graph/query.h"
#include "graph/stored_graph.h"
#include "graph/strength.h"

namespace zhitu::graph {
namespace {

struct SearchEnded {};

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
      : graph_(store, WalkableEdges(store, filter, 0)), start_(start), hops_(hops) {
    reached_[start].score = 1;
  }

  void Run();
  const std::unordered_map<EntityNumber, Reached>& reached() const { return reached_; }
  const StoredGraph& graph() const { return graph_; }

  // The events of the breadth-first search.
  void Examine(EntityNumber vertex) {
    if (reached_[vertex].hops >= hops_) throw SearchEnded();
    ties_.clear();
  }
  void Take(const StoredEdge& edge);
  void Finish(EntityNumber vertex);

 private:
  void Score(EntityNumber vertex, const Reached& from, const Tie& tie, double share);

  StoredGraph graph_;
  EntityNumber start_;
  std::size_t hops_;
  std::unordered_map<EntityNumber, Reached> reached_;
  std::vector<Tie> ties_;  // of the entity being examined
};

struct Visitor : boost::default_bfs_visitor {
  explicit Visitor(RelatedSearch& related) : search(&related) {}
  void examine_vertex(EntityNumber vertex, const StoredGraph& /*graph*/) const {
    search->Examine(vertex);
  }
  void examine_edge(const StoredEdge& edge, const StoredGraph& /*graph*/) const {
    search->Take(edge);
  }
  void finish_vertex(EntityNumber vertex, const StoredGraph& /*graph*/) const {
    search->Finish(vertex);
  }
  RelatedSearch* search;
};

void RelatedSearch::Run() {
  SparseColours colours;
  boost::queue<EntityNumber> queue;
  try {
    boost::breadth_first_visit(graph_, start_, queue, Visitor(*this),
                               boost::make_assoc_property_map(colours));
  } catch (const SearchEnded&) {
    // The first entity at the greatest distance was about to be examined.
  }
}

// Edges come by the other's number, so parallel ones follow each other.
void RelatedSearch::Take(const StoredEdge& edge) {
  const Neighbour& neighbour = edge.neighbour;
  if (ties_.empty() || ties_.back().other != neighbour.other) {
    ties_.push_back({neighbour.other, 0, 0, 0});
  }
  Tie& tie = ties_.back();
  const double strength = Strength(neighbour);
  tie.strength += strength;
  if (strength <= tie.strongest) return;
  tie.strongest = strength;
  tie.relation = neighbour.relation;
}

void RelatedSearch::Finish(EntityNumber vertex) {
  const Reached from = reached_[vertex];
  const double penalty =
      vertex == start_ ? 1.0 : std::log2(2.0 + static_cast<double>(ties_.size()));
  for (const Tie& tie : ties_) {
    Score(vertex, from, tie, from.score * tie.strength / (1.0 + tie.strength) / penalty);
  }
}

void RelatedSearch::Score(EntityNumber vertex, const Reached& from, const Tie& tie, double share) {
  if (tie.other == start_) return;
  const auto [place, is_new] = reached_.try_emplace(tie.other);
  Reached& to = place->second;
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
  std::vector<Scored> all;
  for (const auto& [entity, reached] : search.reached()) {
    if (entity != start) all.emplace_back(reached.score, entity);
  }
  std::sort(all.begin(), all.end(), std::greater<>());
  std::vector<Scored> best;
  for (std::size_t i = 0; i < all.size() && best.size() < top;) {
    std::vector<std::pair<std::string, EntityNumber>> equals;
    const double score = all[i].first;
    for (; i < all.size() && all[i].first == score; ++i) {
      const EntityNumber entity = all[i].second;
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
  const Reached& reached = search.reached().at(entity);
  related.hops = reached.hops;
  for (EntityNumber at = entity; at != start;) {
    const Reached& step = search.reached().at(at);
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
