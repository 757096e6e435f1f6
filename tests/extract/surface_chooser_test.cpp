#include "extract/surface_chooser.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace zhitu::extract {
namespace {

TagSequence Read(const std::string& text) {
  TagSequence sequence;
  const Span whole{0, text.size()};
  ReadTagSequence(text, {&whole, 1}, {}, sequence);
  return sequence;
}

// A model of the names of a text, which gives keys weights at random, or none.
TaggerModel Model(const std::string& training, const std::vector<TokenSpan>& names,
                  const std::string& text, unsigned seed) {
  TaggerModel model;
  model.surfaces_only = true;
  model.types = {"A", "B"};
  const TagSequence sequence = Read(training);
  const TagSequence* const sequences[] = {&sequence};
  const std::vector<TokenSpan>* const all_names[] = {&names};
  model.surfaces = SurfaceLexicon::Count(sequences, all_names, model.types.size());
  const TagSequence judged = Read(text);
  std::vector<SurfaceCandidate> candidates;
  FindCandidates(model.surfaces, judged, candidates);
  std::vector<std::uint64_t> keys;
  for (const SurfaceCandidate& candidate : candidates) {
    for (const std::uint64_t key : SurfaceKeys(judged, candidate)) keys.push_back(key);
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  std::mt19937 random(seed);
  std::vector<std::int8_t> rows;
  for (std::size_t i = 0; i < keys.size(); ++i)
    rows.push_back(static_cast<std::int8_t>(static_cast<int>(random() % 41) - 20));
  rows.resize(rows.size() + TaggerModel::kSlack);
  model.tables.push_back({HashIndex(keys), FlatArray<std::int8_t>(std::move(rows))});
  return model;
}

int ScoreOf(const TaggerModel& model, const TagSequence& sequence,
            const SurfaceCandidate& candidate) {
  int score = 0;
  for (const std::uint64_t key : SurfaceKeys(sequence, candidate)) {
    const std::uint32_t number = model.tables.front().index.Find(key);
    if (number != HashIndex::kNone) score += model.tables.front().rows[number];
  }
  return score;
}

// The slow twin: the best sum of all sets of candidates that do not overlap.
int BestSum(const TaggerModel& model, const TagSequence& sequence) {
  std::vector<SurfaceCandidate> candidates;
  FindCandidates(model.surfaces, sequence, candidates);
  const std::function<int(std::size_t, std::uint32_t)> best = [&](std::size_t from,
                                                                  std::uint32_t free) {
    if (from == candidates.size()) return 0;
    int sum = best(from + 1, free);
    const SurfaceLexicon::Match& match = candidates[from].match;
    if (match.begin >= free)
      sum = std::max(sum, ScoreOf(model, sequence, candidates[from]) + best(from + 1, match.end));
    return sum;
  };
  return best(0, 0);
}

const std::string kTraining = "郑州市金水区，郑州，金水，水区，市";
const std::vector<TokenSpan> kNames = {{0, 3, 0},   {3, 6, 1},   {7, 9, 0},
                                       {10, 12, 1}, {13, 15, 0}, {16, 17, 1}};

TEST(FindCandidates, GivesLongerOnesFirstAndWhatIsAround) {
  const TagSequence sequence = Read(kTraining);
  const TagSequence* const sequences[] = {&sequence};
  const std::vector<TokenSpan>* const names[] = {&kNames};
  const SurfaceLexicon surfaces = SurfaceLexicon::Count(sequences, names, 2);
  std::vector<SurfaceCandidate> candidates;
  FindCandidates(surfaces, Read("在郑州市"), candidates);
  ASSERT_EQ(candidates.size(), 3U);  // 郑州市, 郑州, 市
  EXPECT_EQ(candidates[0].match.end, 4U);
  EXPECT_EQ(candidates[0].around, 0U);
  EXPECT_EQ(candidates[1].match.end, 3U);
  EXPECT_GT(candidates[1].around, 0U);
  EXPECT_EQ(candidates[2].match.begin, 3U);
  EXPECT_GT(candidates[2].around, 0U);
  EXPECT_EQ(SurfaceLexicon::TypeOf(candidates[0].match.value), 0U);
  EXPECT_EQ(SurfaceLexicon::TypeOf(candidates[2].match.value), 1U);
}

TEST(SurfaceChooserTwin, AgreesOnRandomWeights) {
  const std::string text = "郑州市金水区水区郑州市市金水";
  const TagSequence sequence = Read(text);
  for (unsigned seed = 0; seed < 50; ++seed) {
    const TaggerModel model = Model(kTraining, kNames, text, seed);
    SurfaceChooser chooser(model);
    std::vector<SurfaceCandidate> candidates;
    FindCandidates(model.surfaces, sequence, candidates);
    int sum = 0;
    std::uint32_t end = 0;
    for (const ChosenSurface& chosen : chooser.Choose(sequence)) {
      EXPECT_GE(chosen.begin, end);
      end = chosen.end;
      const auto found =
          std::find_if(candidates.begin(), candidates.end(), [&](const SurfaceCandidate& one) {
            return one.match.begin == chosen.begin && one.match.end == chosen.end;
          });
      ASSERT_NE(found, candidates.end());
      EXPECT_EQ(chosen.type, SurfaceLexicon::TypeOf(found->match.value));
      EXPECT_GT(chosen.probability, 0.5);
      sum += ScoreOf(model, sequence, *found);
    }
    EXPECT_EQ(sum, BestSum(model, sequence)) << seed;
  }
}

TEST(SurfaceChooser, FindsNothingInNothing) {
  const TaggerModel model = Model(kTraining, kNames, "郑州", 1);
  SurfaceChooser chooser(model);
  EXPECT_TRUE(chooser.Choose(Read("")).empty());
  EXPECT_TRUE(chooser.Choose(Read("天气很好")).empty());
}

}  // namespace
}  // namespace zhitu::extract
