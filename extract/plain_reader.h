#pragma once

#include <vector>

#include "extract/corpus.h"
#include "extract/extraction.h"
#include "extract/gazetteer.h"
#include "extract/knowledge.h"
#include "extract/tagger.h"

namespace zhitu::extract {

/// A text as one document, as the preset `none` reads it; nothing for a file without a visible
/// character. O(n).
std::vector<Document> PlainDocuments(SourceText text);

/// Reads one document for its names alone, as the preset `none` does: matches, linked, and
/// sentences that end at the characters of the conventions or with their line. With
/// `outermost_only` the text is folded on the way and never copied, unless an ambiguous match has
/// to be linked. Pure; O(n).
///
/// @param document   as `PlainDocuments` makes it.
/// @param gazetteer  must live as long as what comes back.
/// @param knowledge  with `names_only`; its conventions and `outermost_only` are used.
/// @param taggers    find more names; may be null.
Extraction ReadPlainDocument(Document document, const Gazetteer& gazetteer,
                             const Knowledge& knowledge, const TaggerPool* taggers = nullptr);

}  // namespace zhitu::extract
