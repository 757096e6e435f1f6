#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace zhitu::extract {

/// A whole file in memory, without a copy of its bytes. A file that is replaced by renaming another
/// over it, as zhitu writes files, stays as it was opened; one that is shortened in place may not
/// be read any more. Threads may share it.
class MappedFile {
 public:
  /// Opens a file; it need not stay where it is.
  /// @throws IoError  if it is missing, unreadable or no regular file.
  explicit MappedFile(const std::string& path);
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();

  /// All bytes, from an address that is a multiple of the size of a page.
  std::string_view bytes() const noexcept { return {begin_, size_}; }

 private:
  const char* begin_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace zhitu::extract
