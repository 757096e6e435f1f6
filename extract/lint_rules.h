#pragma once

#include <string>
#include <unordered_set>
#include <vector>

namespace zhitu::extract {

/// What is known of names that are likely to be slips, read from `lists/lint.yaml` (and the common
/// words of `lists/china-division.yaml`). Immutable, so threads may share it.
struct LintRules {
  std::unordered_set<std::string> common;         ///< Forms that are words of every text, folded.
  std::u32string series;                          ///< Characters that make names a series, sorted.
  std::vector<std::vector<std::string>> endings;  ///< Of each list names have one or the other.
  std::u32string separators;                      ///< Characters that somebody means as bars.
  bool InSeries(char32_t character) const;        ///< Whether it is one of `series`.
};

/// Reads them.
LintRules ReadLintRules();

}  // namespace zhitu::extract
