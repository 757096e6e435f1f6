#pragma once

#include <vector>

#include "extract/rule_matcher.h"
#include "extract/statement.h"

namespace zhitu::extract {

/// Id of the statements that `FindCollectives` makes.
inline constexpr char kCollectiveRule[] = "collective";

/// Finds names that count others: 五星 and 平安法治星, 宜业兴业星 ..., 六个一 and 一网清, 一表通
/// ... The counting name is a number, perhaps with a measure word, and a word; its members are the
/// document's other entities of these types that hold the word at the same place, counted from
/// their beginning or end. They must be at least two and half the number, and not more than the
/// number.
///
/// @return one `part_of` for each member, with the first mentions of both as evidence. O(n log n)
/// for
///         n mentions, times the counting names.
std::vector<Statement> FindCollectives(const RuleInput& input);

}  // namespace zhitu::extract
