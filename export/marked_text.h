#pragma once

#include <span>
#include <string>
#include <string_view>

#include "export/file_offsets.h"
#include "extract/extraction.h"

namespace zhitu::xport {

/// The types that have a colour of their own on a page; others share one and show their name.
std::span<const std::string_view> MarkedTypes();

/// The class of a mark: `t-` and the type if it is one of `MarkedTypes()`, else `t-other`.
std::string MarkClass(std::string_view type);

/// A document's text as HTML: a `<p>` a block, of class the zone's name, without the line breaks
/// of print; each mention a `<mark>` with its class, its type in `data-type`, and in `title` its
/// entity (or candidates) and why. Nested mentions stand inside; where two cross, the later one
/// is cut at the end of the earlier. All text is escaped. O(text + mentions).
///
/// @param offsets  of the same document.
std::string MarkedText(const extract::Extraction& extraction, const FileOffsets& offsets);

}  // namespace zhitu::xport
