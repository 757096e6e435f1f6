#include "graph/strength.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace zhitu::graph {

namespace {

constexpr double kLeast = 0.025;  // no relation is worth nothing, or its ends would vanish
constexpr std::size_t kLogs = 2048;

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

Strengths::Strengths(std::int64_t windows) : measures_(windows), logs_(kLogs, -1.0) {}

double Strengths::Log(std::int64_t count) {
  if (count < 0 || count >= static_cast<std::int64_t>(kLogs)) {
    return std::log1p(static_cast<double>(count));
  }
  double& log = logs_[static_cast<std::size_t>(count)];
  if (log < 0) log = std::log1p(static_cast<double>(count));
  return log;
}

double Strengths::Of(const Neighbour& neighbour) {
  const WindowCounts& windows = neighbour.windows;
  const auto npmi = [&] {
    return windows.all == 0 ? kUnknownNpmi
                            : measures_.Npmi(windows.both, windows.left, windows.right);
  };
  const double significance = neighbour.symmetric ? 0.5 * npmi() : Certainty(neighbour);
  const double evidence =
      Log(std::max<std::int64_t>(neighbour.weight, 1)) + Log(neighbour.documents);
  return std::max(significance, kLeast) * evidence;
}

}  // namespace zhitu::graph
