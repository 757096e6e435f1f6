#include "tests/support/wrapped_text.h"

#include "extract/characters.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

// Where a line that begins at `begin` ends: before the first character that does not fit, or at a
// space before it where that would break a word.
std::size_t EndOfLine(std::string_view text, std::size_t begin, std::size_t columns,
                      const Layout& layout) {
  std::size_t end = begin;
  std::size_t space = begin;
  for (std::size_t at = begin; at < text.size(); end = at) {
    const std::size_t start = at;
    const char32_t c = NextCodePoint(text, at);
    if (c == U' ') space = start;
    if (IsHan(c)) space = begin;  // a line may end before it
    const bool hangs =
        layout.no_line_start.find(text.substr(start, at - start)) != std::string::npos;
    if (DisplayWidth(text.substr(begin, at - begin)) <= columns || hangs) continue;
    return IsSpacedLetter(c) && space > begin ? space : std::max(end, begin + 1);
  }
  return text.size();
}

void PrintBlock(const Paragraph& paragraph, const Layout& layout, std::string& out) {
  const std::string_view text = paragraph.text;
  std::size_t used = 0;
  if (paragraph.zone == Zone::kBody) {
    out += layout.indent;
    used = 2 * CountCodePoints(layout.indent);
  }
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end =
        layout.columns == 0 ? text.size() : EndOfLine(text, at, layout.columns - used, layout);
    if (at > 0) out += layout.line_break;
    out += text.substr(at, end - at);
    at = end < text.size() && text[end] == ' ' ? end + 1 : end;
    used = 0;
  }
}

}  // namespace

std::vector<Paragraph> Paragraphs(const Document& document) {
  std::vector<Paragraph> paragraphs;
  for (const Block& block : document.blocks) {
    paragraphs.push_back({block.zone, ""});
    for (const Span& piece : block.pieces) paragraphs.back().text += piece.In(document.text);
  }
  return paragraphs;
}

std::string Print(const std::vector<Paragraph>& paragraphs, const Layout& layout) {
  std::string out;
  for (const Paragraph& paragraph : paragraphs) {
    if (!out.empty()) out += layout.between;
    PrintBlock(paragraph, layout, out);
  }
  return out + '\n';
}

}  // namespace zhitu::extract
