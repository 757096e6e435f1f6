#include "export/loose_xml.h"

#include <gtest/gtest.h>

#include "export/loose_text.h"
#include "extract/error.h"
#include "tests/support/shown_findings.h"

namespace zhitu::xport {
namespace {

// Writes what it is told: elements as `<a x='1'>`, texts as they are, ends as `</a>`.
class Teller final : public XmlHandler {
 public:
  void Start(std::string_view name, Attributes attributes, std::size_t /*at*/) override {
    told += '<' + std::string(name);
    for (const auto& [key, value] : attributes) {
      told += ' ' + std::string(key) + "='" + std::string(value) + '\'';
    }
    told += '>';
  }
  void Text(std::string_view text) override { told += text; }
  void End(std::string_view name) override { told += "</" + std::string(name) + '>'; }

  std::string told;
};

constexpr const char* kDeclaration = "<?xml version=\"1.0\"?>";  // of 21 characters

struct XmlCase {
  const char* name;
  std::string bytes;  // behind a declaration
  std::string told;
  std::string findings;
};
void PrintTo(const XmlCase& c, std::ostream* out) { *out << c.name; }
class LooseXml : public testing::TestWithParam<XmlCase> {};

TEST_P(LooseXml, IsRead) {
  DoctorFindings findings;
  std::string text;
  ReadLooseText("x", kDeclaration + ('\n' + GetParam().bytes), findings, text);
  Teller teller;
  ReadLooseXml(text, findings, teller);
  EXPECT_EQ(teller.told, GetParam().told);
  EXPECT_EQ(ShownFindings(findings), GetParam().findings);
}

const XmlCase kSound[] = {
    {"Empty", "", "", ""},
    {"Elements", "<a x=\"1\" y='2'>t<b/></a>\n", "<a x='1' y='2'>t<b></b></a>", ""},
    {"Breaks", "<a\r\nx\n=\r'1'\r\n>t\r\n</a\n>", "<a x='1'>t\r\n</a>", ""},
    {"BreakInValue", "<a x='1\n2'/>", "<a x='1 2'></a>", ""},
    {"Comment", "<!-- <b> --><a><!-- & --></a>", "<a></a>", ""},
    {"Cdata", "<a><![CDATA[<b>&]]></a>", "<a><b>&</a>", ""},
    {"CdataEmpty", "<a><![CDATA[]]></a>", "<a></a>", ""},
    {"Doctype", "<!DOCTYPE a [<!ENTITY x \"y\">]><a/>", "<a></a>", ""},
    {"Entities", "<a x='&quot;&apos;'>&amp;&lt;&gt;&#65;&#x7FF0;</a>", "<a x='\"''>&<>A翰</a>", ""},
};
const XmlCase kNamespaces[] = {
    {"Declared", "<a xmlns:v='u'><v:b v:x='1'/></a>", "<a v='u'><b x='1'></b></a>", ""},
    {"DeclaredByItself", "<v:a xmlns:v='u'/>", "<a xmlns='u'></a>", ""},
    {"OfXml", "<a xml:lang='zh'/>", "<a lang='zh'></a>", ""},
    {"Undeclared", "<a><v:b v:x='1'/><v:b/><w:c/></a>", "<a><b x='1'></b><b></b><c></c></a>",
     "2:4 prefix-undeclared 2:24 prefix-undeclared"},
    {"OfAttribute", "<a v:x='1'/>", "<a x='1'></a>", "2:4 prefix-undeclared"},
    {"DeclaredElsewhere", "<a><b xmlns:v='u'/><v:c/></a>", "<a><b v='u'></b><c></c></a>",
     "2:20 prefix-undeclared"},
    {"DeclaredAgain", "<a xmlns:v='u'><b xmlns:v='w'/><v:c/></a>",
     "<a v='u'><b v='w'></b><c></c></a>", ""},
};
const XmlCase kBare[] = {
    {"And", "<a>R&D & E</a>", "<a>R&D & E</a>", "2:5 bare-character 2:8 bare-character"},
    {"AndAtTheEnd", "<a>&</a>", "<a>&</a>", "2:4 bare-character"},
    {"LessThan", "<a>1 < 2 <3</a>", "<a>1 < 2 <3</a>", "2:6 bare-character 2:10 bare-character"},
    {"LessThanInValue", "<a x='<'/>", "<a x='<'></a>", "2:7 bare-character"},
    {"Entity", "<a>&nbsp;&mdash;&nothing;</a>", "<a>\u00A0—&nothing;</a>",
     "2:4 entity-unknown 2:10 entity-unknown 2:17 entity-unknown"},
    {"LongEntity", "<a>&" + std::string(40, 'n') + ";</a>", "<a>&" + std::string(40, 'n') + ";</a>",
     "2:4 bare-character"},
    {"NumberOfNothing", "<a>&#0;&#xD800;&#x110000;</a>", "<a>\uFFFD\uFFFD\uFFFD</a>",
     "2:4 control-character 2:8 control-character 2:16 control-character"},
    {"HugeNumber", "<a>&#99999999999;</a>", "<a>&#99999999999;</a>", "2:4 bare-character"},
    {"NoNumber", "<a>&#x;&#;</a>", "<a>&#x;&#;</a>", "2:4 bare-character 2:8 bare-character"},
};
const XmlCase kTags[] = {
    {"NotClosed", "<a><b></a>", "<a><b></b></a>", "2:4 tag-unclosed"},
    {"NotOpened", "<a></b></a>", "<a></a>", "2:4 tag-unopened"},
    {"CutOff", "<a>t", "<a>t</a>", "2:1 tag-unclosed"},
    {"CutOffInTag", "<a><b x='1", "<a></a>", "2:1 tag-unclosed 2:4 tag-unclosed"},
    {"CutOffInClosing", "<a></a", "<a></a>", "2:1 tag-unclosed"},
    {"CutOffInComment", "<a><!-- x", "<a></a>", "2:1 tag-unclosed 2:4 tag-unclosed"},
    {"CutOffInCdata", "<a><![CDATA[x", "<a>x</a>", "2:1 tag-unclosed 2:4 tag-unclosed"},
    {"TwoRoots", "<a/><b/>", "<a></a><b></b>", "2:5 text-outside"},
    {"TextAround", "x<a/>y", "<a></a>", "2:1 text-outside 2:6 text-outside"},
    {"NoEnd", "<a <b/>", "<a><b></b></a>", "2:1 attribute-broken 2:1 tag-unclosed"},
};
const XmlCase kAttributes[] = {
    {"NoQuotes", "<a x=1 y=2>t</a>", "<a x='1' y='2'>t</a>",
     "2:6 attribute-broken 2:10 attribute-broken"},
    {"NoValue", "<a x/>", "<a x=''></a>", "2:4 attribute-broken"},
    {"Twice", "<a x='1' x='2'/>", "<a x='1'></a>", "2:10 attribute-broken"},
    {"StrayQuote", "<a \" x='1'/>", "<a x='1'></a>", "2:4 attribute-broken"},
};
const XmlCase kBytes[] = {
    {"Nul", std::string("<a>\0</a>", 8), "<a>\uFFFD</a>", "2:4 control-character"},
    {"IllFormed", "<翰林>\xFF</翰林>", "<翰林>\uFFFD</翰林>", "2:5 encoding"},
};
constexpr auto kName = [](const auto& c) { return std::string(c.param.name); };
INSTANTIATE_TEST_SUITE_P(Sound, LooseXml, testing::ValuesIn(kSound), kName);
INSTANTIATE_TEST_SUITE_P(Namespaces, LooseXml, testing::ValuesIn(kNamespaces), kName);
INSTANTIATE_TEST_SUITE_P(Bare, LooseXml, testing::ValuesIn(kBare), kName);
INSTANTIATE_TEST_SUITE_P(Tags, LooseXml, testing::ValuesIn(kTags), kName);
INSTANTIATE_TEST_SUITE_P(Attributes, LooseXml, testing::ValuesIn(kAttributes), kName);
INSTANTIATE_TEST_SUITE_P(Bytes, LooseXml, testing::ValuesIn(kBytes), kName);

std::string FindingsOf(const std::string& bytes) {
  DoctorFindings findings;
  std::string text;
  ReadLooseText("x", bytes, findings, text);
  Teller teller;
  ReadLooseXml(text, findings, teller);
  return ShownFindings(findings);
}

TEST(XmlDeclaration, SaysUtf8) {
  EXPECT_EQ(FindingsOf(""), "1:1 xml-declaration");
  EXPECT_EQ(FindingsOf("<a/>"), "1:1 xml-declaration");
  EXPECT_EQ(FindingsOf("<?xml version='1.0' encoding='UTF-8'?><a/>"), "");
  EXPECT_EQ(FindingsOf("<?xml version='1.0' encoding='utf8'?><a/>"), "");
  EXPECT_EQ(FindingsOf("<?xml version='1.0' encoding='GBK'?><a/>"), "1:1 encoding");
  EXPECT_EQ(FindingsOf("\n<?xml version='1.0'?><a/>"), "1:1 text-outside");
  EXPECT_EQ(FindingsOf("<?xml version='1.0'"), "1:1 tag-unclosed");
}

TEST(LooseXmlText, LimitsDepth) {
  std::string text = kDeclaration;
  for (int i = 0; i < 100; ++i) text += "<a>";
  EXPECT_NO_THROW(FindingsOf(text));
  EXPECT_THROW(FindingsOf(text + "<a>"), extract::InputError);
  EXPECT_THROW(FindingsOf(text + "<a/>"), extract::InputError);
}

// Time must not grow with the square of the attributes.
TEST(LooseXmlText, MayHaveManyAttributes) {
  std::string text = std::string(kDeclaration) + "<a";
  for (int i = 0; i < 200000; ++i) text += " x" + std::to_string(i) + "=''";
  EXPECT_EQ(FindingsOf(text + "/>"), "");
}

}  // namespace
}  // namespace zhitu::xport
