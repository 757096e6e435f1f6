#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "extract/dictionary_row.h"
#include "extract/error.h"
#include "extract/gazetteer.h"

namespace zhitu::extract {

/// Reads dictionary files (CSV, TSV or JSON Lines by ending; the contract's columns) into one
/// gazetteer, or a compiled one (extract/compiled_dictionary.h), which stands alone.
///
/// @param paths     in the order given; may be empty.
/// @param strict    an unknown type is then an error instead of a warning.
/// @param warnings  gets what was accepted all the same, in order.
/// @throws IoError     if a file cannot be read.
/// @throws UsageError  if a compiled dictionary is not the only one.
/// @throws InputError  with every fault of every file; nothing is loaded then.
Gazetteer LoadDictionaries(const std::vector<std::string>& paths, bool strict,
                           std::vector<Problem>& warnings);

/// What is wrong with dictionaries.
struct DictionaryCheck {
  std::vector<Problem> faults;    ///< For which `LoadDictionaries` would refuse them, in its order.
  std::vector<Problem> warnings;  ///< What it would accept all the same, in order.
};

/// Told of a row whose syntax is right, and of the number of its file.
using VisitRow = std::function<void(std::size_t file, const DictionaryRow& row)>;

/// Checks dictionary files as `LoadDictionaries` does, without making a gazetteer, and tells of
/// their rows in order, whatever is wrong with them.
/// @throws IoError     if a file cannot be read.
/// @throws UsageError  if one is compiled.
DictionaryCheck CheckDictionaries(const std::vector<std::string>& paths, bool strict,
                                  const VisitRow& visit);

}  // namespace zhitu::extract
