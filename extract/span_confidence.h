#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "extract/label_scheme.h"

namespace zhitu::extract {

/// How probable parts of the best sequence of labels are: the forward-backward algorithm (Rabiner
/// 1989), over those labels of each token alone that are not far behind its best one. Keeps memory
/// between calls: one thread each.
class SpanConfidence {
 public:
  /// @param transitions  scores of pairs, row by the first, in steps.
  /// @param step         the natural logarithm that a step stands for; above 0.
  SpanConfidence(const LabelScheme& scheme, std::span<const std::int32_t> transitions, float step);

  /// Probability that tokens [begin, end) have the labels that they have in a path, if the labels
  /// some tokens away are those of the path; 0 to 1. O((end - begin) * labels): few labels are
  /// near the best at a token.
  /// @param emissions  scores of each label at each token, token by token, in steps.
  /// @param path       the label of each token, in a sequence that the scheme allows.
  double Of(std::span<const std::int16_t> emissions, std::span<const std::uint8_t> path,
            std::size_t begin, std::size_t end);

 private:
  // A label that a token may have.
  struct State {
    std::uint8_t label = 0;
    double weight = 0;   // exponential of its score; the best one's is 1
    double forward = 0;  // share by what stands before; a token's sum is 1
    double behind = 0;   // by what stands behind
  };

  void ComeFrom(std::span<const std::uint8_t> path, std::size_t token, std::size_t first);
  void AddStates(std::span<const std::int16_t> emissions, std::uint8_t of_path);
  std::span<State> StatesOf(std::size_t token) {
    return std::span(states_).subspan(begins_[token], begins_[token + 1] - begins_[token]);
  }
  void GoBack(std::span<const std::uint8_t> path, std::size_t token, std::size_t first);
  const State& StateOf(std::size_t token, std::uint8_t label);
  double Follow(std::span<const std::uint8_t> path, std::size_t first, std::size_t begin,
                std::size_t end);
  double Factor(std::size_t from, std::size_t to) const { return factors_[from * labels_ + to]; }

  std::size_t labels_;
  std::vector<double> factors_;      // exponentials of transitions; 0 where forbidden
  std::vector<double> weights_;      // exponentials of 0, 1, 2 ... steps below the best label
  std::vector<double> coming_;       // forward weights of all labels of a token
  std::vector<double> shares_;       // weights of all labels of a token
  std::vector<State> states_;        // token by token
  std::vector<std::size_t> begins_;  // of each token's states, and the end
};

}  // namespace zhitu::extract
