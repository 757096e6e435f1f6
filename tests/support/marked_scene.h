#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/entity_names.h"
#include "extract/knowledge.h"
#include "extract/numeral.h"
#include "extract/rule_matcher.h"
#include "extract/view.h"
#include "tests/support/marked_names.h"

namespace zhitu::extract {

// A text with its names marked (`MarkedNames`) and all that is read out of it before rules are
// applied.
class MarkedScene {
 public:
  // `preset` is the text of a preset file, `date` the document's. Throws what `PresetReader` and
  // `MarkedNames` throw.
  MarkedScene(const std::string& preset, std::string_view marked, const std::string& date = "");
  MarkedScene(const MarkedScene&) = delete;             // not copied: the input refers to it
  MarkedScene& operator=(const MarkedScene&) = delete;  // not copied

  // What rules see. Lives as long as the scene.
  const RuleInput& input() const { return input_; }

 private:
  Knowledge knowledge_;
  MarkedNames names_;
  Document document_;
  std::vector<Entity> found_;  // none
  View view_;
  WordFinder words_;
  EntityNames entities_;
  std::vector<RuleMention> mentions_;
  RuleInput input_;
};

// The numbers of what rules see, which must live as long.
NumeralFinder NumeralsOf(const RuleInput& input);

}  // namespace zhitu::extract
