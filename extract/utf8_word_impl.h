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

// The code points of the two characters of three bytes that begin `word`: the first in the low 16
// bits, the second from bit 24 on, zeros elsewhere.
inline std::uint64_t TwoLong(std::uint64_t word) {
  return ((word & 0x00000F00000FULL) << 12U) | ((word & 0x003F00003F00ULL) >> 2U) |
         ((word & 0x3F00003F0000ULL) >> 16U);
}

}  // namespace zhitu::extract
