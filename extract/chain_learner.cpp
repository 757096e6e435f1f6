// Two steps a batch, all threads between two barriers in each. First the gradients of its
// sequences, each by one thread, none touching a weight. Then the updates: each thread goes over
// all of them in order, and updates the rows that are its own. So a weight gets the same updates in
// the same order, however many threads there are.
#include "extract/chain_learner.h"

#include <algorithm>
#include <barrier>
#include <cmath>
#include <thread>
#include <utility>

#include "extract/linear_chain.h"

namespace zhitu::extract {

// By how much each score should rise.
struct ChainLearner::Gradient {
  std::vector<float> labels;  // with padding
  std::vector<double> pairs;
  double loss = 0;
};

namespace {

constexpr float kSmoothing = 0.1F;  // added to the sums of squares
constexpr float kLastRate = 0.1F;   // share of the first rate

bool IsOwn(std::uint32_t row, std::size_t thread, std::size_t threads) {
  constexpr std::uint32_t kSpread = 0x9E3779B9U;
  return (static_cast<std::uint64_t>(row * kSpread) * threads >> 32U) == thread;
}

// AdaGrad, one weight after the other: the compiler makes vectors of it.
void Step(const float* gradient, std::size_t count, float rate, float decay, float* weights,
          float* squares) {
  for (std::size_t i = 0; i < count; ++i) {
    const float slope = gradient[i] - decay * weights[i];
    squares[i] += slope * slope;
    weights[i] += rate * slope / std::sqrt(squares[i] + kSmoothing);
  }
}

}  // namespace

// Computes gradients; memory of one thread.
class ChainLearner::Worker {
 public:
  explicit Worker(const ChainLearner& learner)
      : learner_(learner), marginals_(learner.scheme_), size_(learner.scheme_.size()) {}

  void BeginBatch() { marginals_.SetTransitions(learner_.transitions_); }

  void Compute(const LearningSequence& sequence, Gradient& gradient) {
    const std::size_t tokens = sequence.labels.size();
    Score(sequence);
    const std::span<float> scores = std::span(scores_).subspan(kPadding * size_, tokens * size_);
    AddCosts(sequence.labels, scores);
    marginals_.Compute(scores);
    gradient.loss = marginals_.log_partition();
    gradient.labels.assign(scores_.size(), 0);
    gradient.pairs.resize(size_ * size_);
    float* const rise = &gradient.labels[kPadding * size_];
    for (std::size_t i = 0; i < scores.size(); ++i) rise[i] = -marginals_.labels()[i];
    for (std::size_t i = 0; i < gradient.pairs.size(); ++i)
      gradient.pairs[i] = -marginals_.pairs()[i];
    for (std::size_t t = 0; t < tokens; ++t) {
      const std::size_t at = t * size_ + sequence.labels[t];
      rise[at] += 1;
      gradient.loss -= static_cast<double>(scores[at]);
      if (t == 0) continue;
      const std::size_t pair = sequence.labels[t - 1] * size_ + sequence.labels[t];
      gradient.pairs[pair] += 1;
      gradient.loss -= static_cast<double>(learner_.transitions_[pair]);
    }
  }

 private:
  void Score(const LearningSequence& sequence) {
    const std::size_t kinds = learner_.kinds_.size();
    scores_.assign((sequence.labels.size() + 2 * kPadding) * size_, 0);
    for (std::size_t i = 0; i < sequence.rows.size(); ++i) {
      if (sequence.rows[i] == LearningSequence::kNone) continue;
      const RowKind& kind = learner_.kinds_[i % kinds];
      const float* const row = &learner_.weights_[sequence.rows[i]];
      float* const scores = &scores_[FirstOf(i / kinds, kind) * size_];
      for (std::size_t k = 0; k < kind.width; ++k) scores[k] += row[k];
    }
  }

  void AddCosts(std::span<const std::uint8_t> labels, std::span<float> scores) const {
    const LearnerOptions& options = learner_.options_;
    for (std::size_t i = 0; i < scores.size(); ++i) {
      const std::size_t label = i % size_;
      if (label == labels[i / size_]) continue;
      scores[i] += label == 0 ? options.cost_of_miss : options.cost;
    }
  }

 public:
  static std::size_t FirstOf(std::size_t token, const RowKind& kind) {
    return static_cast<std::size_t>(static_cast<std::ptrdiff_t>(token) + kind.first);
  }

 private:
  const ChainLearner& learner_;
  ChainMarginals marginals_;
  std::size_t size_;
  std::vector<float> scores_;
};

ChainLearner::ChainLearner(const LabelScheme& scheme, std::vector<RowKind> kinds,
                           std::size_t weights, const LearnerOptions& options)
    : scheme_(scheme),
      kinds_(std::move(kinds)),
      options_(options),
      weights_(weights),
      squares_(weights),
      transitions_(scheme.size() * scheme.size()),
      transition_squares_(transitions_.size()) {}

void ChainLearner::Update(const LearningSequence& sequence, const Gradient& gradient,
                          std::size_t thread) {
  for (std::size_t i = 0; i < sequence.rows.size(); ++i) {
    const std::uint32_t row = sequence.rows[i];
    if (row == LearningSequence::kNone || !IsOwn(row, thread, options_.jobs)) continue;
    const RowKind& kind = kinds_[i % kinds_.size()];
    const std::size_t first = Worker::FirstOf(i / kinds_.size(), kind) * scheme_.size();
    Step(&gradient.labels[first], kind.width, rate_, options_.decay, &weights_[row],
         &squares_[row]);
  }
}

void ChainLearner::UpdateTransitions(const Gradient& gradient) {
  const std::vector<float> slopes(gradient.pairs.begin(), gradient.pairs.end());
  Step(slopes.data(), slopes.size(), rate_, options_.decay, transitions_.data(),
       transition_squares_.data());
}

double ChainLearner::Run(std::span<const LearningSequence> sequences, std::size_t epoch,
                         std::mt19937_64& random,
                         const std::function<void(std::size_t)>& progress) {
  const std::size_t count = sequences.size();
  const auto passed = static_cast<float>(epoch) / static_cast<float>(options_.epochs);
  rate_ = options_.rate * (1 - (1 - kLastRate) * passed);
  std::vector<std::size_t> order(count);
  for (std::size_t i = 0; i < count; ++i) order[i] = i;
  for (std::size_t i = count; i > 1; --i) std::swap(order[i - 1], order[random() % i]);
  std::vector<Gradient> gradients(options_.batch);
  std::barrier barrier(static_cast<std::ptrdiff_t>(options_.jobs));
  double loss = 0;
  const auto work = [&](std::size_t thread) {
    Worker worker(*this);
    for (std::size_t begin = 0; begin < count; begin += options_.batch) {
      const std::size_t end = std::min(count, begin + options_.batch);
      worker.BeginBatch();
      for (std::size_t i = begin + thread; i < end; i += options_.jobs)
        worker.Compute(sequences[order[i]], gradients[i - begin]);
      barrier.arrive_and_wait();
      for (std::size_t i = begin; i < end; ++i) {
        Update(sequences[order[i]], gradients[i - begin], thread);
        if (thread != 0) continue;
        UpdateTransitions(gradients[i - begin]);
        loss += gradients[i - begin].loss;
      }
      if (thread == 0 && progress) progress(end);
      barrier.arrive_and_wait();
    }
  };
  std::vector<std::jthread> others;
  for (std::size_t thread = 1; thread < options_.jobs; ++thread) others.emplace_back(work, thread);
  work(0);
  return loss;
}

}  // namespace zhitu::extract
