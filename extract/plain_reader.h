#pragma once

#include <vector>

#include "extract/corpus.h"
#include "extract/extraction.h"
#include "extract/gazetteer.h"
#include "extract/text_conventions.h"

namespace zhitu::extract {

/// A text as one document, as the preset `none` reads it; nothing for a file without a visible
/// character. O(n).
std::vector<Document> PlainDocuments(SourceText text);

/// Reads one document for its names alone, as the preset `none` does: outermost matches, linked,
/// and sentences that end at the characters of `conventions` or with their line. The text is folded
/// on the way and never copied, unless an ambiguous match has to be linked. Pure; O(n).
///
/// @param document   as `PlainDocuments` makes it.
/// @param gazetteer  must live as long as what comes back.
Extraction ReadPlainDocument(Document document, const Gazetteer& gazetteer,
                             const TextConventions& conventions);

}  // namespace zhitu::extract
