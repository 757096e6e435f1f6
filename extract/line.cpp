#include "extract/line.h"

#include <algorithm>

#include "extract/characters.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

Span Trim(std::string_view text, Span line) {
  Span trimmed{line.end, line.begin};
  for (std::size_t at = line.begin; at < line.end;) {
    const std::size_t start = at;
    if (IsSpace(NextCodePoint(text, at))) continue;
    trimmed.begin = std::min(trimmed.begin, start);
    trimmed.end = at;
  }
  return trimmed.begin < trimmed.end ? trimmed : Span{line.begin, line.begin};
}

// White space has no width of its own on a terminal; in print an ideographic space takes two
// columns, all other one.
std::size_t Columns(std::string_view text, const Span& space) {
  std::size_t columns = 0;
  for (std::size_t at = space.begin; at < space.end;)
    columns += NextCodePoint(text, at) == U'\u3000' ? 2U : 1U;
  return columns;
}

// Reads the characters of a line once and notes what layout asks for.
void Inspect(std::string_view text, const TextConventions& conventions, Line& line) {
  std::size_t open = 0;
  bool first = true;
  for (std::size_t at = line.span.begin; at < line.span.end;) {
    const char32_t c = NextCodePoint(text, at);
    if (first) line.continues = conventions.CannotStartLine(c);
    first = false;
    line.has_end = line.has_end || conventions.EndsSentence(c);
    line.has_clause = line.has_clause || conventions.EndsClause(c);
    if (!conventions.Closes(c)) line.closed = conventions.EndsParagraph(c);
    if (conventions.Opens(c)) ++open;
    if (conventions.Closes(c) && open > 0) --open;
  }
  line.open_bracket = open > 0;
  line.width = DisplayWidth(line.span.In(text));
}

}  // namespace

std::vector<Line> ReadLines(std::string_view text, const TextConventions& conventions) {
  std::vector<Line> lines;
  std::size_t number = 0;
  std::size_t blank = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
    Line line;
    const std::size_t begin = at;
    line.span = Trim(text, {begin, end});
    line.number = number++;
    at = end + 1;
    if (end + 1 < text.size() && text[end] == '\r' && text[end + 1] == '\n') ++at;
    if (line.span.size() == 0) {
      ++blank;
      continue;
    }
    line.blank_before = blank;
    line.indent = Columns(text, {begin, line.span.begin});
    blank = 0;
    Inspect(text, conventions, line);
    lines.push_back(line);
  }
  return lines;
}

}  // namespace zhitu::extract
