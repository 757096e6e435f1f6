#include "tests/support/letters.h"

#include "extract/utf8.h"

namespace zhitu::extract {

std::vector<std::string> TextsOver(const Letters& letters, std::size_t longest) {
  std::vector<std::string> texts = {""};
  std::size_t begin = 0;
  for (std::size_t length = 1; length <= longest; ++length) {
    const std::size_t end = texts.size();
    for (; begin < end; ++begin) {
      for (const std::string& letter : letters) texts.push_back(texts[begin] + letter);
    }
  }
  return texts;
}

std::string OnLines(const std::vector<std::string>& texts) {
  std::string lines;
  for (const std::string& text : texts) lines += text + '\n';
  return lines;
}

const Letters& EveryKindOfLetter() {
  static const Letters letters = {
      "a",      "b",      "A",          "Ａ",         "é",          "e",      "\u0301",
      "ß",      "s",      "ﬁ",          "f",          "i",          "㍿",     "会",
      "株",     "…",      ".",          "国",         "國",         "金",     "水",
      "𠮷",     "Ⅷ",      "v",          "한",         "ᄒ",         "ᅡ",      "ᆫ",
      "-",      "—",      "“",          "'",          " ",          "\u3000", "\n",
      "\t",     "\u200B", "\u00AD",     "\U000E0100", "·",          "ー",     "コ",
      "，",     ",",      "1",          "２",         "㎢",         "km2",    "\uFEFF",
      "¨",      "㎏",     "kg",         "ﷺ",          "صلى",        "\r",     "\r\n",
      "\u2028", "\u0085", "\u2003",     "\v",         "\U0001D400", "𝟘",      "\U0002F800",
      "臺",     "台",     "\U0001D165", "\u3099",     "ﾊ",          "ﾟ",      "\U0001F600",
      "\uFFFD", "\u302A", "〇",         "々",         "\u200D",     "\uFFFF", "\u115F"};
  return letters;
}

std::string RandomText(std::mt19937& random, const Letters& letters, std::size_t count) {
  std::string text;
  for (; count > 0; --count) text += letters[random() % letters.size()];
  return text;
}

Letters SomeOf(std::mt19937& random, const Letters& letters, std::size_t count) {
  Letters some;
  for (; count > 0; --count) some.push_back(letters[random() % letters.size()]);
  return some;
}

std::vector<std::string> RareLetters() {
  std::vector<std::string> letters = {" ", "k"};
  for (char32_t c = 0x30000; letters.size() < kRareLetters; ++c) {
    AppendUtf8(c, letters.emplace_back());
  }
  return letters;
}

std::map<std::string, std::uint32_t> NamesOfManyCharacters() {
  std::string common = "一丁";
  for (char32_t c = 0x20000; c < 0x20000 + 59'998; ++c) AppendUtf8(c, common);
  std::map<std::string, std::uint32_t> names;
  const auto add = [&](const std::string& name) {
    names.emplace(name, static_cast<std::uint32_t>(names.size()));
  };
  for (const char* const first : {"一", "丁", "一一", "一丁", "丁一", "丁丁"}) add(first + common);
  const std::vector<std::string> letters = RareLetters();
  for (std::size_t i = 1; i < letters.size(); ++i) add(letters[i]);  // but the space
  for (std::size_t i = 1; i + 3 < letters.size(); ++i) {
    if (i % 3 == 0) add(letters[i] + letters[i + 1]);
    if (i % 5 == 0) add(letters[i] + "一");
    if (i % 7 == 0) add("丁" + letters[i] + letters[i + 2]);
    if (i % 11 == 0) add(letters[i] + letters[i + 3] + "丁" + letters[i + 2]);
  }
  add(letters[2] + " k");
  return names;
}

}  // namespace zhitu::extract
