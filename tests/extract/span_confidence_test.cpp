#include "extract/span_confidence.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <random>
#include <vector>

#include "extract/linear_chain.h"

namespace zhitu::extract {
namespace {

using Labels = std::vector<std::uint8_t>;

// A random chain of two types.
struct Chain {
  LabelScheme scheme{2};
  std::vector<std::int16_t> emissions;
  std::vector<std::int32_t> transitions;
  float step = 0.05F;

  Chain(std::size_t tokens, int spread, std::mt19937& random) {
    std::uniform_int_distribution<int> score(-spread, spread);
    for (std::size_t i = 0; i < tokens * scheme.size(); ++i)
      emissions.push_back(static_cast<std::int16_t>(score(random)));
    for (std::size_t i = 0; i < scheme.size() * scheme.size(); ++i)
      transitions.push_back(score(random) / 4);
  }

  Labels Best() const {
    LabelDecoder decoder(scheme, transitions);
    const auto best = decoder.Decode(emissions);
    return {best.begin(), best.end()};
  }

  double Weight(const Labels& labels) const {
    double score = 0;
    for (std::size_t i = 0; i < labels.size(); ++i) {
      score += emissions[i * scheme.size() + labels[i]];
      if (i > 0) score += transitions[labels[i - 1] * scheme.size() + labels[i]];
    }
    return std::exp(score * static_cast<double>(step));
  }
};

// The slow twin: all sequences that the scheme allows.
double PlainConfidence(const Chain& chain, const Labels& path, std::size_t begin, std::size_t end) {
  double all = 0;
  double same = 0;
  Labels labels;
  const std::function<void()> extend = [&] {
    if (labels.size() == path.size()) {
      if (!LabelScheme::Closes(labels.back())) return;
      const double weight = chain.Weight(labels);
      all += weight;
      if (std::equal(labels.begin() + static_cast<std::ptrdiff_t>(begin),
                     labels.begin() + static_cast<std::ptrdiff_t>(end),
                     path.begin() + static_cast<std::ptrdiff_t>(begin))) {
        same += weight;
      }
      return;
    }
    for (std::size_t label = 0; label < chain.scheme.size(); ++label) {
      const bool allowed =
          labels.empty() ? LabelScheme::Opens(label) : LabelScheme::MayFollow(labels.back(), label);
      if (!allowed) continue;
      labels.push_back(static_cast<std::uint8_t>(label));
      extend();
      labels.pop_back();
    }
  };
  extend();
  return same / all;
}

TEST(SpanConfidenceTwin, AgreesOnShortTexts) {
  std::mt19937 random(5);
  for (int round = 0; round < 200; ++round) {
    const std::size_t tokens = 1 + random() % 5;
    const Chain chain(tokens, round % 2 == 0 ? 20 : 120, random);
    SpanConfidence confidence(chain.scheme, chain.transitions, chain.step);
    const Labels path = chain.Best();
    for (std::size_t begin = 0; begin < tokens; ++begin) {
      for (std::size_t end = begin + 1; end <= tokens; ++end) {
        EXPECT_NEAR(confidence.Of(chain.emissions, path, begin, end),
                    PlainConfidence(chain, path, begin, end), 0.01);
      }
    }
  }
}

TEST(SpanConfidence, TakesFarTokensAsTheyAre) {
  std::mt19937 random(6);
  const Chain chain(60, 60, random);
  SpanConfidence confidence(chain.scheme, chain.transitions, chain.step);
  const Labels path = chain.Best();
  const double before = confidence.Of(chain.emissions, path, 30, 31);
  Chain other = chain;
  for (std::size_t i = 0; i < 20 * chain.scheme.size(); ++i) other.emissions[i] = 0;
  EXPECT_EQ(confidence.Of(other.emissions, path, 30, 31), before);
}

// Scores as a forged model may give them.
TEST(SpanConfidence, StaysAProbabilityWhateverTheScores) {
  for (const std::int32_t transition : {-(1 << 20), 0, 1 << 20}) {
    for (const float step : {1e-30F, 1.0F, 1e30F}) {
      std::mt19937 random(7);
      Chain chain(12, 7000, random);
      std::fill(chain.transitions.begin(), chain.transitions.end(), transition);
      const Labels path = chain.Best();
      SpanConfidence confidence(chain.scheme, chain.transitions, step);
      for (std::size_t i = 0; i < path.size(); ++i) {
        const double probability = confidence.Of(chain.emissions, path, i, i + 1);
        EXPECT_GE(probability, 0);
        EXPECT_LE(probability, 1);
      }
    }
  }
}

}  // namespace
}  // namespace zhitu::extract
