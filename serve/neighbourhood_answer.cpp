// Entities around one, layer by layer: of those that the last layer leads to, the strongest stay.
#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "serve/answers.h"
#include "serve/relation_filter.h"
#include "serve/subgraph.h"

namespace zhitu::serve {
namespace {

class Layers {
 public:
  Layers(Reader& reader, const RelationFilter& filter, graph::EntityNumber start)
      : reader_(reader), filter_(filter), nodes_{{start, 0}}, known_{start} {}

  const std::vector<DrawnNode>& nodes() const { return nodes_; }

  // Adds the entities that the last layer leads to, as long as there are fewer than `limit`.
  void AddLayer(std::size_t hops, std::size_t limit) {
    std::vector<std::pair<graph::EntityNumber, double>> found = Found(hops - 1);
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
      return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    for (const auto& [entity, strength] : found) {
      if (nodes_.size() >= limit) break;
      nodes_.push_back({entity, hops});
      known_.insert(entity);
    }
  }

 private:
  // With the sum of the strengths of the relations that lead there. Documents lead nowhere: they
  // join whatever one text names.
  std::vector<std::pair<graph::EntityNumber, double>> Found(std::size_t layer) {
    std::unordered_map<graph::EntityNumber, double> strengths;
    for (const DrawnNode& node : nodes_) {
      if (node.hops != layer || (layer > 0 && reader_.brief.IsDocument(node.entity))) continue;
      for (const Tie& tie : reader_.ties.Of(node.entity)) {
        if (filter_.Keeps(tie) && !known_.contains(tie.other)) strengths[tie.other] += tie.strength;
      }
    }
    return {strengths.begin(), strengths.end()};
  }

  Reader& reader_;
  const RelationFilter& filter_;
  std::vector<DrawnNode> nodes_;
  std::unordered_set<graph::EntityNumber> known_;
};

}  // namespace

std::string NeighbourhoodAnswer(Reader& reader, const Parameters& parameters) {
  const graph::EntityNumber entity = reader.Entity(parameters.Needed("entity"));
  const auto hops = static_cast<std::size_t>(parameters.Number("hops", 1, 1, 2));
  const auto limit = static_cast<std::size_t>(parameters.Number("limit", 100, 1, 500));
  const auto edges = static_cast<std::size_t>(parameters.Number("edges", 1000, 0, 5000));
  const RelationFilter filter(parameters, reader.brief);
  Layers layers(reader, filter, entity);
  for (std::size_t hop = 1; hop <= hops; ++hop) layers.AddLayer(hop, limit);
  return Subgraph(reader, layers.nodes(), filter, edges);
}

}  // namespace zhitu::serve
