#pragma once

#include <vector>

#include "extract/mention.h"
#include "extract/rule.h"
#include "extract/statement.h"
#include "extract/text_conventions.h"
#include "extract/view.h"

namespace zhitu::extract {

/// A decided mention as rules see it.
struct RuleMention {
  Span folded;                     ///< Bytes of the folded text.
  EntityIndex entity = kNoEntity;  ///< What it names.
  std::string_view type;           ///< Its type.
  bool nested = false;             ///< Lies inside a longer mention.
  std::uint32_t sentence = 0;      ///< Number of its sentence.
};

/// Applies rules to one document. Matching of a pattern is tried from each place that fits its
/// first element, nearest matches first, with at most a fixed number of steps a place: linear time
/// whatever the rule. See docs/rules.md.
///
/// @param mentions  sorted by folded begin, then longer first.
/// @return          one statement per subject, predicate, object and sentence (the most confident),
/// by first evidence.
std::vector<Statement> ApplyRules(const RuleSet& rules, const TextConventions& conventions,
                                  const View& view, const std::vector<RuleMention>& mentions);

}  // namespace zhitu::extract
