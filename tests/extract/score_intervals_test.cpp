#include "extract/score_intervals.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "extract/hash_index.h"

namespace zhitu::extract {
namespace {

// Gold and prediction of documents with random mentions of the types x and y, and statements by two
// rules.
struct RandomFiles {
  explicit RandomFiles(std::size_t documents, unsigned seed) {
    std::mt19937 random(seed);
    for (std::size_t i = 0; i < documents; ++i) {
      gold += Line(i, random);
      predicted += Line(i, random);
    }
  }

  static std::string Line(std::size_t number, std::mt19937& random) {
    std::string mentions;
    std::string statements;
    for (int i = 0; i < 4; ++i) {
      if (random() % 2 == 0) continue;
      mentions += (mentions.empty() ? R"({"begin":)" : R"(,{"begin":)") + std::to_string(2 * i) +
                  R"(,"end":)" + std::to_string(2 * i + 1) + R"(,"kind":"name","type":")" +
                  (random() % 3 == 0 ? "y" : "x") + "\"}";
      statements += (statements.empty() ? R"({"subject":"a)" : R"(,{"subject":"a)") +
                    std::to_string(i) + R"(","predicate":"p","object":"b","rule":")" +
                    (random() % 2 == 0 ? "r" : "s") + "\"}";
    }
    return R"({"document":")" + std::to_string(number) + R"(","mentions":[)" + mentions +
           R"(],"statements":[)" + statements + "]}\n";
  }

  std::string gold;
  std::string predicted;
};

Evaluation EvaluationOf(const AnnotationFile& gold, const AnnotationFile& predicted) {
  return Evaluate(gold, predicted);
}

AnnotationFile Read(const std::string& text) {
  std::istringstream lines(text);
  return ReadPredictions(lines, "f.jsonl");
}

// The slow twin: documents are drawn as files, which are compared whole.
std::vector<ScoreIntervals> SlowIntervals(const RandomFiles& files,
                                          const BootstrapOptions& options) {
  const AnnotationFile gold = Read(files.gold);
  const AnnotationFile predicted = Read(files.predicted);
  const std::size_t documents = gold.documents.size();
  const std::vector<NamedScore> all = ScoresOf(EvaluationOf(gold, predicted));
  std::vector<std::vector<double>> shares(3 * all.size());
  for (std::size_t draw = 0; draw < options.resamples; ++draw) {
    std::mt19937_64 random(MixBits(options.seed, draw));
    AnnotationFile some_gold{"g", {}};
    AnnotationFile some_predicted{"p", {}};
    for (std::size_t i = 0; i < documents; ++i) {
      const auto drawn = static_cast<std::size_t>((random() >> 32U) * documents >> 32U);
      some_gold.documents.push_back(gold.documents[drawn]);
      some_predicted.documents.push_back(predicted.documents[drawn]);
      some_gold.documents.back().id = some_predicted.documents.back().id = std::to_string(i);
    }
    const std::vector<NamedScore> scores = ScoresOf(EvaluationOf(some_gold, some_predicted));
    const Evaluation whole = EvaluationOf(some_gold, some_predicted);
    for (std::size_t k = 0; k < all.size(); ++k) {
      const auto same = std::find_if(scores.begin(), scores.end(), [&](const NamedScore& score) {
        return score.measure == all[k].measure && score.name == all[k].name;
      });
      Score score = same == scores.end() ? Score() : same->score;
      // A rule that gave nothing missed all the same.
      if (all[k].measure == "statements by rule") score.expected = whole.statements.expected;
      if (score.found > 0) shares[3 * k].push_back(score.precision());
      if (score.expected > 0) shares[3 * k + 1].push_back(score.recall());
      if (score.found + score.expected > 0) shares[3 * k + 2].push_back(score.f1());
    }
  }
  std::vector<ScoreIntervals> intervals;
  const auto middle = [&](std::size_t k) {
    std::sort(shares[k].begin(), shares[k].end());
    const std::size_t out = shares[k].size() / 40;
    return Interval{shares[k].at(out), shares[k].at(shares[k].size() - 1 - out)};
  };
  for (std::size_t k = 0; k < all.size(); ++k)
    intervals.push_back({middle(3 * k), middle(3 * k + 1), middle(3 * k + 2)});
  return intervals;
}

class IntervalsTwin : public testing::TestWithParam<unsigned> {};

TEST_P(IntervalsTwin, AreThoseOfDrawnFiles) {
  const RandomFiles files(9, GetParam());
  BootstrapOptions options;
  options.resamples = 120;
  options.seed = GetParam();
  options.jobs = 1 + GetParam() % 3;
  const Evaluation evaluation = EvaluationOf(Read(files.gold), Read(files.predicted));
  const auto intervals = BootstrapIntervals(evaluation, options);
  const auto expected = SlowIntervals(files, options);
  ASSERT_EQ(intervals.size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    EXPECT_EQ(intervals[i].precision, expected[i].precision) << i;
    EXPECT_EQ(intervals[i].recall, expected[i].recall) << i;
    EXPECT_EQ(intervals[i].f1, expected[i].f1) << i;
  }
}
INSTANTIATE_TEST_SUITE_P(Seeds, IntervalsTwin, testing::Range(0U, 12U));

TEST(BootstrapIntervals, HoldTheScore) {
  const RandomFiles files(200, 4);
  const Evaluation evaluation = EvaluationOf(Read(files.gold), Read(files.predicted));
  const auto scores = ScoresOf(evaluation);
  const auto intervals = BootstrapIntervals(evaluation, {});
  for (std::size_t i = 0; i < scores.size(); ++i) {
    EXPECT_LE(intervals[i].f1.low, scores[i].score.f1());
    EXPECT_GE(intervals[i].f1.high, scores[i].score.f1());
    EXPECT_LT(intervals[i].f1.high - intervals[i].f1.low, 0.2);
  }
}

TEST(BootstrapIntervals, AreNothingOfNothing) {
  EXPECT_TRUE(BootstrapIntervals({}, {}).empty());
  const Evaluation evaluation = EvaluationOf(Read(R"({"document":"a","mentions":[]})"),
                                             Read(R"({"document":"a","mentions":[]})"));
  EXPECT_EQ(BootstrapIntervals(evaluation, {}).front().f1, Interval());
}

}  // namespace
}  // namespace zhitu::extract
