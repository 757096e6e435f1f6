#include "graph/measures.h"

#include <algorithm>
#include <cmath>

namespace zhitu::graph {

bool IsPossible(const WindowCounts& counts) {
  const auto& [both, left, right, all] = counts;
  if (both < 0 || left < both || right < both || all < left || all < right) return false;
  return all > 0 && left - both <= all - right;  // written so that nothing overflows
}

double XLogX(std::int64_t count) {
  const auto x = static_cast<double>(count);
  return count > 0 ? x * std::log(x) : 0.0;
}

double Npmi(const WindowCounts& counts) {
  if (!IsPossible(counts) || counts.left == 0 || counts.right == 0) return 0.0;
  if (counts.both == 0) return -1.0;
  if (counts.both == counts.all) return 1.0;
  const auto all = static_cast<double>(counts.all);
  const double both = static_cast<double>(counts.both) / all;
  const double chance =
      (static_cast<double>(counts.left) / all) * (static_cast<double>(counts.right) / all);
  return std::clamp(std::log(both / chance) / -std::log(both), -1.0, 1.0);
}

double LogLikelihood(const WindowCounts& counts) {
  if (!IsPossible(counts)) return 0.0;
  const auto& [both, left, right, all] = counts;
  const double cells =
      XLogX(both) + XLogX(left - both) + XLogX(right - both) + XLogX((all - left) - (right - both));
  const double margins = XLogX(left) + XLogX(all - left) + XLogX(right) + XLogX(all - right);
  return std::max(0.0, 2.0 * (cells - margins + XLogX(all)));
}

}  // namespace zhitu::graph
