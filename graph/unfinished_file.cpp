#include "graph/unfinished_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

#include "extract/characters.h"
#include "extract/error.h"

namespace zhitu::graph {
namespace {

constexpr int kNameAttempts = 100;  // a name may be left over from a dead process of this number

// The temporary names, where a signal handler can read them: no allocation, no locks.
enum class SlotState { kFree, kChanging, kUsed };
struct Slot {
  std::atomic<SlotState> state{SlotState::kFree};
  std::array<char, PATH_MAX> path{};
};
std::array<Slot, 64> unfinished;
static_assert(std::atomic<SlotState>::is_always_lock_free);

// The number of the slot, or -1 where the table is full or the name too long for it.
int Register(const std::string& path) {
  if (path.size() >= PATH_MAX) return -1;
  for (std::size_t i = 0; i < unfinished.size(); ++i) {
    Slot& slot = unfinished.at(i);
    SlotState expected = SlotState::kFree;
    if (!slot.state.compare_exchange_strong(expected, SlotState::kChanging)) continue;
    std::memcpy(slot.path.data(), path.c_str(), path.size() + 1);
    slot.state = SlotState::kUsed;
    return static_cast<int>(i);
  }
  return -1;
}

void Unregister(int& slot) noexcept {
  if (slot >= 0) unfinished[static_cast<std::size_t>(slot)].state = SlotState::kFree;
  slot = -1;
}

[[noreturn]] void Fail(const std::string& path, const std::string& reason) {
  throw extract::IoError(extract::Printable(path) + ": " + reason);
}

[[noreturn]] void FailErrno(const std::string& path, const char* action) {
  const int error = errno;
  Fail(path, std::string(action) + ": " + std::generic_category().message(error));
}

// Short, so that a file with a name of the greatest length can be made too.
std::string TemporaryName(const std::string& folder) {
  static std::atomic<unsigned> counter{0};
  return folder + "/.zhitu-" + std::to_string(::getpid()) + "-g" + std::to_string(counter++) +
         ".tmp";
}

std::string FollowLink(std::string path) {
  std::error_code error;
  if (!std::filesystem::is_symlink(path, error)) return path;
  const std::filesystem::path target = std::filesystem::weakly_canonical(path, error);
  return error ? path : target.string();
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
    slot_ = Register(temporary_);
    descriptor_ = ::open(temporary_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor_ >= 0) return;
    const int error = errno;
    Unregister(slot_);
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
  Unregister(slot_);
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
  Unregister(slot_);
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

void RemoveUnfinishedFiles() noexcept {
  for (Slot& slot : unfinished) {
    if (slot.state.load() == SlotState::kUsed) ::unlink(slot.path.data());
  }
}

}  // namespace zhitu::graph
