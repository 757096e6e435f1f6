#pragma once

#include <string>

namespace zhitu::graph {

/// A file or folder that is to be removed if a signal ends the program: its name stands in a table
/// that `RemoveUnfinishedFiles` reads, as long as this lives or until `Release`.
class UnfinishedPath {
 public:
  UnfinishedPath() = default;
  /// @param path  need not exist. Where the table (of 256) is full, or the name is too long for it,
  ///              it is not kept.
  explicit UnfinishedPath(const std::string& path);
  UnfinishedPath(UnfinishedPath&& other) noexcept;             ///< Takes over; the other is empty.
  UnfinishedPath& operator=(UnfinishedPath&& other) noexcept;  ///< Likewise, after `Release`.
  ~UnfinishedPath() { Release(); }

  /// It need not be removed any more.
  void Release() noexcept;

 private:
  int slot_ = -1;
};

/// A name in a folder that no other call gives, short, so that a file with a name of the greatest
/// length can be made too. Somebody else may have it.
std::string TemporaryName(const std::string& folder);

/// The file or folder that a link leads to, or the path itself if it is none.
std::string FollowLink(std::string path);

/// Removes the files and empty folders that are not finished: first the files, then the folders.
/// Async-signal-safe, for the handler of a signal that ends the program; nothing may be written or
/// committed afterwards.
void RemoveUnfinishedFiles() noexcept;

}  // namespace zhitu::graph
