#pragma once

#include <string>
#include <string_view>

#include "export/text_buffer.h"

namespace zhitu::xport {

/// Where in an XML file a text stands.
enum class XmlPlace {
  kText,       ///< Between tags.
  kAttribute,  ///< Between double quotes.
};

/// True if XML 1.0 can hold the text: well-formed UTF-8 without control characters (but tab, line
/// feed and carriage return), U+FFFE and U+FFFF. O(n).
bool IsXmlText(std::string_view text);

/// The text with each character that XML 1.0 cannot hold, and each maximal ill-formed sequence,
/// replaced by U+FFFD. Not escaped. O(n).
std::string XmlCharacters(std::string_view text);

/// Appends any text so that an XML 1.0 reader gives back `XmlCharacters(text)`: `& < > " '` are
/// escaped, so is a carriage return, and in attributes tab and line feed. O(n).
void AppendXml(std::string& out, std::string_view text, XmlPlace place);

/// Appends ` name="value"` to an open tag. `name` is written as it is.
void AppendXmlAttribute(std::string& out, std::string_view name, std::string_view value);

/// The same to a buffer, as formats write it; a text that stands for itself is copied as it is.
void AppendXml(TextBuffer& out, std::string_view text, XmlPlace place);

}  // namespace zhitu::xport
