#include "extract/encoding.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>

namespace zhitu::extract {
namespace {

std::string Problems(const std::string& file, const std::string& bytes) {
  std::string all;
  for (const Problem& problem : Utf8Problems(file, bytes)) all += Describe(problem) + '\n';
  return all;
}

struct EncodingCase {
  const char* name;
  std::string bytes;
  const char* problems;
};
void PrintTo(const EncodingCase& c, std::ostream* out) { *out << c.name; }
class FileEncoding : public testing::TestWithParam<EncodingCase> {};

TEST_P(FileEncoding, IsTold) {
  EXPECT_EQ(Problems("d/a.csv", GetParam().bytes), GetParam().problems);
}

constexpr const char* kConvert =
    "d/a.csv: not UTF-8 but GB18030; convert it first: "
    "iconv -f GB18030 -t UTF-8 'd/a.csv' > 'd/a.utf8.csv'\n";

const EncodingCase kUtf8[] = {
    {"Empty", "", ""},
    {"Ascii", "name,type\n", ""},
    {"Han", "翰林,𠮷\n", ""},
    {"ByteOrderMark", "\uFEFF翰林", ""},
    {"Nul", std::string("a\0b", 3), ""},
};
const EncodingCase kGb18030[] = {
    {"TwoBytes", "name,type\n\xBA\xB2\xC1\xD6,office\n", kConvert},  // 翰林
    {"OneName", "\xC1\xAA\xCD\xA8", kConvert},                       // 联通, half of it UTF-8
    {"FourBytes", "\x95\x32\x82\x36\n\xBA\xB2", kConvert},           // 𠀀
    {"CrLf", "\xC3\xFB,\xC0\xE0\r\n\xBA\xB2,x\r\n", kConvert},       // 名,类
};
constexpr const char* kConvertUtf16 =
    "d/a.csv: not UTF-8 but UTF-16; convert it first: "
    "iconv -f UTF-16 -t UTF-8 'd/a.csv' > 'd/a.utf8.csv'\n";

const EncodingCase kUtf16[] = {
    {"LittleEndian",
     std::string("\xFF\xFE"
                 "a\0",
                 4),
     kConvertUtf16},
    {"BigEndian", std::string("\xFE\xFF\0a", 4), kConvertUtf16},
    {"NoMark", std::string("\0a", 2), ""},
    {"Utf32", std::string("\xFF\xFE\0\0a\0\0\0", 8),
     "d/a.csv:1:1: byte 0xFF is not UTF-8; expected valid UTF-8\n"},
};
const EncodingCase kIllFormed[] = {
    {"OneByte", "a\xFF", "d/a.csv:1:2: byte 0xFF is not UTF-8; expected valid UTF-8\n"},
    {"ColumnsAreCodePoints", "翰林\xE7",
     "d/a.csv:1:3: byte 0xE7 is not UTF-8; expected valid UTF-8\n"},
    {"FirstOfEachLine", "ok\n\xFF\xFE\nok\r\na\xC0\xAF\n",
     "d/a.csv:2:1: byte 0xFF is not UTF-8; expected valid UTF-8\n"
     "d/a.csv:4:2: byte 0xC0 is not UTF-8; expected valid UTF-8\n"},
    {"Latin1", "caf\xE9,x", "d/a.csv:1:4: byte 0xE9 is not UTF-8; expected valid UTF-8\n"},
    {"TruncatedAtTheEnd", "翰\xE6\x9E",
     "d/a.csv:1:2: byte 0xE6 is not UTF-8; expected valid UTF-8\n"},
};
const EncodingCase kRegression[] = {
    // Valid GB18030 by chance: 翰林 in UTF-8, then two bytes of a third character.
    {"DamagedUtf8", "翰林\xE6\x9E\n",
     "d/a.csv:1:3: byte 0xE6 is not UTF-8; expected valid UTF-8\n"},
    {"ByteOrderMarkTakesNoColumn",
     "\uFEFF"
     "a\xFF",
     "d/a.csv:1:2: byte 0xFF is not UTF-8; expected valid UTF-8\n"},
};
constexpr auto kName = [](const auto& c) { return std::string(c.param.name); };
INSTANTIATE_TEST_SUITE_P(Utf8, FileEncoding, testing::ValuesIn(kUtf8), kName);
INSTANTIATE_TEST_SUITE_P(Utf16, FileEncoding, testing::ValuesIn(kUtf16), kName);
INSTANTIATE_TEST_SUITE_P(Gb18030, FileEncoding, testing::ValuesIn(kGb18030), kName);
INSTANTIATE_TEST_SUITE_P(IllFormed, FileEncoding, testing::ValuesIn(kIllFormed), kName);
INSTANTIATE_TEST_SUITE_P(Regression, FileEncoding, testing::ValuesIn(kRegression), kName);

TEST(Utf8Problems, GivesACommandThatAShellTakes) {
  const auto command = [](const std::string& file) {
    const std::string what = Utf8Problems(file, "\xBA\xB2\xC1\xD6").at(0).what;
    return what.substr(what.find("UTF-8 '") + 6);
  };
  EXPECT_EQ(command("it's.tsv"), "'it'\\''s.tsv' > 'it'\\''s.utf8.tsv'");
  EXPECT_EQ(command("names"), "'names' > 'names.utf8'");
  EXPECT_EQ(command("a.b/names"), "'a.b/names' > 'a.b/names.utf8'");
  EXPECT_EQ(command("$(x).csv"), "'$(x).csv' > '$(x).utf8.csv'");
}

struct DecodedCase {
  const char* name;
  std::string bytes;
  std::optional<std::string> text;
};
void PrintTo(const DecodedCase& c, std::ostream* out) { *out << c.name; }
class Gb18030Text : public testing::TestWithParam<DecodedCase> {};

TEST_P(Gb18030Text, IsDecoded) { EXPECT_EQ(FromGb18030(GetParam().bytes), GetParam().text); }

const DecodedCase kDecoded[] = {
    {"TwoBytes", "name,\xBA\xB2\xC1\xD6\r\n", "name,翰林\r\n"},
    {"OneName", "\xC1\xAA\xCD\xA8", "联通"},
    {"FourBytes", "\x95\x32\x82\x36\xBA\xB2", "𠀀翰"},
    {"FourBytesOfOneUnit", "\x81\x30\x84\x36\xBA\xB2", "¥翰"},
    {"Nul", std::string("a\0\xBA\xB2", 4), std::string("a\0翰", 5)},
};
const DecodedCase kNotDecoded[] = {
    {"Empty", "", std::nullopt},
    {"Ascii", "name\n", std::nullopt},
    {"Utf8", "翰林\n", std::nullopt},
    {"DamagedUtf8", "翰林\xE6\x9E\n", std::nullopt},
    {"NoFirstByte", "\xBA\xB2\xFF", std::nullopt},
    {"NoSecondByte", "\xBA\xB2\xC1,", std::nullopt},
    {"CutOffInTwoBytes", "\xBA\xB2\xC1", std::nullopt},
    {"CutOffInFourBytes", "\xBA\xB2\x95\x32\x82", std::nullopt},
    {"FourBytesOfNothing", "\xBA\xB2\xFE\x39\xFE\x39", std::nullopt},
};
INSTANTIATE_TEST_SUITE_P(Decoded, Gb18030Text, testing::ValuesIn(kDecoded), kName);
INSTANTIATE_TEST_SUITE_P(NotDecoded, Gb18030Text, testing::ValuesIn(kNotDecoded), kName);

}  // namespace
}  // namespace zhitu::extract
