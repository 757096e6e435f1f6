#include "graph/file_header.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <string_view>
#include <system_error>

#include "extract/characters.h"
#include "extract/error.h"
#include "graph/schema.h"

namespace zhitu::graph {
namespace {

constexpr std::string_view kMagic{"SQLite format 3\0", 16};
constexpr std::size_t kHeaderBytes = 100;

// The header of an SQLite file; https://www.sqlite.org/fileformat.html, section 1.3.
struct Header {
  std::array<unsigned char, kHeaderBytes> bytes{};
  std::size_t size = 0;  // bytes that could be read
  std::uint64_t file_bytes = 0;

  std::uint32_t Big(std::size_t at) const {
    std::uint32_t value = 0;
    for (std::size_t i = at; i < at + 4; ++i) value = (value << 8U) | bytes.at(i);
    return value;
  }
  bool IsGraphFile() const {
    for (std::size_t i = 0; i < kMagic.size(); ++i) {
      if (bytes.at(i) != static_cast<unsigned char>(kMagic[i])) return false;
    }
    return size == kHeaderBytes && Big(68) == kApplicationId;
  }
  std::uint32_t version() const { return Big(60); }
  bool IsCutShort() const {
    const std::uint64_t small = (std::uint64_t{bytes[16]} << 8U) | bytes[17];
    const std::uint64_t page = small == 1 ? 65536 : small;
    return Big(24) == Big(92) && page * Big(28) > file_bytes;  // else the page count is stale
  }
};

[[noreturn]] void FailErrno(const std::string& path) {
  const int error = errno;
  throw extract::IoError(extract::Printable(path) +
                         ": cannot be read: " + std::generic_category().message(error));
}

Header ReadHeader(const std::string& path) {
  struct stat status{};
  if (::stat(path.c_str(), &status) != 0) FailErrno(path);
  // A pipe or a terminal would be waited for.
  if (!S_ISREG(status.st_mode)) {
    throw extract::IoError(extract::Printable(path) + ": is not a regular file");
  }
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) FailErrno(path);
  Header header;
  header.file_bytes = static_cast<std::uint64_t>(status.st_size);
  while (header.size < kHeaderBytes) {
    const ssize_t got =
        ::read(descriptor, header.bytes.data() + header.size, kHeaderBytes - header.size);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) {
      const int error = errno;
      ::close(descriptor);
      errno = error;
      if (got < 0) FailErrno(path);
      return header;
    }
    header.size += static_cast<std::size_t>(got);
  }
  ::close(descriptor);
  return header;
}

}  // namespace

void CheckFileHeader(const std::string& path) {
  const Header header = ReadHeader(path);
  const extract::SourcePosition where{path, 0, 0};
  if (!header.IsGraphFile()) {
    throw extract::InputError(where, "not a graph file; expected a file written by `zhitu build`");
  }
  if (header.version() != kSchemaVersion) {
    throw extract::InputError(
        where, "graph file of version " + std::to_string(header.version()) + "; expected version " +
                   std::to_string(kSchemaVersion) +
                   (header.version() > kSchemaVersion ? ", or a newer zhitu to read it"
                                                      : "; build it again"));
  }
  if (header.IsCutShort()) {
    throw extract::InputError(where, "damaged graph file (cut short); build it again");
  }
}

bool HasGraphFileHeader(const std::string& path) {
  try {
    return ReadHeader(path).IsGraphFile();
  } catch (const extract::IoError&) {
    return false;
  }
}

}  // namespace zhitu::graph
