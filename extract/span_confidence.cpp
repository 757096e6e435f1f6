// Probabilities are scaled at each token, and labels that have next to none are left out, so that
// few are left to look at. Between two tokens, the path's label has a probability given that of the
// token before; the product of these is that of a whole name.
#include "extract/span_confidence.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace zhitu::extract {
namespace {

constexpr double kWidest = 25;      // natural logarithm: labels further behind have no say
constexpr double kLeast = 3e-5;     // labels of a smaller share have no say
constexpr std::size_t kAround = 4;  // tokens to each side that have a say

}  // namespace

SpanConfidence::SpanConfidence(const LabelScheme& scheme, std::span<const std::int32_t> transitions,
                               float step)
    : labels_(scheme.size()), factors_(transitions.size()) {
  for (std::size_t i = 0; i < factors_.size(); ++i) {
    const bool allowed = LabelScheme::MayFollow(i / labels_, i % labels_);
    factors_[i] =
        allowed ? std::exp(std::clamp(double{step} * transitions[i], -kWidest, kWidest)) : 0;
  }
  constexpr double kMostSteps = 1 << 14U;
  const auto steps = static_cast<std::size_t>(std::min(kWidest / double{step}, kMostSteps));
  for (std::size_t i = 0; i <= steps; ++i)
    weights_.push_back(std::exp(-double{step} * static_cast<double>(i)));
}

double SpanConfidence::Of(std::span<const std::int16_t> emissions,
                          std::span<const std::uint8_t> path, std::size_t begin, std::size_t end) {
  const std::size_t first = begin - std::min(begin, kAround);
  const std::size_t last = std::min(end + kAround, path.size());
  states_.clear();
  begins_.assign(1, 0);
  for (std::size_t token = first; token < last; ++token) {
    ComeFrom(path, token, first);
    AddStates(emissions.subspan(token * labels_, labels_), path[token]);
  }
  for (std::size_t token = last; token-- > begin;) GoBack(path, token, first);
  const double probability = Follow(path, first, begin, end);
  return std::isnan(probability) ? 0 : std::clamp(probability, 0.0, 1.0);
}

// The probability of each label by what stands before it.
void SpanConfidence::ComeFrom(std::span<const std::uint8_t> path, std::size_t token,
                              std::size_t first) {
  coming_.assign(labels_, 0);
  const auto add = [this, labels = labels_](std::size_t from, double share) {
    const double* const factors = &factors_[from * labels];
    double* const coming = coming_.data();
    for (std::size_t to = 0; to < labels; ++to) coming[to] += share * factors[to];
  };
  if (token > first) {
    for (const State& before : StatesOf(token - 1 - first)) add(before.label, before.forward);
  } else if (first > 0) {
    add(path[first - 1], 1);
  } else {
    for (std::size_t to = 0; to < labels_; ++to) coming_[to] = LabelScheme::Opens(to) ? 1 : 0;
  }
}

// Labels with a share at the token.
void SpanConfidence::AddStates(std::span<const std::int16_t> emissions, std::uint8_t of_path) {
  const int best = *std::max_element(emissions.begin(), emissions.end());
  shares_.resize(labels_);
  for (std::size_t label = 0; label < shares_.size(); ++label) {
    const auto below = static_cast<std::size_t>(best - emissions[label]);
    shares_[label] = below < weights_.size() ? weights_[below] : 0;
  }
  shares_[of_path] = std::max(shares_[of_path], weights_.back());
  const double sum = std::inner_product(coming_.begin(), coming_.end(), shares_.begin(), 0.0);
  for (std::size_t label = 0; label < shares_.size(); ++label) {
    const double forward = coming_[label] * shares_[label];
    if (forward < kLeast * sum && label != of_path) continue;
    states_.push_back({static_cast<std::uint8_t>(label), shares_[label], forward / sum, 0});
  }
  begins_.push_back(states_.size());
}

// What stands behind a token, by each of its labels.
void SpanConfidence::GoBack(std::span<const std::uint8_t> path, std::size_t token,
                            std::size_t first) {
  const std::span<State> states = StatesOf(token - first);
  if (token + 1 == path.size()) {
    for (State& state : states) state.behind = LabelScheme::Closes(state.label) ? 1 : 0;
    return;
  }
  if (token + 2 - first == begins_.size()) {
    for (State& state : states) state.behind = Factor(state.label, path[token + 1]);
    return;
  }
  const std::span<const State> after = StatesOf(token + 1 - first);
  double all = 0;
  for (State& state : states) {
    const double* const factors = &factors_[state.label * labels_];
    double sum = 0;
    for (const State& next : after) sum += factors[next.label] * next.weight * next.behind;
    state.behind = sum;
    all += sum;
  }
  for (State& state : states) state.behind /= all;
}

const SpanConfidence::State& SpanConfidence::StateOf(std::size_t token, std::uint8_t label) {
  const std::span<State> states = StatesOf(token);
  return *std::find_if(states.begin(), states.end(),
                       [&](const State& state) { return state.label == label; });
}

// The path's label at the first token, then each one given that before.
double SpanConfidence::Follow(std::span<const std::uint8_t> path, std::size_t first,
                              std::size_t begin, std::size_t end) {
  double probability = 0;
  for (std::size_t token = begin; token < end; ++token) {
    const State& state = StateOf(token - first, path[token]);
    double all = 0;
    if (token == begin) {
      for (const State& other : StatesOf(token - first)) all += other.forward * other.behind;
      probability = state.forward * state.behind / all;
      continue;
    }
    const double* const factors = &factors_[path[token - 1] * labels_];
    for (const State& other : StatesOf(token - first))
      all += factors[other.label] * other.weight * other.behind;
    probability *= factors[state.label] * state.weight * state.behind / all;
  }
  return probability;
}

}  // namespace zhitu::extract
