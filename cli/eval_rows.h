#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "extract/annotation.h"
#include "extract/evaluation.h"
#include "extract/score_intervals.h"

namespace zhitu::cli {

/// One score as `eval` prints it.
struct ScoreRow {
  extract::NamedScore score;
  std::optional<extract::ScoreIntervals> intervals;
};

/// One of the worst forms.
struct WorstRow {
  std::string what;  ///< `mention` or `statement`.
  extract::ErrorForm errors;
};

/// Something that only one side has, or has otherwise.
struct DifferenceRow {
  std::string what;
  std::string document;
  extract::AnnotatedMention mention;  ///< Of a statement: its predicate as type, itself as text.
  std::string found;
  std::string kind;  ///< Of a mention.
  std::string rule;  ///< Of a statement, several parted by commas.
};

/// The scores, with intervals unless no draws are asked for or there is one document only.
std::vector<ScoreRow> ScoreRows(const extract::Evaluation& result,
                                const extract::BootstrapOptions& bootstrap);

/// So many of the worst surface forms, then of the worst predicates.
std::vector<WorstRow> WorstRows(const extract::Evaluation& result, std::size_t most);

/// All differences, missed ones first.
std::vector<DifferenceRow> DifferenceRows(const extract::Evaluation& result);

}  // namespace zhitu::cli
