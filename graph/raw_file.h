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

/// Tells the system to begin bringing bytes of an open file to the disk, so that a later `fsync`
/// has little left to wait for. A hint: nothing is promised, and it does not fail.
void StartWriteBack(int descriptor, std::uint64_t offset, std::size_t size) noexcept;

/// Reads exactly `size` bytes at an offset of an open file, one that this process has written.
///
/// @param shown  name of the file in messages.
/// @throws extract::IoError  if the disk does not give them.
void ReadAt(int descriptor, std::uint64_t offset, char* out, std::size_t size,
            const std::string& shown);

}  // namespace zhitu::graph
