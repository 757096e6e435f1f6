#include "cli/standard_output.h"

#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "extract/error.h"

namespace zhitu::cli {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{1} << 16;

}  // namespace

void StandardOutput::Write(std::string_view bytes) {
  buffer_ += bytes;
  if (buffer_.size() >= kBufferBytes) Flush();
}

void StandardOutput::Flush() {
  std::size_t done = 0;
  while (done < buffer_.size()) {
    const ssize_t taken = ::write(descriptor_, buffer_.data() + done, buffer_.size() - done);
    if (taken >= 0) {
      done += static_cast<std::size_t>(taken);
      continue;
    }
    const int error = errno;
    if (error == EINTR) continue;
    buffer_.clear();
    if (error == EPIPE) throw ClosedPipe();
    throw extract::IoError("standard output: write failed: " +
                           std::generic_category().message(error));
  }
  buffer_.clear();
}

void StandardOutput::FlushIfPossible() noexcept {
  try {
    Flush();
  } catch (const std::exception&) {
    buffer_.clear();
  }
}

}  // namespace zhitu::cli
