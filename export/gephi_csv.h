#pragma once

#include <memory>

#include "export/columns.h"
#include "export/graph_writer.h"
#include "export/sink.h"
#include "export/text_buffer.h"

namespace zhitu::xport {

/// A pair of CSV tables (RFC 4180, UTF-8, header row, CR LF) as Gephi's spreadsheet import, and any
/// table reader, takes them. Nodes: `Id Label`, the attributes, `x y size r g b`. Edges:
/// `Source Target Type Id Label Weight Kind`, then the attributes; `Type` is `Directed` or
/// `Undirected`, `Kind` the predicate, which keeps parallel edges apart.
///
/// Cells hold the values as they are, but for characters that XML cannot hold (see
/// `XmlCharacters`). A cell that begins with `=`, `+`, `-` or `@` is not changed, because ids must
/// join and programs must read true values: a spreadsheet program would take it for a formula, so
/// import the columns as text there. A backslash before a quotation mark or the end of a cell is
/// doubled, or Gephi would lose the rows that follow.
class GephiCsvWriter final : public GraphWriter {
 public:
  /// @param nodes, edges  not owned; must outlive the writer.
  GephiCsvWriter(Sink& nodes, Sink& edges);

  void Begin(const GraphHeader& header) override;
  void AddNode(const Node& node) override;
  void AddEdge(const Edge& edge) override;
  void End() override;

 private:
  class Values;

  TextBuffer nodes_;
  TextBuffer edges_;
  std::unique_ptr<NodeColumns> node_columns_;  // known from Begin on
  bool undirected_ = false;
};

}  // namespace zhitu::xport
