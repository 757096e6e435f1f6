#pragma once

#include <vector>

#include "extract/gazetteer.h"
#include "extract/mention.h"
#include "extract/view.h"

namespace zhitu::extract {

/// A mention and where it stands in the folded text.
struct LinkedMention {
  Mention mention;  ///< The mention.
  Span folded;      ///< Bytes of the folded text.
  /// It is the beginning of a title (北门社区党委 + 书记): rules see the names in it instead.
  bool in_title = false;
};

/// A mention of some words with its sentence, block and zone; all else is to be filled in.
/// @param original, folded  the words in both texts. O(log sentences).
Mention MentionAt(const View& view, const Span& original, const Span& folded);

/// Sorts mentions by their place in the folded text, a longer one before those it begins with.
void SortByFolded(std::vector<LinkedMention>& mentions);
/// Adds mentions to others, both sorted so; those of equal place come behind. O(both).
void MergeByFolded(std::vector<LinkedMention> more, std::vector<LinkedMention>& mentions);

/// Turns dictionary matches into mentions and chooses the entity of each (linking).
///
/// A match with one reading is decided. Of several, each of a reading's `context` words in the
/// document makes it more likely, and each of its larger units (parent, parent's parent, five at
/// most) that the document names, the nearest most; a unit counts as named by a match with one
/// reading or one that is chosen so. The only most likely one is chosen, else the mention stays
/// undecided with its candidates. O(matches + ambiguous * text).
///
/// A shorter form of the same entity inside a longer one (高新区 in 郑州高新区) is no mention of
/// its own.
///
/// @param matches  as `Gazetteer::Find` gives them for the view's text.
/// @return         in the same order, each with the folded bytes of its match.
std::vector<LinkedMention> LinkMatches(const Gazetteer& gazetteer, const View& view,
                                       const std::vector<Match>& matches);

}  // namespace zhitu::extract
