#pragma once

#include <bit>
#include <cstdint>
#include <cstring>

namespace zhitu::extract {

// Eight bytes of valid UTF-8 at once: most of Chinese text is characters of three bytes, and two of
// them fit into one word.

static_assert(std::endian::native == std::endian::little);

// The eight bytes from `bytes` on, the first the lowest.
inline std::uint64_t WordOf(const char* bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}

// True if a character of three bytes begins at the lowest byte of `word`.
inline bool IsLong(std::uint64_t word) { return (word & 0xC0C0F0U) == 0x8080E0U; }

// True if two characters of three bytes begin at the lowest byte of `word`.
inline bool AreTwoLong(std::uint64_t word) {
  return (word & 0x0000C0C0F0C0C0F0ULL) == 0x00008080E08080E0ULL;
}

// The code point of the three lowest bytes of `word`; of the next three in `word >> 24`.
inline std::uint32_t FirstLong(std::uint64_t word) {
  return static_cast<std::uint32_t>(((word & 0xFU) << 12U) | ((word >> 2U) & 0xFC0U) |
                                    ((word >> 16U) & 0x3FU));
}

}  // namespace zhitu::extract
