#include "tests/support/capture.h"

#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

namespace zhitu {
namespace {

int UnnamedFile() {
  const int file = ::memfd_create("capture", MFD_CLOEXEC);
  if (file < 0) throw std::runtime_error("memfd_create");
  return file;
}

std::string ReadAll(int file) {
  std::string all;
  std::array<char, 4096> buffer{};
  while (true) {
    const ssize_t got = ::pread(file, buffer.data(), buffer.size(), static_cast<off_t>(all.size()));
    if (got <= 0) return all;
    all.append(buffer.data(), static_cast<std::size_t>(got));
  }
}

}  // namespace

Capture::Capture()
    : out_file_(UnnamedFile()), err_file_(UnnamedFile()), out_(out_file_), messages_(err_file_) {}

Capture::~Capture() {
  ::close(out_file_);
  ::close(err_file_);
}

std::string Capture::Out() {
  out_.Flush();
  return ReadAll(out_file_);
}

std::string Capture::Err() const { return ReadAll(err_file_); }

}  // namespace zhitu
