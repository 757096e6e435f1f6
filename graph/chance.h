#pragma once

#include "graph/measures.h"

namespace zhitu::graph {

/// The probability that two entities share at least `both` windows if their `left` and `right`
/// windows were drawn by chance out of all: the upper tail of the hypergeometric distribution,
/// which is Fisher's exact test in one direction. It holds for rare entities too, where the
/// distribution of a log-likelihood is not the one that its tables give (Moore 2004).
///
/// @param enough  a probability of which it suffices to know that it is reached.
/// @return 0 to 1; 1 where they share no more than chance lets expect, and for counts that no
///         corpus can give. Some number from `enough` on where the probability is that high.
///
/// At most 10,000 steps, whatever the counts: a few for nearly all pairs; the rest of a longer sum
/// is bounded from above.
double ChanceOfSharing(const WindowCounts& counts, double enough = 1.0);

/// The disparity of a tie seen from one of its ends (Serrano, Boguñá and Vespignani 2009): the
/// probability that one of `ties` ties has at least this share of a node's weight if the weight was
/// spread over them by chance. 1 for a node with one tie. O(1).
///
/// @param share  of the node's weight, 0 to 1.
/// @param ties   of the node, at least 1.
double Disparity(double share, double ties);

}  // namespace zhitu::graph
