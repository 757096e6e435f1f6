#pragma once

#include <string>

#include "extract/dictionary_draft.h"

namespace zhitu::extract {

/// Reads a term list of CorText: lines `main form <TAB> forms` with the forms parted by `|&|`, and
/// further columns that are not used. A first line without that separator whose first two cells are
/// column names (`main form`, `forms`) is passed over. O(n).
/// @throws IoError, LimitError  if the file cannot be read.
void ReadTermList(const std::string& path, DictionaryDraft& draft);

}  // namespace zhitu::extract
