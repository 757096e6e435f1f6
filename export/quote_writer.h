#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "graph/quote_collection.h"
#include "graph/quoted_text.h"

namespace zhitu::xport {

/// What a format takes that holds all evidence (`GraphWriter::quotes`). Called after the last edge:
/// BeginQuotes once, AddText for every text, AddQuotes for every edge in order.
class QuoteWriter {
 public:
  QuoteWriter() = default;
  QuoteWriter(const QuoteWriter&) = delete;
  QuoteWriter& operator=(const QuoteWriter&) = delete;
  virtual ~QuoteWriter() = default;

  /// What is to come.
  ///
  /// @param each   quotes that an edge has at most.
  /// @param nodes  by number of an entity its place among the nodes, from 0; valid until the end.
  virtual void BeginQuotes(std::int64_t each, std::span<const std::uint32_t> nodes) = 0;
  /// Takes the next text; quotes name texts by their places, from 0.
  virtual void AddText(const graph::QuotedText& text) = 0;
  /// Takes the quotes of the next edge, and how many there are in the graph file.
  virtual void AddQuotes(std::span<const graph::RelationQuote> quotes, std::int64_t all) = 0;
};

}  // namespace zhitu::xport
