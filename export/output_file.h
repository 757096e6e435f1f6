#pragma once

#include <string>
#include <string_view>

#include "export/sink.h"
#include "graph/unfinished_file.h"

namespace zhitu::xport {

/// A file that is whole or absent: written beside its place under a temporary name, synced and
/// renamed by `Commit`. Not committed, it is removed. Writes are buffered; one thread.
class OutputFile final : public Sink {
 public:
  /// @param path  where the file shall stand; its folder must exist. A link is followed.
  /// @throws extract::IoError  if the folder is missing or not writable, or something stands at
  ///                           `path` that is not a regular file (a folder, a device, a pipe).
  explicit OutputFile(std::string path);

  /// Appends bytes. @throws extract::IoError if the disk does not take them.
  void Write(std::string_view bytes) override;
  /// Brings all bytes to the disk, so that `Commit` only has to rename: with several files that
  /// belong together, prepare all before the first is committed. Nothing may be written after.
  /// @throws extract::IoError; an old file then still stands.
  void Prepare();
  /// Prepares if that was not done, then renames. @throws extract::IoError; an old file then still
  /// stands, unless only the folder could not be synced.
  void Commit();

 private:
  void Flush();
  void WriteOut(std::string_view rest);

  graph::UnfinishedFile file_;
  std::string buffer_;
};

/// Removes the temporary files of all outputs that are not committed, graph files too.
/// Async-signal-safe, for the handler of a signal that ends the program; nothing may be written or
/// committed afterwards.
void RemoveUnfinishedOutputs() noexcept;

}  // namespace zhitu::xport
