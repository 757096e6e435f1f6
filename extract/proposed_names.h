#pragma once

#include <vector>

#include "extract/entity.h"
#include "extract/gazetteer.h"
#include "extract/link.h"
#include "extract/view.h"

namespace zhitu::extract {

/// Finds proposed names in a document, beside those of its dictionary. A dictionary's name stays
/// where a proposed one crosses it or lies inside; inside of a proposed one it is nested. New
/// entities have `type:name` as id and the proposal's `why`.
///
/// @param proposals  names that are no entities of the dictionary.
/// @param first      number of the first entity in `found`: the dictionary's size.
/// @param linked     the dictionary's mentions, sorted as by `SortByFolded`; stays sorted.
/// @param found      gets the entities.
/// O(n log m), as `Gazetteer::Find`.
void AddProposedNames(const Gazetteer& proposals, const View& view, EntityIndex first,
                      std::vector<LinkedMention>& linked, std::vector<Entity>& found);

}  // namespace zhitu::extract
