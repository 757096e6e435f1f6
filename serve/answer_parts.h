#pragma once

#include <string_view>

#include "export/json_text.h"
#include "graph/records.h"
#include "serve/reader.h"

namespace zhitu::serve {

/// Adds `{"id":…,"name":…,"type":…}`.
void AddHead(const Reader& reader, graph::EntityNumber entity, xport::JsonText& json);
/// Adds the members `subject predicate object symmetric weight documents confidence first_seen
/// last_seen npmi` of a relation to the object that is written; the ends in brief.
void AddRelation(Reader& reader, const graph::RelationRecord& relation, xport::JsonText& json);
/// The relation of `subject`, `predicate` and `object`, by ids; 0 if there is none. One
/// without direction may be named from either end. Reads
/// the neighbours of the subject.
graph::RelationNumber FindRelation(const Reader& reader, std::string_view subject,
                                   std::string_view predicate, std::string_view object);

}  // namespace zhitu::serve
