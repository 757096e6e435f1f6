#include "export/pinyin.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>

namespace zhitu::xport {
namespace {

#include "pinyin_table.inc"

static_assert(std::size(kReadCharacters) == std::size(kReadSyllables));

}  // namespace

std::vector<std::string_view> PinyinOf(char32_t character) {
  const auto [begin, end] = std::equal_range(std::begin(kReadCharacters), std::end(kReadCharacters),
                                             static_cast<std::uint32_t>(character));
  std::vector<std::string_view> readings;
  for (const auto* at = begin; at != end; ++at) {
    readings.push_back(kSyllables[kReadSyllables[at - std::begin(kReadCharacters)]]);
  }
  return readings;
}

}  // namespace zhitu::xport
