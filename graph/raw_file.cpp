#include "graph/raw_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "extract/characters.h"
#include "extract/error.h"

namespace zhitu::graph {
namespace {

constexpr std::uint64_t kWriteBackBytes = std::uint64_t{4} << 20U;

[[noreturn]] void Fail(const std::string& shown, int error) {
  throw extract::IoError(extract::Printable(shown) +
                         ": cannot be written: " + std::generic_category().message(error));
}

}  // namespace

void WriteAt(int descriptor, std::uint64_t offset, std::string_view bytes,
             const std::string& shown) {
  while (!bytes.empty()) {
    const ssize_t wrote =
        ::pwrite(descriptor, bytes.data(), bytes.size(), static_cast<off_t>(offset));
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote <= 0) Fail(shown, wrote < 0 ? errno : EIO);
    bytes.remove_prefix(static_cast<std::size_t>(wrote));
    offset += static_cast<std::uint64_t>(wrote);
  }
}

void WriteBack::Add([[maybe_unused]] int descriptor, [[maybe_unused]] std::uint64_t begin,
                    std::size_t size) noexcept {
  pending_ += size;
  if (pending_ < kWriteBackBytes) return;
#ifdef SYNC_FILE_RANGE_WRITE
  const std::uint64_t end = begin + size;
  ::sync_file_range(descriptor, static_cast<off_t>(end - pending_), static_cast<off_t>(pending_),
                    SYNC_FILE_RANGE_WRITE);
#endif
  pending_ = 0;
}

void ReadAt(int descriptor, std::uint64_t offset, char* out, std::size_t size,
            const std::string& shown) {
  while (size > 0) {
    const ssize_t got = ::pread(descriptor, out, size, static_cast<off_t>(offset));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) Fail(shown, got < 0 ? errno : EIO);
    out += got;
    size -= static_cast<std::size_t>(got);
    offset += static_cast<std::uint64_t>(got);
  }
}

}  // namespace zhitu::graph
