#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "export/graph_writer.h"
#include "export/page_columns.h"
#include "export/page_frame.h"
#include "export/page_letters.h"
#include "export/page_quotes.h"
#include "export/quote_writer.h"
#include "export/text_buffer.h"
#include "graph/id_table.h"

namespace zhitu::xport {

/// One web page that shows the graph, with search, filters and every quote; it needs no network and
/// asks for nothing. The program in it is made of `export/page`; the data stand as JSON in
/// `<script type="application/json">`, tables by columns, in parts: what the picture needs before
/// the program, texts and quotes behind it. `docs/page.md` tells how it is used. Keeps one part and
/// the names of types, predicates, dates and documents.
class PageWriter final : public GraphWriter, private QuoteWriter {
 public:
  /// @param sink  not owned; must outlive the writer.
  explicit PageWriter(Sink& sink);
  ~PageWriter() override;

  void Begin(const GraphHeader& header) override;
  void AddNode(const Node& node) override;
  void AddEdge(const Edge& edge) override;
  QuoteWriter* quotes() override { return this; }
  void End() override;

 private:
  void BeginQuotes(std::int64_t each, std::span<const std::uint32_t> nodes) override;
  void AddText(const graph::QuotedText& text) override;
  void AddQuotes(std::span<const graph::RelationQuote> quotes, std::int64_t all) override;

  std::uint32_t TypeOf(const Node& node);
  std::string AttributesOf(const Node& node);
  std::uint32_t PredicateOf(const Edge& edge);
  void WriteTable(const char* kind, PageTable& table, std::size_t rows);
  std::string Tables(std::int64_t each);
  void EndGraph(std::int64_t each);

  TextBuffer out_;
  PageFrame frame_;
  PageTable nodes_;
  PageTable edges_;
  std::unique_ptr<graph::IdTable> ids_;  // of the nodes
  graph::IdTable types_;
  std::vector<std::string> colours_;  // of the types
  graph::IdTable predicates_;         // a symmetric one behind a space
  graph::IdTable dates_;
  graph::IdTable attributes_;
  PageLetters letters_;
  std::uint32_t last_source_ = 0;
  bool graph_ended_ = false;
  std::span<const std::uint32_t> places_;
  PageQuotes quotes_;
};

}  // namespace zhitu::xport
