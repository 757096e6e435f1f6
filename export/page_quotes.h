#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "export/page_columns.h"
#include "graph/id_table.h"
#include "graph/quote_collection.h"
#include "graph/quoted_text.h"

namespace zhitu::xport {

/// The texts and quotes of a page, in parts of some 100 KB, so that a browser reads only those that
/// are looked at. A part comes when it is full. One thread.
class PageQuotes {
 public:
  /// No texts, no quotes.
  PageQuotes();

  /// Adds a text. @param nodes  by number of an entity its place among the nodes.
  void AddText(const graph::QuotedText& text, std::span<const std::uint32_t> nodes);
  /// Adds the quotes of the next edge. @param all  how many the graph file has.
  void AddQuotes(std::span<const graph::RelationQuote> quotes, std::int64_t all);
  /// The parts of texts that are full, as elements; with `rest` the one that is not, too.
  std::string TakeTexts(bool rest);
  /// The same of quotes.
  std::string TakeQuotes(bool rest);
  /// The element that tells what numbers stand for.
  std::string TakeNames();

 private:
  std::uint32_t Document(const graph::QuotedText& text);
  void AppendQuote(const graph::RelationQuote& quote, std::string& json);
  void AppendStatement(const graph::RelationQuote& quote, std::string& json);

  PageTable texts_;
  PageTable quotes_;
  PageTable documents_;
  std::uint32_t document_ = 0;  // the one of the last text
  std::string last_document_;   // its id
  graph::IdTable rules_;
  graph::IdTable modalities_;
  graph::IdTable dates_;
  graph::IdTable files_;  // dictionaries
};

}  // namespace zhitu::xport
