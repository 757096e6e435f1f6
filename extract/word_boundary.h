#pragma once

#include <cstddef>
#include <string_view>

#include "extract/span.h"

namespace zhitu::extract {

/// True if byte `at` does not lie between two letters of a spaced script; combining marks and
/// joiners between them are looked over. O(1) without such.
bool IsFree(std::string_view text, std::size_t at);

/// True if `span` does not begin or end between two letters of a spaced script (`cat` in
/// `concatenate`).
bool StandsFree(std::string_view text, const Span& span);

/// True if ICU's word segmentation (UAX 29, with its dictionary for Chinese and Japanese), run over
/// the line that holds `span`, at most 200 bytes to each side, has a boundary at both ends. Slow:
/// for the few forms that ask for it.
bool IsWord(std::string_view text, const Span& span);

}  // namespace zhitu::extract
