#include "extract/logistic_regression.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace zhitu::extract {
namespace {

// The dual has for each example a number between 0 and the cost: how much it pulls.
class DualDescent {
 public:
  DualDescent(std::span<const LogisticExample> examples, std::size_t features, double cost)
      : examples_(examples), cost_(cost), weights_(features) {
    constexpr double kFirst = 1e-3;  // share of the cost; 0 has no logarithm
    pulls_.assign(examples.size(), {cost * kFirst, cost * (1 - kFirst)});
    for (std::size_t i = 0; i < examples.size(); ++i) AddTo(i, pulls_[i].here);
  }

  void Run(std::mt19937_64& random) {
    constexpr std::size_t kMostPasses = 100;
    constexpr double kEnough = 0.05;  // of the gradient, where a log-odd is 1
    std::vector<std::size_t> order(examples_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t pass = 0; pass < kMostPasses; ++pass) {
      std::shuffle(order.begin(), order.end(), random);
      double steepest = 0;
      for (const std::size_t i : order) steepest = std::max(steepest, Step(i));
      if (steepest < kEnough) return;
    }
  }

  std::vector<double> Weights() && { return std::move(weights_); }

 private:
  struct Pull {
    double here = 0;   // of the example
    double other = 0;  // what is left of the cost
  };

  double ScoreOf(std::size_t i) const {
    double sum = 0;
    for (const std::uint32_t feature : examples_[i].features) sum += weights_[feature];
    return examples_[i].positive ? sum : -sum;
  }

  void AddTo(std::size_t i, double pull) {
    const double change = examples_[i].positive ? pull : -pull;
    for (const std::uint32_t feature : examples_[i].features) weights_[feature] += change;
  }

  // Makes the dual least along one example, on the side where the logarithm is steep, by Newton's
  // method. Gives how steep it was.
  double Step(std::size_t i) {
    constexpr double kBack = 0.1;  // of a step that would leave the range
    constexpr std::size_t kMostSteps = 100;
    constexpr double kNear = 1e-3;
    const auto size = static_cast<double>(examples_[i].features.size());
    const double score = ScoreOf(i);
    Pull& pull = pulls_[i];
    const bool here = size * (pull.other - pull.here) / 2 + score >= 0;
    double& side = here ? pull.here : pull.other;
    const double sign = here ? 1 : -1;
    const double before = side;
    double now = cost_ - before < cost_ / 2 ? before * kBack : before;
    const auto slope = [&] {
      return size * (now - before) + sign * score + std::log(now / (cost_ - now));
    };
    double gradient = slope();
    const double first = std::abs(gradient);
    for (std::size_t k = 0; k < kMostSteps && std::abs(gradient) > kNear; ++k) {
      const double next = now - gradient / (size + cost_ / (cost_ - now) / now);
      now = next <= 0 ? now * kBack : next;
      gradient = slope();
    }
    side = now;
    (here ? pull.other : pull.here) = cost_ - now;
    AddTo(i, sign * (now - before));
    return first;
  }

  std::span<const LogisticExample> examples_;
  double cost_;
  std::vector<double> weights_;
  std::vector<Pull> pulls_;
};

}  // namespace

std::vector<double> LearnLogistic(std::span<const LogisticExample> examples, std::size_t features,
                                  double cost, std::mt19937_64& random) {
  DualDescent descent(examples, features, cost);
  descent.Run(random);
  return std::move(descent).Weights();
}

Calibration Calibrate(std::span<const ScoredExample> examples) {
  constexpr std::size_t kPasses = 50;
  constexpr double kRidge = 1e-6;
  constexpr double kLongestStep = 2;
  double positives = 0;
  for (const ScoredExample& example : examples) positives += example.positive ? 1 : 0;
  const double negatives = static_cast<double>(examples.size()) - positives;
  const double high = (positives + 1) / (positives + 2);  // as if there were one more of each kind
  const double low = 1 / (negatives + 2);
  Calibration result;
  for (std::size_t pass = 0; pass < kPasses; ++pass) {
    double by_slope = kRidge * (1 - result.slope);
    double by_offset = 0;
    double slopes = kRidge;
    double offsets = kRidge;
    double both = 0;
    for (const auto& [score, positive] : examples) {
      const double p = 1 / (1 + std::exp(-(result.slope * score + result.offset)));
      const double off = (positive ? high : low) - p;
      by_slope += off * score;
      by_offset += off;
      slopes += p * (1 - p) * score * score;
      offsets += p * (1 - p);
      both += p * (1 - p) * score;
    }
    const double determinant = slopes * offsets - both * both;
    const double slope = (offsets * by_slope - both * by_offset) / determinant;
    const double offset = (slopes * by_offset - both * by_slope) / determinant;
    result.slope += std::clamp(slope, -kLongestStep, kLongestStep);
    result.offset += std::clamp(offset, -kLongestStep, kLongestStep);
    if (std::abs(slope) + std::abs(offset) < kRidge) break;
  }
  return result;
}

double BestThreshold(std::span<const ScoredExample> examples, std::size_t missed) {
  std::vector<ScoredExample> sorted(examples.begin(), examples.end());
  std::sort(sorted.begin(), sorted.end(),
            [](const ScoredExample& a, const ScoredExample& b) { return a.score > b.score; });
  const auto positive = [](const ScoredExample& example) { return example.positive; };
  const auto expected = static_cast<double>(
      missed + static_cast<std::size_t>(std::count_if(sorted.begin(), sorted.end(), positive)));
  double threshold = sorted.empty() ? 0 : sorted.front().score;
  double best = -1;
  double right = 0;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    right += sorted[i].positive ? 1 : 0;
    const bool last = i + 1 == sorted.size() || sorted[i + 1].score < sorted[i].score;
    const double f1 = 2 * right / (expected + static_cast<double>(i + 1));
    if (!last || f1 <= best) continue;
    best = f1;
    // In the middle between the last that is taken and the first that is not.
    threshold =
        i + 1 == sorted.size() ? sorted[i].score : (sorted[i].score + sorted[i + 1].score) / 2;
  }
  return threshold;
}

}  // namespace zhitu::extract
