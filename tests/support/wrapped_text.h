#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "extract/document.h"

namespace zhitu::extract {

/// How printed lines are broken.
struct Layout {
  std::size_t columns = 0;  ///< Widest line, wide characters counted 2; 0: lines are not broken.
  std::string indent;       ///< White space before the first line of a paragraph of body text.
  std::string between = "\n\n";   ///< From the last line of a block to the next block.
  std::string line_break = "\n";  ///< Inside a block.
  /// What may not begin a line goes to the end of the line before, even past `columns`.
  std::string no_line_start;
};

/// A paragraph, heading or by-line on one line.
struct Paragraph {
  Zone zone = Zone::kBody;
  std::string text;
};

/// The blocks of a document, each joined to one line.
std::vector<Paragraph> Paragraphs(const Document& document);

/// Prints paragraphs. Words of spaced scripts are not broken.
std::string Print(const std::vector<Paragraph>& paragraphs, const Layout& layout);

}  // namespace zhitu::extract
