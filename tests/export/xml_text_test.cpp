#include "export/xml_text.h"

#include <gtest/gtest.h>

#include <ostream>

#include "tests/support/xml_tree.h"

namespace zhitu::xport {
namespace {

using namespace std::string_literals;

struct XmlTextCase {
  const char* name;
  std::string text;
  std::string kept;       // what a reader gives back
  std::string escaped;    // between tags
  std::string attribute;  // between quotes
};
void PrintTo(const XmlTextCase& c, std::ostream* out) { *out << c.name; }
class XmlText : public testing::TestWithParam<XmlTextCase> {};

std::string Append(std::string_view text, XmlPlace place) {
  std::string out;
  AppendXml(out, text, place);
  return out;
}

TEST_P(XmlText, IsEscapedBetweenTags) {
  EXPECT_EQ(Append(GetParam().text, XmlPlace::kText), GetParam().escaped);
}

TEST_P(XmlText, IsEscapedInAttributes) {
  EXPECT_EQ(Append(GetParam().text, XmlPlace::kAttribute), GetParam().attribute);
}

TEST_P(XmlText, KeepsWhatXmlCanHold) {
  EXPECT_EQ(XmlCharacters(GetParam().text), GetParam().kept);
  EXPECT_EQ(IsXmlText(GetParam().text), GetParam().text == GetParam().kept);
}

TEST_P(XmlText, IsReadBackByExpat) {
  std::string xml = "<a";
  AppendXmlAttribute(xml, "b", GetParam().text);
  xml += ">" + Append(GetParam().text, XmlPlace::kText) + "</a>";
  const XmlElement element = ReadXml(xml);
  EXPECT_EQ(element.text, GetParam().kept);
  EXPECT_EQ(element.Attribute("b"), GetParam().kept);
}

const XmlTextCase kXmlTextCases[] = {
    {"Empty", "", "", "", ""},
    {"Plain", "沟赵 𠮷", "沟赵 𠮷", "沟赵 𠮷", "沟赵 𠮷"},
    {"Markup", "a<b>&\"'", "a<b>&\"'", "a&lt;b&gt;&amp;&quot;&apos;",
     "a&lt;b&gt;&amp;&quot;&apos;"},
    {"Entity", "&amp;&#1;", "&amp;&#1;", "&amp;amp;&amp;#1;", "&amp;amp;&amp;#1;"},
    {"Script", "</script>", "</script>", "&lt;/script&gt;", "&lt;/script&gt;"},
    {"CdataEnd", "]]>", "]]>", "]]&gt;", "]]&gt;"},
    {"WhiteSpace", "\t\n\r\n", "\t\n\r\n", "\t\n&#13;\n", "&#9;&#10;&#13;&#10;"},
    {"Controls", "\x01\x08\x0b\x0c\x1f", "�����", "�����", "�����"},
    {"Nul", "a\0b"s, "a�b", "a�b", "a�b"},
    {"DeleteAndC1", "\x7f\xC2\x85", "\x7f\xC2\x85", "\x7f\xC2\x85", "\x7f\xC2\x85"},
    {"Noncharacters", "\xEF\xBF\xBE\xEF\xBF\xBF", "��", "��", "��"},
    {"LastOfPlaneOne", "\xF0\x9F\xBF\xBF", "\xF0\x9F\xBF\xBF", "\xF0\x9F\xBF\xBF",
     "\xF0\x9F\xBF\xBF"},
    {"BareByte",
     "a\xFF"
     "b",
     "a�b", "a�b", "a�b"},
    {"Surrogate", "\xED\xA0\x80", "���", "���", "���"},
    {"Overlong", "\xC0\x80", "��", "��", "��"},
    {"CutAtTheEnd", "\xE6\xB2", "�", "�", "�"},
};
INSTANTIATE_TEST_SUITE_P(Basics, XmlText, testing::ValuesIn(kXmlTextCases),
                         [](const auto& c) { return std::string(c.param.name); });

}  // namespace
}  // namespace zhitu::xport
