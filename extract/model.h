#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "extract/statement_model.h"
#include "extract/tagger_model.h"

namespace zhitu::extract {

/// What was learned from gold: a tagger of names, a classifier of statements, or both. Immutable;
/// threads may share it.
struct Model {
  std::optional<TaggerModel> tagger;         ///< Finds names.
  std::optional<StatementModel> statements;  ///< Says what holds between them.
  std::string hash;  ///< XXH3-128 of its file, in hex; empty if not from a file.
};

/// Writes a model as a file that is mapped into memory instead of being read (docs/models.md). The
/// same model gives the same bytes.
/// @param write  takes the bytes, in order. What it throws is passed on.
void WriteModel(const Model& model, const std::function<void(std::string_view)>& write);

/// True for a file that begins like a model.
bool HoldsModel(const std::string& path);

/// Maps a model into memory and checks it: one pass for its hash, one over its indexes.
/// @throws IoError     if it cannot be read.
/// @throws InputError  if it is no such file, cut off, damaged, of another layout, or made by
///                     a zhitu that sees text in another way.
Model LoadModel(const std::string& path);

/// The same for bytes in memory.
/// @param bytes  from an address that is a multiple of 64.
/// @param owner  keeps the bytes; shared by the parts of the model.
/// @param path   name to show in errors.
Model ReadModel(std::string_view bytes, std::shared_ptr<const void> owner, const std::string& path);

}  // namespace zhitu::extract
