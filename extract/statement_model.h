#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "extract/flat_array.h"
#include "extract/hash_index.h"
#include "extract/model_sections.h"

namespace zhitu::extract {

/// What a classifier of statements has learned: for each predicate a logistic regression over the
/// features of a pair of mentions (`StatementScene`). Immutable; threads may share it.
struct StatementModel {
  /// There are at most so many predicates, and so many types.
  static constexpr std::size_t kMost = 255;

  /// A predicate that gold has between things of two types; no other pair is looked at.
  struct Signature {
    std::uint8_t subject = 0;    ///< Number of the subject's type.
    std::uint8_t object = 0;     ///< Number of the object's type.
    std::uint8_t predicate = 0;  ///< Number of the predicate.
    /// Order by types, then predicate.
    friend auto operator<=>(const Signature&, const Signature&) = default;
  };
  /// What a feature says of a predicate.
  struct Weight {
    std::uint8_t predicate = 0;  ///< Number of the predicate.
    std::int8_t steps = 0;       ///< In steps of the predicate.
  };

  std::vector<std::string> predicates;  ///< As gold names them, in byte order; at least one.
  std::vector<std::string> types;       ///< Of subjects and objects, in byte order.
  FlatArray<Signature> signatures;      ///< In order, each once.
  FlatArray<float> steps;               ///< By predicate: what a step adds to the log-odds.
  float slope = 1;   ///< Times the log-odds: so they are right of text that was not learned from.
  float offset = 0;  ///< Added to them.
  float threshold = 0.5F;         ///< Statements that are less probable are not made.
  HashIndex index;                ///< Of the features that have a row.
  FlatArray<std::uint32_t> rows;  ///< By number the row's first weight; then the end of the last.
  FlatArray<Weight> weights;      ///< Row by row, by predicate.
  std::shared_ptr<const void> file;  ///< Keeps what the arrays look at; may be null.
};

/// Appends the sections of a classifier (docs/models.md).
void AppendStatements(const StatementModel& model, std::string& bytes);

/// Takes the sections of a classifier and checks them.
/// @throws InputError  if no classifier could look into them without harm.
void ReadStatements(SectionReader& sections, StatementModel& model);

}  // namespace zhitu::extract
