#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "export/columns.h"
#include "export/graph_writer.h"
#include "export/sink.h"
#include "export/text_buffer.h"

namespace zhitu::xport {

/// GraphML 1.0 (graphml.graphdrawing.org) as Gephi, NetworkX and igraph read it alike: keys first,
/// then nodes, then edges; one direction for all edges. Gephi's kind of an edge, which keeps
/// parallel edges apart, is the XML attribute `label` of `<edge>`.
class GraphmlWriter final : public GraphWriter {
 public:
  /// @param sink  not owned; must outlive the writer.
  explicit GraphmlWriter(Sink& sink);
  ~GraphmlWriter() override;

  void Begin(const GraphHeader& header) override;
  void AddNode(const Node& node) override;
  void AddEdge(const Edge& edge) override;
  void End() override;

 private:
  class Values;
  struct Tags;

  TextBuffer out_;
  std::unique_ptr<const Tags> tags_;
  std::unique_ptr<NodeColumns> node_columns_;  // known from Begin on
  std::vector<Piece> node_keys_;               // what opens the value of each column
  std::vector<Piece> edge_keys_;
};

}  // namespace zhitu::xport
