#pragma once

#include <vector>

#include "extract/body_names.h"
#include "extract/entity.h"
#include "extract/link.h"

namespace zhitu::extract {

/// Finds names that no dictionary holds by the rules of a preset (bodies, places, persons), and
/// again wherever the document repeats them, and chooses between them and the known names where
/// they overlap (`ChooseBest`). A known name inside of a chosen one is nested from then on; one
/// that a chosen one cuts is dropped.
///
/// @param scene   its names are `names`.
/// @param first   number of the first entity in `found`: the dictionary's size.
/// @param names   sorted by place in the folded text, as they are afterwards.
/// @param found   gets the entities, `type:name` each.
void FindRuleNames(const NameScene& scene, EntityIndex first, std::vector<LinkedMention>& names,
                   std::vector<Entity>& found);

}  // namespace zhitu::extract
