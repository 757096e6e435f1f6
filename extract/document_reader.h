#pragma once

#include <span>

#include "extract/extraction.h"
#include "extract/gazetteer.h"
#include "extract/rule.h"
#include "extract/text_conventions.h"

namespace zhitu::extract {

/// Reads one document: folds and splits it, finds and links mentions, applies rules. Pure;
/// O(n log m) for n bytes and m surface forms.
///
/// @param gazetteer  must live as long as what comes back.
/// @param rules      may be empty.
/// @param lexicons   the ones that the rules name by number.
Extraction ReadDocument(Document document, const Gazetteer& gazetteer,
                        const TextConventions& conventions, std::span<const Rule> rules,
                        const Lexicons& lexicons);

}  // namespace zhitu::extract
