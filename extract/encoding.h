#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/error.h"

namespace zhitu::extract {

/// The faults of a file that must be UTF-8 (a dictionary, rules): nothing where it is. A valid
/// GB18030 file, or one with the byte order mark of UTF-16, gives one problem with the command that
/// converts it; else each line with ill-formed
/// bytes gives one. Damaged UTF-8 can be valid GB18030 by chance: it counts as UTF-8 if more of its
/// sequences of several bytes are well formed than are not. A byte order mark takes no column.
/// O(n).
std::vector<Problem> Utf8Problems(const std::string& file, std::string_view bytes);

/// The text of a GB18030 (or GBK) file in UTF-8; nothing where it is UTF-8, or where `Utf8Problems`
/// takes it for damaged UTF-8. O(n).
std::optional<std::string> FromGb18030(std::string_view bytes);

/// The text of a file with the byte order mark of UTF-16 in UTF-8, without it; nothing where there
/// is none. What is ill-formed becomes U+FFFD. O(n).
std::optional<std::string> FromUtf16(std::string_view bytes);

}  // namespace zhitu::extract
