#pragma once

#include <span>
#include <vector>

#include "extract/extraction.h"
#include "extract/gazetteer.h"
#include "extract/link.h"
#include "extract/span.h"
#include "extract/tagger.h"
#include "extract/view.h"

namespace zhitu::extract {

/// What becomes of a dictionary's name where a model finds names too.
enum class NameFate {
  kStays,   ///< No name of the model overlaps it that stays.
  kNested,  ///< It lies inside a name of the model.
  kDropped  ///< A longer name of the model crosses it.
};

/// Chooses between the names of a dictionary and those of a model, so that the outermost ones do
/// not overlap: a longer name holds a shorter one or replaces one that it crosses; of two that are
/// equally long the dictionary's stays. O(both), a few steps each.
///
/// @param known   spans of the dictionary's names by begin, an outer one before those inside it.
/// @param tagged  the model's, in order; those that do not stay are removed.
/// @return        parallel to `known`.
std::vector<NameFate> ResolveNames(std::span<const Span> known, std::vector<TaggedName>& tagged);

/// Finds the names of a model in a document that is read for its names alone, and resolves them
/// with those of the dictionary, which `extraction` holds. New ones are of the kind `name`, with
/// `model` as what they were found by and `type:name` as id. O(n).
void AddTaggedNames(const TaggerPool& taggers, Extraction& extraction);

/// The same for a document that is read with a preset.
/// @param linked  the dictionary's mentions, sorted as by `SortByFolded`; stays sorted.
/// @param found   gets the entities.
void AddTaggedNames(const TaggerPool& taggers, const View& view, const Gazetteer& gazetteer,
                    std::vector<LinkedMention>& linked, std::vector<Entity>& found);

}  // namespace zhitu::extract
