#pragma once

#include <memory>

#include "export/columns.h"
#include "export/graph_writer.h"
#include "export/json_text.h"
#include "export/sink.h"

namespace zhitu::xport {

/// Node-link JSON, as NetworkX's `node_link_graph(data, edges="edges")` reads it into a
/// `MultiDiGraph` (a `MultiGraph` if every edge is symmetric): keys `directed`, `multigraph`,
/// `graph`, `nodes` with `id`, `edges` with `source`, `target` and the relation id as `key`.
/// One node or edge a line. Values that a node or edge does not have are left out.
class NodeLinkJsonWriter final : public GraphWriter {
 public:
  /// @param sink  not owned; must outlive the writer.
  explicit NodeLinkJsonWriter(Sink& sink);

  void Begin(const GraphHeader& header) override;
  void AddNode(const Node& node) override;
  void AddEdge(const Edge& edge) override;
  void End() override;

 private:
  void StartEdges();
  void WriteItem();

  Sink& sink_;
  JsonText json_;
  std::unique_ptr<NodeColumns> node_columns_;  // known from Begin on
  bool in_edges_ = false;
  bool first_ = true;  // of the array that is being written
};

}  // namespace zhitu::xport
