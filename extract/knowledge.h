#pragma once

#include <string>
#include <vector>

#include "extract/discourse_rules.h"
#include "extract/lexicons.h"
#include "extract/measure_rules.h"
#include "extract/name_rules.h"
#include "extract/reference_rules.h"
#include "extract/rule_set.h"
#include "extract/suggest_rules.h"
#include "extract/text_conventions.h"
#include "extract/word_set.h"

namespace zhitu::extract {

/// Words that make what stands in quotes before them a name: “墨香邻里”品牌.
struct QuotedHead {
  WordSet words;     ///< The words.
  std::string type;  ///< Of what is named so.
};

/// What is known of a language and genre, read from data: all that a document is read with but the
/// names of a dictionary. Numbers of lexicons in it belong to its own `lexicons`. Immutable.
struct Knowledge {
  bool names_only = false;              ///< Names of the dictionary alone; a line is a block.
  bool outermost_only = false;          ///< With `names_only`: none inside other names.
  TextConventions conventions;          ///< How pages are laid out, where sentences end.
  Lexicons lexicons;                    ///< Words that rules and references name.
  RuleSet rules;                        ///< Relation rules, in the order of their files.
  ReferenceRules references;            ///< Short forms and pronouns.
  DiscourseRules discourse;             ///< Subjects, plans and denials.
  std::vector<QuotedHead> quoted;       ///< Names in quotes, in the order of the files.
  std::vector<std::string> not_quoted;  ///< Folded; in quotes, but never names; sorted.
  NameRules names;                      ///< Names that no dictionary holds.
  SuggestRules suggest;                 ///< Names to propose for a dictionary.
  QuantityRules quantities;             ///< Numbers and units.
  TimeRules times;                      ///< Dates.
};

}  // namespace zhitu::extract
