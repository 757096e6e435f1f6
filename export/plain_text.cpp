#include "export/plain_text.h"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace zhitu::xport {
namespace {

constexpr std::uint64_t kOnes = 0x0101010101010101ULL;
constexpr std::uint64_t kHighBits = 0x8080808080808080ULL;

// Not 0 if a byte is below `limit`, which is at most 0x80. All bytes are ASCII.
constexpr std::uint64_t Below(std::uint64_t word, unsigned char limit) {
  return (word - kOnes * limit) & kHighBits;
}

// Not 0 if a byte with some of its bits set is `value`.
constexpr std::uint64_t Equal(std::uint64_t word, unsigned char bits, unsigned char value) {
  return Below((word | kOnes * bits) ^ kOnes * value, 1);
}

// True for eight plain bytes of ASCII; of others with some characters too, such as # and ^.
constexpr bool IsPlainWord(std::uint64_t word) {
  constexpr unsigned char kQuotes = 0x27;    // " & ' are this with the bits 0x05 set
  constexpr unsigned char kBrackets = 0x7E;  // < > \ are this with the bits 0x62 set
  return (word & kHighBits) == 0 &&
         (Below(word, 0x20) | Equal(word, 0x05, kQuotes) | Equal(word, 0x62, kBrackets)) == 0;
}

std::uint64_t EightAt(const char* bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}

std::uint64_t FourAt(const char* bytes) {
  std::uint32_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}

// True if two characters of three bytes stand at the beginning of a word whose first bytes say that
// they are plain, as those of nearly all characters of Chinese texts do.
constexpr bool ArePlainPair(std::uint64_t word) {
  static_assert(std::endian::native == std::endian::little);
  constexpr auto is_sure = [](std::uint64_t bytes) {
    return static_cast<unsigned char>(bytes - 0xE1U) <= 0xECU - 0xE1U;
  };
  return (word & 0x0000C0C0F0C0C0F0ULL) == 0x00008080E08080E0ULL && is_sure(word) &&
         is_sure(word >> 24U);
}

// True for four to sixteen plain bytes of ASCII: the first and the last of them, which may overlap.
bool IsShortPlainWord(std::string_view text) {
  const char* const begin = &text.front();
  const char* const end = begin + text.size();
  if (text.size() >= 8) return IsPlainWord(EightAt(begin)) && IsPlainWord(EightAt(end - 8));
  return IsPlainWord((FourAt(begin) << 32U) | FourAt(end - 4));
}

constexpr bool IsPlainByte(char byte) {
  return static_cast<unsigned char>(byte) >= 0x20 &&
         std::string_view("\"&'<>\\").find(byte) == std::string_view::npos;
}

constexpr std::array<bool, 128> MakePlainBytes() {
  std::array<bool, 128> plain{};
  for (std::size_t i = 0; i < plain.size(); ++i) plain[i] = IsPlainByte(static_cast<char>(i));
  return plain;
}
constexpr std::array<bool, 128> kPlainBytes = MakePlainBytes();

// Length of the plain code point of several bytes at `at`; 0 if there is none, and for those of the
// last plane. `left` bytes can be read.
std::size_t PlainLength(const char* at, std::size_t left) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(at[i]); };
  const auto trails = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  const unsigned char lead = byte(0);
  if (lead >= 0xE0 && lead <= 0xEF) {
    if (left < 3 || !trails(1) || !trails(2)) return 0;
    if (lead == 0xE0) return byte(1) >= 0xA0 ? 3 : 0;
    if (lead == 0xED) return byte(1) <= 0x9F ? 3 : 0;  // above are surrogates
    return lead == 0xEF && byte(1) == 0xBF && byte(2) >= 0xBE ? 0 : 3;
  }
  if (lead >= 0xC2 && lead <= 0xDF) return left >= 2 && trails(1) ? 2 : 0;
  if (lead < 0xF0 || lead > 0xF3 || left < 4 || (lead == 0xF0 && byte(1) < 0x90)) return 0;
  return trails(1) && trails(2) && trails(3) ? 4 : 0;
}

}  // namespace

bool IsPlainText(std::string_view text) {
  if (text.size() >= 4 && text.size() <= 16 && IsShortPlainWord(text)) return true;
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at < end) {
    const auto byte = static_cast<unsigned char>(*at);
    const auto left = static_cast<std::size_t>(end - at);
    if (left >= 8 && ArePlainPair(EightAt(at))) {
      at += 6;
    } else if (byte >= 0x80) {
      const std::size_t length = PlainLength(at, left);
      if (length == 0) return false;
      at += length;
    } else if (left >= 8 && IsPlainWord(EightAt(at))) {
      at += 8;
    } else if (kPlainBytes[byte]) {
      ++at;
    } else {
      return false;
    }
  }
  return true;
}

}  // namespace zhitu::xport
