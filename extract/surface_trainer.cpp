#include "extract/surface_trainer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <random>
#include <utility>
#include <vector>

#include "extract/surface_chooser.h"
#include "extract/training_examples.h"

namespace zhitu::extract {
namespace {

constexpr std::uint32_t kLeastCount = 2;  // of a key with a weight
constexpr float kRate = 0.1F;             // first step of AdaGrad; falls to a tenth
constexpr float kDecay = 1e-4F;           // L2 penalty of a weight, each time it is updated
constexpr float kSmoothing = 0.1F;        // added to the sums of squares
constexpr float kCostOfMiss = 1.5F;       // of a name, against 1 for what is none

// A candidate of the training texts.
struct Instance {
  std::array<std::uint64_t, kSurfaceFeatures> keys = {};
  bool right = false;
};

void AddInstances(const Example& example, const SurfaceLexicon& lexicon,
                  std::vector<SurfaceCandidate>& candidates, std::vector<Instance>& instances) {
  FindCandidates(lexicon, example.sequence, candidates);
  for (const SurfaceCandidate& candidate : candidates) {
    const SurfaceLexicon::Match& match = candidate.match;
    const TokenSpan span{match.begin, match.end, SurfaceLexicon::TypeOf(match.value)};
    instances.push_back({SurfaceKeys(example.sequence, candidate),
                         std::binary_search(example.names.begin(), example.names.end(), span)});
  }
}

std::vector<Instance> InstancesOf(std::span<Example> examples, std::size_t types,
                                  std::size_t jobs) {
  std::vector<std::vector<Instance>> by_fold(kFolds);
  ForFolds(examples, types, jobs,
           [&](std::size_t fold, const SurfaceLexicon& lexicon, std::span<Example> some) {
             std::vector<SurfaceCandidate> candidates;
             for (const Example& example : some)
               AddInstances(example, lexicon, candidates, by_fold[fold]);
           });
  std::vector<Instance> instances;
  for (std::vector<Instance>& some : by_fold)
    std::move(some.begin(), some.end(), std::back_inserter(instances));
  return instances;
}

// Keys that come often enough, in order.
std::vector<std::uint64_t> KeysOf(std::span<const Instance> instances) {
  std::vector<std::uint64_t> all;
  for (const Instance& instance : instances)
    all.insert(all.end(), instance.keys.begin(), instance.keys.end());
  std::sort(all.begin(), all.end());
  std::vector<std::uint64_t> keys;
  for (std::size_t begin = 0; begin < all.size();) {
    std::size_t end = begin;
    while (end < all.size() && all[end] == all[begin]) ++end;
    if (end - begin >= kLeastCount) keys.push_back(all[begin]);
    begin = end;
  }
  return keys;
}

// Weights while they are learned.
class Regression {
 public:
  explicit Regression(std::span<const std::uint64_t> keys)
      : index_(keys), weights_(keys.size()), squares_(keys.size()) {}

  void Learn(const Instance& instance, float rate) {
    float sum = 0;
    numbers_.clear();
    for (const std::uint64_t key : instance.keys) {
      const std::uint32_t number = index_.Find(key);
      if (number == HashIndex::kNone) continue;
      numbers_.push_back(number);
      sum += weights_[number];
    }
    const float probability = 1 / (1 + std::exp(-sum));
    const float rise = instance.right ? kCostOfMiss * (1 - probability) : -probability;
    for (const std::uint32_t number : numbers_) {
      const float slope = rise - kDecay * weights_[number];
      squares_[number] += slope * slope;
      weights_[number] += rate * slope / std::sqrt(squares_[number] + kSmoothing);
    }
  }

  std::span<const float> weights() const { return weights_; }

 private:
  HashIndex index_;
  std::vector<float> weights_;
  std::vector<float> squares_;
  std::vector<std::uint32_t> numbers_;
};

void LearnAll(std::span<const Instance> instances, const TrainingOptions& options,
              Regression& regression) {
  constexpr float kLastRate = 0.1F;
  constexpr std::size_t kStride = 4096;  // between two reports
  std::mt19937_64 random(options.seed);
  std::vector<std::size_t> order(instances.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  for (std::size_t epoch = 0; epoch < options.learner.epochs; ++epoch) {
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
    const auto passed = static_cast<float>(epoch) / static_cast<float>(options.learner.epochs);
    const float rate = kRate * (1 - (1 - kLastRate) * passed);
    for (std::size_t i = 0; i < order.size(); ++i) {
      regression.Learn(instances[order[i]], rate);
      if (options.progress && (i % kStride == 0 || i + 1 == order.size()))
        options.progress({epoch, i + 1, order.size()});
    }
  }
}

// In steps of which the largest weight has 127; those that come out as zero are left out.
void TakeWeights(std::span<const std::uint64_t> keys, std::span<const float> weights,
                 TaggerModel& model) {
  constexpr float kMostSteps = 127;
  constexpr float kLeastStep = 1e-6F;
  float largest = 0;
  for (const float weight : weights) largest = std::max(largest, std::abs(weight));
  model.step = std::max(largest / kMostSteps, kLeastStep);
  std::vector<std::uint64_t> kept;
  std::vector<std::int8_t> rows;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const auto steps = static_cast<std::int8_t>(std::lround(weights[i] / model.step));
    if (steps == 0) continue;
    kept.push_back(keys[i]);
    rows.push_back(steps);
  }
  rows.resize(rows.size() + TaggerModel::kSlack);
  model.tables.push_back({HashIndex(kept), FlatArray<std::int8_t>(std::move(rows))});
}

}  // namespace

TaggerModel TrainSurfaces(std::span<const TrainingText> texts, const TrainingOptions& options,
                          TrainingCounts& counts) {
  TaggerModel model;
  model.surfaces_only = true;
  model.types = TypesOf(texts);
  const std::size_t types = model.types.size();
  std::vector<Example> examples = ReadExamples(texts, model.types, nullptr, options.learner.jobs);
  counts = CountsOf(texts, examples);
  const std::vector<Instance> instances = InstancesOf(examples, types, options.learner.jobs);
  model.surfaces = LexiconWithout(examples, 0, 0, types);
  const std::vector<std::uint64_t> keys = KeysOf(instances);
  Regression regression(keys);
  LearnAll(instances, options, regression);
  TakeWeights(keys, regression.weights(), model);
  counts.rows = model.tables.front().index.size();
  return model;
}

}  // namespace zhitu::extract
