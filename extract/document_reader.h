#pragma once

#include "extract/extraction.h"
#include "extract/gazetteer.h"
#include "extract/knowledge.h"
#include "extract/model_statements.h"

namespace zhitu::extract {

/// Reads one document: folds and splits it, finds and links mentions and references, applies rules.
/// Pure; O(n log m) for n bytes and m surface forms.
///
/// @param gazetteer  must live as long as what comes back.
/// @param rules      all or some of the rules of `knowledge`, instead of all.
/// @param learned    finds more names, and statements.
Extraction ReadDocument(Document document, const Gazetteer& gazetteer, const Knowledge& knowledge,
                        const RuleSet& rules, const LearnedParts& learned = {});

}  // namespace zhitu::extract
