#pragma once

#include <string>
#include <string_view>

namespace zhitu::xport {

/// A value as one cell of a tab-separated line: backslash, tab, line feed and carriage return
/// become `\\ \t \n \r`, other control characters (C0, DEL, C1) `\x` and two hex digits, so that
/// no text can break a line or steer a terminal. Ill-formed UTF-8 becomes U+FFFD. O(n).
std::string TsvText(std::string_view text);

}  // namespace zhitu::xport
