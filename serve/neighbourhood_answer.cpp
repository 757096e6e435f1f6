// Entities around one, layer by layer: of those that the last layer leads to, the strongest stay.
#include <cstddef>
#include <cstdint>
#include <vector>

#include "serve/answers.h"
#include "serve/relation_filter.h"
#include "serve/subgraph.h"

namespace zhitu::serve {
namespace {

class Layers {
 public:
  Layers(Reader& reader, const RelationFilter& filter, graph::EntityNumber start)
      : reader_(reader), filter_(filter) {
    Add({start, 0});
  }
  Layers(const Layers&) = delete;
  Layers& operator=(const Layers&) = delete;
  ~Layers() {
    for (const DrawnNode& node : nodes_) PlaceOf(node.entity) = 0;
    reader_.sums.Clear();
  }

  const std::vector<DrawnNode>& nodes() const { return nodes_; }

  // Adds the entities that the last layer leads to, as long as there are fewer than `limit`.
  // Strengths of the relations that lead to one add up. Documents lead nowhere: they join whatever
  // one text names.
  void AddLayer(std::size_t hops, std::size_t limit) {
    if (nodes_.size() >= limit) return;
    for (const DrawnNode& node : nodes_) {
      if (node.hops + 1 != hops || (hops > 1 && reader_.brief.IsDocument(node.entity))) continue;
      const TieList ties = reader_.ties.Of(node.entity);
      for (const Tie& tie : *ties) {
        if (PlaceOf(tie.other) == 0 && filter_.Keeps(tie))
          reader_.sums.Add(tie.other, double{tie.strength});
      }
    }
    for (const auto& [entity, sum] : reader_.sums.TakeGreatest(limit - nodes_.size())) {
      Add({entity, hops});
    }
  }

 private:
  std::uint32_t& PlaceOf(graph::EntityNumber entity) const {
    return reader_.places[static_cast<std::size_t>(entity)];
  }
  void Add(const DrawnNode& node) {
    nodes_.push_back(node);
    PlaceOf(node.entity) = static_cast<std::uint32_t>(nodes_.size());
  }

  Reader& reader_;
  const RelationFilter& filter_;
  std::vector<DrawnNode> nodes_;
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
