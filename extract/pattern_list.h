#pragma once

#include <string>

#include "extract/dictionary_draft.h"

namespace zhitu::extract {

/// Reads patterns of spaCy's EntityRuler, one JSON object a line: `label`, `pattern` and perhaps
/// `id`. A pattern is a text, or a list of tokens each of which is one plain text (`TEXT`, `ORTH`,
/// `LOWER`); other tokens are left out and told. Patterns of one label and id are one entity with
/// the first as its name. O(n); holds what has an id in memory.
/// @throws IoError, LimitError  if the file cannot be read.
void ReadEntityPatterns(const std::string& path, DictionaryDraft& draft);

}  // namespace zhitu::extract
