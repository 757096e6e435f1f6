#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace zhitu::extract {

/// XXH3-128 (xxHash 0.8) of bytes as 32 lower-case hex digits, most significant first. Not
/// cryptographic. O(n).
std::array<char, 32> HashDigits(std::string_view bytes);
/// The same as a text.
std::string HashHex(std::string_view bytes);

/// XXH3-64 of bytes, for tables in memory. O(n).
std::uint64_t Hash64(std::string_view bytes);

}  // namespace zhitu::extract
