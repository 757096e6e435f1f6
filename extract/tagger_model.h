#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "extract/flat_array.h"
#include "extract/hash_index.h"
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
  std::string hash;                  ///< XXH3-128 of its file, in hex; empty if not from a file.
  std::shared_ptr<const void> file;  ///< Keeps what the arrays look at; may be null.
};

/// Weights of a row of each table of a tagger with so many labels.
std::vector<std::size_t> RowWidths(std::size_t labels);

/// Writes a model as a file that is mapped into memory instead of being read (docs/models.md). The
/// same model gives the same bytes.
/// @param write  takes the bytes, in order. What it throws is passed on.
void WriteTaggerModel(const TaggerModel& model, const std::function<void(std::string_view)>& write);

/// True for a file that begins like a model.
bool HoldsTaggerModel(const std::string& path);

/// Maps a model into memory and checks it: one pass for its hash, one over its indexes.
/// @throws IoError     if it cannot be read.
/// @throws InputError  if it is no such file, cut off, damaged, of another layout, or made by
///                     a zhitu that sees text in another way.
TaggerModel LoadTaggerModel(const std::string& path);

/// The same for bytes in memory.
/// @param bytes  from an address that is a multiple of 64.
/// @param owner  keeps the bytes; shared by the model.
/// @param path   name to show in errors.
TaggerModel ReadTaggerModel(std::string_view bytes, std::shared_ptr<const void> owner,
                            const std::string& path);

}  // namespace zhitu::extract
