#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace zhitu::graph {

/// Writes all bytes at an offset of an open file, however many calls that takes.
///
/// @param shown  name of the file in messages.
/// @throws extract::IoError  if the disk does not take them.
void WriteAt(int descriptor, std::uint64_t offset, std::string_view bytes,
             const std::string& shown);

/// Tells the system to begin bringing a file that grows to the disk, some MB at a time, so that
/// `fsync` has little left to wait for at the end. A hint: nothing is promised, and it never fails.
class WriteBack {
 public:
  /// Says that bytes were written behind all others. `begin` is their place in the file.
  void Add(int descriptor, std::uint64_t begin, std::size_t size) noexcept;

 private:
  std::uint64_t pending_ = 0;  // bytes before the end that nothing was told of
};

/// Reads exactly `size` bytes at an offset of an open file, one that this process has written.
///
/// @param shown  name of the file in messages.
/// @throws extract::IoError  if the disk does not give them.
void ReadAt(int descriptor, std::uint64_t offset, char* out, std::size_t size,
            const std::string& shown);

}  // namespace zhitu::graph
