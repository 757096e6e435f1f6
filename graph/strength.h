#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "graph/pair_measures.h"
#include "graph/records.h"

namespace zhitu::graph {

/// How strongly a relation ties its ends: significance * (ln(1 + weight) + ln(1 + documents)).
///
/// Significance is the confidence of a statement. For co-occurrence it is half the NPMI, at least
/// 0.025: it says that two belong together, not how. An imported graph has no windows; NPMI
/// counts as 1/2 there, so that weight and documents decide. Repetition counts less and less; other
/// documents count beside repetition in one. Positive and finite.
double Strength(const Neighbour& neighbour);

/// `Strength` of many relations of one graph, to the last bit as that gives it, but faster:
/// logarithms of small counts are kept. One thread.
class Strengths {
 public:
  /// @param windows  all windows of the corpus, as the neighbours have it.
  explicit Strengths(std::int64_t windows);
  /// The strength of a relation.
  double Of(const Neighbour& neighbour) {
    const double evidence =
        Log(std::max<std::int64_t>(neighbour.weight, 1)) + Log(neighbour.documents);
    return Significance(neighbour) * evidence;
  }

 private:
  static constexpr std::size_t kLogs = 2048;

  double Significance(const Neighbour& neighbour);
  double Log(std::int64_t count) {
    const auto place = static_cast<std::size_t>(count);  // great if it is negative
    return place < kLogs && logs_[place] >= 0 ? logs_[place] : ComputeLog(count);
  }
  double ComputeLog(std::int64_t count);

  PairMeasures measures_;
  std::array<double, kLogs> logs_;  // of 1 + count, by count; negative: not known yet
};

}  // namespace zhitu::graph
