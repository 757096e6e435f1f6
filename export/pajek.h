#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "export/graph_writer.h"
#include "export/sink.h"
#include "export/text_buffer.h"

namespace zhitu::xport {

/// A network of Pajek (`.net`), in UTF-8 with the byte order mark by which Pajek knows it: vertices
/// with places in 0 to 1, y downwards; relations as arcs, co-occurrence as edges, both with weight
/// and predicate (`l`). Types, attributes, dates and evidence have no place in it.
///
/// A vertex is called by its entity's name, with the id in brackets behind it where another has the
/// same. A name cannot hold quotation marks, backslashes and line breaks: `”`, `＼` and spaces
/// stand for them. Arcs come before edges, so edges are kept until the end: some 30 bytes each, and
/// each vertex with its name.
class PajekWriter final : public GraphWriter {
 public:
  /// @param sink  not owned; must outlive the writer.
  explicit PajekWriter(Sink& sink);

  void Begin(const GraphHeader& header) override;
  void AddNode(const Node& node) override;
  void AddEdge(const Edge& edge) override;
  void End() override;

 private:
  struct Vertex {
    std::string name;
    double x = 0;
    double y = 0;
  };

  std::string NameOf(const Node& node);
  void WriteVertices();
  void AppendTie(std::string& text, const Edge& edge) const;

  TextBuffer out_;
  std::vector<Vertex> vertices_;  // until they are written
  std::unordered_map<std::string, std::int64_t> numbers_;
  std::unordered_set<std::string> names_;
  std::string edges_;      // those of `*Edges`
  bool in_edges_ = false;  // behind the vertices
  bool in_arcs_ = false;
};

/// A text as a label of Pajek, quotes included.
std::string PajekText(std::string_view text);

}  // namespace zhitu::xport
