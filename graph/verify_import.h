#pragma once

#include <string>
#include <vector>

#include "graph/store.h"
#include "graph/verify.h"

namespace zhitu::graph {

/// The part of `Verify` that concerns the files of an imported graph, where one has changed: reads
/// them again and adds to `result` each line that no longer gives its relation. Files with faults
/// give one discrepancy a fault. Memory: the files and the graph they hold.
///
/// @param paths  of all files, in the order in which they were imported.
/// @param lines  all places of evidence.
/// @throws extract::IoError  if one cannot be read; std::invalid_argument without a reader.
void VerifyImport(const Store& store, const std::vector<std::string>& paths,
                  const std::vector<QuotedPlace>& lines, const ImportReader& reader,
                  Verification& result);

}  // namespace zhitu::graph
