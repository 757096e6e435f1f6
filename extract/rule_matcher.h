#pragma once

#include <span>
#include <vector>

#include "extract/rule.h"
#include "extract/rule_scene.h"
#include "extract/statement.h"
#include "extract/text_conventions.h"
#include "extract/view.h"

namespace zhitu::extract {

/// Applies rules to one document. Matching of a pattern is tried from each place that fits its
/// first element, nearest matches first, with at most a fixed number of steps a place: linear time
/// whatever the rule. See docs/rules.md.
///
/// @param rules     in order of priority. @param lexicons the ones the rules name by number.
/// @param mentions  sorted by folded begin, then longer first.
/// @return          one statement per subject, predicate, object and sentence (the most confident),
/// by first evidence.
std::vector<Statement> ApplyRules(std::span<const Rule> rules, const Lexicons& lexicons,
                                  const TextConventions& conventions, const View& view,
                                  const std::vector<RuleMention>& mentions);

}  // namespace zhitu::extract
