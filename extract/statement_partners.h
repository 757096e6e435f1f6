#pragma once

#include <cstddef>
#include <limits>
#include <vector>

#include "extract/annotation.h"

namespace zhitu::extract {

/// A statement that has no partner.
inline constexpr std::size_t kNoPartner = std::numeric_limits<std::size_t>::max();

/// Which statements of two documents say the same; each has one partner at most.
struct StatementPartners {
  std::vector<std::size_t> of_gold;       ///< By number in gold; `kNoPartner` for none.
  std::vector<std::size_t> of_predicted;  ///< The other way round.
};

/// Pairs statements. Where gold has the format of `zhitu extract`, ends are the same if their ids
/// are. Else gold's are surfaces, and a predicted end may be named by any surface form that one of
/// its document's mentions gives its entity (white space aside): from the first of gold on, each
/// gets the first that is left.
/// O(n log n) for n statements; of surfaces times the forms of an entity.
StatementPartners PairStatements(const AnnotatedDocument& gold, const AnnotatedDocument& predicted);

}  // namespace zhitu::extract
