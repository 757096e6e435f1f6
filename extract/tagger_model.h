#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "extract/flat_array.h"
#include "extract/hash_index.h"
#include "extract/model_sections.h"
#include "extract/surface_lexicon.h"

namespace zhitu::extract {

/// What a tagger has learned: weights in whole steps of one size, so that scores are sums of small
/// whole numbers. Immutable; threads may share it.
struct TaggerModel {
  /// The weights of one kind of feature.
  struct Table {
    HashIndex index;              ///< Of the keys that have a row.
    FlatArray<std::int8_t> rows;  ///< By number; then `kSlack` zeros, so that one may read on.
  };

  /// Bytes behind the rows of a table.
  static constexpr std::size_t kSlack = 8;

  /// Names are chosen among known forms (`SurfaceChooser`): no transitions, and one table, whose
  /// rows are one weight each. Else all below.
  bool surfaces_only = false;
  std::vector<std::string> types;       ///< As gold names them, in byte order; at least one.
  FlatArray<std::int32_t> transitions;  ///< Pairs of labels, row by the first.
  float step = 1;                    ///< The natural logarithm that a step of weights stands for.
  std::vector<Table> tables;         ///< By kind, as `TagFeatures`, then as `WordFeatures`.
  SurfaceLexicon surfaces;           ///< Names of the training text.
  bool knows_names = false;          ///< A dictionary was there when it was trained.
  std::shared_ptr<const void> file;  ///< Keeps what the arrays look at; may be null.
};

/// Weights of a row of each table of a tagger with so many labels.
std::vector<std::size_t> RowWidths(std::size_t labels);

/// Appends the sections of a tagger (docs/models.md).
void AppendTagger(const TaggerModel& model, std::string& bytes);

/// Takes the sections of a tagger and checks them.
/// @param model  with `surfaces_only` and `step` set; gets all else but `file`.
/// @throws InputError  if no tagger could look into them without harm.
void ReadTagger(SectionReader& sections, TaggerModel& model);

}  // namespace zhitu::extract
