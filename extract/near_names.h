#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace zhitu::extract {

/// Finds pairs of texts that one insertion, deletion, replacement or swap of neighbours turns into
/// each other (optimal string alignment): candidates are those that become equal without one of
/// their characters each (Garbe's symmetric deletion, 2012), which are then compared.
///
/// @param texts        valid UTF-8; those of fewer than `shortest` or of more than 64 code points
///                     are passed over.
/// @param most_alike   more texts than so many that are equal without one character are a series
///                     and no pairs.
/// @return  numbers of both texts, the smaller first, sorted, each pair once. Equal texts are none.
///
/// O(n * length) time for each 16 million characters, 256 MB of memory at most beside the texts,
/// and a comparison a candidate.
std::vector<std::pair<std::uint32_t, std::uint32_t>> FindNearPairs(
    const std::vector<std::string>& texts, std::size_t shortest, std::size_t most_alike);

}  // namespace zhitu::extract
