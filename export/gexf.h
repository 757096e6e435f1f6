#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "export/columns.h"
#include "export/graph_writer.h"
#include "export/sink.h"
#include "export/text_buffer.h"

namespace zhitu::xport {

/// GEXF 1.3 (gexf.net): Gephi's own format, with places, sizes, colours and, if the graph is dated,
/// a timeline: a node or edge lives from the first day of `first_seen` to the last of `last_seen`;
/// one whose dates are not ISO 8601 is there all the time. An edge's predicate is its `kind`.
class GexfWriter final : public GraphWriter {
 public:
  /// @param sink  not owned; must outlive the writer.
  explicit GexfWriter(Sink& sink);
  ~GexfWriter() override;

  void Begin(const GraphHeader& header) override;
  void AddNode(const Node& node) override;
  void AddEdge(const Edge& edge) override;
  void End() override;

 private:
  void StartEdges();
  void AppendLife(std::string_view first_seen, std::string_view last_seen);
  void AppendLook(const Node& node);

  class Values;
  struct Tags;

  TextBuffer out_;
  std::unique_ptr<const Tags> tags_;
  std::unique_ptr<NodeColumns> node_columns_;  // known from Begin on
  std::vector<Piece> node_keys_;               // what stands before the value of each column
  std::vector<Piece> edge_keys_;
  bool dated_ = false;
  bool in_edges_ = false;
};

}  // namespace zhitu::xport
