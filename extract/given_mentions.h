#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "extract/annotation.h"
#include "extract/gazetteer.h"
#include "extract/gold_sources.h"
#include "extract/statement_classifier.h"
#include "extract/statement_trainer.h"

namespace zhitu::extract {

/// A document whose mentions are given, and what its line says of statements.
struct GivenDocument {
  StatementText text;           ///< Its mentions are found by `given`.
  bool has_statements = false;  ///< The line tells all statements, perhaps none.
  std::size_t line = 0;         ///< In the file, from 1.
};

/// The documents of an annotation file with the mentions that it gives, cut into sentences as the
/// preset `none` does; those of triples, which do not tell where something is said, into lines. An
/// entity that is given by no id has `type:surface`. Undecided mentions are left out, as are denied
/// statements. A document without an id is `file#n`.
///
/// @param gold       as `ReadGold` gives it.
/// @param name       of the file in documents.
/// @param sources    where the texts lie that lines in the form of `zhitu extract` name.
/// @param gazetteer  an empty one; must live as long as what comes back.
/// @throws InputError  with the first fault of each bad line: words with control characters, a
///                     text that is not what the line says of it.
/// @throws IoError     if a text cannot be read.
std::vector<GivenDocument> GiveDocuments(const AnnotationFile& gold, const std::string& name,
                                         const GoldSources& sources, const Gazetteer& gazetteer);

/// Finds the statements of a model between the mentions of each document, on so many threads.
void FindGivenStatements(const StatementPool& pool, std::vector<GivenDocument>& documents,
                         std::size_t jobs);

/// @throws InputError  if two documents have one id.
void CheckDistinctIds(const std::vector<GivenDocument>& documents, const std::string& file);

}  // namespace zhitu::extract
