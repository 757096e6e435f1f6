#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "graph/exact_weight.h"
#include "graph/records.h"
#include "graph/store.h"

namespace zhitu::graph {

/// Which co-occurrences stand out of those that chance gives: most pairs that some sentence names
/// say nothing, and hide the others. What statements and dictionaries say is not looked at.
///
/// - In a graph made of texts a pair is kept if it shares more windows than chance explains
///   (`ChanceOfSharing`), at a level that is divided by the number of pairs in the file, since so
///   many are tested (Bonferroni): at level 0.05 the probability that a single pair is kept by
///   chance is 0.05. These are the statistically validated networks of Tumminello, Miccichè, Lillo,
///   Piilo and Mantegna (2011).
/// - An imported graph has no windows. There a pair is kept whose weight stands out among those of
///   one of its ends (`Disparity` below the level), which depends on the weights alone.
///
/// A pair's fate depends on the whole file, not on what else of it is wanted. One thread.
class Backbone {
 public:
  /// The level that is used where none is named.
  static constexpr double kUsualLevel = 0.05;

  /// Reads all relations and entities once: O(entities + relations), 24 bytes an entity.
  /// @param store  must live longer.
  /// @param level  above 0, at most 1. @throws as `Store`.
  Backbone(const Store& store, double level);

  /// Whether a relation is part of it; true for all but co-occurrence. O(1) for most.
  bool Keeps(const Link& link) const;

 private:
  // Co-occurrences of one entity.
  struct Ties {
    double count = 0;
    double weight = 0;
  };

  double WeightOf(const Link& link) const;
  bool StandsOut(const Link& link, EntityNumber end) const;

  double level_;
  std::int64_t all_windows_;
  std::int32_t co_occurs_ = 0;         // number of the predicate; 0: there are none
  std::vector<std::int64_t> windows_;  // by entity; empty in an imported graph
  std::vector<Ties> ties_;             // by entity; empty in a graph made of texts
  ExactWeightList weights_;            // that are no whole numbers
};

}  // namespace zhitu::graph
