#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace zhitu::xport {

/// A text inside a line of Markdown (CommonMark and GitHub's): every character that could begin
/// markup, HTML or a link is escaped, white space is a space, and control characters, those that
/// turn the direction of what follows, and what XML cannot hold become U+FFFD.
///
/// @param most  characters that are kept; `…` stands for the rest.
/// O(n).
std::string MarkdownText(std::string_view text, std::size_t most);

}  // namespace zhitu::xport
