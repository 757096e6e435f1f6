#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "export/graph_writer.h"

namespace zhitu::xport {

/// A kind of graph file that can be written.
struct Format {
  std::string_view name;     ///< Its ending, without the dot, and its name for `--as`.
  std::string_view purpose;  ///< What reads it, in a few words.
  bool folder;               ///< True if it is a folder of files.
  /// Makes a writer of the file at a path with so many threads; called through `MakeWriter`.
  std::unique_ptr<GraphWriter> (*make)(const std::string& path, std::size_t threads);
};

/// All formats, in the order in which help lists them.
std::span<const Format> Formats();

/// The format of a file.
///
/// @param path  of the file to write; its longest ending that is a format's name, without regard
///              to ASCII case, decides.
/// @param as    a format's name that decides in its stead; empty to go by the ending.
/// @throws extract::UsageError  that lists the known ones if neither is a format.
const Format& FormatOf(std::string_view path, std::string_view as);

/// True if a path ends as files of a format do, without regard to ASCII case.
bool HasEndingOf(const Format& format, std::string_view path);

/// The files that a writer to `path` writes: two for `nodes.csv`; for a folder itself.
/// @throws extract::UsageError  if the path does not suit the format.
std::vector<std::string> OutputFiles(const Format& format, const std::string& path);

/// A writer to the file at `path` (to two for `nodes.csv`: the edges go to the same name with
/// `edges.csv`; `neo4j` is a folder of three). Files are whole or absent: `End` puts them in place;
/// a writer that is destroyed before leaves nothing behind. With more than one thread a file is
/// written by one of its own.
///
/// @throws extract::IoError     here and from every call of the writer, if the disk does not take
/// it.
/// @throws extract::UsageError  if the path does not suit the format.
std::unique_ptr<GraphWriter> MakeWriter(const Format& format, const std::string& path,
                                        std::size_t threads = 1);

}  // namespace zhitu::xport
