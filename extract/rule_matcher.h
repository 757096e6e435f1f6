#pragma once

#include <vector>

#include "extract/entity_names.h"
#include "extract/knowledge.h"
#include "extract/rule_scene.h"
#include "extract/rule_set.h"
#include "extract/statement.h"
#include "extract/view.h"
#include "extract/word_finder.h"

namespace zhitu::extract {

class Topics;

/// What rules are applied to: one document with its mentions.
struct RuleInput {
  const View& view;                          ///< The document.
  const Knowledge& knowledge;                ///< Its language; rules name its lexicons by number.
  const WordFinder& words;                   ///< Words of the lexicons in the folded text.
  const EntityNames& entities;               ///< Names of what is mentioned.
  const std::vector<RuleMention>& mentions;  ///< By folded begin, then longer first.
};

/// Applies rules to one document. Matching of a pattern is tried from each place that fits its
/// first element, nearest matches first, with at most a fixed number of steps a place: linear time
/// whatever the rule. See docs/rules.md.
///
/// @param rules  all or some of the rules of the input's knowledge.
/// @param topics  of the same document.
/// @return       one statement per subject, predicate, object and sentence (the most confident),
///               by first evidence.
std::vector<Statement> ApplyRules(const RuleSet& rules, const RuleInput& input,
                                  const Topics& topics);

}  // namespace zhitu::extract
