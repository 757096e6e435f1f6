#pragma once

#include <span>
#include <string>
#include <vector>

#include "extract/entity.h"
#include "extract/knowledge.h"
#include "extract/link.h"
#include "extract/view.h"
#include "extract/word_finder.h"

namespace zhitu::extract {

/// Finds names in quotes that the dictionary does not have: “墨香邻里”品牌, “一网清”“一表通”等做法.
/// What makes them names is the word behind the quotes; a quote without one is rhetoric (“加速键”)
/// and none. O(n).
///
/// @param first     number of the first entity found in the text: the dictionary's size.
/// @param mentions  the names of the dictionary, by folded begin, then longer first; gets what is
///                  found, in order.
/// @param found     gets the entities.
void FindQuotedNames(const View& view, const Knowledge& knowledge, const WordFinder& words,
                     EntityIndex first, std::vector<LinkedMention>& mentions,
                     std::vector<Entity>& found);

}  // namespace zhitu::extract
