#include "extract/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "extract/error.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

#ifdef MAP_POPULATE
constexpr int kMapFlags = MAP_PRIVATE | MAP_POPULATE;  // all pages at once: cheaper than one by one
#else
constexpr int kMapFlags = MAP_PRIVATE;
#endif

[[noreturn]] void Refuse(const std::string& path, const std::string& reason) {
  throw IoError(DecodeUtf8(path).text + ": " + reason);
}

// An open descriptor, closed at the end.
class Descriptor {
 public:
  explicit Descriptor(const std::string& path)
      : number_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {
    if (number_ < 0) Refuse(path, std::strerror(errno));
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { ::close(number_); }
  int number() const { return number_; }

 private:
  int number_;
};

}  // namespace

MappedFile::MappedFile(const std::string& path) {
  const Descriptor file(path);
  struct stat status{};
  if (::fstat(file.number(), &status) != 0) Refuse(path, std::strerror(errno));
  if (S_ISDIR(status.st_mode)) Refuse(path, "is a folder; expected a file");
  if (!S_ISREG(status.st_mode)) Refuse(path, "is no regular file; expected one");
  size_ = static_cast<std::size_t>(status.st_size);
  if (size_ == 0) return;
  void* const begin = ::mmap(nullptr, size_, PROT_READ, kMapFlags, file.number(), 0);
  if (begin == MAP_FAILED) {
    Refuse(path, std::string("cannot be mapped into memory: ") + std::strerror(errno));
  }
  begin_ = static_cast<const char*>(begin);
}

MappedFile::~MappedFile() {
  if (begin_ != nullptr) ::munmap(const_cast<char*>(begin_), size_);
}

}  // namespace zhitu::extract
