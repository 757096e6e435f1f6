#pragma once

#include <vector>

#include "extract/span.h"
#include "extract/text_conventions.h"
#include "extract/view.h"

namespace zhitu::extract {

/// The insides of the quotes of a document that lie in no others, in order: bytes of the folded
/// text. Whether a mark opens or closes is seen in the original; what its block does not close is
/// no quote. O(n).
std::vector<Span> OuterQuotes(const View& view, const TextConventions& conventions);

/// True if nothing but a separator of lists stands between two quotes, one behind the other:
/// “A”“B” and “A”、“B”.
bool AreListed(const Span& quote, const Span& next, const View& view,
               const TextConventions& conventions);

}  // namespace zhitu::extract
