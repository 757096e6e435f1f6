#include "extract/characters.h"

#include <gtest/gtest.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <string>

#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

// The kinds of a character as letters: H Han, L letter of a spaced script, S white space, M mark.
std::string KindsOf(char32_t c) {
  std::string kinds;
  if (IsHan(c)) kinds += 'H';
  if (IsSpacedLetter(c)) kinds += 'L';
  if (IsSpace(c)) kinds += 'S';
  if (IsCombiningMark(c)) kinds += 'M';
  return kinds;
}

struct KindCase {
  const char* name;
  const char* kinds;
  std::u32string characters;  // all of this kind
};
void PrintTo(const KindCase& c, std::ostream* out) { *out << c.name; }
class CharacterKinds : public testing::TestWithParam<KindCase> {};

TEST_P(CharacterKinds, AreThese) {
  for (const char32_t c : GetParam().characters) {
    EXPECT_EQ(KindsOf(c), GetParam().kinds) << "U+" << std::hex << static_cast<unsigned>(c);
  }
}

const KindCase kKindCases[] = {
    {"Han", "H", U"一鿿㐀䶿\U00020000\U00020BB7\U0002A6DF々〇⺀\uF900"},
    {"LettersAndDigits", "L", U"aZ09éßЖяδअ한Ａｚ９٣"},
    {"OtherScriptsWithoutSpaces", "", U"あアｱกລខကㄅ"},
    {"KanaMarks", "", U"ー〆〼ｰ・"},
    {"Punctuation", "", U"，。“”-_'@™€²"},
    {"Spaces", "S", U" \t\n\v\f\r\x85\xA0\u1680\u2003\u2028\u2029\u202F\u205F\u3000"},
    {"InvisibleButNoSpaces", "", U"\u180E\u200B\u200D\u2060\uFEFF\x1C"},
    {"Marks", "M", U"\u0301\u0308\u20DD\u302A\u3099\uFE0F\U000E0100\u093F"},
    {"NoCharacter", "", U"\uFFFF\U0010FFFF"},
};
INSTANTIATE_TEST_SUITE_P(Basics, CharacterKinds, testing::ValuesIn(kKindCases),
                         [](const auto& c) { return std::string(c.param.name); });

struct TextCase {
  const char* name;
  std::string text;
  std::string printable;
  std::size_t width;
};
void PrintTo(const TextCase& c, std::ostream* out) { *out << c.name; }
class TerminalText : public testing::TestWithParam<TextCase> {};

TEST_P(TerminalText, IsPrintable) { EXPECT_EQ(Printable(GetParam().text), GetParam().printable); }

TEST_P(TerminalText, HasWidth) {
  EXPECT_EQ(DisplayWidth(DecodeUtf8(GetParam().text).text), GetParam().width);
}

const TextCase kTextCases[] = {
    {"Empty", "", "", 0},
    {"Plain", "a b", "a b", 3},
    {"Han", "翰林𠮷", "翰林𠮷", 6},
    {"Fullwidth", "Ａ，", "Ａ，", 4},
    {"HalfwidthKana", "ｱ", "ｱ", 1},
    {"Combining", "e\u0301\u20DD", "e\u0301\u20DD", 1},
    {"ZeroWidth",
     "a\u200B\u200D"
     "b",
     "a\u200B\u200D"
     "b",
     2},
    {"LineBreaksAndTab", "a\r\nb\tc", "a\\r\\nb\\tc", 3},
    {"TerminalEscape", "\x1b[31mred\x07", "\\x1b[31mred\\x07", 7},
    {"Delete", "a\x7f", "a\\x7f", 1},
    {"SecondControlBlock", "\u0085\u009b", "\\x85\\x9b", 0},
    {"Nul", std::string("a\0b", 3), "a\\x00b", 2},
    {"Bidirectional", "a\u202Eb\u2066c\u200Fd", "a\\u202eb\\u2066c\\u200fd", 4},
    {"LineSeparator", "a\u2028b\u2029", "a\\u2028b\\u2029", 2},
    {"ByteOrderMark", "\uFEFFa", "\\ufeffa", 1},
    {"IllFormed", "a\xFF", "a\uFFFD", 2},
};
INSTANTIATE_TEST_SUITE_P(Basics, TerminalText, testing::ValuesIn(kTextCases),
                         [](const auto& c) { return std::string(c.param.name); });

// The data of ICU, without short cuts for common characters.
std::size_t SlowWidth(char32_t c) {
  const auto icu = static_cast<UChar32>(c);
  const auto category = U_GET_GC_MASK(icu);
  if ((category & (U_GC_CC_MASK | U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK | U_GC_ZL_MASK |
                   U_GC_ZP_MASK)) != 0)
    return 0;
  const int width = u_getIntPropertyValue(icu, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

TEST(CharacterKinds, AgreeWithIcu) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    const auto icu = static_cast<UChar32>(c);
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(icu, &status);
    const bool mark = (U_GET_GC_MASK(icu) & U_GC_M_MASK) != 0;
    ASSERT_EQ(IsHan(c), script == USCRIPT_HAN || IsCommonHan(c)) << static_cast<unsigned>(c);
    ASSERT_EQ(IsCombiningMark(c), mark) << static_cast<unsigned>(c);
    if (IsSpacedLetter(c)) {
      ASSERT_TRUE(u_isalnum(icu)) << static_cast<unsigned>(c);
    }
    if (c != 0xAD) {  // the soft hyphen is shown here
      ASSERT_EQ(DisplayWidth(c), SlowWidth(c)) << static_cast<unsigned>(c);
    }
  }
}

TEST(EndOfCommonHan, IsBeforeTheFirstOther) {
  for (char32_t c = 1; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    std::string text = "国";
    AppendUtf8(c, text);
    text += "国";
    const bool common = c >= 0x4E00 && c <= 0x9FFF;
    ASSERT_EQ(EndOfCommonHan(text, 0), common ? 9U : 3U) << static_cast<unsigned>(c);
  }
  EXPECT_EQ(EndOfCommonHan("", 0), 0U);
  EXPECT_EQ(EndOfCommonHan("a国", 1), 4U);
  EXPECT_EQ(EndOfCommonHan("国", 3), 3U);
}

TEST(CasePattern, TellsEachLetterWithCase) {
  EXPECT_EQ(CasePattern(""), "");
  EXPECT_EQ(CasePattern("WHO Who who"),
            "UUUUllll"
            "l");
  EXPECT_EQ(CasePattern("ＷｈＯ"), "UlU");
  EXPECT_EQ(CasePattern("É e\u0301 ß"), "Ull");
  EXPECT_EQ(CasePattern("5G 翰林 ไทย 한"), "U");
}

TEST(TrimmedView, DropsWhiteSpaceOfAnyScript) {
  EXPECT_EQ(TrimmedView(" \t甲 乙\xE3\x80\x80\r"), "甲 乙");
  EXPECT_EQ(TrimmedView(" \xC2\xA0"), "");
  EXPECT_EQ(TrimmedView(""), "");
}

}  // namespace
}  // namespace zhitu::extract
