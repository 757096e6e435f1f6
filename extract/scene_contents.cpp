#include "extract/scene_contents.h"

#include <algorithm>

namespace zhitu::extract {

SceneContents::SceneContents(const RuleScene& scene, const Lexicons& lexicons)
    : lexicons_(lexicons.names().size(), false) {
  for (const Lexicons::Hit& hit : scene.hits()) {
    for (const std::uint32_t lexicon : lexicons.Of(hit.word)) lexicons_[lexicon] = true;
  }
  for (const RuleMention& mention : scene.mentions()) {
    if (std::find(types_.begin(), types_.end(), mention.type) == types_.end())
      types_.push_back(mention.type);
  }
}

bool SceneContents::MayMatch(const std::vector<Element>& pattern) const {
  return std::all_of(pattern.begin(), pattern.end(), [&](const Element& element) {
    if (element.optional) return true;
    if (element.kind == Element::Kind::kSlot) return HasType(element.slot);
    if (element.kind != Element::Kind::kLexicon) return true;
    return std::any_of(element.lexicons.begin(), element.lexicons.end(),
                       [&](std::uint32_t lexicon) { return lexicons_[lexicon]; });
  });
}

bool SceneContents::HasType(const Slot& slot) const {
  return std::any_of(types_.begin(), types_.end(),
                     [&](std::string_view type) { return slot.Fits(type); });
}

}  // namespace zhitu::extract
