// Related entities: scores flow outwards from the start, layer by layer of a breadth-first search.
// Its own and not Boost's, since what the last layer holds need be neither coloured nor queued.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <limits>
#include <utility>

#include "graph/edge_filter.h"
#include "graph/entity_map.h"
#include "graph/query.h"
#include "graph/store_impl.h"
#include "graph/strength.h"

namespace zhitu::graph {
namespace {

// What the search knows of an entity it has reached: little, for most are no answers.
struct Reached {
  double score = 0;
  std::uint32_t entity = 0;
  std::uint32_t hops = 0;
};

// What it knows besides of one that it has gone through.
struct Passed {
  double penalty = 1;  // for having many neighbours
  std::uint32_t entity = 0;
};

// All relations between the entity being examined and one of its neighbours.
struct Tie {
  EntityNumber other = 0;
  double strength = 0;
};

using Scored = std::pair<double, EntityNumber>;

// The last step of the best walk to an entity.
struct LastStep {
  EntityNumber from = 0;
  std::vector<RelationNumber> relations;  // all, the strongest first, then by number
};

class RelatedSearch {
 public:
  RelatedSearch(const Store& store, EntityNumber start, const QueryFilter& filter)
      : store_(store),
        outwards_(store, filter, 0),
        back_(store, filter, start),
        strengths_(store.Counts().windows),
        start_(start) {
    reached_.Add(start).first.score = 1;
  }

  // Reaches all within so many relations.
  void Run(std::size_t hops);
  // How many were reached.
  std::size_t size() const { return reached_.size() - 1; }
  // Of all with a score below `below` the best `count`, and all that are as good as the last of
  // these; the best first, then by number.
  std::vector<Scored> Next(double below, std::size_t count) const;
  // Hops to an entity that was reached.
  std::size_t Hops(EntityNumber entity) const { return reached_.Find(entity)->hops; }
  // How the best walk comes to an entity that was reached and is not the start.
  LastStep StepTo(EntityNumber entity);

 private:
  void ReadTies(EntityNumber entity, const WalkableEdges& walkable);
  void Expand(EntityNumber entity, std::uint32_t hops, bool is_last);
  EntityNumber BestBefore(EntityNumber entity) const;

  const Store& store_;
  WalkableEdges outwards_;
  WalkableEdges back_;
  Strengths strengths_;
  EntityNumber start_;
  EntityMap<Reached> reached_;
  EntityMap<Passed> passed_;
  std::vector<EntityNumber> next_;     // the layer behind the one being gone through
  std::vector<Neighbour> neighbours_;  // of the entity read last
  std::vector<Tie> ties_;              // the same that may be walked, by the other's number
};

void RelatedSearch::Run(std::size_t hops) {
  constexpr double kMostExpected = 1 << 20;  // beyond, room is made as it is needed
  const auto entities = static_cast<double>(store_.last_entity());
  const double most = std::min(kMostExpected, entities);
  const double ends = 2.0 * static_cast<double>(store_.last_relation());
  std::vector<EntityNumber> layer = {start_};
  for (std::uint32_t hop = 1; hop <= hops && !layer.empty(); ++hop) {
    const double expected = static_cast<double>(layer.size()) * ends / entities;
    reached_.Reserve(reached_.size() + static_cast<std::size_t>(std::min(expected, most)));
    next_.clear();
    for (const EntityNumber entity : layer) Expand(entity, hop, hop == hops);
    std::sort(next_.begin(), next_.end());  // as they lie in the file
    layer.swap(next_);
  }
}

// Neighbours come by the other's number, so parallel relations follow each other.
void RelatedSearch::ReadTies(EntityNumber entity, const WalkableEdges& walkable) {
  store_.ReadNeighbours(entity, neighbours_);
  ties_.clear();
  for (const Neighbour& neighbour : neighbours_) {
    if (!walkable(neighbour)) continue;
    if (ties_.empty() || ties_.back().other != neighbour.other) {
      reached_.Prefetch(neighbour.other);
      ties_.push_back({neighbour.other, 0});
    }
    ties_.back().strength += strengths_.Of(neighbour);
  }
}

double Share(double score, const Tie& tie, double penalty) {
  return score * tie.strength / (1.0 + tie.strength) / penalty;
}

void RelatedSearch::Expand(EntityNumber entity, std::uint32_t hops, bool is_last) {
  ReadTies(entity, outwards_);
  const double score = reached_.Find(entity)->score;
  double& penalty = passed_.Add(entity).first.penalty;
  if (entity != start_) penalty = std::log2(2.0 + static_cast<double>(ties_.size()));
  for (const Tie& tie : ties_) {
    const auto [to, is_new] = reached_.Add(tie.other);
    if (is_new) {
      to.hops = hops;
      if (!is_last) next_.push_back(tie.other);
    }
    if (to.hops == hops) to.score += Share(score, tie, penalty);  // else not a shortest walk
  }
}

std::vector<Scored> RelatedSearch::Next(double below, std::size_t count) const {
  const auto is_left = [below](const Reached& one) { return one.hops != 0 && one.score < below; };
  std::vector<double> best;  // a heap, the least at its front
  reached_.ForEach([&](const Reached& one) {
    if (!is_left(one)) return;
    if (best.size() == count) {
      if (!(one.score > best.front())) return;
      std::pop_heap(best.begin(), best.end(), std::greater<>());
      best.pop_back();
    }
    best.push_back(one.score);
    std::push_heap(best.begin(), best.end(), std::greater<>());
  });
  std::vector<Scored> answers;
  if (best.empty()) return answers;
  reached_.ForEach([&](const Reached& one) {
    if (is_left(one) && one.score >= best.front()) answers.emplace_back(one.score, one.entity);
  });
  std::sort(answers.begin(), answers.end(), [](const Scored& a, const Scored& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  return answers;
}

// From whom the greatest share of an entity's score came, of equals the one with the smallest id.
// Found again and not kept, since it is asked of few. Its ties must have been read.
EntityNumber RelatedSearch::BestBefore(EntityNumber entity) const {
  const std::size_t hops = Hops(entity);
  EntityNumber before = 0;
  double best = 0;
  for (const Tie& tie : ties_) {
    const Reached* const from = reached_.Find(tie.other);
    if (from == nullptr || from->hops + 1 != hops) continue;
    const double share = Share(from->score, tie, passed_.Find(tie.other)->penalty);
    const bool better = before == 0 || share > best ||
                        (share == best && store_.EntityId(tie.other) < store_.EntityId(before));
    if (!better) continue;
    best = share;
    before = tie.other;
  }
  return before;
}

LastStep RelatedSearch::StepTo(EntityNumber entity) {
  ReadTies(entity, back_);
  LastStep step;
  step.from = BestBefore(entity);
  if (step.from == 0) store_.impl().Damaged("the neighbours of two entities disagree");
  std::vector<std::pair<double, RelationNumber>> relations;
  for (const Neighbour& neighbour : neighbours_) {
    if (neighbour.other != step.from || !back_(neighbour)) continue;
    relations.emplace_back(-strengths_.Of(neighbour), neighbour.relation);
  }
  std::sort(relations.begin(), relations.end());
  for (const auto& [strength, relation] : relations) step.relations.push_back(relation);
  return step;
}

// The best of the right types, by score, then id. Types and ids are read only where they decide.
std::vector<Scored> Best(const Store& store, const RelatedSearch& search, std::size_t top,
                         const std::vector<std::string>& types) {
  std::vector<Scored> best;
  double below = std::numeric_limits<double>::infinity();
  std::size_t count = std::min(top, search.size());
  while (best.size() < top) {
    const std::vector<Scored> answers = search.Next(below, count);
    if (answers.empty()) break;
    std::vector<std::pair<std::string, EntityNumber>> equals;
    for (std::size_t i = 0; i < answers.size() && best.size() < top; ++i) {
      const auto [score, entity] = answers[i];
      const bool fits = types.empty() || std::find(types.begin(), types.end(),
                                                   store.EntityType(entity)) != types.end();
      if (fits) equals.emplace_back(store.EntityId(entity), entity);
      if (i + 1 < answers.size() && answers[i + 1].first == score) continue;
      std::sort(equals.begin(), equals.end());
      for (const auto& [id, equal] : equals) best.emplace_back(score, equal);
      equals.clear();
    }
    below = answers.back().first;
    count = std::min(4 * count, search.size());  // few are of the right types
  }
  best.resize(std::min(best.size(), top));
  return best;
}

void ReadRelations(const Store& store, const LastStep& step, Related& related) {
  for (const RelationNumber number : step.relations) {
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

Related Describe(const Store& store, RelatedSearch& search, EntityNumber entity) {
  Related related;
  related.entity = store.Entity(entity);
  related.hops = search.Hops(entity);
  for (std::size_t left = related.hops; left > 0; --left) {
    const LastStep step = search.StepTo(entity);
    if (left == related.hops) ReadRelations(store, step, related);
    related.walk.push_back(
        {store.Relation(step.relations.front()), store.Entity(step.from), store.Entity(entity)});
    entity = step.from;
  }
  std::reverse(related.walk.begin(), related.walk.end());
  return related;
}

}  // namespace

std::vector<Related> FindRelated(const Store& store, EntityNumber start, std::size_t hops,
                                 std::size_t top, const QueryFilter& filter) {
  RelatedSearch search(store, start, filter);
  search.Run(hops);
  std::vector<Related> answers;
  double best = 0;
  for (const auto& [score, entity] : Best(store, search, top, filter.types)) {
    if (best == 0) best = score;
    answers.push_back(Describe(store, search, entity));
    answers.back().score = score / best;
  }
  return answers;
}

}  // namespace zhitu::graph
