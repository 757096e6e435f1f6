#pragma once

#include <string>
#include <string_view>

namespace zhitu::xport {

/// Where a format puts its bytes: a file, standard output, a string. One thread.
class Sink {
 public:
  Sink() = default;
  Sink(const Sink&) = delete;
  Sink& operator=(const Sink&) = delete;
  virtual ~Sink() = default;

  /// Appends bytes. @throws extract::IoError if they cannot be taken.
  virtual void Write(std::string_view bytes) = 0;
};

/// Collects the bytes in memory.
class StringSink final : public Sink {
 public:
  void Write(std::string_view bytes) override { text_ += bytes; }
  /// All that was written so far.
  const std::string& text() const noexcept { return text_; }

 private:
  std::string text_;
};

}  // namespace zhitu::xport
