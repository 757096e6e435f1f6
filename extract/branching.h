#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "extract/context_table.h"

namespace zhitu::extract {

/// Characters before a head that are looked at, at most.
inline constexpr std::size_t kMostBeforeHead = 15;

/// What a corpus says of a head with some characters before it.
struct Branching {
  std::size_t count = 0;    ///< Places where they stand together.
  std::size_t closed = 0;   ///< Of them: a name must begin there.
  std::size_t variety = 0;  ///< Different characters before them (accessor variety, Feng et al.
                            ///< 2004); beginnings of lines and ends of names count as one each.
};

/// By number of characters before the head, from 1; all 0 where there are not so many.
using BranchingByLength = std::array<Branching, kMostBeforeHead + 1>;

/// Counts for each context how often its last 1, 2, ... characters stand before its head, and how
/// many ways lead to them.
/// @param heads  sorted as by `ContextTable::TakeHeads`.
/// @return       parallel to `heads`. O(characters).
std::vector<BranchingByLength> CountBranching(std::span<const CountedHead> heads);

}  // namespace zhitu::extract
