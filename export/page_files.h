#pragma once

#include <span>
#include <string_view>

#include "extract/embedded.h"

namespace zhitu::xport {

/// The files of which a page is made (`export/page/dist`), by name.
std::span<const extract::EmbeddedFile> EmbeddedPage();

/// The text of one of them; `std::out_of_range` if there is none of that name.
std::string_view PageFile(std::string_view name);

}  // namespace zhitu::xport
