#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "extract/evaluation.h"

namespace zhitu::extract {

/// Two bounds of a share, 0 to 1.
struct Interval {
  double low = 0;   ///< At most `high`.
  double high = 0;  ///< At least `low`.
  /// Equal bounds.
  friend bool operator==(const Interval&, const Interval&) = default;
};

/// How far the shares of a score may be trusted.
struct ScoreIntervals {
  Interval precision;  ///< Of `Score::precision`.
  Interval recall;     ///< Of `Score::recall`.
  Interval f1;         ///< Of `Score::f1`.
};

/// How intervals are found.
struct BootstrapOptions {
  std::size_t resamples = 1000;  ///< At least 1.
  std::uint64_t seed = 1;        ///< Of the documents drawn.
  std::size_t jobs = 1;          ///< Threads.
};

/// The 95 % intervals of scores by the percentile bootstrap (Efron 1979) over documents: as many as
/// were compared are drawn with repetition, again and again, and of what each draw would have
/// scored the middle 95 % are kept; draws that hold nothing of a share's whole have no say in it,
/// and where none does both bounds are 0. Of a few documents intervals say little. The same
/// evaluation, draws and seed give the same intervals, for any number of threads.
///
/// @return  by score of `ScoresOf(evaluation)`.
/// Time O(resamples * (documents + counts of all documents)); memory 24 bytes a draw and score.
std::vector<ScoreIntervals> BootstrapIntervals(const Evaluation& evaluation,
                                               const BootstrapOptions& options);

}  // namespace zhitu::extract
