#pragma once

#include <string_view>
#include <vector>

namespace zhitu::xport {

/// The readings of a Han character in pinyin, as people type them: without tones, ü as `v`; the
/// commonest first, several where it has several. Empty for any other character. From ICU's data
/// and `export/tables/more_readings.txt`. O(log characters).
std::vector<std::string_view> PinyinOf(char32_t character);

}  // namespace zhitu::xport
