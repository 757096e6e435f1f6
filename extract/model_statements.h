#pragma once

#include <span>
#include <vector>

#include "extract/extraction.h"
#include "extract/statement.h"
#include "extract/statement_classifier.h"
#include "extract/statement_ends.h"
#include "extract/tagger.h"

namespace zhitu::extract {

/// What a model has for documents. Nothing is owned.
struct LearnedParts {
  const TaggerPool* taggers = nullptr;        ///< Find names; may be null.
  const StatementPool* statements = nullptr;  ///< Find statements; may be null.
};

/// Finds the statements of a model in a document: one a subject, predicate, object and sentence,
/// with `model` as the rule, the probability in hundredths (0.01 to 0.99) as confidence, and the
/// words from the first to the last of the two as evidence.
/// @param extraction  its document, sentences and entities are looked at.
/// @param ends        decided mentions, in any order.
/// @return            in the order that an extraction has, where sentences follow each other.
std::vector<Statement> FindStatements(const StatementPool& pool, const Extraction& extraction,
                                      std::vector<StatementEnd> ends);

/// Adds statements to others, so that of those with one subject, predicate, object and sentence the
/// most confident stays, of equals the first: those that were there come first. O(n log n).
void MergeStatements(std::vector<Statement> more, std::vector<Statement>& statements);

}  // namespace zhitu::extract
