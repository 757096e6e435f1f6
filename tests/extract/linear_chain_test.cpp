#include "extract/linear_chain.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <functional>
#include <random>
#include <tuple>
#include <vector>

namespace zhitu::extract {
namespace {

using Labels = std::vector<std::uint8_t>;

// All sequences that a scheme allows.
void ForAll(const LabelScheme& scheme, std::size_t tokens,
            const std::function<void(const Labels&)>& visit) {
  Labels labels;
  const std::function<void()> extend = [&] {
    if (labels.size() == tokens) {
      if (LabelScheme::Closes(labels.back())) visit(labels);
      return;
    }
    for (std::size_t label = 0; label < scheme.size(); ++label) {
      if (labels.empty() ? !LabelScheme::Opens(label)
                         : !LabelScheme::MayFollow(labels.back(), label)) {
        continue;
      }
      labels.push_back(static_cast<std::uint8_t>(label));
      extend();
      labels.pop_back();
    }
  };
  extend();
}

template <typename Emission, typename Transition>
double ScoreOf(const Labels& labels, std::size_t size, const std::vector<Emission>& emissions,
               const std::vector<Transition>& transitions) {
  double score = 0;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    score += emissions[i * size + labels[i]];
    if (i > 0) score += transitions[labels[i - 1] * size + labels[i]];
  }
  return score;
}

// Types and tokens.
class Chain : public testing::TestWithParam<std::tuple<std::size_t, std::size_t>> {
 protected:
  const LabelScheme scheme_{std::get<0>(GetParam())};
  const std::size_t tokens_ = std::get<1>(GetParam());
  const std::size_t size_ = scheme_.size();
  std::mt19937 random_{7};
};

TEST_P(Chain, MarginalsAreThoseOfAllSequences) {
  std::normal_distribution<float> normal(0, 2);
  std::vector<float> emissions(tokens_ * size_);
  std::vector<float> transitions(size_ * size_);
  for (float& score : emissions) score = normal(random_);
  for (float& score : transitions) score = normal(random_);
  double sum = 0;
  std::vector<double> labels(emissions.size());
  std::vector<double> pairs(transitions.size());
  ForAll(scheme_, tokens_, [&](const Labels& sequence) {
    const double weight = std::exp(ScoreOf(sequence, size_, emissions, transitions));
    sum += weight;
    for (std::size_t i = 0; i < tokens_; ++i) {
      labels[i * size_ + sequence[i]] += weight;
      if (i > 0) pairs[sequence[i - 1] * size_ + sequence[i]] += weight;
    }
  });
  ChainMarginals marginals(scheme_);
  marginals.SetTransitions(transitions);
  marginals.Compute(emissions);
  EXPECT_NEAR(marginals.log_partition(), std::log(sum), 1e-5);
  for (std::size_t i = 0; i < labels.size(); ++i)
    EXPECT_NEAR(marginals.labels()[i], labels[i] / sum, 1e-6) << i;
  for (std::size_t i = 0; i < pairs.size(); ++i)
    EXPECT_NEAR(marginals.pairs()[i], pairs[i] / sum, 1e-6) << i;
}

TEST_P(Chain, DecoderGivesABestSequence) {
  std::uniform_int_distribution<int> score(-9, 9);  // few values: equal scores come often
  for (int round = 0; round < 20; ++round) {
    std::vector<std::int16_t> emissions(tokens_ * size_);
    std::vector<std::int32_t> transitions(size_ * size_);
    for (std::int16_t& one : emissions) one = static_cast<std::int16_t>(score(random_));
    for (std::int32_t& one : transitions) one = score(random_);
    double best = -1e9;
    ForAll(scheme_, tokens_, [&](const Labels& labels) {
      best = std::max(best, ScoreOf(labels, size_, emissions, transitions));
    });
    LabelDecoder decoder(scheme_, transitions);
    const auto found = decoder.Decode(emissions);
    const Labels labels(found.begin(), found.end());
    EXPECT_EQ(ScoreOf(labels, size_, emissions, transitions), best);
    EXPECT_TRUE(LabelScheme::Opens(labels.front()));
    EXPECT_TRUE(LabelScheme::Closes(labels.back()));
    for (std::size_t i = 1; i < labels.size(); ++i)
      EXPECT_TRUE(LabelScheme::MayFollow(labels[i - 1], labels[i]));
  }
}

INSTANTIATE_TEST_SUITE_P(Tiny, Chain,
                         testing::Combine(testing::Values(1U, 2U, 3U),
                                          testing::Values(1U, 2U, 3U, 4U)));

TEST(ChainMarginals, StayFiniteWhateverTheScores) {
  const LabelScheme scheme(1);
  std::vector<float> emissions;
  for (int i = 0; i < 50; ++i) {
    for (std::size_t label = 0; label < scheme.size(); ++label)
      emissions.push_back(label == LabelScheme::Inside(0) ? 1e4F : -1e4F);
  }
  ChainMarginals marginals(scheme);
  marginals.SetTransitions(std::vector<float>(scheme.size() * scheme.size()));
  marginals.Compute(emissions);
  EXPECT_TRUE(std::isfinite(marginals.log_partition()));
  for (const float probability : marginals.labels()) EXPECT_TRUE(std::isfinite(probability));
  for (const double count : marginals.pairs()) EXPECT_TRUE(std::isfinite(count));
}

TEST(LabelDecoder, GivesNothingForNothing) {
  LabelDecoder decoder(LabelScheme(1), std::vector<std::int32_t>(25));
  EXPECT_TRUE(decoder.Decode({}).empty());
}

}  // namespace
}  // namespace zhitu::extract
