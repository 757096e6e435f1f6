#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "graph/records.h"

namespace zhitu::serve {

/// Sums by entity. Holds 8 bytes an entity of the graph, so that adding needs no search; taking
/// costs as much as was added. One thread.
class EntitySums {
 public:
  /// An entity and its sum.
  using Sum = std::pair<graph::EntityNumber, double>;

  /// @param last  the greatest entity number.
  explicit EntitySums(graph::EntityNumber last) : sums_(static_cast<std::size_t>(last) + 1, 0.0) {}

  /// Adds to the sum of an entity. @param value  above 0.
  void Add(graph::EntityNumber entity, double value) {
    double& sum = sums_[static_cast<std::size_t>(entity)];
    if (sum == 0.0) touched_.push_back(entity);
    sum += value;
  }
  /// Up to `most` of the greatest sums, of equals those with the smaller number, the greatest
  /// first. All are 0 again. O(added + most log most).
  std::vector<Sum> TakeGreatest(std::size_t most);
  /// Sets all to 0, where an answer was given up.
  void Clear();

 private:
  std::vector<double> sums_;
  std::vector<graph::EntityNumber> touched_;  // those that are not 0
};

}  // namespace zhitu::serve
