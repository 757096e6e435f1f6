#pragma once

#include <span>
#include <vector>

#include "extract/knowledge.h"
#include "extract/rule_scene.h"
#include "extract/statement.h"
#include "extract/view.h"

namespace zhitu::extract {

/// Applies rules to one document. Matching of a pattern is tried from each place that fits its
/// first element, nearest matches first, with at most a fixed number of steps a place: linear time
/// whatever the rule. See docs/rules.md.
///
/// @param rules      all or some of the rules of `knowledge`, in order of priority.
/// @param hits       words of the lexicons in the view's text, as `Lexicons::FindAll` gives them.
/// @param mentions   sorted by folded begin, then longer first.
/// @return           one statement per subject, predicate, object and sentence (the most
/// confident), by first evidence.
std::vector<Statement> ApplyRules(std::span<const Rule> rules, const Knowledge& knowledge,
                                  const View& view, std::span<const Lexicons::Hit> hits,
                                  const std::vector<RuleMention>& mentions);

}  // namespace zhitu::extract
