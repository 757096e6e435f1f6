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

constexpr std::size_t kBufferBytes = std::size_t{1} << 16;

}  // namespace

OutputFile::OutputFile(std::string path) : file_(std::move(path)) { buffer_.reserve(kBufferBytes); }

void OutputFile::Write(std::string_view bytes) {
  if (buffer_.size() + bytes.size() > kBufferBytes) Flush();
  if (bytes.size() > kBufferBytes) {
    WriteOut(bytes);
  } else {
    buffer_ += bytes;
  }
}

void OutputFile::Flush() {
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
    rest.remove_prefix(static_cast<std::size_t>(taken));
  }
}

void OutputFile::Prepare() {
  Flush();
  file_.Sync();
}

void OutputFile::Commit() {
  Prepare();
  file_.Commit();
}

void RemoveUnfinishedOutputs() noexcept { graph::RemoveUnfinishedFiles(); }

}  // namespace zhitu::xport
