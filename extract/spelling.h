#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace zhitu::extract {

/// Least number of insertions, deletions, replacements and swaps of neighbours (optimal string
/// alignment, Damerau 1964) of code points that turn one text into the other. O(a * b).
std::size_t EditDistance(std::string_view a, std::string_view b);

/// The candidate closest to a mistyped word, the first of equals; empty if none is within a third
/// of the word's length (at least 1, at most 3 edits) or if all of the word would change. Words of
/// more than 100 code points have none. O(candidates).
std::string Closest(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace zhitu::extract
