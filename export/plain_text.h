#pragma once

#include <string_view>

namespace zhitu::xport {

/// True if a text stands for itself in XML and in JSON: well-formed UTF-8 without control
/// characters, U+FFFE, U+FFFF and the characters `" & ' < > \`. Most texts do. Of the others some
/// may be well too; the slower functions of each format tell. O(n), several characters at a time.
bool IsPlainText(std::string_view text);

}  // namespace zhitu::xport
