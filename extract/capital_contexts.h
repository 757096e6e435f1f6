#pragma once

#include "extract/knowledge.h"
#include "extract/name_context.h"
#include "extract/view.h"

namespace zhitu::extract {

/// Finds capitalised words in a row that may be names (Harbour Street, Mayor Ann Reed): their last
/// word tells what they are, or a title before them; of others little is known. One word alone at
/// the beginning of a sentence is none.
///
/// @param contexts  gets them, by place.  O(n).
void FindCapitalNames(const View& view, const Knowledge& knowledge, NameContexts& contexts);

}  // namespace zhitu::extract
