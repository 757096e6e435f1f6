#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "export/columns.h"
#include "export/graph_writer.h"
#include "export/sink.h"
#include "export/text_buffer.h"

namespace zhitu::xport {

/// Statements of Cypher (Neo4j 5) that merge the graph into a database: run twice, they change
/// nothing. Entities have the label `Entity`, which is unique by `id`, and one for their type;
/// relations the type of their predicate. Up to 500 rows are one statement.
///
/// Rows are gathered by type or predicate, some megabytes at most. Values are string literals and
/// numbers only, so that no text can become a statement.
class CypherWriter final : public GraphWriter {
 public:
  /// @param sink  not owned; must outlive the writer.
  explicit CypherWriter(Sink& sink) : out_(sink) {}

  void Begin(const GraphHeader& header) override;
  void AddNode(const Node& node) override;
  void AddEdge(const Edge& edge) override;
  void End() override;

 private:
  class Values;
  // Rows of one label or type.
  struct Batch {
    std::string rows;
    std::size_t count = 0;
  };

  void Add(const std::string& name, const std::string& row);
  void Write(const std::string& name, Batch& batch);
  void WriteAll();

  TextBuffer out_;
  std::unique_ptr<NodeColumns> node_columns_;  // known from Begin on
  std::vector<std::string> node_names_;        // of the columns, as Cypher has them
  std::vector<std::string> edge_names_;
  std::map<std::string, Batch> batches_;  // by label or type
  std::size_t bytes_ = 0;                 // of all batches
  bool in_edges_ = false;
};

/// A text as a string literal of Cypher, quotes included. Neo4j reads `\u0027` as a quotation mark
/// anywhere in a statement, before all else: no `u` may follow a backslash that is not ours. What
/// XML cannot hold becomes U+FFFD.
std::string CypherText(std::string_view text);
/// A text as a name of Cypher (a label, type or property), backticks included. A name knows no
/// escape for a backslash: `＼` (U+FF3C) stands for it, a space for line breaks, `_` for nothing.
std::string CypherName(std::string_view text);

}  // namespace zhitu::xport
