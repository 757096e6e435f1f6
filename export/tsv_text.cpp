#include "export/tsv_text.h"

#include <cstddef>

#include "extract/utf8.h"

namespace zhitu::xport {
namespace {

void AppendHex(std::string& out, char32_t c) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  out += "\\x";
  out += kDigits[c >> 4U];
  out += kDigits[c & 0xFU];
}

void AppendEscaped(std::string& out, char32_t c) {
  switch (c) {
    case '\\':
      out += "\\\\";
      return;
    case '\t':
      out += "\\t";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    default:
      break;
  }
  if (c < 0x20 || (c >= 0x7F && c < 0xA0)) {
    AppendHex(out, c);
  } else {
    extract::AppendUtf8(c, out);
  }
}

}  // namespace

std::string TsvText(std::string_view text) {
  const std::string decoded = extract::DecodeUtf8(std::string(text)).text;
  std::string out;
  out.reserve(decoded.size());
  for (std::size_t at = 0; at < decoded.size();) {
    AppendEscaped(out, extract::NextCodePoint(decoded, at));
  }
  return out;
}

}  // namespace zhitu::xport
