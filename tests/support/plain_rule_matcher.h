#pragma once

#include <span>
#include <string>
#include <vector>

#include "extract/rule.h"
#include "extract/rule_matcher.h"
#include "extract/statement.h"
#include "extract/topics.h"

namespace zhitu::extract {

// The slow twin of `ApplyRules`: follows every way through a pattern at once, in the order in which
// the ways are preferred, and takes the first that reaches the end. No bound on steps, no index:
// exponential in the pattern, so for short sentences only.
//
// `words` holds the folded words of each lexicon, by its number; the hits and lexicons of `input`
// are not looked at. What clauses are about is taken from `topics`. Statements in no certain order.
std::vector<Statement> PlainApplyRules(std::span<const Rule> rules,
                                       const std::vector<std::vector<std::string>>& words,
                                       const RuleInput& input, const Topics& topics);

}  // namespace zhitu::extract
