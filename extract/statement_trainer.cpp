#include "extract/statement_trainer.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <iterator>
#include <map>
#include <random>
#include <set>
#include <string_view>
#include <thread>
#include <utility>

#include "extract/error.h"
#include "extract/hash_index.h"
#include "extract/logistic_regression.h"
#include "extract/parallel.h"
#include "extract/statement_classifier.h"
#include "extract/statement_ends.h"
#include "extract/statement_scene.h"
#include "extract/tagger.h"
#include "extract/training_examples.h"

namespace zhitu::extract {
namespace {

constexpr std::size_t kParts = 5;  // of the jackknife

using Signature = StatementModel::Signature;

// An ordered pair of entities of a sentence.
struct PairExample {
  std::vector<std::uint64_t> keys;      // until all are known
  std::vector<std::uint32_t> features;  // numbers of keys that come often enough
  std::uint8_t subject = 0;             // numbers of types
  std::uint8_t object = 0;
  std::vector<std::uint8_t> predicates;  // those that hold, in order
  std::size_t part = 0;                  // of the jackknife
};

// The number of a word in a list in byte order.
std::uint8_t NumberIn(const std::vector<std::string>& words, std::string_view word) {
  return static_cast<std::uint8_t>(std::lower_bound(words.begin(), words.end(), word) -
                                   words.begin());
}

std::vector<std::string> Words(const std::set<std::string>& words, const std::string& what) {
  if (words.size() > StatementModel::kMost) {
    throw UsageError(std::to_string(words.size()) + " " + what + "; expected at most " +
                     std::to_string(StatementModel::kMost));
  }
  return {words.begin(), words.end()};
}

void TakeWords(std::span<const StatementText> texts, StatementModel& model) {
  std::set<std::string> predicates;
  std::set<std::string> types;
  for (const StatementText& text : texts) {
    for (const GoldStatement& statement : text.statements) predicates.insert(statement.predicate);
    for (const Mention& mention : text.extraction.mentions) {
      if (mention.entity != kNoEntity) types.insert(text.extraction.EntityType(mention.entity));
    }
  }
  model.predicates = Words(predicates, "predicates");
  model.types = Words(types, "types of things");
}

// Makes the examples of one text.
class TextReader {
 public:
  TextReader(const StatementText& text, const StatementModel& model, std::size_t part,
             std::vector<PairExample>& examples)
      : text_(text), model_(model), part_(part), examples_(examples) {
    for (const Mention& mention : text.extraction.mentions) {
      if (mention.entity == kNoEntity || types_.contains(mention.entity)) continue;
      types_.emplace(mention.entity,
                     NumberIn(model.types, text.extraction.EntityType(mention.entity)));
    }
  }

  // Gives how many statements no sentence has.
  std::size_t Read() {
    const std::vector<StatementEnd> ends = EndsOfGiven(text_.extraction);
    const auto type_of = [&](EntityIndex entity) {
      return NumberOfNameType(model_.types[types_.at(entity)]);
    };
    ForSentences(text_.extraction, ends, type_of, [&](const StatementSentence& sentence) {
      scene_.Read(text_.extraction.document.text, sentence.pieces, sentence.mentions);
      const std::uint32_t number = ends[sentence.ends.front()].sentence;
      ForNearestPairs(scene_, [&](std::size_t first, std::size_t second) {
        AddPair(first, second, number);
        AddPair(second, first, number);
      });
    });
    return text_.statements.size() - said_.size();
  }

 private:
  void AddPair(std::size_t subject, std::size_t object, std::uint32_t sentence) {
    PairExample example;
    example.part = part_;
    const EntityIndex from = scene_.mentions()[subject].entity;
    const EntityIndex to = scene_.mentions()[object].entity;
    example.subject = types_.at(from);
    example.object = types_.at(to);
    const Span& span = text_.extraction.sentences[sentence];
    for (std::size_t i = 0; i < text_.statements.size(); ++i) {
      const GoldStatement& statement = text_.statements[i];
      const bool here = statement.evidence.size() == 0 || (span.begin <= statement.evidence.begin &&
                                                           statement.evidence.begin < span.end);
      if (statement.subject != from || statement.object != to || !here) continue;
      example.predicates.push_back(NumberIn(model_.predicates, statement.predicate));
      said_.insert(i);
    }
    std::sort(example.predicates.begin(), example.predicates.end());
    scene_.AppendKeys(example.keys);
    scene_.AppendKeys(subject, StatementScene::Role::kSubject, subject < object, example.keys);
    scene_.AppendKeys(object, StatementScene::Role::kObject, object < subject, example.keys);
    scene_.AppendKeys(subject, object, example.keys);
    examples_.push_back(std::move(example));
  }

  const StatementText& text_;
  const StatementModel& model_;
  std::size_t part_;
  std::vector<PairExample>& examples_;
  std::map<EntityIndex, std::uint8_t> types_;
  StatementScene scene_;
  std::set<std::size_t> said_;
};

std::vector<PairExample> ReadExamples(std::span<const StatementText> texts,
                                      const StatementModel& model, std::size_t jobs,
                                      StatementCounts& counts) {
  std::vector<std::vector<PairExample>> by_text(texts.size());
  std::vector<std::size_t> left_out(texts.size());
  ForEachPart(texts.size(), jobs, [&](std::size_t i) {
    left_out[i] = TextReader(texts[i], model, i * kParts / texts.size(), by_text[i]).Read();
  });
  std::vector<PairExample> examples;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    counts.left_out += left_out[i];
    std::move(by_text[i].begin(), by_text[i].end(), std::back_inserter(examples));
  }
  for (const PairExample& example : examples) counts.statements += example.predicates.size();
  counts.pairs = examples.size();
  return examples;
}

std::vector<Signature> SignaturesOf(std::span<const PairExample> examples) {
  std::set<Signature> signatures;
  for (const PairExample& example : examples) {
    for (const std::uint8_t predicate : example.predicates)
      signatures.insert({example.subject, example.object, predicate});
  }
  return {signatures.begin(), signatures.end()};
}

bool HasTypes(std::span<const Signature> signatures, const PairExample& example) {
  const auto at = std::lower_bound(signatures.begin(), signatures.end(),
                                   Signature{example.subject, example.object, 0});
  return at != signatures.end() && at->subject == example.subject && at->object == example.object;
}

// Numbers the keys that so many examples have, and gives each example its numbers.
std::vector<std::uint64_t> NumberKeys(std::span<PairExample> examples, std::uint32_t least) {
  std::vector<std::uint64_t> all;
  for (const PairExample& example : examples)
    all.insert(all.end(), example.keys.begin(), example.keys.end());
  std::vector<std::uint64_t> keys = FrequentKeys(std::move(all), least);
  if (keys.size() >= HashIndex::kNone)
    throw LimitError("too much text to learn from; expected fewer than 2^32 features");
  const HashIndex index(keys);
  for (PairExample& example : examples) {
    for (const std::uint64_t key : example.keys) {
      const std::uint32_t number = index.Find(key);
      if (number != HashIndex::kNone) example.features.push_back(number);
    }
    example.keys = {};
  }
  return keys;
}

// Learns one predicate.
class PredicateLearner {
 public:
  PredicateLearner(std::span<const PairExample> examples, std::span<const Signature> signatures,
                   std::size_t features, std::uint8_t predicate, const StatementTraining& options)
      : features_(features), options_(options), predicate_(predicate) {
    for (const PairExample& example : examples) {
      const Signature signature{example.subject, example.object, predicate};
      if (std::binary_search(signatures.begin(), signatures.end(), signature))
        examples_.push_back(&example);
    }
  }

  // Weights learned from all parts but one; `kParts`: from all.
  std::vector<double> LearnWithout(std::size_t part) const {
    std::vector<LogisticExample> logistic;
    for (const PairExample* example : examples_) {
      if (example->part != part) logistic.push_back({example->features, Holds(*example)});
    }
    std::mt19937_64 random(MixBits(options_.seed, predicate_ * (kParts + 1) + part));
    return LearnLogistic(logistic, features_, options_.cost, random);
  }

  // What those of the part get by weights that were learned from the others.
  std::vector<ScoredExample> Judge(std::size_t part) const {
    const std::vector<double> weights = LearnWithout(part);
    std::vector<ScoredExample> scored;
    for (const PairExample* example : examples_) {
      if (example->part != part) continue;
      double score = 0;
      for (const std::uint32_t feature : example->features) score += weights[feature];
      scored.push_back({score, Holds(*example)});
    }
    return scored;
  }

 private:
  bool Holds(const PairExample& example) const {
    return std::binary_search(example.predicates.begin(), example.predicates.end(), predicate_);
  }

  std::vector<const PairExample*> examples_;
  std::size_t features_;
  const StatementTraining& options_;
  std::uint8_t predicate_;
};

// Learns all predicates, and what their scores are worth.
class Learning {
 public:
  Learning(std::span<const PairExample> examples, const StatementTraining& options,
           std::vector<std::uint64_t> keys, StatementModel& model)
      : examples_(examples), options_(options), keys_(std::move(keys)), model_(model) {}

  // `left_out`: statements that nothing finds.
  void Run(std::size_t left_out) {
    const std::size_t predicates = model_.predicates.size();
    weights_.resize(predicates);
    std::vector<std::vector<ScoredExample>> scored(predicates * kParts);
    std::atomic<std::size_t> done = 0;
    const std::size_t tasks = predicates * (kParts + 1);
    const auto caller = std::this_thread::get_id();
    ForEachPart(tasks, options_.jobs, [&](std::size_t task) {
      const std::size_t predicate = task / (kParts + 1);
      const std::size_t part = task % (kParts + 1);
      const PredicateLearner learner(examples_, model_.signatures.view(), keys_.size(),
                                     static_cast<std::uint8_t>(predicate), options_);
      if (part < kParts) {
        scored[predicate * kParts + part] = learner.Judge(part);
      } else {
        TakeWeights(predicate, learner.LearnWithout(kParts));
      }
      ++done;
      if (options_.progress && std::this_thread::get_id() == caller) options_.progress(done, tasks);
    });
    SetSteps();
    SetRows();
    SetThreshold(scored, left_out);
  }

 private:
  // A weight of a predicate and the number of its feature.
  struct Entry {
    std::uint32_t feature = 0;
    float weight = 0;
  };

  void TakeWeights(std::size_t predicate, const std::vector<double>& weights) {
    for (std::size_t i = 0; i < weights.size(); ++i) {
      if (weights[i] != 0) {
        weights_[predicate].push_back(
            {static_cast<std::uint32_t>(i), static_cast<float>(weights[i])});
      }
    }
  }

  // Steps of which the largest weight has 127.
  void SetSteps() {
    constexpr float kMostSteps = 127;
    constexpr float kLeastStep = 1e-6F;
    std::vector<float> steps;
    for (const std::vector<Entry>& entries : weights_) {
      float largest = 0;
      for (const Entry& entry : entries) largest = std::max(largest, std::abs(entry.weight));
      steps.push_back(std::max(largest / kMostSteps, kLeastStep));
    }
    model_.steps = FlatArray<float>(std::move(steps));
  }

  void SetRows() {
    std::vector<std::vector<StatementModel::Weight>> by_feature(keys_.size());
    for (std::size_t predicate = 0; predicate < weights_.size(); ++predicate) {
      for (const Entry& entry : weights_[predicate]) {
        const long steps = std::lround(entry.weight / model_.steps[predicate]);
        if (steps == 0) continue;
        by_feature[entry.feature].push_back(
            {static_cast<std::uint8_t>(predicate), static_cast<std::int8_t>(steps)});
      }
    }
    std::vector<std::uint64_t> keys;
    std::vector<std::uint32_t> rows = {0};
    std::vector<StatementModel::Weight> weights;
    for (std::size_t i = 0; i < by_feature.size(); ++i) {
      if (by_feature[i].empty()) continue;
      keys.push_back(keys_[i]);
      weights.insert(weights.end(), by_feature[i].begin(), by_feature[i].end());
      rows.push_back(static_cast<std::uint32_t>(weights.size()));
    }
    model_.index = HashIndex(keys);
    model_.rows = FlatArray<std::uint32_t>(std::move(rows));
    model_.weights = FlatArray<StatementModel::Weight>(std::move(weights));
  }

  void SetThreshold(std::span<const std::vector<ScoredExample>> scored, std::size_t left_out) {
    std::vector<ScoredExample> all;
    for (const std::vector<ScoredExample>& some : scored)
      all.insert(all.end(), some.begin(), some.end());
    const Calibration calibration = Calibrate(all);
    const double odds = calibration.slope * BestThreshold(all, left_out) + calibration.offset;
    model_.slope = static_cast<float>(calibration.slope);
    model_.offset = static_cast<float>(calibration.offset);
    model_.threshold = static_cast<float>(1 / (1 + std::exp(-odds)));
  }

  std::span<const PairExample> examples_;
  const StatementTraining& options_;
  std::vector<std::uint64_t> keys_;
  StatementModel& model_;
  std::vector<std::vector<Entry>> weights_;  // by predicate
};

}  // namespace

std::optional<StatementModel> TrainStatements(std::span<const StatementText> texts,
                                              const StatementTraining& options,
                                              StatementCounts& counts) {
  StatementModel model;
  TakeWords(texts, model);
  std::vector<PairExample> examples = ReadExamples(texts, model, options.jobs, counts);
  model.signatures = FlatArray<Signature>(SignaturesOf(examples));
  const auto signatures = model.signatures.view();
  if (signatures.empty()) return std::nullopt;
  std::erase_if(examples, [&](const auto& example) { return !HasTypes(signatures, example); });
  std::vector<std::uint64_t> keys = NumberKeys(examples, options.least);
  Learning(examples, options, std::move(keys), model).Run(counts.left_out);
  return model;
}

}  // namespace zhitu::extract
