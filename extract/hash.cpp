#include "extract/hash.h"

#include <xxhash.h>

namespace zhitu::extract {

std::string HashHex(std::string_view bytes) {
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, hash);
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex(2 * sizeof canonical.digest, '0');
  char* next = hex.data();
  for (const unsigned char byte : canonical.digest) {
    *next++ = kDigits[byte >> 4U];
    *next++ = kDigits[byte & 0x0FU];
  }
  return hex;
}

std::uint64_t Hash64(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

}  // namespace zhitu::extract
