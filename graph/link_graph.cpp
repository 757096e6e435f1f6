#include "graph/link_graph.h"

#include <algorithm>
#include <numeric>

#include "graph/store.h"

namespace zhitu::graph {
namespace {

// Joins neighbouring ends with the same node, from `begin` on; gives where the joined ones end.
std::size_t JoinParallel(std::vector<LinkGraph::End>& ends, std::size_t begin, std::size_t end,
                         std::size_t to) {
  const std::size_t first = to;
  for (std::size_t i = begin; i < end; ++i) {
    if (to > first && ends[to - 1].other == ends[i].other) {
      ends[to - 1].weight += ends[i].weight;
    } else {
      ends[to++] = ends[i];
    }
  }
  return to;
}

}  // namespace

LinkGraph::LinkGraph(std::size_t nodes, const std::vector<LinkEnds>& links) : begins_(nodes + 1) {
  for (const LinkEnds& link : links) {
    if (link.a == link.b) continue;
    ++begins_[link.a + 1];
    ++begins_[link.b + 1];
  }
  std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
  ends_.resize(begins_.back());
  std::vector<std::size_t> next(begins_.begin(), begins_.end() - 1);
  for (const LinkEnds& link : links) {
    if (link.a == link.b) continue;
    ends_[next[link.a]++] = {link.b, static_cast<float>(link.weight)};
    ends_[next[link.b]++] = {link.a, static_cast<float>(link.weight)};
  }
  std::size_t to = 0;
  for (std::size_t node = 0; node < nodes; ++node) {
    const std::size_t begin = std::exchange(begins_[node], to);
    const auto first = ends_.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto last = ends_.begin() + static_cast<std::ptrdiff_t>(begins_[node + 1]);
    // Of equal ones the order of `links` is kept, so that both ends add up the same sum.
    std::stable_sort(first, last, [](const End& a, const End& b) { return a.other < b.other; });
    to = JoinParallel(ends_, begin, begins_[node + 1], to);
  }
  begins_[nodes] = to;
  ends_.resize(to);
}

double LinkGraph::Strength(std::size_t node) const {
  double sum = 0;
  for (const End& end : Of(node)) sum += double{end.weight};
  return sum;
}

LinkGraph LinkGraph::Joined(const std::vector<std::uint32_t>& groups, std::size_t count) const {
  std::vector<LinkEnds> between;
  between.reserve(links());
  for (std::uint32_t node = 0; node < groups.size(); ++node) {
    for (const End& end : Of(node)) {
      if (end.other > node && groups[end.other] != groups[node])
        between.push_back({groups[node], groups[end.other], double{end.weight}});
    }
  }
  return {count, between};
}

EntityGraph ReadEntityGraph(const Store& store) {
  EntityGraph graph;
  graph.entities = store.EntitiesById();
  std::vector<std::uint32_t> nodes(static_cast<std::size_t>(store.last_entity()) + 1);
  for (std::size_t i = 0; i < graph.entities.size(); ++i)
    nodes[static_cast<std::size_t>(graph.entities[i])] = static_cast<std::uint32_t>(i);
  std::vector<LinkEnds> links;
  store.ForEachLink([&](const Link& link) {
    const LinkEnds ends{nodes[static_cast<std::size_t>(link.subject)],
                        nodes[static_cast<std::size_t>(link.object)],
                        static_cast<double>(std::max<std::int64_t>(link.weight, 1))};
    links.push_back(ends);
    graph.arcs.push_back(ends);
    if (store.PredicateName(link.predicate) == kCoOccurs)
      graph.arcs.push_back({ends.b, ends.a, ends.weight});
  });
  graph.links = LinkGraph(graph.entities.size(), links);
  return graph;
}

}  // namespace zhitu::graph
