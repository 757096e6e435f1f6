#pragma once

#include <string>
#include <vector>

#include "graph/unfinished_path.h"

namespace zhitu::graph {

/// A folder that will be whole or absent: made under a temporary name beside its place, and renamed
/// by `Commit`. Not committed, it is removed with the files of its names. One thread.
class UnfinishedFolder {
 public:
  /// Makes the temporary folder, empty.
  ///
  /// @param path   where the folder shall stand.
  /// @param names  of the files that it will hold. A folder that stands at `path` is replaced if it
  ///               holds no others.
  /// @throws extract::IoError  if it cannot be made, or something else stands at `path`.
  UnfinishedFolder(std::string path, std::vector<std::string> names);
  UnfinishedFolder(const UnfinishedFolder&) = delete;
  UnfinishedFolder& operator=(const UnfinishedFolder&) = delete;
  /// Removes the temporary folder and the files of its names unless it was committed.
  ~UnfinishedFolder();

  /// The name it has until then; files are written below it.
  const std::string& temporary() const noexcept { return temporary_; }

  /// Puts the folder in its place; one that stands there is moved away first and removed then.
  /// @throws extract::IoError; an old folder then still stands.
  void Commit();

 private:
  bool CheckOld() const;
  void Create();
  void Replace();

  std::string path_;
  std::vector<std::string> names_;
  std::string temporary_;
  std::vector<UnfinishedPath> slots_;  // of the folder and its files
};

}  // namespace zhitu::graph
