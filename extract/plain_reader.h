#pragma once

#include <cstdint>
#include <vector>

#include "extract/corpus.h"
#include "extract/extraction.h"
#include "extract/gazetteer.h"
#include "extract/knowledge.h"
#include "extract/model_statements.h"
#include "extract/text_conventions.h"

namespace zhitu::extract {

/// A text as one document, as the preset `none` reads it; nothing for a file without a visible
/// character. O(n).
std::vector<Document> PlainDocuments(SourceText text);

/// Cuts the document of an extraction, as `PlainDocuments` makes it, into sentences that end at the
/// characters of the conventions or with their line.
/// @return  by sentence the number of its block.
std::vector<std::uint32_t> ReadPlainSentences(const TextConventions& conventions,
                                              Extraction& extraction);

/// Reads one document for its names alone, as the preset `none` does: matches, linked, and
/// sentences that end at the characters of the conventions or with their line. With
/// `outermost_only` the text is folded on the way and never copied, unless an ambiguous match has
/// to be linked. Pure; O(n).
///
/// @param document   as `PlainDocuments` makes it.
/// @param gazetteer  must live as long as what comes back.
/// @param knowledge  with `names_only`; its conventions and `outermost_only` are used.
/// @param learned    finds more names, and statements.
Extraction ReadPlainDocument(Document document, const Gazetteer& gazetteer,
                             const Knowledge& knowledge, const LearnedParts& learned = {});

}  // namespace zhitu::extract
