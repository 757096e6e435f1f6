#pragma once

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "extract/document.h"
#include "extract/text_conventions.h"

namespace zhitu::extract {

// Conventions like those of the presets, kept here so that a change of presets changes no test of
// the layout.
TextConventions ChineseNews();
TextConventions EnglishNews();
// Those of preset `none`.
TextConventions PlainText();

// Blocks as `zone text`, one a line, with `|` between the pieces of a block.
std::string ShowBlocks(std::string_view text, const std::vector<Block>& blocks);

// A text with every LF replaced.
std::string WithLineBreaks(std::string_view text, std::string_view line_break);

// `count` times `text`.
std::string Repeat(std::string_view text, std::size_t count);

// A page of random lines: Han and Latin words, the characters and cues that layout looks at, all
// kinds of line breaks and white space. The same for a state of `random` on every machine.
std::string RandomPage(std::mt19937& random);

}  // namespace zhitu::extract
