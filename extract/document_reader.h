#pragma once

#include <vector>

#include "extract/extraction.h"
#include "extract/gazetteer.h"
#include "extract/knowledge.h"
#include "extract/model_statements.h"
#include "extract/name_context.h"
#include "extract/tagger.h"

namespace zhitu::extract {

/// Reads one document: folds and splits it, finds and links mentions and references, applies rules.
/// Pure; O(n log m) for n bytes and m surface forms.
///
/// @param gazetteer  must live as long as what comes back.
/// @param rules      all or some of the rules of `knowledge`, instead of all.
/// @param learned    finds more names, and statements.
/// @param explained  tells also what was weighed as names (`Extraction::weighed`).
Extraction ReadDocument(Document document, const Gazetteer& gazetteer, const Knowledge& knowledge,
                        const RuleSet& rules, const LearnedParts& learned = {},
                        bool explained = false);

/// The same of several documents, in their order. Each pass is made over all of them before the
/// next, so that its code stays near the processor: 7 % less CPU for 32 documents of a page.
std::vector<Extraction> ReadDocuments(std::vector<Document> documents, const Gazetteer& gazetteer,
                                      const Knowledge& knowledge, const RuleSet& rules,
                                      const LearnedParts& learned = {}, bool explained = false);

/// Reads one document for its names alone, those proposed for a dictionary among them: mentions and
/// references, no statements, quantities and dates. Pure; O(n log m).
///
/// @param gazetteer  must live as long as what comes back.
/// @param proposals  names that are not in it; may be null.
/// @param taggers    find more names; may be null.
Extraction ReadNames(Document document, const Gazetteer& gazetteer, const Gazetteer* proposals,
                     const Knowledge& knowledge, const TaggerPool* taggers = nullptr);

/// Finds where names may stand in a document that are not in the gazetteer. Pure; O(n log m).
NameContexts ReadContexts(const Document& document, const Gazetteer& gazetteer,
                          const Knowledge& knowledge);

}  // namespace zhitu::extract
