#pragma once

#include <memory>

#include "export/columns.h"
#include "export/graph_writer.h"
#include "export/sink.h"
#include "export/text_buffer.h"

namespace zhitu::xport {

/// Tables for `neo4j-admin database import` (Neo4j 5): entities with the labels `Entity` and their
/// type, relations with their predicate as type; and a note with the commands. RFC 4180 in UTF-8,
/// so that DuckDB and others read them too; a value that is not there is an empty cell.
///
/// Items of a list are separated by `;`, for which `；` stands inside an item, and names of columns
/// hold no `:`, which would begin a type; `_` stands for it. What XML cannot hold becomes U+FFFD.
class Neo4jWriter final : public GraphWriter {
 public:
  /// @param nodes, relationships, note  not owned; must outlive the writer.
  Neo4jWriter(Sink& nodes, Sink& relationships, Sink& note);

  void Begin(const GraphHeader& header) override;
  void AddNode(const Node& node) override;
  void AddEdge(const Edge& edge) override;
  void End() override;

 private:
  class Values;

  TextBuffer nodes_;
  TextBuffer relationships_;
  TextBuffer note_;
  std::unique_ptr<NodeColumns> node_columns_;  // known from Begin on
};

}  // namespace zhitu::xport
