#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/dictionary_table.h"
#include "extract/error.h"
#include "extract/lint_rules.h"
#include "extract/surface_counts.h"

namespace zhitu::extract {

/// Something about a dictionary that is wrong or likely to be.
struct Finding {
  Problem problem;        ///< Where it stands, and what it is.
  std::string_view code;  ///< One of `LintCodes`.
  bool error = false;     ///< The dictionary is refused because of it.
};

/// A kind of finding.
struct LintCode {
  std::string_view name;     ///< As in findings.
  std::string_view meaning;  ///< One line for help.
};

/// All kinds, in the order of help.
const std::vector<LintCode>& LintCodes();

/// Looks for names that are wrong or likely to be, over all rows of a table.
///
/// @param table   names of dictionaries in which `CheckDictionaries` found no fault; with faults
///                what is told of the rows around them may be beside the point.
/// @param files   paths by the number of the file, for places.
/// @param counts  how often forms stand in a corpus, or null.
/// @return        by file, line, column, code and text.
///
/// O(n log n) for n forms: each kind is one sort of hashes and a pass over them.
std::vector<Finding> LintNames(const DictionaryTable& table, const std::vector<std::string>& files,
                               const LintRules& rules, const SurfaceCounts* counts = nullptr);

/// Sorts findings as `LintNames` gives them. @param files  their order.
void SortFindings(const std::vector<std::string>& files, std::vector<Finding>& findings);

}  // namespace zhitu::extract
