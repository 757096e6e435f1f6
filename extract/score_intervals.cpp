#include "extract/score_intervals.h"

#include <algorithm>
#include <map>
#include <random>
#include <string_view>
#include <utility>

#include "extract/hash_index.h"
#include "extract/parallel.h"

namespace zhitu::extract {
namespace {

// What a document adds to a score.
struct Part {
  std::uint32_t document = 0;
  Score score;
};

constexpr std::string_view kByRule = "statements by rule";

// By score the documents that add to it. Rules share what gold holds in all.
std::vector<std::vector<Part>> PartsOf(const Evaluation& evaluation,
                                       const std::vector<NamedScore>& scores) {
  using Name = std::pair<std::string_view, std::string_view>;
  std::map<Name, std::size_t> numbers;
  for (std::size_t i = 0; i < scores.size(); ++i)
    numbers.emplace(Name(scores[i].measure, scores[i].name), i);
  std::vector<std::vector<Part>> parts(scores.size());
  for (std::size_t d = 0; d < evaluation.by_document.size(); ++d) {
    const auto document = static_cast<std::uint32_t>(d);
    for (const auto& [measure, name, score] : evaluation.by_document[d]) {
      parts[numbers.at({measure, name})].push_back({document, score});
      if (measure != "statements" || name != "all") continue;
      for (std::size_t i = 0; i < scores.size(); ++i) {
        if (scores[i].measure == kByRule) parts[i].push_back({document, {0, score.expected, 0}});
      }
    }
  }
  return parts;
}

// How often each document is drawn.
std::vector<std::uint32_t> Draw(std::size_t documents, std::mt19937_64& random) {
  std::vector<std::uint32_t> times(documents, 0);
  // The upper half of a product: as even as it has to be, and alike with every library.
  for (std::size_t i = 0; i < documents; ++i) ++times[(random() >> 32U) * documents >> 32U];
  return times;
}

Score Weighted(const std::vector<Part>& parts, const std::vector<std::uint32_t>& times) {
  Score sum;
  for (const auto& [document, score] : parts) {
    sum.right += times[document] * score.right;
    sum.expected += times[document] * score.expected;
    sum.found += times[document] * score.found;
  }
  return sum;
}

// The middle 95 % of some shares, the ends among them; 0 of none.
Interval Middle(std::vector<double> shares) {
  constexpr std::size_t kOutOf = 40;  // at each end
  if (shares.empty()) return {};
  std::sort(shares.begin(), shares.end());
  const std::size_t left_out = shares.size() / kOutOf;
  return {shares[left_out], shares[shares.size() - 1 - left_out]};
}

}  // namespace

std::vector<ScoreIntervals> BootstrapIntervals(const Evaluation& evaluation,
                                               const BootstrapOptions& options) {
  const std::vector<NamedScore> scores = ScoresOf(evaluation);
  const std::vector<std::vector<Part>> parts = PartsOf(evaluation, scores);
  std::vector<std::vector<Score>> drawn(options.resamples);  // by draw and score
  ForEachPart(options.resamples, options.jobs, [&](std::size_t i) {
    std::mt19937_64 random(MixBits(options.seed, i));
    const std::vector<std::uint32_t> times = Draw(evaluation.documents, random);
    for (const std::vector<Part>& some : parts) drawn[i].push_back(Weighted(some, times));
  });
  std::vector<ScoreIntervals> intervals(scores.size());
  ForEachPart(scores.size(), options.jobs, [&](std::size_t k) {
    std::vector<double> precision;
    std::vector<double> recall;
    std::vector<double> f1;
    for (const std::vector<Score>& draw : drawn) {
      const Score& score = draw[k];
      // Of a draw without what is asked for there is no share.
      if (score.found > 0) precision.push_back(score.precision());
      if (score.expected > 0) recall.push_back(score.recall());
      if (score.expected + score.found > 0) f1.push_back(score.f1());
    }
    intervals[k] = {Middle(std::move(precision)), Middle(std::move(recall)), Middle(std::move(f1))};
  });
  return intervals;
}

}  // namespace zhitu::extract
