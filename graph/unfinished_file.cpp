#include "graph/unfinished_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include "extract/characters.h"
#include "extract/error.h"

namespace zhitu::graph {
namespace {

constexpr int kNameAttempts = 100;  // a name may be left over from a dead process of this number

[[noreturn]] void Fail(const std::string& path, const std::string& reason) {
  throw extract::IoError(extract::Printable(path) + ": " + reason);
}

[[noreturn]] void FailErrno(const std::string& path, const char* action) {
  const int error = errno;
  Fail(path, std::string(action) + ": " + std::generic_category().message(error));
}

int SyncDescriptor(int descriptor) {
  int result = 0;
  do {
    result = ::fsync(descriptor);
  } while (result != 0 && errno == EINTR);
  return result;
}

}  // namespace

UnfinishedFile::UnfinishedFile(std::string path) : path_(FollowLink(std::move(path))) {
  struct stat old{};
  const bool exists = ::stat(path_.c_str(), &old) == 0;
  if (exists && S_ISDIR(old.st_mode)) Fail(path_, "is a folder; expected a file");
  if (exists && !S_ISREG(old.st_mode)) Fail(path_, "is not a regular file");
  folder_ = std::filesystem::path(path_).parent_path().string();
  if (folder_.empty()) folder_ = ".";
  Create();
  if (exists && ::fchmod(descriptor_, old.st_mode & 0777) != 0) {
    // A wish, not a promise: some file systems have no permissions.
  }
}

void UnfinishedFile::Create() {
  for (int attempt = 0; attempt < kNameAttempts; ++attempt) {
    temporary_ = TemporaryName(folder_);
    slot_ = UnfinishedPath(temporary_);
    descriptor_ = ::open(temporary_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor_ >= 0) return;
    const int error = errno;
    slot_.Release();
    errno = error;
    if (error != EEXIST && error != EINTR) break;
  }
  FailErrno(path_, "cannot be written");
}

UnfinishedFile::~UnfinishedFile() { Discard(); }

void UnfinishedFile::Discard() noexcept {
  if (descriptor_ >= 0) ::close(descriptor_);
  descriptor_ = -1;
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
  temporary_.clear();
  slot_.Release();
}

void UnfinishedFile::Sync() {
  if (descriptor_ < 0) return;
  if (SyncDescriptor(descriptor_) != 0) FailErrno(path_, "write failed");
  // Even an interrupted close has closed on Linux, so there is nothing to repeat.
  if (::close(std::exchange(descriptor_, -1)) != 0 && errno != EINTR) {
    FailErrno(path_, "write failed");
  }
}

void UnfinishedFile::Commit() {
  Sync();
  if (::rename(temporary_.c_str(), path_.c_str()) != 0) FailErrno(path_, "cannot be replaced");
  temporary_.clear();
  slot_.Release();
  SyncFolder();
}

void UnfinishedFile::SyncFolder() const {
  const int folder = ::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) return;  // a folder may be writable and not readable
  const bool failed = SyncDescriptor(folder) != 0 && errno != EINVAL;  // some cannot sync folders
  const int error = errno;
  ::close(folder);
  errno = error;
  if (failed) FailErrno(folder_, "folder could not be synced");
}

}  // namespace zhitu::graph
