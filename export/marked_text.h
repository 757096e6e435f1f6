#pragma once

#include <span>
#include <string>
#include <string_view>

#include "export/file_offsets.h"
#include "export/page_places.h"
#include "extract/extraction.h"

namespace zhitu::xport {

/// The types that have a colour of their own on a page; others share one and show their name.
std::span<const std::string_view> MarkedTypes();

/// The class of a mark: `t-` and the type if it is one of `MarkedTypes()`, else `t-other`.
std::string MarkClass(std::string_view type);

/// A document's text as HTML: a `<p>` a block, of class the zone's name, without the line breaks
/// of print; each mention a `<mark>` with its classes (type, kind, entity), its type in
/// `data-type`, and in `title` its entity (or candidates) and why. Nested mentions stand inside;
/// where two cross, the later one is cut at the end of the earlier. Behind an outermost reference
/// stands an empty link, of class `to` and its entity, to its antecedent, also of class `ahead`
/// where that follows, with the entity's name in `data-name`. All text is escaped. O((text +
/// mentions) log mentions).
///
/// @param offsets  of the same document.
/// @param places   of the same document; paragraphs and marks get its ids.
std::string MarkedText(const extract::Extraction& extraction, const FileOffsets& offsets,
                       const PagePlaces& places);

}  // namespace zhitu::xport
