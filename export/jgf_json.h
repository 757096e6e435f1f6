#pragma once

#include <memory>
#include <vector>

#include "export/columns.h"
#include "export/graph_writer.h"
#include "export/json_members.h"
#include "export/sink.h"
#include "export/text_buffer.h"

namespace zhitu::xport {

/// JSON Graph Format, version 2 (jsongraphformat.info): nodes as members of one object by id, edges
/// with `relation` and `directed`; all else is `metadata`. One node or edge a line.
class JgfJsonWriter final : public GraphWriter {
 public:
  /// @param sink  not owned; must outlive the writer.
  explicit JgfJsonWriter(Sink& sink);
  ~JgfJsonWriter() override;

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
