#include "extract/tagger_trainer.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <utility>

#include "extract/error.h"
#include "extract/parallel.h"
#include "extract/surface_trainer.h"
#include "extract/tag_features.h"
#include "extract/tag_sequence.h"
#include "extract/training_examples.h"

namespace zhitu::extract {
namespace {

static_assert(ChainLearner::kPadding == TagSequence::kPadding);
// Calls `visit` with each key of a kind of feature in a text: of token `place` or word `place`.
template <typename Visit>
void ForKeys(const TagSequence& sequence, std::size_t kind, const Visit& visit) {
  const auto features = TagFeatures();
  if (kind < features.size()) {
    std::vector<std::uint64_t> keys(FeaturePlaces(sequence));
    features[kind].fill(sequence, kFirstFeature, keys);
    for (std::size_t i = 0; i < keys.size(); ++i) {
      if (keys[i] != 0) visit(kFirstFeature + i, keys[i]);
    }
    return;
  }
  const WordFeature& feature = WordFeatures()[kind - features.size()];
  for (std::size_t word = 1; word + 1 < sequence.words.size(); ++word)
    visit(word, feature.key(sequence, word));
}

// Keys that come often enough, in order.
std::vector<std::uint64_t> KeysOf(std::span<const Example> examples, std::size_t kind) {
  const auto features = TagFeatures();
  const std::uint32_t least =
      kind < features.size() ? features[kind].least : WordFeatures()[kind - features.size()].least;
  std::vector<std::uint64_t> all;
  for (const Example& example : examples)
    ForKeys(example.sequence, kind, [&](std::size_t, std::uint64_t key) { all.push_back(key); });
  return FrequentKeys(std::move(all), least);
}

// A kind of feature while its weights are learned.
struct Rows {
  std::vector<std::uint64_t> keys;
  HashIndex index;
  std::size_t begin = 0;  // of its weights
  std::size_t width = 0;
};

std::vector<Rows> RowsOf(std::span<const Example> examples, std::size_t labels, std::size_t jobs) {
  const std::vector<std::size_t> widths = RowWidths(labels);
  std::vector<Rows> rows(widths.size());
  ForEachPart(rows.size(), jobs, [&](std::size_t i) {
    rows[i].keys = KeysOf(examples, i);
    rows[i].index = HashIndex(rows[i].keys);
    rows[i].width = widths[i];
  });
  std::size_t begin = 0;
  for (Rows& some : rows) {
    some.begin = begin;
    begin += some.keys.size() * some.width;
  }
  if (begin >= LearningSequence::kNone) {
    throw LimitError("too much text to learn from: " + std::to_string(begin) +
                     " weights; expected fewer than 2^32");
  }
  return rows;
}

// Kinds of rows that the learner sees: those of tokens, and for each kind of words one a word
// around, whose rows are parts of the word's.
std::vector<RowKind> RowKinds(std::size_t labels) {
  std::vector<RowKind> kinds;
  for (const TagFeature& feature : TagFeatures())
    kinds.push_back({feature.first, feature.reach * labels});
  for (const WordFeature& feature : WordFeatures())
    kinds.insert(kinds.end(), feature.reach, RowKind{0, labels});
  return kinds;
}

// By place the first weight of its row; kNone where it has none.
std::vector<std::uint32_t> FirstWeights(const TagSequence& sequence, std::size_t kind,
                                        std::size_t places, const Rows& rows) {
  std::vector<std::uint32_t> first(places, LearningSequence::kNone);
  ForKeys(sequence, kind, [&](std::size_t place, std::uint64_t key) {
    const std::uint32_t number = rows.index.Find(key);
    if (number != HashIndex::kNone)
      first[place] = static_cast<std::uint32_t>(rows.begin + number * rows.width);
  });
  return first;
}

// Writes the rows of a kind of words into the columns from `column` on.
void TakeWordRows(const TagSequence& sequence, const WordFeature& feature,
                  std::span<const std::uint32_t> first, std::size_t width, std::size_t columns,
                  std::size_t column, std::vector<std::uint32_t>& rows) {
  const std::size_t part = width / (feature.reach * kWaysInWord);
  const std::size_t end = TagSequence::kPadding + sequence.size();
  for (std::size_t i = TagSequence::kPadding; i < end; ++i) {
    const std::size_t way = sequence.place[i] & TagSequence::kPlaceMask;
    for (std::size_t k = 0; k < feature.reach; ++k) {
      const auto by = feature.first + static_cast<std::ptrdiff_t>(k);
      const auto word =
          static_cast<std::size_t>(static_cast<std::ptrdiff_t>(sequence.word[i]) - by);
      if (first[word] == LearningSequence::kNone) continue;
      rows[i * columns + column + k] =
          first[word] + static_cast<std::uint32_t>((k * kWaysInWord + way) * part);
    }
  }
}

LearningSequence LearningSequenceOf(const Example& example, std::span<const Rows> rows) {
  const TagSequence& sequence = example.sequence;
  const std::size_t tokens = sequence.tokens.size();
  const std::size_t columns = RowKinds(1).size();
  LearningSequence result;
  result.rows.assign(tokens * columns, LearningSequence::kNone);
  std::size_t column = 0;
  for (; column < TagFeatures().size(); ++column) {
    const auto first = FirstWeights(sequence, column, tokens, rows[column]);
    for (std::size_t i = 0; i < tokens; ++i) result.rows[i * columns + column] = first[i];
  }
  for (std::size_t kind = column; kind < rows.size(); ++kind) {
    const WordFeature& feature = WordFeatures()[kind - TagFeatures().size()];
    TakeWordRows(sequence, feature, FirstWeights(sequence, kind, sequence.words.size(), rows[kind]),
                 rows[kind].width, columns, column, result.rows);
    column += feature.reach;
  }
  result.labels.assign(sequence.size(), 0);
  for (const TokenSpan& name : example.names) {
    const auto set = [&](std::size_t token, std::size_t label) {
      result.labels[token] = static_cast<std::uint8_t>(label);
    };
    for (std::size_t i = name.begin; i < name.end; ++i) set(i, LabelScheme::Inside(name.type));
    set(name.begin, LabelScheme::Begin(name.type));
    set(name.end - 1, LabelScheme::End(name.type));
    if (name.end - name.begin == 1) set(name.begin, LabelScheme::Single(name.type));
  }
  return result;
}

float LargestOf(std::span<const float> weights) {
  float largest = 0;
  for (const float weight : weights) largest = std::max(largest, std::abs(weight));
  return largest;
}

// Rows whose largest weight is below it are left out, so that the others fit.
float LeastWeight(std::span<const Rows> rows, std::span<const float> weights, float step,
                  std::size_t most_bytes) {
  constexpr std::size_t kIndexBytes = 8;  // of a row
  std::vector<std::pair<float, std::size_t>> sizes;
  for (const Rows& some : rows) {
    for (std::size_t i = 0; i < some.keys.size(); ++i) {
      sizes.emplace_back(LargestOf(weights.subspan(some.begin + i * some.width, some.width)),
                         some.width + kIndexBytes);
    }
  }
  std::sort(sizes.begin(), sizes.end(), std::greater<>());
  std::size_t bytes = 0;
  for (const auto& [largest, size] : sizes) {
    bytes += size;
    if (bytes > most_bytes) return std::max(largest, step / 2);
  }
  return step / 2;
}

std::int32_t InSteps(float weight, float step) {
  return static_cast<std::int32_t>(std::lround(weight / step));
}

TaggerModel::Table TableOf(const Rows& rows, std::span<const float> weights, float step,
                           float least) {
  std::vector<std::uint64_t> keys;
  std::vector<std::int8_t> whole;
  for (std::size_t i = 0; i < rows.keys.size(); ++i) {
    const auto row = weights.subspan(rows.begin + i * rows.width, rows.width);
    if (LargestOf(row) <= least) continue;
    keys.push_back(rows.keys[i]);
    for (const float weight : row) whole.push_back(static_cast<std::int8_t>(InSteps(weight, step)));
  }
  whole.resize(whole.size() + TaggerModel::kSlack);
  return {HashIndex(keys), FlatArray<std::int8_t>(std::move(whole))};
}

// The weights in steps of which the largest has 127.
void TakeWeights(std::span<const Rows> rows, const ChainLearner& learner, std::size_t most_bytes,
                 TaggerModel& model, TrainingCounts& counts) {
  constexpr float kMostSteps = 127;
  constexpr float kLeastStep = 1e-6F;
  const float step = std::max(LargestOf(learner.weights()) / kMostSteps, kLeastStep);
  const float least = LeastWeight(rows, learner.weights(), step, most_bytes);
  model.step = step;
  std::vector<std::int32_t> transitions;
  for (const float score : learner.transitions()) transitions.push_back(InSteps(score, step));
  model.transitions = FlatArray<std::int32_t>(std::move(transitions));
  for (const Rows& some : rows) {
    model.tables.push_back(TableOf(some, learner.weights(), step, least));
    counts.rows += model.tables.back().index.size();
  }
}

void Learn(std::span<const LearningSequence> sequences, const TrainingOptions& options,
           ChainLearner& learner) {
  std::mt19937_64 random(options.seed);
  for (std::size_t epoch = 0; epoch < options.learner.epochs; ++epoch) {
    const auto progress = [&](std::size_t done) {
      if (options.progress) options.progress({epoch, done, sequences.size()});
    };
    learner.Run(sequences, epoch, random, progress);
  }
}

}  // namespace

TaggerModel TrainTagger(std::span<const TrainingText> texts, const TrainingOptions& options,
                        TrainingCounts& counts) {
  if (options.surfaces_only) return TrainSurfaces(texts, options, counts);
  TaggerModel model;
  model.types = TypesOf(texts);
  model.knows_names = options.dictionary != nullptr;
  const LabelScheme scheme(model.types.size());
  const std::size_t jobs = options.learner.jobs;
  std::vector<Example> examples = ReadExamples(texts, model.types, options.dictionary, jobs);
  counts = CountsOf(texts, examples);
  ForFolds(examples, scheme.types(), jobs,
           [](std::size_t, const SurfaceLexicon& lexicon, std::span<Example> some) {
             for (Example& example : some) lexicon.Mark(example.sequence);
           });
  model.surfaces = LexiconWithout(examples, 0, 0, scheme.types());
  const std::vector<Rows> rows = RowsOf(examples, scheme.size(), jobs);
  std::vector<LearningSequence> sequences(examples.size());
  ForEachPart(examples.size(), jobs,
              [&](std::size_t i) { sequences[i] = LearningSequenceOf(examples[i], rows); });
  examples = {};
  ChainLearner learner(scheme, RowKinds(scheme.size()),
                       rows.back().begin + rows.back().keys.size() * rows.back().width,
                       options.learner);
  Learn(sequences, options, learner);
  TakeWeights(rows, learner, options.most_bytes, model, counts);
  return model;
}

}  // namespace zhitu::extract
