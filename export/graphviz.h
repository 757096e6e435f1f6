#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "export/columns.h"
#include "export/graph_writer.h"
#include "export/sink.h"
#include "export/text_buffer.h"

namespace zhitu::xport {

/// The language of Graphviz, in UTF-8: names, colours and sizes (diameters in points), and `pos`,
/// the places in points, which `neato -n` keeps (`dot` and others place anew). A `digraph`;
/// co-occurrence has `dir=none`; a `graph` if all is co-occurrence. Every other value is an
/// attribute of its name, which Graphviz passes over.
///
/// A backslash begins an escape of Graphviz: in values it is doubled, in node names, which know no
/// escape for it, `＼` (U+FF3C) stands for it, and a hash follows as in `PortableId`. Values may
/// not be empty; what XML cannot hold becomes U+FFFD.
class GraphvizWriter final : public GraphWriter {
 public:
  /// @param sink  not owned; must outlive the writer.
  explicit GraphvizWriter(Sink& sink);
  ~GraphvizWriter() override;

  void Begin(const GraphHeader& header) override;
  void AddNode(const Node& node) override;
  void AddEdge(const Edge& edge) override;
  void End() override;

 private:
  class Values;
  struct Keys;

  TextBuffer out_;
  std::unique_ptr<const Keys> keys_;
  std::unique_ptr<NodeColumns> node_columns_;  // known from Begin on
  std::vector<Piece> node_keys_;               // what stands before the value of each column
  std::vector<Piece> edge_keys_;
  bool undirected_ = false;
};

/// A text as a quoted attribute of Graphviz, quotes included. `&` is escaped where it would begin
/// an entity of HTML, which labels are read for.
std::string GraphvizText(std::string_view text);
/// An id as a quoted name of Graphviz, quotes included.
std::string GraphvizName(std::string_view id);

}  // namespace zhitu::xport
