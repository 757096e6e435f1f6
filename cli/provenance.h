#pragma once

#include <map>
#include <string>
#include <vector>

#include "cli/corpus_reader.h"

namespace zhitu::cli {

/// What a graph file tells of its making, for its `meta` table: version, preset, rule files with
/// their hashes, the model with its hash, the `--meta` table, names of record fields that are not
/// the usual ones, and where each input lies: `root.N`, relative to the folder of the graph file
/// (absolute where there is no relative way), and `root.N.prefix`, which stands before the path in
/// the names of its documents. Nothing of it depends on when, or by whom, the graph is made.
std::map<std::string, std::string> Provenance(const CorpusOptions& options,
                                              const CorpusReader& reader,
                                              const std::string& output);

/// The same for an imported graph: version, `import` (the format) and where each file lies.
std::map<std::string, std::string> ImportProvenance(const std::vector<std::string>& files,
                                                    const std::string& format,
                                                    const std::string& output);

}  // namespace zhitu::cli
