#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "extract/knowledge.h"
#include "extract/name_context.h"
#include "extract/span.h"

namespace zhitu::extract {

/// A name that is known in a document.
struct KnownName {
  Span folded;            ///< Bytes of the folded text.
  std::string_view type;  ///< Its type.
};

/// Finds where names end with a head of `SuggestRules` and how far left they may begin: at a
/// character that is none of Han, behind a word that no name holds, behind another name, or so many
/// characters before the head. What lies inside of known names is passed over.
///
/// @param text       folded text of a document (`View::folded`).
/// @param known      outermost known names, in order.
/// @param contexts   gets heads and heads that stand alone, by place.
/// O(n) look-ups of words; each head goes back `longest` characters at most.
void FindHeadContexts(std::string_view text, const Knowledge& knowledge,
                      std::span<const KnownName> known, NameContexts& contexts);

}  // namespace zhitu::extract
