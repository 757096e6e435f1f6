#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extract/annotation.h"
#include "extract/corpus.h"
#include "extract/error.h"
#include "extract/span.h"
#include "extract/utf8.h"

namespace zhitu::extract {

/// Where the texts of gold in the form of `zhitu extract` lie.
struct GoldSources {
  std::string root;     ///< The folder from which their `file` counts; empty: the working folder.
  RecordFields fields;  ///< Where records carry what.
};

/// The text of a line of gold.
struct GoldSource {
  std::string text;       ///< All that the document has.
  std::size_t first = 0;  ///< The code point of its file at which it begins.
  std::size_t line = 1;   ///< The line of its file on which it begins.
  bool record = false;    ///< It is a value, not a file or a part of one.
};

/// Reads the texts that lines of gold have or name; each file once. Not for several threads.
class GoldSourceReader {
 public:
  /// @param sources  must live as long.
  explicit GoldSourceReader(const GoldSources& sources) : sources_(sources) {}

  /// The text of a document.
  /// @param where  of its line, for messages.
  /// @throws InputError  if it names no file, or one that does not hold it.
  /// @throws IoError     if the file cannot be read.
  GoldSource Read(const AnnotatedDocument& document, const SourcePosition& where);

 private:
  const std::vector<SourceText>& TextsOf(const std::string& file);

  const GoldSources& sources_;
  std::map<std::string, std::vector<SourceText>> texts_;
};

/// A surface form without the line breaks of print.
std::string WithoutBreaks(std::string_view text);

/// A mention as messages name it: `span 3-5`.
std::string SpanText(const AnnotatedMention& mention);

/// Where a mention stands in the file of `line`.
SourcePosition PositionOf(const AnnotatedMention& mention, const SourcePosition& line);

/// The bytes of a mention in the text of its document.
/// @param offsets  of the source's text.
/// @throws InputError  if it lies outside, or the text there is not what the mention says.
Span BytesOf(const AnnotatedMention& mention, const AnnotatedDocument& document,
             const GoldSource& source, const OffsetIndex& offsets, const SourcePosition& where);

}  // namespace zhitu::extract
