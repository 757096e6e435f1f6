#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "graph/measures.h"

namespace zhitu::graph {

/// `Npmi` and `LogLikelihood` of many pairs of one corpus, to the last bit as these give them, but
/// faster: logarithms of small counts are taken from tables that fill as they are asked for. Two
/// thirds of a megabyte at most. One thread.
class PairMeasures {
 public:
  /// @param windows  all windows of the corpus (`WindowCounts::all`).
  explicit PairMeasures(std::int64_t windows);

  /// As `zhitu::graph::Npmi` of counts whose `all` is the corpus's.
  double Npmi(std::int64_t both, std::int64_t left, std::int64_t right);
  /// As `zhitu::graph::LogLikelihood` of counts whose `all` is the corpus's.
  double LogLikelihood(std::int64_t both, std::int64_t left, std::int64_t right);

 private:
  double Near(std::int64_t count);
  double Far(std::int64_t count);
  double Rarity(std::int64_t both);

  std::int64_t windows_;
  double whole_;                // of all windows
  std::size_t counts_;          // that the first two tables have a place for
  std::size_t rarities_;        // that the third has
  std::vector<double> near_;    // by count: count * ln(count); negative: not known yet
  std::vector<double> far_;     // by count: the same of the other windows
  std::vector<double> rarity_;  // by count: -ln(count / windows)
};

}  // namespace zhitu::graph
