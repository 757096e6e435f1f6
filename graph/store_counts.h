#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace zhitu::graph {

/// Totals of a graph file.
struct StoreCounts {
  std::int64_t documents = 0;         ///< Documents read.
  std::int64_t entities = 0;          ///< Document nodes not counted.
  std::int64_t relations = 0;         ///< All, co-occurrence too.
  std::int64_t mentions = 0;          ///< Decided ones.
  std::int64_t undecided = 0;         ///< Ambiguous mentions left undecided.
  std::int64_t windows = 0;           ///< Co-occurrence windows (N of NPMI).
  std::int64_t windows_left_out = 0;  ///< Windows with more entities than the cap.

  /// Equal in every count.
  friend bool operator==(const StoreCounts&, const StoreCounts&) = default;
};

/// Writes the totals under their names, in decimal.
void PutCounts(const StoreCounts& counts, std::map<std::string, std::string>& meta);
/// Reads them back; a total that is missing or no number is 0.
StoreCounts GetCounts(const std::map<std::string, std::string>& meta);

}  // namespace zhitu::graph
