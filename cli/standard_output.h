#pragma once

#include <exception>
#include <string>
#include <string_view>

#include "export/sink.h"

namespace zhitu::cli {

/// The reader of standard output has gone (`| head`): nothing is left to do, and nothing is wrong.
class ClosedPipe final : public std::exception {
 public:
  /// For completeness; never shown.
  const char* what() const noexcept override { return "standard output was closed"; }
};

/// Standard output, buffered, with every write checked. One thread.
class StandardOutput final : public xport::Sink {
 public:
  /// @param descriptor  an open file descriptor, not owned.
  explicit StandardOutput(int descriptor) : descriptor_(descriptor) {}

  /// Appends bytes. @throws extract::IoError if they cannot be written, ClosedPipe if nobody reads.
  void Write(std::string_view bytes) override;
  /// Hands on what is buffered; must be called before the program ends. Throws as `Write`.
  void Flush();
  /// The same where a failure is already being told; nothing is thrown.
  void FlushIfPossible() noexcept;

 private:
  int descriptor_;
  std::string buffer_;
};

}  // namespace zhitu::cli
