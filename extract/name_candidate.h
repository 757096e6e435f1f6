#pragma once

#include <cstddef>
#include <limits>
#include <string_view>

#include "extract/span.h"

namespace zhitu::extract {

/// What may be a name by the rules of a preset, before it is chosen.
struct NameCandidate {
  Span folded;            ///< Bytes of the folded text.
  std::string_view type;  ///< Of the entity it would name; lives as long as the rules.
  double score = 0;       ///< How sure the rule is, 0 to 1: the confidence of the mention.
  std::string_view why;   ///< The rule; static.
  /// It is the beginning of a title (北门社区党委 + 书记), so relation rules see what it is made
  /// of.
  bool in_title = false;
};

}  // namespace zhitu::extract
