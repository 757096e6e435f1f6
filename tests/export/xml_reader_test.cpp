#include "export/xml_reader.h"

#include <gtest/gtest.h>

#include <ostream>
#include <stdexcept>
#include <string>

namespace zhitu::xport {
namespace {

// Writes down what it is told.
class Listener final : public XmlHandler {
 public:
  void Start(std::string_view name, Attributes attributes, std::size_t at) override {
    heard_ += std::to_string(at) + '<' + std::string(name);
    for (const auto& [key, value] : attributes)
      heard_ += ' ' + std::string(key) + '=' + std::string(value);
    heard_ += '>';
    if (name == "throw") throw std::runtime_error("thrown");
  }
  void Text(std::string_view text) override { heard_ += text; }
  void End(std::string_view name) override { heard_ += "</" + std::string(name) + '>'; }

  const std::string& heard() const { return heard_; }

 private:
  std::string heard_;
};

struct XmlCase {
  const char* name;
  std::string text;
  std::string heard;
  std::string fault;  // with its byte
};
void PrintTo(const XmlCase& c, std::ostream* out) { *out << c.name; }
class XmlReader : public testing::TestWithParam<XmlCase> {};

TEST_P(XmlReader, TellsWhatTheTextHolds) {
  Listener listener;
  const XmlFault fault = ReadXml(GetParam().text, listener);
  EXPECT_EQ(listener.heard(), GetParam().heard);
  EXPECT_EQ(fault.what.empty() ? "" : std::to_string(fault.at) + ": " + fault.what,
            GetParam().fault);
}

std::string Nested(int depth) {
  std::string text;
  for (int i = 0; i < depth; ++i) text += "<a>";
  for (int i = 0; i < depth; ++i) text += "</a>";
  return text;
}

std::string Heard(int depth) {
  std::string heard;
  for (int i = 0; i < depth; ++i) heard += std::to_string(3 * i) + "<a>";
  return heard;
}

const XmlCase kXmlCases[] = {
    {"Elements", "<a x='1' y=\"&lt;2\"><b/>甲&amp;乙</a>", "0<a x=1 y=<2>19<b></b>甲&乙</a>", ""},
    {"PrefixesAreLeftOut", "<v:a xmlns:v='u' v:x='1'/>", "0<a v=u x=1></a>", ""},
    {"Declaration", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><a/>", "38<a></a>", ""},
    {"OtherEncoding", "<?xml version='1.0' encoding='gbk'?><a/>", "",
     "0: encoding is 'gbk'; expected UTF-8"},
    {"Comment", "<a><!-- <b/> --><![CDATA[<c>]]></a>", "0<a><c></a>", ""},
    {"Empty", "", "", "0: not well-formed XML: no element found; expected XML 1.0"},
    {"NotClosed", "<a><b>", "0<a>3<b>",
     "6: not well-formed XML: no element found; expected XML 1.0"},
    {"Mismatch", "<a></b>", "0<a>", "5: not well-formed XML: mismatched tag; expected XML 1.0"},
    {"Entity", "<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>", "",
     "24: an entity is declared; expected a text without entities of its own"},
    {"ExternalEntity", "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>", "",
     "51: an entity is declared; expected a text without entities of its own"},
    {"ControlCharacter", "<a>\x01</a>", "0<a>",
     "3: not well-formed XML: not well-formed (invalid token); expected XML 1.0"},
};
INSTANTIATE_TEST_SUITE_P(Texts, XmlReader, testing::ValuesIn(kXmlCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(XmlReaderLimits, DepthIsBounded) {
  Listener fits;
  EXPECT_EQ(ReadXml(Nested(100), fits).what, "");
  Listener deep;
  EXPECT_EQ(ReadXml(Nested(101), deep).what, "elements are nested deeper than 100 levels");
  EXPECT_EQ(deep.heard(), Heard(100));
}

TEST(XmlReaderLimits, PassesOnWhatAHandlerThrows) {
  Listener listener;
  EXPECT_THROW(ReadXml("<a><throw/><b/></a>", listener), std::runtime_error);
  EXPECT_EQ(listener.heard(), "0<a>3<throw>");
}

}  // namespace
}  // namespace zhitu::xport
