#include "export/loose_text.h"

#include <gtest/gtest.h>

#include "tests/support/shown_findings.h"

namespace zhitu::xport {
namespace {

struct TextCase {
  const char* name;
  std::string bytes;
  std::string text;
  std::string findings;
};
void PrintTo(const TextCase& c, std::ostream* out) { *out << c.name; }
class LooseText : public testing::TestWithParam<TextCase> {};

TEST_P(LooseText, IsRead) {
  DoctorFindings findings;
  std::string text = "rest of another";
  EXPECT_EQ(ReadLooseText("f", GetParam().bytes, findings, text), 0U);
  EXPECT_EQ(text, GetParam().text);
  EXPECT_EQ(ShownFindings(findings), GetParam().findings);
}

const TextCase kSound[] = {
    {"Empty", "", "", ""},
    {"Ascii", "a\tb\r\nc\rd\n", "a\tb\r\nc\rd\n", ""},
    {"FourBytes", "𠀀\U0010FFFF", "𠀀\U0010FFFF", ""},
    {"DeleteIsAllowed", "\x7F", "\x7F", ""},
    {"ControlsBehindAsciiAreAllowed", "\u0085", "\u0085", ""},
};
const TextCase kMark[] = {
    {"First", "\uFEFFa", "a", "1:1 byte-order-mark"},
    {"Alone", "\uFEFF", "", "1:1 byte-order-mark"},
    {"Twice", "\uFEFF\uFEFFa", "\uFEFFa", "1:1 byte-order-mark"},
    {"BeforeGbk", "\uFEFF\xBA\xB2\xC1\xD6", "翰林", "1:1 byte-order-mark 1:1 encoding"},
};
const TextCase kControls[] = {
    {"Nul", std::string("a\0b", 3), "a\uFFFDb", "1:2 control-character"},
    {"Escape", "x\n\x1B[", "x\n\uFFFD[", "2:1 control-character"},
    {"Noncharacters", "\uFFFE翰\uFFFF", "\uFFFD翰\uFFFD",
     "1:1 control-character 1:3 control-character"},
};
const TextCase kEncodings[] = {
    {"Gbk", "n,\xBA\xB2\xC1\xD6\n", "n,翰林\n", "1:1 encoding"},
    {"GbkWithNul", std::string("\xBA\xB2\0", 3), "翰\uFFFD", "1:1 encoding 1:2 control-character"},
    {"Utf16LittleEndian",
     std::string("\xFF\xFE"
                 "a\0\n\0\x97\x67",
                 8),
     "a\n林", "1:1 encoding"},
    {"Utf16BigEndian", std::string("\xFE\xFF\0a\x67\x97", 6), "a林", "1:1 encoding"},
    {"Utf16Controls", std::string("\xFE\xFF\0\x01\xFF\xFF", 6), "\uFFFD\uFFFD",
     "1:1 encoding 1:1 control-character 1:2 control-character"},
    {"OneByte", "a\xFF\nb", "a\uFFFD\nb", "1:2 encoding"},
    {"EachByteOfACutOffOne", "翰林\xE6\x9E", "翰林\uFFFD\uFFFD", "1:3 encoding 1:4 encoding"},
    {"Surrogate", "翰林\xED\xA0\x80", "翰林\uFFFD\uFFFD\uFFFD",
     "1:3 encoding 1:4 encoding 1:5 encoding"},
    {"Overlong", "翰林院士\xC0\x80", "翰林院士\uFFFD\uFFFD", "1:5 encoding 1:6 encoding"},
};
constexpr auto kName = [](const auto& c) { return std::string(c.param.name); };
INSTANTIATE_TEST_SUITE_P(Sound, LooseText, testing::ValuesIn(kSound), kName);
INSTANTIATE_TEST_SUITE_P(ByteOrderMark, LooseText, testing::ValuesIn(kMark), kName);
INSTANTIATE_TEST_SUITE_P(Controls, LooseText, testing::ValuesIn(kControls), kName);
INSTANTIATE_TEST_SUITE_P(Encodings, LooseText, testing::ValuesIn(kEncodings), kName);

TEST(LooseTexts, StandBehindEachOther) {
  DoctorFindings findings;
  std::string first;
  std::string second;
  ReadLooseText("a", "ab", findings, first);
  const std::size_t base = ReadLooseText("b", "c\x01", findings, second);
  EXPECT_GT(base, first.size());
  EXPECT_EQ(findings.List().at(0).problem.where.file, "b");
  EXPECT_EQ(ShownFindings(findings), "1:2 control-character");
}

TEST(ForbiddenInXml, IsWhatTheStandardSays) {
  for (const char32_t c : {U'\0', U'\x08', U'\x0B', U'\x1F', U'\uFFFE', U'\uFFFF'}) {
    EXPECT_TRUE(IsForbiddenInXml(c)) << static_cast<unsigned>(c);
  }
  for (const char32_t c : {U'\t', U'\n', U'\r', U' ', U'\x7F', U'\uFFFD', U'\U0001FFFE'}) {
    EXPECT_FALSE(IsForbiddenInXml(c)) << static_cast<unsigned>(c);
  }
}

}  // namespace
}  // namespace zhitu::xport
