#pragma once

#include <string>

#include "extract/dictionary_draft.h"

namespace zhitu::extract {

/// Reads entities of FollowTheMoney, one JSON object a line: `id`, `schema` and `properties` with
/// the lists `name` and `alias`. The first name is the entity's, all others are aliases; the schema
/// is its tag. Objects without a name (ownerships, addresses) are left out. O(n).
/// @throws IoError, LimitError  if the file cannot be read.
void ReadFtmEntities(const std::string& path, DictionaryDraft& draft);

}  // namespace zhitu::extract
