#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "extract/error.h"
#include "extract/gazetteer.h"

namespace zhitu::extract {

/// Reads dictionary files (CSV, TSV or JSON Lines by ending; the contract's columns) into one
/// gazetteer, or a compiled one (extract/compiled_dictionary.h), which stands alone.
///
/// @param paths     in the order given; may be empty.
/// @param strict    an unknown type is then an error instead of a warning.
/// @param warnings  gets what was accepted all the same, in order.
/// @param threads   with more than one, rows are read by one and taken by another; all else is the
///                  same.
/// @throws IoError     if a file cannot be read.
/// @throws UsageError  if a compiled dictionary is not the only one.
/// @throws InputError  with every fault of every file; nothing is loaded then.
Gazetteer LoadDictionaries(const std::vector<std::string>& paths, bool strict,
                           std::vector<Problem>& warnings, std::size_t threads = 1);

}  // namespace zhitu::extract
