#include "extract/utf8.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace zhitu::extract {
namespace {

using std::string_literals::operator""s;

struct DecodeCase {
  const char* name;
  std::string bytes;
  std::string text;  // `@` stands for U+FFFD
  std::size_t ill_formed;
};
void PrintTo(const DecodeCase& c, std::ostream* out) { *out << c.name; }
class DecodeBytes : public testing::TestWithParam<DecodeCase> {};

std::string WithReplacements(std::string_view text) {
  std::string out;
  for (const char byte : text) out += byte == '@' ? "\uFFFD"s : std::string(1, byte);
  return out;
}

TEST_P(DecodeBytes, AsPythonDoes) {
  const DecodedText decoded = DecodeUtf8(GetParam().bytes);
  EXPECT_EQ(decoded.text, WithReplacements(GetParam().text));
  EXPECT_EQ(decoded.ill_formed, GetParam().ill_formed);
}

// Expected values: Python, `bytes.decode("utf-8-sig", "replace")`.
const DecodeCase kWellFormed[] = {
    {"Empty", "", "", 0},
    {"Ascii", "abc", "abc", 0},
    {"TwoToFourBytes", "é汉𠮷", "é汉𠮷", 0},
    {"ByteOrderMark",
     "\uFEFF"
     "a",
     "a", 0},
    {"SecondByteOrderMarkStays",
     "\uFEFF\uFEFF"
     "a",
     "\uFEFF"
     "a",
     0},
    {"MarkInsideStays", "a\uFEFF", "a\uFEFF", 0},
    {"ReplacementCharacterIsNoFault", "\uFFFD", "@", 0},
    {"NulStays", "a\0b"s, "a\0b"s, 0},
    {"FirstOfThreeBytes", "\xE0\xA0\x80", "\xE0\xA0\x80", 0},
    {"LastBeforeSurrogates", "\xED\x9F\xBF", "\xED\x9F\xBF", 0},
    {"LastCodePoint", "\xF4\x8F\xBF\xBF", "\xF4\x8F\xBF\xBF", 0},
};
const DecodeCase kIllFormed[] = {
    {"LoneTrail",
     "a\x80"
     "b",
     "a@b", 1},
    {"TwoLoneTrails", "\x80\xBF", "@@", 2},
    {"OverlongSlash", "\xC0\xAF", "@@", 2},
    {"OverlongThree", "\xE0\x9F\xBF", "@@@", 3},
    {"OverlongFour", "\xF0\x8F\xBF\xBF", "@@@@", 4},
    {"Surrogate", "\xED\xA0\x80", "@@@", 3},
    {"SurrogatePair", "\xED\xA0\x81\xED\xB0\x80", "@@@@@@", 6},
    {"AboveLastCodePoint", "\xF4\x90\x80\x80", "@@@@", 4},
    {"LeadThatNeverIs", "\xF5\x80\x80\x80", "@@@@", 4},
    {"Utf16Mark", "\xFF\xFE", "@@", 2},
    {"Gb18030", "\xBA\xB2\xC1\xD6", "@@@@", 4},
    {"AfterEightAscii", "abcdefgh\xFFi", "abcdefgh@i", 1},
};
const DecodeCase kTruncated[] = {
    {"ByteOrderMark", "\xEF\xBB", "@", 1},
    {"TwoBytes", "\xC3", "@", 1},
    {"ThreeBytes", "\xE6\xB1", "@", 1},
    {"FourBytes", "\xF0\x9F\x98", "@", 1},
    {"FourBytesThenAscii",
     "\xF0\x9F"
     "a",
     "@a", 1},
    {"ThenLead", "\xE6\xB1\xE6\xB1\x89", "@汉", 1},
    {"LeadThenLead", "\xC3\xC3\xA9", "@é", 1},
};
// Unicode 15, tables 3-8 to 3-11.
const DecodeCase kUnicodeTables[] = {
    {"NonShortestForms", "\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41", "@@@@@@@@A", 8},
    {"Surrogates", "\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41", "@@@@@@@@A", 8},
    {"OtherIllFormed", "\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42", "@@@@@A@@B", 7},
    {"TruncatedSequences", "\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", "@@@@A", 4},
};
constexpr auto kName = [](const auto& c) { return std::string(c.param.name); };
INSTANTIATE_TEST_SUITE_P(WellFormed, DecodeBytes, testing::ValuesIn(kWellFormed), kName);
INSTANTIATE_TEST_SUITE_P(IllFormed, DecodeBytes, testing::ValuesIn(kIllFormed), kName);
INSTANTIATE_TEST_SUITE_P(Truncated, DecodeBytes, testing::ValuesIn(kTruncated), kName);
INSTANTIATE_TEST_SUITE_P(Unicode, DecodeBytes, testing::ValuesIn(kUnicodeTables), kName);

// Every string of up to four bytes out of these, which hold both ends of every range of Unicode
// table 3-7.
const std::string kEdgeBytes =
    "\x00\x7F\x80\x8F\x90\x9F\xA0\xBF\xC0\xC1\xC2\xDF\xE0\xE1\xEC\xED\xEE\xEF\xF0\xF1\xF3\xF4\xF5\xFF"s;

TEST(DecodeEveryShortString, GivesWhatPythonGives) {
  std::uint64_t hash = 0xCBF29CE484222325U;  // FNV-1a
  std::size_t ill_formed = 0;
  std::vector<std::string> strings = {""};
  for (std::size_t i = 0; i < strings.size(); ++i) {
    const DecodedText decoded = DecodeUtf8(strings[i]);
    ill_formed += decoded.ill_formed;
    for (const char byte : decoded.text) {
      hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3U;
    }
    if (strings[i].size() == 4) continue;
    for (const char byte : kEdgeBytes) strings.push_back(strings[i] + byte);
  }
  // The same loop in Python over `bytes.decode("utf-8", "replace")`, shortest strings first.
  EXPECT_EQ(strings.size(), 346201U);
  EXPECT_EQ(ill_formed, 1103434U);
  EXPECT_EQ(hash, 0x21FF860BF0DB43B4U);
}

TEST(WellFormedPrefix, StopsAtTheFirstIllFormedByte) {
  EXPECT_EQ(WellFormedPrefix(""), 0U);
  EXPECT_EQ(WellFormedPrefix("汉字"), 6U);
  for (std::size_t before = 0; before < 20; ++before) {
    EXPECT_EQ(WellFormedPrefix(std::string(before, 'a') + "\xE6\xB1"), before);
    EXPECT_EQ(WellFormedPrefix(std::string(before, 'a') + "汉\xFFz"), before + 3);
  }
}

TEST(CodePointBefore, GoesBackThroughAText) {
  const std::string text = "aé一\U00020000";
  std::size_t at = text.size();
  std::u32string back;
  std::string places;
  while (at > 0) {
    back += CodePointBefore(text, at);
    places += std::to_string(at) + ' ';
  }
  EXPECT_EQ(back, U"\U00020000一éa");
  EXPECT_EQ(places, "6 3 1 0 ");
}

TEST(AppendUtf8, IsReadBackByNextCodePoint) {
  std::string text;
  std::vector<char32_t> code_points;
  for (const char32_t c : U"\x01\x7F\x80\x7FF\x800\xD7FF\xE000\xFFFD\xFFFF\x10000\x20BB7\x10FFFF") {
    AppendUtf8(c, text);  // the last is the NUL at the end of the literal
    code_points.push_back(c);
  }
  EXPECT_EQ(WellFormedPrefix(text), text.size());
  EXPECT_EQ(CountCodePoints(text), code_points.size());
  std::size_t at = 0;
  for (const char32_t c : code_points) EXPECT_EQ(NextCodePoint(text, at), c);
  EXPECT_EQ(at, text.size());
}

// The plain way to count: from the beginning, one code point after the other.
struct Place {
  std::size_t code_points = 0;
  LineColumn position;
};
std::vector<Place> CountPlaces(std::string_view text) {
  std::vector<Place> places(text.size() + 1);
  Place now;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = NextCodePoint(text, at);
    for (std::size_t i = begin; i < at; ++i) places[i] = now;
    ++now.code_points;
    ++now.position.column;
    const bool crlf = c == U'\r' && at < text.size() && text[at] == '\n';
    if ((c == U'\n' || c == U'\r') && !crlf) now.position = {now.position.line + 1, 1};
  }
  places[text.size()] = now;
  return places;
}

void ExpectAgreesWithCounting(const std::string& text) {
  const OffsetIndex index(text);
  const std::vector<Place> places = CountPlaces(text);
  for (std::size_t at = 0; at <= text.size(); ++at) {
    if (at < text.size() && !IsLeadByte(text[at])) continue;
    ASSERT_EQ(index.CodePoints(at), places[at].code_points) << at << " of " << text;
    ASSERT_EQ(index.Byte(places[at].code_points), at) << at << " of " << text;
    const LineColumn position = index.Position(at);
    ASSERT_EQ(position.line, places[at].position.line) << at << " of " << text;
    ASSERT_EQ(position.column, places[at].position.column) << at << " of " << text;
  }
  ASSERT_EQ(index.Byte(places.back().code_points + 5), text.size()) << text;
}

TEST(OffsetIndex, CountsEveryShortText) {
  const std::vector<std::string> alphabet = {"a", "\n", "\r", "汉", "𠮷"};
  std::vector<std::string> texts = {""};
  for (std::size_t i = 0; i < texts.size(); ++i) {
    ExpectAgreesWithCounting(texts[i]);
    if (CountCodePoints(texts[i]) == 5) continue;
    for (const std::string& letter : alphabet) texts.push_back(texts[i] + letter);
  }
  EXPECT_EQ(texts.size(), 3906U);
}

// Blocks are 1024 bytes: ends of texts, characters and lines fall on and around their borders.
TEST(OffsetIndex, CountsTextsOfSeveralBlocks) {
  for (const std::size_t size : {1022U, 1023U, 1024U, 1025U, 2047U, 2048U, 3073U}) {
    ExpectAgreesWithCounting(std::string(size, 'a'));
    ExpectAgreesWithCounting(std::string(size, '\n'));
    ExpectAgreesWithCounting(std::string(size, 'a') + "𠮷\r\n" + std::string(1100, 'b'));
  }
  std::mt19937 random(20240501);
  for (int i = 0; i < 20; ++i) {
    std::string text;
    while (text.size() < 5000) {
      text += std::vector<const char*>{"a", "é", "汉", "𠮷", "\n", "\r\n"}[random() % 6];
    }
    ExpectAgreesWithCounting(text);
  }
}

}  // namespace
}  // namespace zhitu::extract
