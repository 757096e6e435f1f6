#include "extract/word_finder.h"

#include <algorithm>

#include "extract/utf8_word_impl.h"

namespace zhitu::extract {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// True if one of the eight bytes is a digit.
bool HoldsDigit(const char* bytes) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080ULL;
  constexpr std::uint64_t kZeros = 0x3030303030303030ULL;
  constexpr std::uint64_t kUpFromTen = 0x7676767676767676ULL;  // sets the high bit from 10 on
  const std::uint64_t word = WordOf(bytes) ^ kZeros;           // digits become 0 to 9
  return ((((word & ~kHighBits) + kUpFromTen) | word) & kHighBits) != kHighBits;
}

std::vector<std::size_t> StartsOfDigits(std::string_view text) {
  std::vector<std::size_t> starts;
  for (std::size_t at = 0; at < text.size();) {
    if (at + 8 <= text.size() && !HoldsDigit(text.data() + at)) {
      at += 8;
      continue;
    }
    for (const std::size_t end = std::min(at + 8, text.size()); at < end; ++at) {
      if (IsDigit(text[at]) && (at == 0 || !IsDigit(text[at - 1]))) starts.push_back(at);
    }
  }
  return starts;
}

}  // namespace

WordFinder::WordFinder(const Lexicons& lexicons, std::string_view text)
    : lexicons_(lexicons),
      text_(text),
      hits_(lexicons.FindSought(text)),
      digits_(StartsOfDigits(text)) {}

}  // namespace zhitu::extract
