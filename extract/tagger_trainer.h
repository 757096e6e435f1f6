#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "extract/chain_learner.h"
#include "extract/gazetteer.h"
#include "extract/span.h"
#include "extract/tagger_model.h"

namespace zhitu::extract {

/// A name of a training text.
struct TrainingName {
  Span span;         ///< Bytes of the text.
  std::string type;  ///< Not empty.
};

/// A text with all its names, none of which overlap, in order. Its lines are paragraphs.
struct TrainingText {
  std::string text;                 ///< Valid UTF-8 of less than 4 GiB.
  std::vector<TrainingName> names;  ///< All that it has.
};

/// How far training is.
struct TrainingProgress {
  std::size_t epoch = 0;      ///< Passes done.
  std::size_t sequences = 0;  ///< Sequences done of the pass that runs.
  std::size_t of = 0;         ///< Sequences of a pass.
};

/// How a model is trained.
struct TrainingOptions {
  LearnerOptions learner;                 ///< How weights are learned.
  std::uint64_t seed = 1;                 ///< Of the order in which sequences come.
  const Gazetteer* dictionary = nullptr;  ///< The user's; not owned; may be null.
  /// Learn only which of the surface forms that the texts mark are names where they stand: no name
  /// is found that they do not have. Faster, smaller, surer, and finds less.
  bool surfaces_only = false;
  std::size_t most_bytes = 38'000'000;  ///< Of all rows together; the weakest are left out.
  std::function<void(const TrainingProgress&)> progress = {};  ///< On the calling thread.
};

/// What was learned from.
struct TrainingCounts {
  std::size_t sequences = 0;  ///< Paragraphs.
  std::size_t names = 0;      ///< Names that were learned.
  std::size_t left_out = 0;   ///< Names that end inside a token or in another paragraph.
  std::size_t rows = 0;       ///< Rows of the model.
};

/// Learns a tagger. What `surfaces` says of a training text comes from the other nine tenths of the
/// text, so that the weights are those of a text whose names are partly new (jackknife). The same
/// texts, options and dictionary give the same model, for any number of threads.
///
/// @throws UsageError  if there are more types than `LabelScheme::kMostTypes`, or no name.
/// @throws LimitError  if there is too much text for 2^32 weights.
/// Time O(epochs * tokens * labels^2): a minute for 2 million characters with 13 labels on two
/// threads; memory some 350 bytes a character.
TaggerModel TrainTagger(std::span<const TrainingText> texts, const TrainingOptions& options,
                        TrainingCounts& counts);

}  // namespace zhitu::extract
