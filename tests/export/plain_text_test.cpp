#include "export/plain_text.h"

#include <gtest/gtest.h>

#include <ostream>
#include <random>
#include <string>
#include <vector>

#include "export/json_text.h"
#include "export/xml_text.h"

namespace zhitu::xport {
namespace {

struct PlainCase {
  const char* name;
  std::string text;
  bool plain;
};
void PrintTo(const PlainCase& c, std::ostream* out) { *out << c.name; }
class PlainText : public testing::TestWithParam<PlainCase> {};

TEST_P(PlainText, IsToldFromOthers) { EXPECT_EQ(IsPlainText(GetParam().text), GetParam().plain); }

const PlainCase kPlainCases[] = {
    {"Empty", "", true},
    {"Ascii", "co_occurs #1 [a|b]^c~`d", true},
    {"Han", "organization:窈川乡，“一表通”。", true},
    {"ManyScripts", "é ש ไ 区 𠮷 😀 \xC2\x85 \x7F", true},
    {"Ampersand", "a&b", false},
    {"Quote", "some words and \"", false},
    {"Apostrophe", "'", false},
    {"Less", "aaaaaaaa<aaaaaaaa", false},
    {"Greater", "aaaaaaaaaaaaaaaaaaaaaaaa>", false},
    {"Backslash", "aaaaaaa\\", false},
    {"LineFeed", "一\n二", false},
    {"Tab", "a\t", false},
    {"Nul", std::string("aaaa\0aaaaaaa", 12), false},
    {"Noncharacter", "\xEF\xBF\xBE", false},
    {"Replacement", "\xEF\xBF\xBD", true},
    {"BareTrail", "a\x80", false},
    {"CutAtTheEnd", "abc\xE5\x8C", false},
    {"Surrogate", "\xED\xA0\x80", false},
    {"Overlong", "\xF0\x80\x80\x80", false},
};
INSTANTIATE_TEST_SUITE_P(Basics, PlainText, testing::ValuesIn(kPlainCases),
                         [](const auto& c) { return std::string(c.param.name); });

// What the slower functions make of a text that was told to be plain.
void ExpectUnchanged(const std::string& text) {
  std::string xml;
  AppendXml(xml, text, XmlPlace::kAttribute);
  EXPECT_EQ(xml, text);
  JsonText json;
  json.String(text);
  EXPECT_EQ(json.text(), "\"" + text + "\"");
}

// Of every byte in every place of a short text.
TEST(IsPlainText, HoldsForEveryByte) {
  for (std::size_t size = 1; size < 20; ++size) {
    for (std::size_t place = 0; place < size; ++place) {
      for (int byte = 0; byte < 256; ++byte) {
        std::string text(size, 'x');
        text[place] = static_cast<char>(byte);
        const bool special = std::string("\"&'<>\\").find(text[place]) != std::string::npos;
        const bool plain = byte >= 0x20 && byte < 0x80 && !special;
        ASSERT_EQ(IsPlainText(text), plain) << size << ' ' << place << ' ' << byte;
      }
    }
  }
}

TEST(IsPlainText, PromisesNothingFalse) {
  std::mt19937 random(2);
  const std::string lead = "a<\x80\xBF\xC2\xE0\xE1\xED\xEF\xF0\xF3\xF4\xFF\x9F\xA0\xBE";
  int plain = 0;
  for (int round = 0; round < 200000; ++round) {
    std::string text;
    for (auto i = random() % 6; i > 0; --i) text += lead[random() % lead.size()];
    if (!IsPlainText(text)) continue;
    ++plain;
    ExpectUnchanged(text);
  }
  EXPECT_GT(plain, 1000);
}

// Texts long enough to be read several characters at a time, of characters and of what looks like
// them.
TEST(IsPlainText, PromisesNothingFalseOfLongTexts) {
  std::mt19937 random(4);
  const std::vector<std::string> good = {"区", "。", "\xE1\x80\x80", "\xEC\xBF\xBF", "a", "é"};
  const std::vector<std::string> bad = {
      "\xED\xA0\x80", "\xEF\xBF\xBE", "\xE0\x80\x80", "\xE5\x8C", "\xE5", "\x80", "&", "\n"};
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (auto i = random() % 9; i > 0; --i) text += good[random() % good.size()];
    ASSERT_TRUE(IsPlainText(text)) << text;
    ExpectUnchanged(text);
    text += bad[random() % bad.size()];
    for (auto i = random() % 9; i > 0; --i) text += good[random() % good.size()];
    ASSERT_FALSE(IsPlainText(text)) << testing::PrintToString(text);
  }
}

}  // namespace
}  // namespace zhitu::xport
