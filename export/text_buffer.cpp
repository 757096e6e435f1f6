#include "export/text_buffer.h"

#include <algorithm>

namespace zhitu::xport {

Piece::Piece(std::string_view text) : text_(text), size_(text.size()) {
  std::copy_n(text.begin(), std::min(text.size(), kShort), bytes_.begin());
}

TextBuffer::TextBuffer(Sink& sink) : sink_(sink), bytes_(new char[kBytes]), end_(bytes_.get()) {}

void TextBuffer::Flush() {
  const std::string_view text(bytes_.get(), static_cast<std::size_t>(end_ - bytes_.get()));
  end_ = bytes_.get();
  if (!text.empty()) sink_.Write(text);
}

// The sink gets full buffers, few and large parts.
void TextBuffer::AppendSlowly(std::string_view text) {
  while (text.size() > Room()) {
    const std::size_t fitting = Room();
    std::copy_n(text.begin(), fitting, end_);
    end_ += fitting;
    text.remove_prefix(fitting);
    Flush();
  }
  Append(text);
}

}  // namespace zhitu::xport
