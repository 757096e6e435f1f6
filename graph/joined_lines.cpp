#include "graph/joined_lines.h"

#include <algorithm>

#include "graph/stored_text.h"

namespace zhitu::graph {

JoinedLines::JoinedLines(std::string_view text) : text_(WithoutLineBreaks(text)) {
  constexpr std::string_view kBreaks = "\r\n";
  std::size_t begin = text.find_first_not_of(kBreaks);
  std::size_t joined = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find_first_of(kBreaks, begin), text.size());
    // A space that the line does not begin with took the place of the break.
    if (!lines_.empty() && text_[joined] == ' ' && text[begin] != ' ') ++joined;
    lines_.push_back({begin, joined, end - begin});
    joined += end - begin;
    begin = text.find_first_not_of(kBreaks, end);
  }
}

std::size_t JoinedLines::At(std::size_t original) const {
  const auto behind =
      std::upper_bound(lines_.begin(), lines_.end(), original,
                       [](std::size_t at, const Line& line) { return at < line.original; });
  if (behind == lines_.begin()) return 0;
  const Line& line = *std::prev(behind);
  return line.joined + std::min(original - line.original, line.size);
}

}  // namespace zhitu::graph
