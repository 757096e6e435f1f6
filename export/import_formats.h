#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "export/gephi_csv_reader.h"
#include "graph/importer.h"

namespace zhitu::xport {

/// A kind of graph file that can be read.
struct ImportFormat {
  std::string_view name;                      ///< Its name in `meta` and in messages.
  std::string_view purpose;                   ///< What it is, in a few words.
  std::span<const std::string_view> endings;  ///< Of file names, without the dot, in lower case.
  /// Reads all files of a graph; see `ReadGephiCsv`.
  void (*read)(const std::vector<std::string>& paths, graph::Importer& importer,
               const ImportProgress& progress);
};

/// All formats, in the order in which help lists them.
std::span<const ImportFormat> ImportFormats();

/// The format of a name, as meta `import` has it.
/// @throws extract::UsageError  that lists the known ones if it is none.
const ImportFormat& ImportFormatNamed(std::string_view name);

/// The format of the files of one graph, by their endings without regard to ASCII case.
/// @param paths  at least one.
/// @throws extract::UsageError  that lists the known endings if one has another, or that names two
///                              files of different formats.
const ImportFormat& ImportFormatOf(const std::vector<std::string>& paths);

}  // namespace zhitu::xport
