#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "extract/span.h"

namespace zhitu::extract {

/// The part a piece of text plays on a newspaper page.
enum class Zone { kHeadline, kSubhead, kCaption, kByline, kBody };

/// The zone's name in files and rules: `headline subhead caption byline body`.
std::string_view ZoneName(Zone zone);

/// A paragraph, headline, caption or by-line: one run of text whose printed lines belong together.
struct Block {
  Zone zone = Zone::kBody;  ///< Its part on the page.
  /// The printed lines without their line breaks, in order; they do not touch or overlap.
  std::vector<Span> pieces;

  /// From the first byte of the first piece to the last byte of the last; the block is not empty.
  Span span() const { return {pieces.front().begin, pieces.back().end}; }
};

/// One article or record, the unit of extraction. Immutable once read, so threads may share it.
struct Document {
  std::string id;      ///< As the contract defines it; unique in a corpus.
  std::string file;    ///< The file's name by the same rule, without `#n`.
  std::string title;   ///< Headline or title field; empty where unknown.
  std::string date;    ///< ISO 8601 as the corpus gives it; empty where unknown.
  std::string source;  ///< Newspaper, site; empty where unknown.

  /// Decoded UTF-8 of the document alone: the slice of the file, or the value of the text field.
  std::string text;
  std::vector<Block>
      blocks;  ///< In order of their first byte; together they hold all text but white space.

  std::size_t begin_code_point = 0;  ///< Where `text` begins in the decoded file (0 for records).
  std::size_t begin_line = 1;        ///< Line of the file on which `text` begins, from 1.
  bool record = false;  ///< True for a row of JSON Lines or CSV: `line` is then always the row's.
};

/// The text of a span without the line breaks of print inside it, and without captions that stand
/// between its lines. O(lines + log blocks).
std::string SurfaceOf(const Document& document, const Span& span);

}  // namespace zhitu::extract
