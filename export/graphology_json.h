#pragma once

#include <memory>
#include <vector>

#include "export/columns.h"
#include "export/graph_writer.h"
#include "export/json_members.h"
#include "export/sink.h"
#include "export/text_buffer.h"

namespace zhitu::xport {

/// JSON of graphology, as `Graph.from(data)` reads it and sigma.js draws it: nodes with `label x y
/// size color`, co-occurrence undirected among directed relations, parallel edges allowed. An
/// entity's type is `entity_type`, since sigma.js takes `type` for a way to draw. One node or edge
/// a line. Everything is kept; y runs upwards, as in sigma.js.
class GraphologyJsonWriter final : public GraphWriter {
 public:
  /// @param sink  not owned; must outlive the writer.
  explicit GraphologyJsonWriter(Sink& sink);
  ~GraphologyJsonWriter() override;

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
