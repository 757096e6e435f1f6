#include "graph/strength.h"

#include <algorithm>
#include <cmath>

namespace zhitu::graph {

namespace {

constexpr double kLeast = 0.025;  // no relation is worth nothing, or its ends would vanish

// The NPMI where the graph has no windows, one that was imported.
constexpr double kUnknownNpmi = 0.5;

double Certainty(const Neighbour& neighbour) {
  return static_cast<double>(neighbour.confidence) / 1e3;
}

double NpmiOf(const WindowCounts& windows) {
  return windows.all == 0 ? kUnknownNpmi : Npmi(windows);
}

}  // namespace

double Strength(const Neighbour& neighbour) {
  const double significance =
      neighbour.symmetric ? 0.5 * NpmiOf(neighbour.windows) : Certainty(neighbour);
  const double evidence =
      std::log1p(static_cast<double>(std::max<std::int64_t>(neighbour.weight, 1))) +
      std::log1p(static_cast<double>(neighbour.documents));
  return std::max(significance, kLeast) * evidence;
}

Strengths::Strengths(std::int64_t windows) : measures_(windows) { logs_.fill(-1.0); }

double Strengths::ComputeLog(std::int64_t count) {
  const double log = std::log1p(static_cast<double>(count));
  if (count >= 0 && count < static_cast<std::int64_t>(kLogs)) {
    logs_[static_cast<std::size_t>(count)] = log;
  }
  return log;
}

double Strengths::Significance(const Neighbour& neighbour) {
  const WindowCounts& windows = neighbour.windows;
  const auto npmi = [&] {
    return windows.all == 0 ? kUnknownNpmi
                            : measures_.Npmi(windows.both, windows.left, windows.right);
  };
  return std::max(neighbour.symmetric ? 0.5 * npmi() : Certainty(neighbour), kLeast);
}

}  // namespace zhitu::graph
