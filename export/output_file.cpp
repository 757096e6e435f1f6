#include "export/output_file.h"

#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <system_error>
#include <utility>

#include "extract/characters.h"
#include "extract/error.h"

namespace zhitu::xport {
namespace {

// What is buffered: less than writers hand over at once, so that theirs is not copied; or more, so
// that what waits is few and large.
constexpr std::size_t kBufferBytes = std::size_t{1} << 16U;
constexpr std::size_t kBufferBytesShared = std::size_t{1} << 18U;
constexpr std::size_t kMostWaiting = 4;  // full buffers

}  // namespace

OutputFile::OutputFile(std::string path, std::size_t threads)
    : file_(std::move(path)), shared_(threads > 1) {
  buffer_.reserve(shared_ ? kBufferBytesShared : kBufferBytes);
}

void OutputFile::Write(std::string_view bytes) {
  const std::size_t room = shared_ ? kBufferBytesShared : kBufferBytes;
  if (buffer_.size() + bytes.size() > room) EmptyBuffer();
  if (bytes.size() > room) {
    WriteAll();
    WriteOut(bytes);
  } else {
    buffer_ += bytes;
  }
}

// One at a time: meanwhile the other thread has to wait.
void OutputFile::EmptyBuffer() {
  if (!shared_) return WriteAll();
  while (!PutAside()) WriteSome();
}

// Leaves the buffer to the other thread, unless that has enough already.
bool OutputFile::PutAside() {
  const std::lock_guard lock(waiting_mutex_);
  if (waiting_.size() == kMostWaiting) return false;
  waiting_.push_back(std::move(buffer_));
  buffer_.clear();
  if (spare_.empty()) {
    buffer_.reserve(kBufferBytesShared);
  } else {
    buffer_ = std::move(spare_.back());
    spare_.pop_back();
  }
  return true;
}

bool OutputFile::WriteSome() {
  const std::lock_guard writing(writing_mutex_);
  std::unique_lock lock(waiting_mutex_);
  if (waiting_.empty()) return false;
  std::string bytes = std::move(waiting_.front());
  waiting_.pop_front();
  lock.unlock();
  WriteOut(bytes);
  bytes.clear();
  lock.lock();
  spare_.push_back(std::move(bytes));
  return true;
}

void OutputFile::WriteAll() {
  while (WriteSome()) {
  }
  // Nobody else puts anything aside, but somebody may still be writing.
  const std::lock_guard writing(writing_mutex_);
  WriteOut(buffer_);
  buffer_.clear();
}

void OutputFile::WriteOut(std::string_view rest) {
  while (!rest.empty()) {
    const ssize_t taken = ::write(file_.descriptor(), rest.data(), rest.size());
    if (taken < 0 && errno == EINTR) continue;
    if (taken < 0) {
      throw extract::IoError(extract::Printable(file_.path()) +
                             ": write failed: " + std::generic_category().message(errno));
    }
    const auto bytes = static_cast<std::size_t>(taken);
    rest.remove_prefix(bytes);
    write_back_.Add(file_.descriptor(), written_, bytes);
    written_ += bytes;
  }
}

void OutputFile::Prepare() {
  WriteAll();
  file_.Sync();
}

void OutputFile::Commit() {
  Prepare();
  file_.Commit();
}

void RemoveUnfinishedOutputs() noexcept { graph::RemoveUnfinishedFiles(); }

}  // namespace zhitu::xport
