#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "extract/label_scheme.h"

namespace zhitu::extract {

/// A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over the sequences
/// of labels that a `LabelScheme` allows: the probability of each label and pair of labels, by the
/// forward-backward algorithm. One thread each.
class ChainMarginals {
 public:
  /// For labels of one scheme.
  explicit ChainMarginals(const LabelScheme& scheme);

  /// Sets the scores of pairs of labels, row by `from`; those of pairs that may not be are not
  /// looked at. O(labels^2).
  void SetTransitions(std::span<const float> transitions);
  /// Computes all below for scores of each label at each token, token by token; at least one token.
  /// O(tokens * labels^2).
  void Compute(std::span<const float> emissions);

  /// Probability of each label at each token.
  std::span<const float> labels() const { return labels_; }
  /// Expected count of each pair.
  std::span<const double> pairs() const { return pairs_; }
  /// Logarithm of the sum of the exponentials of the scores of all sequences.
  double log_partition() const { return log_partition_; }

 private:
  void Exponentiate(std::span<const float> emissions);
  void Forward();
  void Backward();
  void ForwardStep(const double* before, double* now);
  void AddPairs(const double* alpha, double scale);

  LabelScheme scheme_;
  std::vector<double> factors_;    // exponentials of the scores of pairs; 0 where forbidden
  std::vector<double> emissions_;  // exponentials, each token's largest is 1
  std::vector<double> alpha_;      // each token's sum is 1
  std::vector<double> beta_;       // of one token; its sum is 1
  std::vector<double> next_;       // of the token behind: emission times beta
  std::vector<float> labels_;
  std::vector<double> pairs_;
  double log_partition_ = 0;
};

/// Finds the best sequence of labels that a scheme allows (Viterbi 1967). Immutable but for memory
/// that it works with: one thread each.
class LabelDecoder {
 public:
  /// @param transitions  scores of pairs, row by `from`; those of pairs that may not be are not
  ///                     looked at.
  LabelDecoder(const LabelScheme& scheme, std::span<const std::int32_t> transitions);

  /// The best labels for scores of each label at each token, token by token. Of equal ones that
  /// whose last labels have the lower numbers. O(tokens * labels^2) at worst, mostly O(tokens *
  /// labels): labels that are far behind are passed over.
  /// @return  one label a token; good until the next call.
  std::span<const std::uint8_t> Decode(std::span<const std::int16_t> emissions);

 private:
  // Scores of the pairs inside names of a type.
  struct Within {
    std::int32_t begin_inside = 0;
    std::int32_t begin_end = 0;
    std::int32_t inside_inside = 0;
    std::int32_t inside_end = 0;
  };

  void FindGap();
  std::int32_t BestClosing() const;
  void StepBetween(std::int32_t best);
  void Step(const std::int16_t* emissions, std::uint8_t* back);

  LabelScheme scheme_;
  std::vector<std::size_t> closing_;   // labels, in order
  std::vector<std::size_t> opening_;   // likewise
  std::vector<std::int32_t> between_;  // scores of pairs of these, row by the closing one
  std::vector<Within> within_;         // by type
  std::int32_t gap_ = 0;               // the most by which scores in a column differ
  std::vector<std::int32_t> scores_;   // by label
  std::vector<std::int32_t> next_;     // by opening label
  std::vector<std::int32_t> from_;     // likewise
  std::vector<std::uint8_t> back_;
  std::vector<std::uint8_t> labels_;
};

}  // namespace zhitu::extract
