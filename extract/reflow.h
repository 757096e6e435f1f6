#pragma once

#include <string_view>
#include <vector>

#include "extract/document.h"
#include "extract/line.h"
#include "extract/text_conventions.h"

namespace zhitu::extract {

/// Joins printed lines that were broken inside a word or sentence and names the zone of each block
/// that results.
///
/// A line is continued by the next when the next begins with a character that no line begins with,
/// when it itself ends inside a sentence that is part of a longer text, or when both stand in one
/// run of wrapped lines; captions that stand between the two halves stay blocks of their own. See
/// DESIGN.md, "Reflow", for the evidence and its order.
///
/// @return blocks in order of their first byte; every line is in one of them. O(n).
std::vector<Block> Reflow(std::string_view text, const TextConventions& conventions);

}  // namespace zhitu::extract
