#include "graph/betweenness.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <random>
#include <utility>

#include "extract/parallel.h"

namespace zhitu::graph {
namespace {

constexpr std::size_t kLeastSources = 64;
// Each part sums up for itself, and parts are added in order: so the result is the same however
// many threads there are.
constexpr std::size_t kParts = 8;

// The nodes to count from: all, or some drawn at random.
std::vector<std::uint32_t> Sources(const LinkGraph& graph) {
  std::vector<std::uint32_t> nodes(graph.size());
  std::iota(nodes.begin(), nodes.end(), 0U);
  const std::size_t steps = graph.size() + 2 * graph.links();
  const std::size_t most = std::max(kLeastSources, kExactSteps / std::max<std::size_t>(steps, 1));
  if (nodes.size() <= most) return nodes;
  std::mt19937_64 random(nodes.size());
  for (std::size_t i = 0; i < most; ++i)
    std::swap(nodes[i], nodes[i + random() % (nodes.size() - i)]);
  nodes.resize(most);
  return nodes;
}

// Counts from one node after the other.
class Counter {
 public:
  explicit Counter(const LinkGraph& graph)
      : graph_(graph),
        distance_(graph.size(), kFar),
        paths_(graph.size()),
        shares_(graph.size()),
        sums_(graph.size()) {
    order_.reserve(graph.size());
  }

  void CountFrom(std::uint32_t source) {
    Search(source);
    // From the farthest back: what passes over a node, seen from the source.
    for (std::size_t i = order_.size(); i-- > 1;) {
      const std::uint32_t node = order_[i];
      const double each = (1 + shares_[node]) / paths_[node];
      for (const LinkGraph::End& end : graph_.Of(node)) {
        if (distance_[end.other] + 1 == distance_[node])
          shares_[end.other] += paths_[end.other] * each;
      }
      sums_[node] += shares_[node];
    }
    for (const std::uint32_t node : order_) {
      distance_[node] = kFar;
      shares_[node] = 0;
    }
  }
  const std::vector<double>& sums() const { return sums_; }

 private:
  static constexpr std::uint32_t kFar = 0xFFFFFFFE;

  // Nodes by distance, with the number of shortest paths to each.
  void Search(std::uint32_t source) {
    order_.assign(1, source);
    distance_[source] = 0;
    paths_[source] = 1;
    for (std::size_t i = 0; i < order_.size(); ++i) {
      const std::uint32_t node = order_[i];
      for (const LinkGraph::End& end : graph_.Of(node)) {
        if (distance_[end.other] == kFar) {
          distance_[end.other] = distance_[node] + 1;
          paths_[end.other] = 0;
          order_.push_back(end.other);
        }
        if (distance_[end.other] == distance_[node] + 1) paths_[end.other] += paths_[node];
      }
    }
  }

  const LinkGraph& graph_;
  std::vector<std::uint32_t> order_;
  std::vector<std::uint32_t> distance_;
  std::vector<double> paths_;
  std::vector<double> shares_;
  std::vector<double> sums_;
};

}  // namespace

std::vector<double> Betweenness(const LinkGraph& graph, std::size_t threads) {
  std::vector<double> sums(graph.size());
  if (graph.size() < 3) return sums;
  const std::vector<std::uint32_t> sources = Sources(graph);
  std::vector<std::vector<double>> parts(std::min(kParts, sources.size()));
  extract::ForEachPart(parts.size(), threads, [&](std::size_t part) {
    Counter counter(graph);
    for (std::size_t i = part; i < sources.size(); i += parts.size()) counter.CountFrom(sources[i]);
    parts[part] = counter.sums();
  });
  const auto nodes = static_cast<double>(graph.size());
  const double scale = nodes / static_cast<double>(sources.size()) / ((nodes - 1) * (nodes - 2));
  for (const std::vector<double>& part : parts) {
    for (std::size_t node = 0; node < sums.size(); ++node) sums[node] += part[node] * scale;
  }
  return sums;
}

}  // namespace zhitu::graph
