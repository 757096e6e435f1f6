#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <span>
#include <vector>

namespace zhitu::extract {

/// Something to learn from that has some features and not others.
struct LogisticExample {
  std::span<const std::uint32_t> features;  ///< Their numbers, each once.
  bool positive = false;                    ///< What is to be learned.
};

/// Learns a logistic regression with an L2 penalty: of all weights w those that make
/// |w|^2 / 2 + cost * (sum of log-losses) least, to within some thousandths, by coordinate descent
/// in the dual (Yu, Huang and Lin 2011). There is no constant: give all examples a feature in
/// common. The same examples and random numbers give the same weights.
///
/// @param features  how many there are.
/// @param cost      of a loss; above 0.
/// @return          the weights; all 0 without examples.
/// Time O(passes * features of all examples), some 20 passes.
std::vector<double> LearnLogistic(std::span<const LogisticExample> examples, std::size_t features,
                                  double cost, std::mt19937_64& random);

/// A score and what it should have said.
struct ScoredExample {
  double score = 0;       ///< Log-odds as they were learned.
  bool positive = false;  ///< What is right.
};

/// How scores become log-odds that are right: slope * score + offset.
struct Calibration {
  double slope = 1;   ///< Times the score.
  double offset = 0;  ///< Added to it.
};

/// Fits log-odds to scores of examples that were not learned from (Platt 1999, with a few examples
/// of each kind added), by Newton's method. O(examples), some ten passes.
Calibration Calibrate(std::span<const ScoredExample> examples);

/// The score from which on examples have to be taken for positive so that F1 is best; of several
/// the highest. 0 without examples.
/// @param missed  positive examples without a score, which nothing finds.
/// O(n log n).
double BestThreshold(std::span<const ScoredExample> examples, std::size_t missed);

}  // namespace zhitu::extract
