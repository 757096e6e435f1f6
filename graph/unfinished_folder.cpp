#include "graph/unfinished_folder.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include "extract/characters.h"
#include "extract/error.h"

namespace zhitu::graph {
namespace {

namespace fs = std::filesystem;

constexpr int kNameAttempts = 100;  // a name may be left over from a dead process of this number

[[noreturn]] void Fail(const std::string& path, const std::string& reason) {
  throw extract::IoError(extract::Printable(path) + ": " + reason);
}

[[noreturn]] void FailErrno(const std::string& path, const char* action) {
  const int error = errno;
  Fail(path, std::string(action) + ": " + std::generic_category().message(error));
}

std::string WithoutSlashes(std::string path) {
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  return path;
}

// Removes a folder with these files; another file in it keeps it.
void RemoveFolder(const std::string& folder, const std::vector<std::string>& names) noexcept {
  for (const std::string& name : names) {
    std::string path = folder;
    ::unlink(path.append(1, '/').append(name).c_str());
  }
  ::rmdir(folder.c_str());
}

}  // namespace

UnfinishedFolder::UnfinishedFolder(std::string path, std::vector<std::string> names)
    : path_(FollowLink(WithoutSlashes(std::move(path)))), names_(std::move(names)) {
  CheckOld();
  Create();
  for (const std::string& name : names_) slots_.emplace_back(temporary_ + '/' + name);
}

void UnfinishedFolder::Create() {
  std::string around = fs::path(path_).parent_path().string();
  if (around.empty()) around = ".";
  for (int attempt = 0; attempt < kNameAttempts; ++attempt) {
    temporary_ = TemporaryName(around);
    UnfinishedPath slot(temporary_);
    if (::mkdir(temporary_.c_str(), 0777) == 0) {
      slots_.push_back(std::move(slot));
      return;
    }
    if (errno != EEXIST) break;
  }
  const int error = errno;
  temporary_.clear();
  errno = error;
  FailErrno(path_, "cannot be made");
}

// True if a folder of ours stands there; fails for anything else.
bool UnfinishedFolder::CheckOld() const {
  std::error_code error;
  const fs::file_status status = fs::status(path_, error);
  if (!fs::exists(status)) return false;
  if (!fs::is_directory(status)) Fail(path_, "is a file; expected a folder, or nothing");
  for (fs::directory_iterator entry(path_, error), end; !error && entry != end;
       entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (std::ranges::find(names_, name) == names_.end()) {
      Fail(path_, "holds other files, such as " + extract::Printable(name) +
                      "; expected a new folder, or one that holds the same files");
    }
  }
  if (error) Fail(path_, error.message());
  return true;
}

UnfinishedFolder::~UnfinishedFolder() {
  if (!temporary_.empty()) RemoveFolder(temporary_, names_);
}

// Two folders cannot be exchanged everywhere, so the old one moves away first.
void UnfinishedFolder::Replace() {
  const std::string aside = TemporaryName(fs::path(temporary_).parent_path().string());
  if (::rename(path_.c_str(), aside.c_str()) != 0) FailErrno(path_, "cannot be replaced");
  if (::rename(temporary_.c_str(), path_.c_str()) != 0) {
    const int error = errno;
    ::rename(aside.c_str(), path_.c_str());
    errno = error;
    FailErrno(path_, "cannot be replaced");
  }
  RemoveFolder(aside, names_);
}

void UnfinishedFolder::Commit() {
  if (CheckOld()) {
    Replace();
  } else if (::rename(temporary_.c_str(), path_.c_str()) != 0) {
    FailErrno(path_, "cannot be made");
  }
  temporary_.clear();
  slots_.clear();
}

}  // namespace zhitu::graph
