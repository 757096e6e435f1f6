#pragma once

#include <cstddef>
#include <vector>

#include "extract/span.h"

namespace zhitu::extract {

/// Something that may be a name, and what choosing it is worth.
struct WeighedSpan {
  Span span;          ///< Not empty.
  double weight = 0;  ///< Above 0.
};

/// Chooses spans that do not overlap and are worth most together: the best path through the lattice
/// of all that may be names. Of equal sums the one whose first difference begins earlier, then is
/// longer, then comes first in `spans`.
///
/// @return numbers of the chosen spans, by place. O(n log n) (weighted interval scheduling, e.g.
///         Kleinberg and Tardos, Algorithm Design, 6.1).
std::vector<std::size_t> ChooseBest(const std::vector<WeighedSpan>& spans);

}  // namespace zhitu::extract
