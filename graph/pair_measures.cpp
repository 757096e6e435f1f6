#include "graph/pair_measures.h"

#include <algorithm>
#include <cmath>

namespace zhitu::graph {
namespace {

// Counts that have their place in a table; most pairs are seen seldom.
constexpr std::int64_t kCounts = std::int64_t{1} << 15U;
constexpr std::int64_t kRarities = std::int64_t{1} << 13U;
constexpr double kUnknown = -1.0;

// Gives what a table has for a count, or puts it there. The table is made when it is needed first.
template <typename Compute>
double Kept(std::vector<double>& table, std::size_t size, std::int64_t count,
            const Compute& compute) {
  if (count < 0 || static_cast<std::size_t>(count) >= size) return compute();
  if (table.empty()) table.assign(size, kUnknown);
  double& value = table[static_cast<std::size_t>(count)];
  if (value < 0) value = compute();
  return value;
}

}  // namespace

PairMeasures::PairMeasures(std::int64_t windows)
    : windows_(windows),
      whole_(XLogX(windows)),
      counts_(static_cast<std::size_t>(std::clamp<std::int64_t>(windows, 0, kCounts))),
      rarities_(static_cast<std::size_t>(std::clamp<std::int64_t>(windows, 0, kRarities))) {}

double PairMeasures::Near(std::int64_t count) {
  return Kept(near_, counts_, count, [&] { return XLogX(count); });
}

double PairMeasures::Far(std::int64_t count) {
  return Kept(far_, counts_, count, [&] { return XLogX(windows_ - count); });
}

double PairMeasures::Rarity(std::int64_t both) {
  return Kept(rarity_, rarities_, both,
              [&] { return -std::log(static_cast<double>(both) / static_cast<double>(windows_)); });
}

double PairMeasures::Npmi(std::int64_t both, std::int64_t left, std::int64_t right) {
  const WindowCounts counts{both, left, right, windows_};
  if (!IsPossible(counts) || both == 0 || both == windows_) return graph::Npmi(counts);
  const auto all = static_cast<double>(windows_);
  const double share = static_cast<double>(both) / all;
  const double chance = (static_cast<double>(left) / all) * (static_cast<double>(right) / all);
  return std::clamp(std::log(share / chance) / Rarity(both), -1.0, 1.0);
}

// The sums in the order of `graph::LogLikelihood`, or their last bits would differ.
double PairMeasures::LogLikelihood(std::int64_t both, std::int64_t left, std::int64_t right) {
  if (!IsPossible({both, left, right, windows_})) return 0.0;
  const double cells =
      Near(both) + Near(left - both) + Near(right - both) + Far(left + (right - both));
  const double margins = Near(left) + Far(left) + Near(right) + Far(right);
  return std::max(0.0, 2.0 * (cells - margins + whole_));
}

}  // namespace zhitu::graph
