#include "extract/scene_contents.h"

#include <algorithm>

namespace zhitu::extract {
namespace {

constexpr std::size_t kBits = 64;

}  // namespace

SceneContents::SceneContents(const RuleSet& rules)
    : rules_(rules),
      met_(rules.row_size()),
      patterns_((rules.patterns_.size() + kBits - 1) / kBits) {}

void SceneContents::Read(std::span<const Lexicons::Hit> hits,
                         std::span<const RuleMention> mentions) {
  std::fill(met_.begin(), met_.end(), 0);
  std::fill(patterns_.begin(), patterns_.end(), 0);
  const std::size_t row_size = met_.size();
  std::uint64_t* const met = met_.data();
  const auto add = [&](const std::uint64_t* row) {
    for (std::size_t i = 0; i < row_size; ++i) met[i] |= row[i];
  };
  for (const Lexicons::Hit& hit : hits) add(rules_.met_by_word_.data() + hit.word * row_size);
  for (const RuleMention& mention : mentions) {
    const RuleSet::Bits* const row = rules_.NeedsMetBy(mention.type, mention.nested);
    if (row != nullptr) add(row->data());
  }
  for (const std::size_t pattern : rules_.without_needs_) Choose(pattern);
  for (std::size_t i = 0; i < row_size; ++i) {
    for (std::uint64_t bits = met_[i]; bits != 0; bits &= bits - 1) {
      const std::size_t need = i * kBits + static_cast<std::size_t>(std::countr_zero(bits));
      for (const std::size_t pattern : rules_.rarest_of_[need]) Choose(pattern);
    }
  }
}

// Notes a pattern if all its needs are met.
void SceneContents::Choose(std::size_t pattern) {
  const std::uint64_t* const needs = rules_.needs_of_[pattern].data();
  const std::uint64_t* const met = met_.data();
  for (std::size_t i = 0; i < met_.size(); ++i) {
    if ((needs[i] & ~met[i]) != 0) return;
  }
  patterns_[pattern / kBits] |= std::uint64_t{1} << (pattern % kBits);
}

}  // namespace zhitu::extract
