#pragma once

#include <vector>

#include "extract/corpus.h"
#include "extract/document.h"
#include "extract/text_conventions.h"

namespace zhitu::extract {

/// Splits a text into its articles and lays each out: blocks, zones, joined lines, title.
///
/// By-lines part the articles: one after body text ends its article, one before any body text
/// begins it. A headline between two articles belongs to the one that has none of its own.
/// Documents are cut at line breaks and together hold the whole text. Records, and texts whose
/// conventions do not join lines, are one document. A blank text gives no document, a blank record
/// one without blocks. O(n).
std::vector<Document> SplitArticles(const SourceText& text, const TextConventions& conventions);

}  // namespace zhitu::extract
