#pragma once

#include <string>
#include <utility>
#include <vector>

#include "export/gephi_csv_reader.h"
#include "graph/importer.h"

namespace zhitu::xport {

// Names and bytes of files.
using ImportFiles = std::vector<std::pair<std::string, std::string>>;

// Reads files of these bytes with a reader of graph files: nodes, edges and what was left out, one
// a line, or all faults.
std::string ShownImport(void (*read)(const std::vector<std::string>& paths,
                                     graph::Importer& importer, const ImportProgress& progress),
                        const ImportFiles& files);

}  // namespace zhitu::xport
