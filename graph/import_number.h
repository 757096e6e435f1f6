#pragma once

#include <optional>
#include <string_view>

namespace zhitu::graph {

/// A number as graph files write it: decimal, with a point, an exponent where it is wanted, and
/// blanks around it at most. Nothing for anything else, for infinities and for NaN. O(n).
std::optional<double> ParseNumber(std::string_view text);

}  // namespace zhitu::graph
