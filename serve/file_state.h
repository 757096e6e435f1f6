#pragma once

#include <cstdint>
#include <string>

namespace zhitu::serve {

/// Which file stands under a name, so that another one in its place is noticed.
struct FileState {
  std::uint64_t device = 0;     ///< Where it lies.
  std::uint64_t number = 0;     ///< Its inode.
  std::int64_t size = 0;        ///< In bytes.
  std::int64_t changed_ns = 0;  ///< When it was written last, in nanoseconds; 0: it is not there.

  /// The state of a file now; all zero if it cannot be found.
  static FileState Of(const std::string& path);
  /// Equal in all.
  friend bool operator==(const FileState&, const FileState&) = default;
};

/// A tag of the bytes of a file: 16 hex digits of XXH3-128 over the hashes of its pieces. O(bytes).
/// @throws extract::IoError  if it cannot be read.
std::string FileTag(const std::string& path);

}  // namespace zhitu::serve
