#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace zhitu::xport {

/// A finite number of a text that is nothing else; `+` may stand before it.
std::optional<double> NumberOf(std::string_view text);
/// True for a whole number of 32 bits, or of 64.
bool FitsWhole(std::string_view text, bool narrow);
/// The whole number of 64 bits that a text such as `3.0`, `1e3` or `5000000000` means; empty if
/// none.
std::string WholeOf(std::string_view text);
/// `INF`, `-INF` or `NaN` for what spells one of them in some way; empty for all else.
std::string SpelledInfinity(std::string_view text);

/// True for `#rrggbb` or one word of letters.
bool IsColour(std::string_view text);
/// `#rrggbb` of `r,g,b`, `#rgb` or `rrggbb`; empty if it is none.
std::string ColourOf(std::string_view text);

}  // namespace zhitu::xport
