#include "graph/page_rank.h"

#include <cmath>
#include <numeric>

namespace zhitu::graph {
namespace {

constexpr double kDamping = 0.85;
constexpr double kEnough = 1e-10;
constexpr int kMostSteps = 200;

// Arcs by the node they lead to, so that each rank is one sum in a fixed order.
class Arrivals {
 public:
  Arrivals(std::size_t nodes, const std::vector<LinkEnds>& arcs)
      : begins_(nodes + 1), arcs_(arcs.size()) {
    std::vector<double> leaving(nodes);
    for (const LinkEnds& arc : arcs) {
      leaving[arc.a] += arc.weight;
      ++begins_[arc.b + 1];
    }
    std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
    std::vector<std::size_t> next(begins_.begin(), begins_.end() - 1);
    for (const LinkEnds& arc : arcs) arcs_[next[arc.b]++] = {arc.a, arc.weight / leaving[arc.a]};
    for (std::size_t node = 0; node < nodes; ++node) {
      if (leaving[node] == 0) ends_.push_back(node);
    }
  }

  // What comes to a node in one step.
  double Sum(std::size_t node, const std::vector<double>& ranks) const {
    double sum = 0;
    for (std::size_t i = begins_[node]; i < begins_[node + 1]; ++i)
      sum += ranks[arcs_[i].from] * arcs_[i].share;
    return sum;
  }
  // What stands where no arc leads on.
  double Stuck(const std::vector<double>& ranks) const {
    double sum = 0;
    for (const std::size_t node : ends_) sum += ranks[node];
    return sum;
  }

 private:
  struct Arc {
    std::uint32_t from = 0;
    double share = 0;  // of what leaves that node
  };
  std::vector<std::size_t> begins_;  // by node, and the end of the last
  std::vector<Arc> arcs_;
  std::vector<std::size_t> ends_;
};

}  // namespace

std::vector<double> PageRank(std::size_t nodes, const std::vector<LinkEnds>& arcs) {
  const Arrivals arrivals(nodes, arcs);
  const auto count = static_cast<double>(nodes);
  std::vector<double> ranks(nodes, 1 / count);
  std::vector<double> next(nodes);
  for (int step = 0; step < kMostSteps; ++step) {
    const double everywhere = (1 - kDamping + kDamping * arrivals.Stuck(ranks)) / count;
    double change = 0;
    for (std::size_t node = 0; node < nodes; ++node) {
      next[node] = everywhere + kDamping * arrivals.Sum(node, ranks);
      change += std::abs(next[node] - ranks[node]);
    }
    ranks.swap(next);
    if (change < kEnough) break;
  }
  return ranks;
}

}  // namespace zhitu::graph
