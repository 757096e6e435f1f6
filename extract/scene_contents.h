#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/rule.h"
#include "extract/rule_scene.h"

namespace zhitu::extract {

/// Which lexicons and types of mention a sentence holds: enough to tell that a pattern cannot match
/// in it.
class SceneContents {
 public:
  /// @param lexicons  of the hits in the scene. O(hits + mentions).
  SceneContents(const RuleScene& scene, const Lexicons& lexicons);

  /// True unless an element that must be there finds no word or mention. O(elements).
  bool MayMatch(const std::vector<Element>& pattern) const;

 private:
  bool HasType(const Slot& slot) const;

  std::vector<bool> lexicons_;           // by number
  std::vector<std::string_view> types_;  // distinct
};

}  // namespace zhitu::extract
