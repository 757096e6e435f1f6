#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <random>
#include <span>
#include <vector>

#include "extract/label_scheme.h"

namespace zhitu::extract {

/// Rows of weights of one kind: at a token they speak to `width / labels` tokens from `first` on.
struct RowKind {
  std::ptrdiff_t first = 0;  ///< The first token they speak to, counted from where they stand.
  std::size_t width = 0;     ///< Weights of a row: label by label, token by token.
};

/// A sequence to learn from. What counts tokens counts padding too.
struct LearningSequence {
  /// No row.
  static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
  std::vector<std::uint32_t> rows;   ///< Token by token, kind by kind: its first weight, or kNone.
  std::vector<std::uint8_t> labels;  ///< The right ones, without padding; at least one.
};

/// How a conditional random field is learned. The figures are those that did best on held-out text
/// of six data sets (docs/models.md).
struct LearnerOptions {
  std::size_t epochs = 8;     ///< Passes over all sequences.
  std::size_t batch = 16;     ///< Sequences between two updates.
  float rate = 0.05F;         ///< First step of AdaGrad; falls to a tenth, evenly by epoch.
  float decay = 1e-4F;        ///< L2 penalty of a weight, each time it is updated.
  float cost = 1.0F;          ///< Added to the score of each wrong label.
  float cost_of_miss = 2.0F;  ///< The same for outside where a name stands.
  std::size_t jobs = 1;       ///< Threads.
};

/// Learns a linear-chain conditional random field by AdaGrad (Duchi, Hazan and Singer 2011) on
/// small batches, with scores of wrong labels raised by a cost (softmax-margin: Gimpel and Smith
/// 2010; a higher cost of misses for recall: Mohit et al. 2012). The same sequences, options and
/// random numbers give the same weights, for any number of threads.
class ChainLearner {
 public:
  /// Tokens of padding at each end of a sequence.
  static constexpr std::size_t kPadding = 3;

  /// @param kinds    of rows, in the order of `LearningSequence::rows`.
  /// @param weights  how many there are in all; fewer than 2^32.
  ChainLearner(const LabelScheme& scheme, std::vector<RowKind> kinds, std::size_t weights,
               const LearnerOptions& options);

  /// One pass over the sequences in a random order.
  /// @param epoch     its number, from 0.
  /// @param progress  told on the calling thread how many sequences are done; may be empty.
  /// @return  the sum of the losses, each before its update.
  double Run(std::span<const LearningSequence> sequences, std::size_t epoch,
             std::mt19937_64& random, const std::function<void(std::size_t)>& progress);

  /// Weights by row.
  std::span<const float> weights() const { return weights_; }
  /// Scores of pairs of labels, row by the first.
  std::span<const float> transitions() const { return transitions_; }

 private:
  struct Gradient;
  class Worker;

  void Update(const LearningSequence& sequence, const Gradient& gradient, std::size_t thread);
  void UpdateTransitions(const Gradient& gradient);

  LabelScheme scheme_;
  std::vector<RowKind> kinds_;
  LearnerOptions options_;
  float rate_ = 0;
  std::vector<float> weights_;
  std::vector<float> squares_;  // sums of squared gradients
  std::vector<float> transitions_;
  std::vector<float> transition_squares_;
};

}  // namespace zhitu::extract
