#pragma once

#include <string>

#include "graph/unfinished_path.h"

namespace zhitu::graph {

/// A file that will be whole or absent: made under a temporary name beside its place, synced and
/// renamed by `Commit`. Not committed, it is removed. One thread.
class UnfinishedFile {
 public:
  /// Makes the temporary file, empty.
  ///
  /// @param path  where the file shall stand. A link is followed, so that the file it names is
  ///              replaced; that file's permissions are kept.
  /// @throws extract::IoError  if the folder is missing or not writable, or something stands at
  ///                           `path` that is not a regular file (a folder, a device, a pipe).
  explicit UnfinishedFile(std::string path);
  UnfinishedFile(const UnfinishedFile&) = delete;
  UnfinishedFile& operator=(const UnfinishedFile&) = delete;
  /// Removes the temporary file unless it was committed.
  ~UnfinishedFile();

  /// Where the file shall stand, links followed.
  const std::string& path() const noexcept { return path_; }
  /// The name it has until then; to be written under this name or through `descriptor`.
  const std::string& temporary() const noexcept { return temporary_; }
  /// An open descriptor of the temporary file, owned; -1 once synced.
  int descriptor() const noexcept { return descriptor_; }

  /// Brings all bytes to the disk and closes the descriptor, so that `Commit` only has to rename.
  /// Nothing may be written after. @throws extract::IoError; an old file then still stands.
  void Sync();
  /// Syncs if that was not done, then renames. @throws extract::IoError; an old file then still
  /// stands, unless only the folder could not be synced.
  void Commit();

 private:
  void Create();
  void Discard() noexcept;
  void SyncFolder() const;

  std::string path_;
  std::string folder_;
  std::string temporary_;
  int descriptor_ = -1;
  UnfinishedPath slot_;
};

}  // namespace zhitu::graph
