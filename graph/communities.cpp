#include "graph/communities.h"

#include <algorithm>
#include <deque>
#include <limits>
#include <numeric>
#include <utility>

#include "graph/components.h"

namespace zhitu::graph {
namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
constexpr double kGain = 1e-12;  // a smaller one may be rounding
constexpr std::size_t kMostLevels = 100;

using Partition = std::vector<std::uint32_t>;

// Groups of nodes of the graph, and how they are linked.
struct Level {
  LinkGraph graph;
  std::vector<double> strengths;  // of links, those inside a group counted twice
};

// Sums by community, of the few that the neighbours of one node are in.
class NeighbourSums {
 public:
  explicit NeighbourSums(std::size_t communities) : sums_(communities) {}

  void Add(std::uint32_t community, double weight) {
    if (sums_[community] == 0) seen_.push_back(community);
    sums_[community] += weight;
  }
  double operator[](std::uint32_t community) const { return sums_[community]; }
  // In the order in which they were first added.
  const std::vector<std::uint32_t>& seen() const { return seen_; }
  void Clear() {
    for (const std::uint32_t community : seen_) sums_[community] = 0;
    seen_.clear();
  }

 private:
  std::vector<double> sums_;
  std::vector<std::uint32_t> seen_;
};

// Moves nodes one by one to the neighbouring community where modularity grows most, until no move
// helps. A node is looked at again when a neighbour has moved.
class LocalMoves {
 public:
  LocalMoves(const Level& level, double total, Partition& of)
      : level_(level), total_(total), of_(of), sums_(of.size()), strengths_(of.size()) {
    for (std::size_t node = 0; node < of.size(); ++node)
      strengths_[of[node]] += level.strengths[node];
  }

  void Run() {
    std::deque<std::uint32_t> queue(of_.size());
    std::iota(queue.begin(), queue.end(), 0U);
    std::vector<bool> queued(of_.size(), true);
    while (!queue.empty()) {
      const std::uint32_t node = queue.front();
      queue.pop_front();
      queued[node] = false;
      if (!Move(node)) continue;
      for (const LinkGraph::End& end : level_.graph.Of(node)) {
        if (queued[end.other] || of_[end.other] == of_[node]) continue;
        queued[end.other] = true;
        queue.push_back(end.other);
      }
    }
  }

 private:
  // False if the node stays.
  bool Move(std::uint32_t node) {
    const double strength = level_.strengths[node];
    const std::uint32_t home = of_[node];
    for (const LinkGraph::End& end : level_.graph.Of(node))
      sums_.Add(of_[end.other], double{end.weight});
    strengths_[home] -= strength;
    std::uint32_t best = home;
    double most = sums_[home] - strength * strengths_[home] / total_ + kGain * total_;
    for (const std::uint32_t community : sums_.seen()) {
      const double gain = sums_[community] - strength * strengths_[community] / total_;
      if (gain > most) {
        most = gain;
        best = community;
      }
    }
    strengths_[best] += strength;
    of_[node] = best;
    sums_.Clear();
    return best != home;
  }

  const Level& level_;
  double total_;  // of all strengths
  Partition& of_;
  NeighbourSums sums_;
  std::vector<double> strengths_;  // by community
};

// Cuts communities into connected groups: each node that is well linked with the rest of its
// community joins, while alone, the well linked group there to which it fits best.
class Refinement {
 public:
  Refinement(const Level& level, double total, const Partition& communities)
      : level_(level),
        total_(total),
        communities_(communities),
        of_(communities.size()),
        sums_(communities.size()),
        strengths_(level.strengths),
        outside_(communities.size()),
        whole_(communities.size()),
        alone_(communities.size(), true) {
    std::iota(of_.begin(), of_.end(), 0U);
    for (std::size_t node = 0; node < of_.size(); ++node) {
      whole_[communities[node]] += level.strengths[node];
      for (const LinkGraph::End& end : level.graph.Of(node)) {
        if (communities[end.other] == communities[node]) outside_[node] += double{end.weight};
      }
    }
  }

  Partition Run() {
    for (std::uint32_t node = 0; node < of_.size(); ++node) {
      if (alone_[node] && IsWellLinked(node, communities_[node])) Join(node);
    }
    return std::move(of_);
  }

 private:
  // True if a group has more links with the rest of its community than chance would give it.
  bool IsWellLinked(std::uint32_t group, std::uint32_t community) const {
    const double rest = whole_[community] - strengths_[group];
    return outside_[group] >= strengths_[group] * rest / total_;
  }

  void Join(std::uint32_t node) {
    const std::uint32_t community = communities_[node];
    for (const LinkGraph::End& end : level_.graph.Of(node)) {
      if (communities_[end.other] == community) sums_.Add(of_[end.other], double{end.weight});
    }
    std::uint32_t best = node;
    double most = kGain * total_;
    for (const std::uint32_t group : sums_.seen()) {
      const double gain = sums_[group] - level_.strengths[node] * strengths_[group] / total_;
      if (gain > most && IsWellLinked(group, community)) {
        most = gain;
        best = group;
      }
    }
    if (best != node) Merge(node, best);
    sums_.Clear();
  }

  void Merge(std::uint32_t node, std::uint32_t group) {
    outside_[group] += outside_[node] - 2 * sums_[group];
    strengths_[group] += strengths_[node];
    strengths_[node] = 0;
    outside_[node] = 0;
    of_[node] = group;
    alone_[group] = false;
    alone_[node] = false;
  }

  const Level& level_;
  double total_;
  const Partition& communities_;
  Partition of_;
  NeighbourSums sums_;
  std::vector<double> strengths_;  // by group
  std::vector<double> outside_;    // by group: links with the rest of its community
  std::vector<double> whole_;      // by community: strength
  std::vector<bool> alone_;        // by node: it is a group that nobody has joined
};

// Numbers groups, all below `limit`, from 0 in the order of their first nodes; gives how many there
// are.
std::size_t Number(std::size_t limit, Partition& of) {
  std::vector<std::uint32_t> numbers(limit, kNone);
  std::uint32_t count = 0;
  for (std::uint32_t& group : of) {
    if (numbers[group] == kNone) numbers[group] = count++;
    group = numbers[group];
  }
  return count;
}

Level Join(const Level& level, const Partition& groups, std::size_t count) {
  Level joined{level.graph.Joined(groups, count), std::vector<double>(count)};
  for (std::size_t node = 0; node < groups.size(); ++node)
    joined.strengths[groups[node]] += level.strengths[node];
  return joined;
}

// Partition `outer` is of the groups of `inner`, which is replaced by the partition of its nodes.
void Compose(const Partition& outer, Partition& inner) {
  for (std::uint32_t& group : inner) group = outer[group];
}

double Modularity(const LinkGraph& graph, const Partition& of, std::size_t count, double total) {
  if (total == 0) return 0;
  std::vector<double> strengths(count);
  double inside = 0;
  for (std::size_t node = 0; node < graph.size(); ++node) {
    strengths[of[node]] += graph.Strength(node);
    for (const LinkGraph::End& end : graph.Of(node)) {
      if (of[end.other] == of[node]) inside += double{end.weight};
    }
  }
  double expected = 0;
  for (const double strength : strengths) expected += (strength / total) * (strength / total);
  return inside / total - expected;
}

// Cuts communities into connected ones; gives how many there are.
std::size_t CutApart(const LinkGraph& graph, Partition& of) {
  Components components(of.size());
  for (std::uint32_t node = 0; node < of.size(); ++node) {
    for (const LinkGraph::End& end : graph.Of(node)) {
      if (of[end.other] == of[node]) components.Join(node, end.other);
    }
  }
  for (std::uint32_t node = 0; node < of.size(); ++node)
    of[node] = static_cast<std::uint32_t>(components.Root(node));
  return Number(of.size(), of);
}

// The largest first; of equal ones that with the first node.
void NumberBySize(Partition& of, std::size_t count) {
  std::vector<std::size_t> sizes(count);
  for (const std::uint32_t community : of) ++sizes[community];
  std::vector<std::uint32_t> order(count);
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return sizes[a] > sizes[b]; });
  std::vector<std::uint32_t> numbers(count);
  for (std::uint32_t i = 0; i < count; ++i) numbers[order[i]] = i;
  Compose(numbers, of);
}

}  // namespace

Communities FindCommunities(const LinkGraph& graph) {
  Communities result;
  Level level{graph, {}};
  double total = 0;
  for (std::size_t node = 0; node < graph.size(); ++node) {
    level.strengths.push_back(graph.Strength(node));
    total += level.strengths.back();
  }
  Partition nodes(graph.size());  // by node of the graph: its node of the level
  std::iota(nodes.begin(), nodes.end(), 0U);
  Partition communities = nodes;  // by node of the level
  for (std::size_t i = 0; i < kMostLevels && total > 0; ++i) {
    LocalMoves(level, total, communities).Run();
    Partition refined = Refinement(level, total, communities).Run();
    const std::size_t count = Number(refined.size(), refined);
    if (count == refined.size()) break;
    result.groups.push_back(refined);
    Partition outer(count);
    for (std::size_t node = 0; node < refined.size(); ++node)
      outer[refined[node]] = communities[node];
    Number(communities.size(), outer);
    level = Join(level, refined, count);
    Compose(refined, nodes);
    communities = std::move(outer);
  }
  result.of = std::move(nodes);
  Compose(communities, result.of);
  result.count = CutApart(graph, result.of);
  NumberBySize(result.of, result.count);
  result.modularity = Modularity(graph, result.of, result.count, total);
  return result;
}

}  // namespace zhitu::graph
