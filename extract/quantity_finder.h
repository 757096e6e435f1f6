#pragma once

#include <span>
#include <vector>

#include "extract/numeral.h"
#include "extract/quantity.h"
#include "extract/rule_matcher.h"
#include "extract/span.h"
#include "extract/topics.h"

namespace zhitu::extract {

/// Finds numbers with units outside dates, in the order of the text. What is counted is the mention
/// or the noun behind the unit, or before the number where nothing follows (社区微实事85件). O(n).
///
/// @param numerals, topics  of the same document.
/// @param taken             places of dates, in folded bytes, sorted: no quantity begins inside
/// one.
std::vector<Quantity> FindQuantities(const RuleInput& input, const NumeralFinder& numerals,
                                     const Topics& topics, std::span<const Span> taken);

}  // namespace zhitu::extract
