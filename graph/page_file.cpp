#include "graph/page_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <limits>
#include <string_view>
#include <system_error>
#include <utility>

#include "extract/characters.h"
#include "extract/error.h"

namespace zhitu::graph {
namespace {

constexpr std::string_view kMagic{"SQLite format 3\0", 16};
constexpr std::size_t kHeaderBytes = 100;
constexpr std::size_t kLeastUsable = 480;

[[noreturn]] void FailErrno(const std::string& path) {
  const int error = errno;
  throw extract::IoError(extract::Printable(path) +
                         ": cannot be read: " + std::generic_category().message(error));
}

}  // namespace

PageFile::PageFile(std::string path) : path_(std::move(path)) {
  // Without waiting, should it be a pipe.
  descriptor_ = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor_ < 0) FailErrno(path_);
  try {
    ReadHeader();
  } catch (...) {
    ::close(descriptor_);
    throw;
  }
}

PageFile::~PageFile() { ::close(descriptor_); }

// https://www.sqlite.org/fileformat2.html, section 1.3.
void PageFile::ReadHeader() {
  struct stat status{};
  if (::fstat(descriptor_, &status) != 0) FailErrno(path_);
  std::array<unsigned char, kHeaderBytes> header{};
  if (!S_ISREG(status.st_mode) || static_cast<std::uint64_t>(status.st_size) < kHeaderBytes) {
    Damaged("its header is missing");
  }
  ReadBytes(0, kHeaderBytes, header.data());
  const bool magic =
      std::equal(kMagic.begin(), kMagic.end(), header.begin(),
                 [](char a, unsigned char b) { return static_cast<unsigned char>(a) == b; });
  if (!magic) Damaged("its header is not one of SQLite");
  const std::size_t size = (std::size_t{header[16]} << 8U) | header[17];
  page_bytes_ = size == 1 ? 65536 : size;
  if (page_bytes_ < 512 || (page_bytes_ & (page_bytes_ - 1)) != 0) Damaged("its page size");
  if (page_bytes_ < kLeastUsable + header[20]) Damaged("its page size");
  usable_bytes_ = page_bytes_ - header[20];
  has_log_ = header[18] > 1 || header[19] > 1;
  if (header[56] != 0 || header[57] != 0 || header[58] != 0 || header[59] != 1) {
    Damaged("its texts are not UTF-8");
  }
  const std::uint64_t pages = static_cast<std::uint64_t>(status.st_size) / page_bytes_;
  page_count_ = static_cast<std::uint32_t>(
      std::min<std::uint64_t>(pages, std::numeric_limits<std::uint32_t>::max() - 1));
}

void PageFile::RefuseLog() const {
  if (!has_log_) return;
  throw extract::InputError({path_, 0, 0},
                            "graph file with a write-ahead log; expected one without, as `PRAGMA "
                            "journal_mode = DELETE` makes it");
}

bool PageFile::StandsAt(const std::string& path) const {
  struct stat here{};
  struct stat there{};
  return ::fstat(descriptor_, &here) == 0 && ::stat(path.c_str(), &there) == 0 &&
         here.st_dev == there.st_dev && here.st_ino == there.st_ino;
}

void PageFile::Read(std::uint32_t first, std::size_t count, unsigned char* to) const {
  ReadBytes((std::uint64_t{first} - 1) * page_bytes_, count * page_bytes_, to);
}

void PageFile::ReadBytes(std::uint64_t begin, std::size_t size, unsigned char* to) const {
  while (size > 0) {
    const ssize_t got = ::pread(descriptor_, to, size, static_cast<off_t>(begin));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) FailErrno(path_);
    if (got == 0) Damaged("cut short");
    begin += static_cast<std::uint64_t>(got);
    to += got;
    size -= static_cast<std::size_t>(got);
  }
}

void PageFile::Damaged(const std::string& what) const {
  throw extract::InputError({path_, 0, 0}, "damaged graph file (" + what + "); build it again");
}

const unsigned char* PageWindow::Page(std::uint32_t number) {
  // A smaller number wraps to a great one.
  if (number - first_ < count_) return bytes_.get() + (number - first_) * file_.page_bytes();
  if (number < 1 || number > file_.page_count()) file_.Damaged("a page is missing");
  const bool onward = number - first_ < 2 * count_;
  const std::size_t most = std::max<std::size_t>(1, kMostBytes / file_.page_bytes());
  const std::size_t wanted = onward ? std::min(2 * count_, most) : 1;
  count_ = 0;  // should reading fail
  if (capacity_ < wanted) {
    bytes_.reset(new unsigned char[wanted * file_.page_bytes() + kSlack]());
    capacity_ = wanted;
  }
  const std::size_t count = std::min<std::size_t>(wanted, file_.page_count() - number + 1);
  file_.Read(number, count, bytes_.get());
  first_ = number;
  count_ = count;
  return bytes_.get();
}

}  // namespace zhitu::graph
