#pragma once

#include <vector>

#include "extract/entity.h"
#include "extract/entity_names.h"
#include "extract/gazetteer.h"
#include "extract/knowledge.h"
#include "extract/link.h"
#include "extract/view.h"
#include "extract/word_finder.h"

namespace zhitu::extract {

/// What references are found in: one document, with its names already found.
struct ReferenceScene {
  const View& view;             ///< The document.
  const Knowledge& knowledge;   ///< Its language.
  const WordFinder& words;      ///< Words of the lexicons in the folded text.
  const Gazetteer& gazetteer;   ///< The dictionary.
  const EntityNames& entities;  ///< Of it and of what is found.
};

/// Finds nominal mentions and pronouns and links each to the entity it stands for, its antecedent:
/// 办事处, 该项目, 她, 黄书记, and short forms that the text defines itself. What has no antecedent
/// is no mention, but for a person named by family name and title.
///
/// Of the antecedents that fit by type and name, the one with the best sum of nearness, subject
/// position and frequency is chosen (after Lappin and Leass 1994, with fewer features). At most the
/// last 400 mentions are looked at, so time is linear. DESIGN.md, "References".
///
/// @param mentions  the names, by folded begin, then longer first; gets what is found, in order.
/// @param found     gets the entities that the dictionary does not have.
void FindReferences(const ReferenceScene& scene, std::vector<LinkedMention>& mentions,
                    std::vector<Entity>& found);

}  // namespace zhitu::extract
