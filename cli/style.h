#pragma once

#include <string>
#include <string_view>

#include "cli/session.h"

namespace zhitu::cli {

/// Text in bold where standard output is a terminal in colour, else as it is. The text must be fit
/// to be shown (`extract::Printable`), as in the others.
std::string Bold(std::string_view text, const Session& session);

/// Text that stands back behind other text, in the same way.
std::string Faint(std::string_view text, const Session& session);

/// Text in the colour that entities of a type have in pictures, in the same way.
std::string InColourOf(std::string_view type, std::string_view text, const Session& session);

}  // namespace zhitu::cli
