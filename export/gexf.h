#pragma once

#include <memory>

#include "export/columns.h"
#include "export/graph_writer.h"
#include "export/sink.h"

namespace zhitu::xport {

/// GEXF 1.3 (gexf.net): Gephi's own format, with places, sizes, colours and, if the graph is dated,
/// a timeline: a node or edge lives from the first day of `first_seen` to the last of `last_seen`;
/// one whose dates are not ISO 8601 is there all the time. An edge's predicate is its `kind`.
class GexfWriter final : public GraphWriter {
 public:
  /// @param sink  not owned; must outlive the writer.
  explicit GexfWriter(Sink& sink);

  void Begin(const GraphHeader& header) override;
  void AddNode(const Node& node) override;
  void AddEdge(const Edge& edge) override;
  void End() override;

 private:
  void StartEdges();

  Sink& sink_;
  std::unique_ptr<NodeColumns> node_columns_;  // known from Begin on
  bool dated_ = false;
  bool in_edges_ = false;
};

}  // namespace zhitu::xport
