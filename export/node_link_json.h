#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "export/columns.h"
#include "export/graph_writer.h"
#include "export/json_members.h"
#include "export/sink.h"
#include "export/text_buffer.h"

namespace zhitu::xport {

/// Node-link JSON, as NetworkX's `node_link_graph(data, edges="edges")` reads it into a
/// `MultiDiGraph` (a `MultiGraph` if every edge is symmetric): keys `directed`, `multigraph`,
/// `graph`, `nodes` with `id`, `edges` with `source`, `target` and the relation id as `key`.
/// One node or edge a line. Values that a node or edge does not have are left out.
class NodeLinkJsonWriter final : public GraphWriter {
 public:
  /// @param sink  not owned; must outlive the writer.
  explicit NodeLinkJsonWriter(Sink& sink);
  ~NodeLinkJsonWriter() override;

  void Begin(const GraphHeader& header) override;
  void AddNode(const Node& node) override;
  void AddEdge(const Edge& edge) override;
  void End() override;

 private:
  void StartEdges();

  struct Keys;

  TextBuffer out_;
  std::unique_ptr<const Keys> keys_;
  std::unique_ptr<NodeColumns> node_columns_;  // known from Begin on
  std::vector<Piece> node_keys_;               // what stands before the value of each column
  std::vector<Piece> edge_keys_;
  JsonLines lines_;
  bool in_edges_ = false;
};

}  // namespace zhitu::xport
