#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "extract/gazetteer.h"
#include "extract/surface_lexicon.h"
#include "extract/tag_sequence.h"
#include "extract/tagger_trainer.h"

namespace zhitu::extract {

/// A paragraph of a training text and the names in it.
struct Example {
  TagSequence sequence;          ///< The paragraph.
  std::vector<TokenSpan> names;  ///< In order; they do not overlap.
};

/// The types of all names, in byte order.
/// @throws UsageError  if there is no name, or more types than a model may have.
std::vector<std::string> TypesOf(std::span<const TrainingText> texts);

/// The paragraphs of texts, in order. Names that end inside a token or in another paragraph are
/// left out.
/// @param types       of all names, in order.
/// @param dictionary  the user's; may be null.
std::vector<Example> ReadExamples(std::span<const TrainingText> texts,
                                  const std::vector<std::string>& types,
                                  const Gazetteer* dictionary, std::size_t jobs);

/// What there is to learn from.
TrainingCounts CountsOf(std::span<const TrainingText> texts, std::span<const Example> examples);

/// The lexicon of the names of all examples but [begin, end).
SurfaceLexicon LexiconWithout(std::span<const Example> examples, std::size_t begin, std::size_t end,
                              std::size_t types);

/// Parts of the examples for the jackknife.
inline constexpr std::size_t kFolds = 10;

/// Calls `work` with each part of the examples, its number, and the lexicon of the others, on so
/// many threads (jackknife): so they look as new texts do, whose names are partly unknown. Parts
/// are stretches of the text, since names come again in the same article. `work` may change
/// surfaces only.
void ForFolds(
    std::span<Example> examples, std::size_t types, std::size_t jobs,
    const std::function<void(std::size_t, const SurfaceLexicon&, std::span<Example>)>& work);

}  // namespace zhitu::extract
