#include "export/xml_text.h"

#include <cstddef>

#include "export/plain_text.h"
#include "extract/utf8.h"

namespace zhitu::xport {
namespace {

bool IsForbidden(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0xFFFE || c == 0xFFFF;
}

// What stands for an ASCII character; empty where it stands for itself.
std::string_view Escaped(char c, XmlPlace place) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&apos;";
    case '\r':  // a raw one would be read as a line feed
      return "&#13;";
    case '\n':  // raw ones would be read as spaces
      return place == XmlPlace::kAttribute ? "&#10;" : "";
    case '\t':
      return place == XmlPlace::kAttribute ? "&#9;" : "";
    default:
      return "";
  }
}

void AppendEscaped(std::string& out, std::string_view text, XmlPlace place) {
  std::size_t copied = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view escaped = Escaped(text[i], place);
    if (escaped.empty()) continue;
    out += text.substr(copied, i - copied);
    out += escaped;
    copied = i + 1;
  }
  out += text.substr(copied);
}

}  // namespace

bool IsXmlText(std::string_view text) {
  if (extract::WellFormedPrefix(text) != text.size()) return false;
  for (std::size_t at = 0; at < text.size();) {
    if (IsForbidden(extract::NextCodePoint(text, at))) return false;
  }
  return true;
}

std::string XmlCharacters(std::string_view text) {
  const std::string decoded = extract::DecodeUtf8(std::string(text)).text;
  std::string out;
  out.reserve(decoded.size());
  for (std::size_t at = 0; at < decoded.size();) {
    const char32_t c = extract::NextCodePoint(decoded, at);
    extract::AppendUtf8(IsForbidden(c) ? U'\uFFFD' : c, out);
  }
  return out;
}

void AppendXml(std::string& out, std::string_view text, XmlPlace place) {
  if (IsXmlText(text)) {
    AppendEscaped(out, text, place);
  } else {
    AppendEscaped(out, XmlCharacters(text), place);
  }
}

void AppendXml(TextBuffer& out, std::string_view text, XmlPlace place) {
  if (IsPlainText(text)) {
    out.Append(text);
    return;
  }
  std::string escaped;
  AppendXml(escaped, text, place);
  out.Append(escaped);
}

void AppendXmlAttribute(std::string& out, std::string_view name, std::string_view value) {
  out += ' ';
  out += name;
  out += "=\"";
  AppendXml(out, value, XmlPlace::kAttribute);
  out += '"';
}

}  // namespace zhitu::xport
