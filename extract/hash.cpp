#include "extract/hash.h"

#include <xxhash.h>

namespace zhitu::extract {

std::array<char, 32> HashDigits(std::string_view bytes) {
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, hash);
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::array<char, 2 * sizeof canonical.digest> hex{};
  char* next = hex.data();
  for (const unsigned char byte : canonical.digest) {
    *next++ = kDigits[byte >> 4U];
    *next++ = kDigits[byte & 0x0FU];
  }
  return hex;
}

std::string HashHex(std::string_view bytes) {
  const std::array<char, 32> digits = HashDigits(bytes);
  return {digits.data(), digits.size()};
}

std::uint64_t Hash64(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

}  // namespace zhitu::extract
