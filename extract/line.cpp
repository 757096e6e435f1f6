#include "extract/line.h"

#include <algorithm>

#include "extract/characters.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

constexpr std::size_t kBytesOfLine = 128;  // more in most texts

// Gives the lines of a text one by one, without their breaks.
class LineBreaks {
 public:
  explicit LineBreaks(std::string_view text) : text_(text) {}

  // False when there is none left.
  bool Next(Span& line) {
    if (at_ >= text_.size()) return false;
    // Each kind of break is looked for once, not once a line.
    if (at_ == 0 || feed_ < at_) feed_ = std::min(text_.find('\n', at_), text_.size());
    const std::size_t end = std::min(text_.substr(0, feed_).find('\r', at_), feed_);
    line = {at_, end};
    const bool pair = end + 1 < text_.size() && text_[end] == '\r' && text_[end + 1] == '\n';
    at_ = end + (pair ? 2 : 1);
    return true;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t feed_ = 0;  // the next line feed
};

Span Trim(std::string_view text, const Span& line) {
  const std::string_view trimmed = TrimmedView(line.In(text));
  const auto begin = static_cast<std::size_t>(trimmed.data() - text.data());
  return {begin, begin + trimmed.size()};
}

// White space has no width of its own on a terminal; in print an ideographic space takes two
// columns, all other one.
std::size_t Columns(std::string_view text, const Span& space) {
  std::size_t columns = 0;
  for (std::size_t at = space.begin; at < space.end;)
    columns += NextCodePoint(text, at) == U'\u3000' ? 2U : 1U;
  return columns;
}

// The characters that say something of a line, wherever they stand in it, and maybe others.
CharacterSetUnion Marks(const TextConventions& conventions) {
  return {&conventions.sentence_end, &conventions.clause_end, &conventions.paragraph_end,
          &conventions.closers, &conventions.openers};
}

// Reads the characters of a line once and notes what layout asks for.
void Inspect(std::string_view text, const TextConventions& conventions,
             const CharacterSetUnion& marks, Line& line) {
  const std::string_view characters = text.substr(0, line.span.end);
  std::size_t at = line.span.begin;
  std::size_t next = at;
  line.continues = conventions.CannotStartLine(NextCodePoint(characters, next));
  std::size_t open = 0;
  std::size_t han_bytes = 0;
  while (true) {
    if (!marks.HoldsHan()) {
      const std::size_t end = EndOfCommonHan(characters, at);
      if (end > at) line.closed = false;
      han_bytes += end - at;
      at = end;
    }
    if (at == line.span.end) break;
    const char32_t c = NextCodePoint(characters, at);
    line.width += DisplayWidth(c);
    if (!marks.MayHave(c)) {
      line.closed = false;
      continue;
    }
    line.has_end = line.has_end || conventions.EndsSentence(c);
    line.has_clause = line.has_clause || conventions.EndsClause(c);
    const bool closes = conventions.Closes(c);
    if (!closes) line.closed = conventions.EndsParagraph(c);
    if (conventions.Opens(c)) ++open;
    if (closes && open > 0) --open;
  }
  line.width += 2 * (han_bytes / 3);
  line.open_bracket = open > 0;
}

}  // namespace

std::vector<Line> ReadLines(std::string_view text, const TextConventions& conventions) {
  const CharacterSetUnion marks = Marks(conventions);
  std::vector<Line> lines;
  lines.reserve(text.size() / kBytesOfLine + 1);
  std::size_t number = 0;
  std::size_t blank = 0;
  LineBreaks breaks(text);
  for (Span whole; breaks.Next(whole); ++number) {
    Line line;
    line.span = Trim(text, whole);
    line.number = number;
    if (line.span.size() == 0) {
      ++blank;
      continue;
    }
    line.blank_before = blank;
    line.indent = Columns(text, {whole.begin, line.span.begin});
    blank = 0;
    Inspect(text, conventions, marks, line);
    lines.push_back(line);
  }
  return lines;
}

std::vector<Span> ReadLineSpans(std::string_view text) {
  std::vector<Span> spans;
  LineBreaks breaks(text);
  for (Span line; breaks.Next(line);) {
    line = Trim(text, line);
    if (line.size() > 0) spans.push_back(line);
  }
  return spans;
}

}  // namespace zhitu::extract
