#pragma once

#include <cstdint>

namespace zhitu::graph {

/// How often two entities stand in one window, against how often each does.
struct WindowCounts {
  std::int64_t both = 0;   ///< Windows that name both.
  std::int64_t left = 0;   ///< Windows that name the first.
  std::int64_t right = 0;  ///< Windows that name the second.
  std::int64_t all = 0;    ///< All windows of the corpus.

  /// Equal in all four.
  friend bool operator==(const WindowCounts&, const WindowCounts&) = default;
};

/// True for counts that a corpus can give.
bool IsPossible(const WindowCounts& counts);

/// x ln x of a count, continued to 0.
double XLogX(std::int64_t count);

/// Normalized pointwise mutual information (Bouma 2009): -1 never together, 0 by chance, 1 always
/// together, also where both stand in all windows. Always finite. 0 for counts that no corpus can
/// give (a graph made elsewhere), such as more windows with both than with one.
double Npmi(const WindowCounts& counts);

/// Dunning's log-likelihood ratio G2 (Dunning 1993) of the two-by-two table: 0 by chance, never
/// negative, finite. 0 for counts that no corpus can give.
double LogLikelihood(const WindowCounts& counts);

}  // namespace zhitu::graph
