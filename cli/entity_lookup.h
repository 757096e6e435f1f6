#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cli/session.h"
#include "export/json_text.h"
#include "graph/store.h"

namespace zhitu::cli {

/// The entity that the user means by an id, a name or an alias; documents only where nothing else
/// has the name. Nothing if there is none or several: the user is then told the nearest names or
/// all candidates.
std::optional<graph::EntityRecord> FindEntity(const graph::Store& store, const std::string& name,
                                              Session& session);

/// Adds the members `id`, `name` and `type` to the object being written.
void AddEntityMembers(const graph::EntityRecord& entity, xport::JsonText& json);

/// Adds a member whose value is the object `{id,name,type}`.
void AddEntity(std::string_view key, const graph::EntityRecord& entity, xport::JsonText& json);

/// The name of an entity as answers show it: its id where it has none.
const std::string& LabelOf(const graph::EntityRecord& entity);

}  // namespace zhitu::cli
