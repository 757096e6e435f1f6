#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "extract/extraction.h"
#include "extract/span.h"
#include "extract/statement_model.h"

namespace zhitu::extract {

/// A statement that gold says to hold.
struct GoldStatement {
  EntityIndex subject = kNoEntity;  ///< Of the extraction; `kNoEntity` if nothing there names it.
  std::string predicate;            ///< Not empty.
  EntityIndex object = kNoEntity;   ///< Likewise.
  /// Bytes of the text: only the sentence in which it begins says so. Empty: any that names both.
  Span evidence;
};

/// A text with its mentions and all statements between them.
struct StatementText {
  Extraction extraction;                  ///< Document, sentences, mentions and their entities.
  std::vector<GoldStatement> statements;  ///< All that hold.
};

/// How a classifier of statements is trained. The figures are those that did best on held-out text
/// (docs/models.md).
struct StatementTraining {
  std::uint64_t seed = 1;   ///< Of the order in which pairs come.
  std::size_t jobs = 1;     ///< Threads.
  double cost = 0.5;        ///< Of a loss, where the penalty of a weight is half its square.
  std::uint32_t least = 2;  ///< Features that fewer pairs have are left out.
  /// How many of how many parts of the work are done; on the calling thread.
  std::function<void(std::size_t, std::size_t)> progress = {};
};

/// What was learned from.
struct StatementCounts {
  std::size_t pairs = 0;       ///< Ordered pairs of entities of a sentence.
  std::size_t statements = 0;  ///< That were learned, each once a sentence.
  std::size_t left_out = 0;    ///< Whose ends no sentence names together.
};

/// Learns a classifier of statements: a logistic regression a predicate, from the pairs of such
/// types as gold has the predicate between. How probable its answers are, and from which on they
/// are given, so that F1 is best, is read off texts that were not learned from: each fifth of them
/// is judged by what the others teach (jackknife). The same texts and options give the same model,
/// for any number of threads.
///
/// @return             nothing if no sentence names both ends of a statement.
/// @throws UsageError  if there are more than `StatementModel::kMost` predicates or types.
/// @throws LimitError  if there is too much text.
/// Some 20 s for a million bytes with 46 predicates on two threads; memory some 3 kB a pair.
std::optional<StatementModel> TrainStatements(std::span<const StatementText> texts,
                                              const StatementTraining& options,
                                              StatementCounts& counts);

}  // namespace zhitu::extract
