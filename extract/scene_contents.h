#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>

#include "extract/lexicons.h"
#include "extract/rule_scene.h"
#include "extract/rule_set.h"

namespace zhitu::extract {

/// Which words and types of mention a sentence holds, and so which patterns of a set of rules may
/// match in it: those of which each element that must be there finds a word or mention somewhere.
/// Used for one sentence after the other.
class SceneContents {
 public:
  /// @param rules  must live as long.
  explicit SceneContents(const RuleSet& rules);

  /// Looks at a sentence. O(hits + mentions).
  void Read(std::span<const Lexicons::Hit> hits, std::span<const RuleMention> mentions);
  /// Calls `visit` with the number of each pattern that may match, in order. O(patterns that share
  /// their rarest need with the sentence).
  template <typename Visit>
  void ForEachPattern(Visit visit) const {
    for (std::size_t i = 0; i < patterns_.size(); ++i) {
      for (std::uint64_t bits = patterns_[i]; bits != 0; bits &= bits - 1)
        visit(i * 64 + static_cast<std::size_t>(std::countr_zero(bits)));
    }
  }

 private:
  void Choose(std::size_t pattern);

  const RuleSet& rules_;
  RuleSet::Bits met_;       // needs
  RuleSet::Bits patterns_;  // that may match
};

}  // namespace zhitu::extract
