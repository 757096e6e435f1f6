#include "export/page_letters.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "export/page_columns.h"
#include "export/pinyin.h"
#include "extract/fold.h"
#include "extract/utf8.h"

namespace zhitu::xport {
namespace {

constexpr char32_t kBehindCharacters = 0x32000;  // beyond stand none that fold to others

std::string Utf8(char32_t character) {
  std::string bytes;
  extract::AppendUtf8(character, bytes);
  return bytes;
}

void AddPair(std::string_view key, std::string_view value, std::string& json) {
  if (!json.empty()) json += ',';
  AppendPageString(json, key);
  json += ',';
  AppendPageString(json, value);
}

}  // namespace

void PageLetters::Add(std::string_view name) {
  const std::string folded = extract::FoldName(name);
  for (std::size_t at = 0; at < folded.size();) {
    used_.insert(extract::NextCodePoint(folded, at));
  }
}

std::string PageLetters::Folds() const {
  std::string json;
  for (char32_t character = 1; character < kBehindCharacters; ++character) {
    if (character >= 0xD800 && character < 0xE000) continue;
    const extract::FoldedCharacter folded = extract::FoldCharacter(character);
    if (folded.bytes.empty()) continue;
    bool known = true;
    for (std::size_t at = 0; known && at < folded.bytes.size();) {
      known = used_.contains(extract::NextCodePoint(folded.bytes, at));
    }
    if (known) AddPair(Utf8(character), folded.bytes, json);
  }
  return json;
}

std::string PageLetters::Readings() const {
  std::vector<char32_t> characters(used_.begin(), used_.end());
  std::sort(characters.begin(), characters.end());
  std::string json;
  for (const char32_t character : characters) {
    std::string readings;
    for (const std::string_view reading : PinyinOf(character)) {
      if (!readings.empty()) readings += ' ';
      readings += reading;
    }
    if (!readings.empty()) AddPair(Utf8(character), readings, json);
  }
  return json;
}

std::string PageLetters::Take() const {
  return R"({"fold":[)" + Folds() + R"(],"pinyin":[)" + Readings() + "]}";
}

}  // namespace zhitu::xport
