#pragma once

#include <string>
#include <string_view>

namespace zhitu::extract {

/// XXH3-128 (xxHash 0.8) of bytes as 32 lower-case hex digits, most significant first. Not
/// cryptographic. O(n).
std::string HashHex(std::string_view bytes);

}  // namespace zhitu::extract
