#include "graph/chance.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace zhitu::graph {
namespace {

constexpr std::size_t kTable = 64;
constexpr std::int64_t kMostTerms = 10000;

std::array<double, kTable> SmallLogFactorials() {
  std::array<double, kTable> logs{};
  for (std::size_t n = 2; n < kTable; ++n) {
    logs.at(n) = logs.at(n - 1) + std::log(static_cast<double>(n));
  }
  return logs;
}

// ln n!; Stirling's series, whose next term is below 1e-15 from 64 on. std::lgamma would do, were
// it safe to call on several threads.
double LogFactorial(std::int64_t n) {
  static const std::array<double, kTable> kSmall = SmallLogFactorials();
  if (n < static_cast<std::int64_t>(kTable)) return kSmall.at(static_cast<std::size_t>(n));
  constexpr double kHalfLogTwoPi = 0.91893853320467274178;
  const auto x = static_cast<double>(n);
  const double inverse = 1.0 / x;
  const double square = inverse * inverse;
  const double rest = inverse * (1.0 / 12 - square * (1.0 / 360 - square / 1260));
  return x * std::log(x) - x + 0.5 * std::log(x) + kHalfLogTwoPi + rest;
}

// ln of the number of ways to choose some out of all.
double LogChoose(std::int64_t all, std::int64_t some) {
  return LogFactorial(all) - LogFactorial(some) - LogFactorial(all - some);
}

}  // namespace

double ChanceOfSharing(const WindowCounts& counts, double enough) {
  if (!IsPossible(counts)) return 1.0;
  const auto& [both, left, right, all] = counts;
  const auto expected = static_cast<double>(left) * static_cast<double>(right);
  if (static_cast<double>(both) * static_cast<double>(all) <= expected) return 1.0;
  double term =
      std::exp(LogChoose(left, both) + LogChoose(all - left, right - both) - LogChoose(all, right));
  double sum = term;
  // Above what is expected each term is smaller than the one before, by an ever smaller factor.
  double factor = 0;
  for (std::int64_t shared = both; shared < both + kMostTerms && sum < enough; ++shared) {
    const double more = static_cast<double>(left - shared) * static_cast<double>(right - shared);
    const double others = static_cast<double>(all - left) - static_cast<double>(right - shared);
    factor = more / (static_cast<double>(shared + 1) * (others + 1));
    term *= factor;
    sum += term;
    if (term <= sum * 1e-17) return std::min(sum, 1.0);
  }
  return std::min(sum + term * factor / (1 - factor), 1.0);
}

double Disparity(double share, double ties) {
  return std::pow(std::clamp(1.0 - share, 0.0, 1.0), ties - 1.0);
}

}  // namespace zhitu::graph
