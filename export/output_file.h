#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "export/sink.h"
#include "graph/raw_file.h"
#include "graph/unfinished_file.h"

namespace zhitu::xport {

/// A file that is whole or absent: written beside its place under a temporary name, synced and
/// renamed by `Commit`. Not committed, it is removed. Writes are buffered. For one calling thread,
/// but for `WriteSome`.
class OutputFile final : public Sink {
 public:
  /// @param path     where the file shall stand; its folder must exist. A link is followed.
  /// @param threads  with more than one, some MB wait for another thread to bring them to the disk.
  /// @throws extract::IoError  if the folder is missing or not writable, or something stands at
  ///                           `path` that is not a regular file (a folder, a device, a pipe).
  explicit OutputFile(std::string path, std::size_t threads = 1);

  /// Appends bytes. @throws extract::IoError if the disk does not take them.
  void Write(std::string_view bytes) override;
  /// Brings some of the bytes that wait to the disk; another thread may do that while this one
  /// writes. @return false if none wait. @throws extract::IoError as `Write`.
  bool WriteSome();
  /// Brings all bytes to the disk, so that `Commit` only has to rename: with several files that
  /// belong together, prepare all before the first is committed. Nothing may be written after.
  /// @throws extract::IoError; an old file then still stands.
  void Prepare();
  /// Prepares if that was not done, then renames. @throws extract::IoError; an old file then still
  /// stands, unless only the folder could not be synced.
  void Commit();

 private:
  void EmptyBuffer();
  bool PutAside();
  void WriteAll();
  void WriteOut(std::string_view rest);

  graph::UnfinishedFile file_;
  bool shared_;  // with another thread that may call `WriteSome`
  std::string buffer_;
  std::mutex waiting_mutex_;         // for the next two
  std::deque<std::string> waiting_;  // full buffers
  std::vector<std::string> spare_;   // written ones, whose memory is used again
  std::mutex writing_mutex_;         // held by who writes, so that all comes in order
  std::uint64_t written_ = 0;
  graph::WriteBack write_back_;
};

/// Removes the temporary files of all outputs that are not committed, graph files too.
/// Async-signal-safe, for the handler of a signal that ends the program; nothing may be written or
/// committed afterwards.
void RemoveUnfinishedOutputs() noexcept;

}  // namespace zhitu::xport
