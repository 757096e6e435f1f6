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
// that the other thread is woken seldom.
constexpr std::size_t kBufferBytes = std::size_t{1} << 16U;
constexpr std::size_t kBufferBytesBehind = std::size_t{1} << 19U;

}  // namespace

OutputFile::OutputFile(std::string path, std::size_t threads)
    : file_(std::move(path)),
      buffer_bytes_(threads > 1 ? kBufferBytesBehind : kBufferBytes),
      behind_(
          [this](std::string& bytes) {
            WriteOut(bytes);
            bytes.clear();
          },
          threads > 1) {
  buffer_.reserve(buffer_bytes_);
}

void OutputFile::Write(std::string_view bytes) {
  if (buffer_.size() + bytes.size() > buffer_bytes_) behind_.Take(buffer_);
  if (bytes.size() > buffer_bytes_) {
    behind_.Finish();
    WriteOut(bytes);
  } else {
    buffer_ += bytes;
  }
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
  behind_.Take(buffer_);
  behind_.Finish();
  file_.Sync();
}

void OutputFile::Commit() {
  Prepare();
  file_.Commit();
}

void RemoveUnfinishedOutputs() noexcept { graph::RemoveUnfinishedFiles(); }

}  // namespace zhitu::xport
