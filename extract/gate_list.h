#pragma once

#include <string>

#include "extract/dictionary_draft.h"

namespace zhitu::extract {

/// Reads a gazetteer of GATE: the index `lists.def` with `file.lst:major:minor:...` a line, and the
/// lists beside it with one form a line, behind which features (`&name=value`, or parted by a tab)
/// may stand, which are not used. The tag is `major:minor` if a type is known for it, else `major`.
/// O(n).
/// @throws IoError, LimitError  if a file cannot be read.
void ReadGateLists(const std::string& path, ListTypes& types, DictionaryDraft& draft);

}  // namespace zhitu::extract
