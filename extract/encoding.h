#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/error.h"

namespace zhitu::extract {

/// The faults of a file that must be UTF-8 (a dictionary, rules): nothing where it is. A file that
/// is valid GB18030 and not UTF-8 gives one problem with the command that converts it; else each
/// line with ill-formed bytes gives one.
std::vector<Problem> Utf8Problems(const std::string& file, std::string_view bytes);

}  // namespace zhitu::extract
