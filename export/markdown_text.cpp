#include "export/markdown_text.h"

#include "export/xml_text.h"
#include "extract/utf8.h"

namespace zhitu::xport {
namespace {

constexpr std::string_view kEscaped = "\\`*_{}[]<>()#+-.!|&~:@$=^\"'";

// Marks, embeddings, overrides and isolates of bidirectional text.
bool TurnsDirection(char32_t c) {
  return c == 0x61C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

bool IsWhiteSpace(char32_t c) {
  return c == '\t' || c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

void AppendCharacter(char32_t c, std::string& out) {
  if (IsWhiteSpace(c)) {
    out += ' ';
  } else if (TurnsDirection(c) || (c >= 0x7F && c < 0xA0)) {
    extract::AppendUtf8(0xFFFD, out);
  } else {
    if (c < 0x80 && kEscaped.find(static_cast<char>(c)) != std::string_view::npos) out += '\\';
    extract::AppendUtf8(c, out);
  }
}

}  // namespace

std::string MarkdownText(std::string_view text, std::size_t most) {
  const std::string kept = XmlCharacters(text);
  std::string out;
  std::size_t count = 0;
  for (std::size_t at = 0; at < kept.size(); ++count) {
    if (count == most) return out + "…";
    AppendCharacter(extract::NextCodePoint(kept, at), out);
  }
  return out;
}

}  // namespace zhitu::xport
