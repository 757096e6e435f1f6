#pragma once

#include <vector>

#include "extract/body_names.h"
#include "extract/entity.h"
#include "extract/extraction.h"
#include "extract/link.h"

namespace zhitu::extract {

/// Finds names that no dictionary holds by the rules of a preset (bodies, places, persons), and
/// again wherever the document repeats them, and chooses between them and the known names where
/// they overlap (`ChooseBest`). A known name inside of a chosen one is nested from then on; one
/// that a chosen one cuts is dropped, and those inside of it stand for themselves. What the
/// dictionary ignores is no name.
///
/// @param scene   its names are `names`.
/// @param first   number of the first entity in `found`: the dictionary's size.
/// @param names   sorted by place in the folded text, as they are afterwards.
/// @param found   gets the entities that the dictionary does not have, `type:name` each.
/// @param weighed gets what was chosen between: the names found by rule, and the known ones that
///                share text with them; null where nobody asks.
/// O(n log n) for n names, candidates and words; some fifty names are looked for again.
void FindRuleNames(const NameScene& scene, EntityIndex first, std::vector<LinkedMention>& names,
                   std::vector<Entity>& found, std::vector<WeighedName>* weighed);

}  // namespace zhitu::extract
