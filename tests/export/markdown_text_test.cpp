#include "export/markdown_text.h"

#include <gtest/gtest.h>

#include <ostream>

namespace zhitu::xport {
namespace {

using namespace std::string_literals;

struct TextCase {
  const char* name;
  std::string text;
  const char* expected;
};
void PrintTo(const TextCase& c, std::ostream* out) { *out << c.name; }
class MarkdownTexts : public testing::TestWithParam<TextCase> {};

TEST_P(MarkdownTexts, AreEscaped) {
  EXPECT_EQ(MarkdownText(GetParam().text, 60), GetParam().expected);
}

const TextCase kTextCases[] = {
    {"Plain", "知图 zhitu，“引号”", "知图 zhitu，“引号”"},
    {"Empty", "", ""},
    {"Emphasis", "*a* _b_ ~~c~~", "\\*a\\* \\_b\\_ \\~\\~c\\~\\~"},
    {"Link", "[a](javascript:x)", "\\[a\\]\\(javascript\\:x\\)"},
    {"Image", "![a](b)", "\\!\\[a\\]\\(b\\)"},
    {"BareLinks", "www.x.org http://x a@b.c", "www\\.x\\.org http\\://x a\\@b\\.c"},
    {"Html", "</script><b onclick=x>&lt;", "\\</script\\>\\<b onclick\\=x\\>\\&lt;"},
    {"Code", "`a` $b$", "\\`a\\` \\$b\\$"},
    {"Table", "a|b", "a\\|b"},
    {"Heading", "# 1. - + a", "\\# 1\\. \\- \\+ a"},
    {"Backslash", "a\\", "a\\\\"},
    {"LineBreaks",
     "a\r\n\tb\xE2\x80\xA8"
     "c",
     "a   b c"},
    {"Controls", "\x01\0\x7f\xC2\x9B"s, "����"},
    {"Direction",
     "\xE2\x80\xAE"
     "a\xE2\x81\xA6\xE2\x80\x8F",
     "�a��"},
    {"IllFormed", "\xFF\xED\xA0\x80", "����"},
    {"Long", std::string(61, 'x'), "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…"},
};
INSTANTIATE_TEST_SUITE_P(Basics, MarkdownTexts, testing::ValuesIn(kTextCases),
                         [](const auto& c) { return std::string(c.param.name); });

}  // namespace
}  // namespace zhitu::xport
