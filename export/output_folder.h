#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "export/output_file.h"
#include "graph/unfinished_folder.h"

namespace zhitu::xport {

/// A folder of files that is whole or absent: all is written into a folder under a temporary name
/// beside its place, which `Commit` puts there. Not committed, all of it is removed.
class OutputFolder {
 public:
  /// @param path     where the folder shall stand; the folder around it must exist. A folder that
  ///                 stands there is replaced if it holds files of these names only.
  /// @param names    of the files in it.
  /// @param threads  as for `OutputFile`.
  /// @throws extract::IoError  if it cannot be made, or something else stands there.
  OutputFolder(const std::string& path, const std::vector<std::string>& names,
               std::size_t threads = 1);

  /// The file with that number among the names.
  OutputFile& file(std::size_t number) { return *files_.at(number); }
  /// Brings some bytes that wait to the disk; as `OutputFile::WriteSome`.
  bool WriteSome();
  /// Puts the files in place, and the folder. @throws extract::IoError; an old folder then still
  /// stands.
  void Commit();

 private:
  graph::UnfinishedFolder folder_;
  std::vector<std::unique_ptr<OutputFile>> files_;
};

}  // namespace zhitu::xport
