#include "extract/logistic_regression.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

namespace zhitu::extract {
namespace {

// Examples of random features, the label mostly that of the first feature.
struct RandomExamples {
  RandomExamples(std::size_t count, std::size_t features, unsigned seed) {
    std::mt19937 random(seed);
    for (std::size_t i = 0; i < count; ++i) {
      std::vector<std::uint32_t>& some = lists.emplace_back();
      for (std::uint32_t f = 0; f < features; ++f) {
        if (f == 0 || random() % 3 == 0) some.push_back(f);
      }
      const bool second = some.size() > 1 && some[1] == 1;
      positive.push_back(random() % 5 == 0 ? !second : second);
    }
    for (std::size_t i = 0; i < count; ++i) examples.push_back({lists[i], positive[i]});
  }

  std::vector<std::vector<std::uint32_t>> lists;
  std::vector<bool> positive;
  std::vector<LogisticExample> examples;
};

// What the weights cost.
double Loss(const std::vector<LogisticExample>& examples, const std::vector<double>& weights,
            double cost) {
  double loss = 0;
  for (const double weight : weights) loss += weight * weight / 2;
  for (const LogisticExample& example : examples) {
    double score = 0;
    for (const std::uint32_t feature : example.features) score += weights[feature];
    loss += cost * std::log1p(std::exp(example.positive ? -score : score));
  }
  return loss;
}

class LearnLogisticTest : public testing::TestWithParam<unsigned> {};

// The slow twin: no small change of any weight makes the loss noticeably less.
TEST_P(LearnLogisticTest, FindsTheLeastLoss) {
  constexpr std::size_t kFeatures = 7;
  const RandomExamples data(60, kFeatures, GetParam());
  const double cost = GetParam() % 2 == 0 ? 0.3 : 2.0;
  std::mt19937_64 random(1);
  const std::vector<double> weights = LearnLogistic(data.examples, kFeatures, cost, random);
  const double least = Loss(data.examples, weights, cost);
  for (std::size_t f = 0; f < kFeatures; ++f) {
    for (const double change : {-0.1, 0.1}) {
      std::vector<double> other = weights;
      other[f] += change;
      EXPECT_GT(Loss(data.examples, other, cost), least - 1e-3) << f;
    }
  }
}
INSTANTIATE_TEST_SUITE_P(Seeds, LearnLogisticTest, testing::Range(0U, 20U));

TEST(LearnLogistic, GivesNoWeightsWithoutExamples) {
  std::mt19937_64 random(1);
  EXPECT_EQ(LearnLogistic({}, 3, 1, random), std::vector<double>(3, 0.0));
}

TEST(LearnLogistic, CopesWithOneKindOfExamples) {
  const std::vector<std::uint32_t> one = {0};
  const std::vector<LogisticExample> examples(50, {one, true});
  std::mt19937_64 random(1);
  const double weight = LearnLogistic(examples, 1, 1, random).front();
  EXPECT_GT(weight, 1);
  EXPECT_TRUE(std::isfinite(weight));
}

TEST(LearnLogistic, CopesWithExamplesWithoutFeatures) {
  const std::vector<LogisticExample> examples = {{{}, true}, {{}, false}};
  std::mt19937_64 random(1);
  EXPECT_EQ(LearnLogistic(examples, 2, 1, random), std::vector<double>(2, 0.0));
}

// Scores whose odds are twice what they say.
TEST(Calibrate, MakesOddsRight) {
  std::mt19937 random(3);
  std::vector<ScoredExample> examples;
  for (int i = 0; i < 20000; ++i) {
    const double score = static_cast<double>(random() % 6000) / 1000 - 3;
    const double p = 1 / (1 + std::exp(-(0.5 * score - 1)));
    examples.push_back({score, static_cast<double>(random() % 100000) < 100000 * p});
  }
  const Calibration calibration = Calibrate(examples);
  EXPECT_NEAR(calibration.slope, 0.5, 0.05);
  EXPECT_NEAR(calibration.offset, -1, 0.05);
}

TEST(Calibrate, StaysFinite) {
  const std::vector<std::vector<ScoredExample>> all = {{},
                                                       {{1, true}},
                                                       {{0, false}, {0, false}},
                                                       {{-5, false}, {5, true}},
                                                       {{1e6, true}, {-1e6, false}}};
  for (const std::vector<ScoredExample>& examples : all) {
    const Calibration calibration = Calibrate(examples);
    EXPECT_TRUE(std::isfinite(calibration.slope) && std::isfinite(calibration.offset));
  }
}

double F1At(const std::vector<ScoredExample>& examples, std::size_t missed, double threshold) {
  double right = 0;
  double found = 0;
  auto expected = static_cast<double>(missed);
  for (const ScoredExample& example : examples) {
    expected += example.positive ? 1 : 0;
    if (example.score < threshold) continue;
    found += 1;
    right += example.positive ? 1 : 0;
  }
  return expected + found == 0 ? 0 : 2 * right / (expected + found);
}

class BestThresholdTest : public testing::TestWithParam<unsigned> {};

// The slow twin: every score is tried.
TEST_P(BestThresholdTest, GivesTheBestF1) {
  std::mt19937 random(GetParam());
  std::vector<ScoredExample> examples;
  for (int i = 0; i < 12; ++i)
    examples.push_back({static_cast<double>(random() % 8), random() % 2 == 0});
  const std::size_t missed = random() % 4;
  double best = 0;
  for (const ScoredExample& example : examples)
    best = std::max(best, F1At(examples, missed, example.score));
  EXPECT_DOUBLE_EQ(F1At(examples, missed, BestThreshold(examples, missed)), best);
}
INSTANTIATE_TEST_SUITE_P(Seeds, BestThresholdTest, testing::Range(0U, 50U));

TEST(BestThreshold, IsZeroWithoutExamples) { EXPECT_EQ(BestThreshold({}, 3), 0); }

}  // namespace
}  // namespace zhitu::extract
