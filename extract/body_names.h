#pragma once

#include <vector>

#include "extract/entity_names.h"
#include "extract/knowledge.h"
#include "extract/link.h"
#include "extract/name_candidate.h"
#include "extract/view.h"
#include "extract/word_finder.h"

namespace zhitu::extract {

/// What names are looked for in: a document with the names that are known in it.
struct NameScene {
  const View& view;                         ///< The document.
  const Knowledge& knowledge;               ///< What the preset knows.
  const WordFinder& words;                  ///< Its words in the document.
  const EntityNames& entities;              ///< Types of the names' entities.
  const std::vector<LinkedMention>& names;  ///< Sorted by place in the folded text.
};

/// Finds what may be names of bodies and places: known names with an extension behind them (兴泉镇
/// 党群服务中心), and words that end with a head and begin with a known name, behind one, or behind
/// a word that leads in (渭城区 + 石化小区). They may overlap each other and known names.
/// @return in no certain order. O(names + words); the characters of a name are bounded.
std::vector<NameCandidate> FindBodyNames(const NameScene& scene);

}  // namespace zhitu::extract
