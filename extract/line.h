#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "extract/span.h"
#include "extract/text_conventions.h"

namespace zhitu::extract {

/// A printed line that is not blank, and what layout needs to know of it.
struct Line {
  Span span;                     ///< Without white space at its ends and without the line break.
  std::size_t number = 0;        ///< From 0, blank lines counted.
  std::size_t blank_before = 0;  ///< Blank lines directly before it.
  std::size_t width = 0;         ///< Columns, wide characters counted 2.
  std::size_t indent = 0;        ///< Columns of white space before it.
  bool has_end = false;          ///< A sentence ends somewhere in it.
  bool has_clause = false;       ///< A clause ends somewhere in it.
  bool closed = false;     ///< Its last character may end a paragraph (closing quotes passed over).
  bool continues = false;  ///< It begins with a character that no line begins with.
  bool open_bracket = false;  ///< A quote or bracket opened in it is not closed in it.
};

/// The lines of a text that are not blank, in order. LF, CR LF and CR end a line. O(n).
std::vector<Line> ReadLines(std::string_view text, const TextConventions& conventions);
/// The spans of the same lines alone, which is cheaper. O(n).
std::vector<Span> ReadLineSpans(std::string_view text);

}  // namespace zhitu::extract
