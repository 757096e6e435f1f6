#pragma once

#include "graph/records.h"

namespace zhitu::graph {

/// How strongly a relation ties its ends: significance * (ln(1 + weight) + ln(1 + documents)).
///
/// Significance is the confidence of a statement. For co-occurrence it is half the NPMI, at least
/// 0.025: it says that two belong together, not how. An imported graph has no windows; NPMI
/// counts as 1/2 there, so that weight and documents decide. Repetition counts less and less; other
/// documents count beside repetition in one. Positive and finite.
double Strength(const Neighbour& neighbour);

}  // namespace zhitu::graph
