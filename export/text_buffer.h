#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

#include "export/number_text.h"
#include "export/sink.h"

namespace zhitu::xport {

/// A text that is written again and again, such as an element's tag. Immutable.
class Piece {
 public:
  /// Takes a copy.
  explicit Piece(std::string_view text);
  /// The text.
  std::string_view text() const { return text_; }

 private:
  friend class TextBuffer;
  static constexpr std::size_t kShort = 48;

  std::string text_;
  std::size_t size_;
  std::array<char, kShort> bytes_{};  // of a short one, so that it can be copied without a loop
};

/// Text on its way to a sink, gathered so that the sink is called seldom. What was not flushed does
/// not come to the sink. One thread.
class TextBuffer {
 public:
  /// @param sink  not owned; must outlive the buffer.
  explicit TextBuffer(Sink& sink);

  /// Appends bytes. @throws as the sink.
  void Append(std::string_view text) {
    if (text.size() > Room()) {
      AppendSlowly(text);
      return;
    }
    if (!text.empty()) std::memcpy(end_, text.data(), text.size());
    end_ += text.size();
  }
  /// Appends a piece, faster. @throws as the sink.
  void Append(const Piece& piece) {
    if (piece.size_ > Piece::kShort) {
      Append(piece.text());
      return;
    }
    MakeRoom(Piece::kShort);
    std::memcpy(end_, piece.bytes_.data(), Piece::kShort);
    end_ += piece.size_;
  }
  /// Appends what `PutNumber` writes. @throws as the sink.
  void AppendNumber(double value) {
    MakeRoom(kNumberBytes);
    end_ = PutNumber(value, end_);
  }
  /// Appends what `PutWeight` writes. @throws as the sink.
  void AppendWeight(double weight) {
    MakeRoom(kNumberBytes);
    end_ = PutWeight(weight, end_);
  }
  /// Appends a whole number in decimal. @throws as the sink.
  void AppendInteger(std::int64_t value) {
    MakeRoom(kNumberBytes);
    end_ = PutInteger(value, end_);
  }
  /// Passes all on to the sink. @throws as the sink.
  void Flush();

 private:
  static constexpr std::size_t kBytes = std::size_t{1} << 17U;

  std::size_t Room() const { return static_cast<std::size_t>(bytes_.get() + kBytes - end_); }
  // A few bytes at the end stay free then, so the sink gets parts of nearly the same size.
  void MakeRoom(std::size_t bytes) {
    if (Room() < bytes) Flush();
  }
  void AppendSlowly(std::string_view text);

  Sink& sink_;
  std::unique_ptr<char[]> bytes_;
  char* end_;
};

}  // namespace zhitu::xport
