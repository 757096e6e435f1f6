#pragma once

#include <cstdint>
#include <vector>

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
  double Of(const Neighbour& neighbour);

 private:
  double Log(std::int64_t count);

  PairMeasures measures_;
  std::vector<double> logs_;  // of 1 + count, by count; negative: not known yet
};

}  // namespace zhitu::graph
