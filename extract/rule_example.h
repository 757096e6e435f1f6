#pragma once

#include <vector>

#include "extract/error.h"
#include "extract/knowledge.h"

namespace zhitu::extract {

/// Runs the examples that stand with a rule. In an example's text each name is marked with its
/// type, `[四季邻里:program]`; marks may be nested. One of `yes` goes on with ` -> ` and all that
/// the rule must say of the text, `竹溪社区 launched 四季邻里; ...` in any order; one of `no` must
/// give nothing. The rule is run alone, in the first of its zones.
///
/// @param knowledge  what the rule belongs to.
/// @return one problem for each example that is malformed or comes out otherwise, in order, at its
///         place in the rule file. O(text) each.
std::vector<Problem> CheckExamples(const Rule& rule, const Knowledge& knowledge);

}  // namespace zhitu::extract
