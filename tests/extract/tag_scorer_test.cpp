#include "extract/tag_scorer.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "extract/label_scheme.h"
#include "extract/tag_features.h"
#include "extract/tagger_trainer.h"
#include "tests/support/marked_texts.h"

namespace zhitu::extract {
namespace {

std::vector<TrainingText> Texts() {
  std::vector<TrainingText> texts = MarkedTexts(30);
  texts.push_back(MarkedText("The [LOC North Wind] met [PER Bob Smith] in 1999."));
  texts.push_back(MarkedText("the Wind met [PER Bob] again, the Sun too."));
  return texts;
}

TaggerModel Model() {
  TrainingOptions options;
  options.learner.epochs = 2;
  TrainingCounts counts;
  return TrainTagger(Texts(), options, counts);
}

// The slow twin: row by row, weight by weight.
class PlainScorer {
 public:
  explicit PlainScorer(const TaggerModel& model)
      : model_(model), labels_(LabelScheme(model.types.size()).size()) {}

  std::vector<std::int16_t> Score(const TagSequence& sequence) {
    sums_.assign(sequence.tokens.size() * labels_, 0);
    const auto features = TagFeatures();
    for (std::size_t kind = 0; kind < features.size(); ++kind) {
      std::vector<std::uint64_t> keys(FeaturePlaces(sequence));
      features[kind].fill(sequence, kFirstFeature, keys);
      for (std::size_t i = 0; i < keys.size(); ++i) {
        if (keys[i] == 0) continue;
        const auto first = static_cast<std::ptrdiff_t>(kFirstFeature + i) + features[kind].first;
        Add(kind, keys[i], features[kind].reach, 0, features[kind].reach,
            static_cast<std::size_t>(first));
      }
    }
    for (std::size_t i = 0; i < WordFeatures().size(); ++i) AddWords(sequence, i);
    return {sums_.begin() + static_cast<std::ptrdiff_t>(TagSequence::kPadding * labels_),
            sums_.end() - static_cast<std::ptrdiff_t>(TagSequence::kPadding * labels_)};
  }

 private:
  void AddWords(const TagSequence& sequence, std::size_t number) {
    const WordFeature& feature = WordFeatures()[number];
    for (std::size_t token = 0; token < sequence.size(); ++token) {
      const std::size_t i = TagSequence::kPadding + token;
      for (std::size_t k = 0; k < feature.reach; ++k) {
        const auto word = static_cast<std::ptrdiff_t>(sequence.word[i]) - feature.first -
                          static_cast<std::ptrdiff_t>(k);
        const std::size_t part = k * kWaysInWord + (sequence.place[i] & TagSequence::kPlaceMask);
        Add(TagFeatures().size() + number, feature.key(sequence, static_cast<std::size_t>(word)),
            feature.reach * kWaysInWord, part, 1, i);
      }
    }
  }

  // Adds some parts of a key's row to tokens from `token` on.
  void Add(std::size_t kind, std::uint64_t key, std::size_t parts, std::size_t part,
           std::size_t count, std::size_t token) {
    const std::uint32_t number = model_.tables[kind].index.Find(key);
    if (number == HashIndex::kNone) return;
    for (std::size_t k = 0; k < count * labels_; ++k) {
      const std::size_t at = (number * parts + part) * labels_ + k;
      sums_[token * labels_ + k] =
          static_cast<std::int16_t>(sums_[token * labels_ + k] + model_.tables[kind].rows[at]);
    }
  }

  const TaggerModel& model_;
  std::size_t labels_;
  std::vector<std::int16_t> sums_;
};

TagSequence Read(const TaggerModel& model, const std::string& text) {
  TagSequence sequence;
  const Span whole{0, text.size()};
  ReadTagSequence(text, {&whole, 1}, {}, sequence);
  model.surfaces.Mark(sequence);
  return sequence;
}

TEST(TagScorerTwin, AgreesOnTextsOfAllLengths) {
  const TaggerModel model = Model();
  TagScorer scorer(model);
  PlainScorer twin(model);
  std::mt19937 random(3);
  const std::vector<TrainingText> texts = Texts();
  for (int round = 0; round < 100; ++round) {
    std::string text;
    while (text.size() < random() % 900) text += texts[random() % texts.size()].text;
    const TagSequence sequence = Read(model, text);
    const auto scores = scorer.Score(sequence);
    ASSERT_EQ(std::vector<std::int16_t>(scores.begin(), scores.end()), twin.Score(sequence))
        << text;
  }
}

TEST(TagScorer, GivesEachTokenItsLabels) {
  const TaggerModel model = Model();
  TagScorer scorer(model);
  for (const std::string text : {"中", "Bob", "记者张三回到郑州市"}) {
    const TagSequence sequence = Read(model, text);
    EXPECT_EQ(scorer.Score(sequence).size(), sequence.size() * LabelScheme(2).size());
  }
}

}  // namespace
}  // namespace zhitu::extract
