#pragma once

#include <string>
#include <vector>

#include "extract/numeral.h"
#include "extract/rule_matcher.h"
#include "extract/span.h"
#include "extract/temporal.h"

namespace zhitu::extract {

/// Finds temporal expressions, in the order of the text, and reckons them from the document's date
/// (ISO 8601) where they are relative; without it only absolute ones have dates. Day counts follow
/// the proleptic Gregorian calendar. O(n log n).
///
/// @param numerals  of the same document.
std::vector<TemporalExpression> FindTemporalExpressions(const RuleInput& input,
                                                        const NumeralFinder& numerals);

/// The date of what stands at `place` (folded bytes): that of the nearest expression with a known
/// beginning in the same sentence, of equals that of the first, `FROM` or `FROM/TO`; empty if there
/// is none. O(log times + those without a known beginning that stand next to the place).
///
/// @param place  not empty. @param times  of the document, in order; they do not overlap.
std::string DateAt(const Span& place, const Span& sentence,
                   const std::vector<TemporalExpression>& times);

}  // namespace zhitu::extract
