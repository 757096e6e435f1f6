#include "export/marked_text.h"

#include <gtest/gtest.h>

#include <ostream>

#include "tests/support/sample_extraction.h"
#include "tests/support/xml_tree.h"

namespace zhitu::xport {
namespace {

std::string Marked(const SampleExtraction& sample) {
  return MarkedText(sample.get(), FileOffsets(sample.get().document),
                    PagePlaces(sample.get(), 1, 1));
}

// The text with marks as [brackets].
std::string Brackets(const std::string& html) {
  std::string text;
  for (std::size_t at = 0; at < html.size(); ++at) {
    if (html.compare(at, 5, "<mark") == 0) text += '[';
    if (html.compare(at, 7, "</mark>") == 0) text += ']';
    if (html[at] == '<')
      at = html.find('>', at);
    else
      text += html[at];
  }
  return text;
}

struct MarkCase {
  const char* name;
  std::string text;
  std::vector<extract::Span> spans;
  const char* expected;
};
void PrintTo(const MarkCase& c, std::ostream* out) { *out << c.name; }
class Marks : public testing::TestWithParam<MarkCase> {};

TEST_P(Marks, StandAroundTheirText) {
  SampleExtraction sample(GetParam().text);
  const extract::EntityIndex entity = sample.Entity("office", "x");
  for (const extract::Span& span : GetParam().spans) {
    sample.Mention("", entity).span = span;
  }
  const std::string html = Marked(sample);
  EXPECT_EQ(Brackets(html), GetParam().expected);
  EXPECT_NO_THROW(ReadXml("<a>" + html + "</a>")) << html;
}

const MarkCase kMarkCases[] = {
    {"NoText", "", {}, ""},
    {"NoMention", "abc", {}, "abc\n"},
    {"Whole", "abc", {{0, 3}}, "[abc]\n"},
    {"Touching", "abc", {{0, 1}, {1, 3}}, "[a][bc]\n"},
    {"Nested", "abcd", {{0, 4}, {0, 2}, {1, 2}, {3, 4}}, "[[a[b]]c[d]]\n"},
    {"Crossing", "abcd", {{0, 3}, {2, 4}}, "[ab[c]]d\n"},
    {"Empty", "ab", {{1, 1}}, "a[]b\n"},
    {"SecondBlock", "a\n\nbc", {{3, 4}}, "a\n[b]c\n"},
    {"BothBlocks", "a\n\nb", {{0, 4}}, "[a]\nb\n"},
    {"HanLines", "甲\n乙", {{0, 7}}, "[甲乙]\n"},
    {"LatinLines", "ab\ncd", {{0, 5}}, "[ab cd]\n"},
    {"LatinLinesApart", "ab\ncd", {{0, 2}, {3, 5}}, "[ab] [cd]\n"},
};
INSTANTIATE_TEST_SUITE_P(Basics, Marks, testing::ValuesIn(kMarkCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(MarkedText, ExplainsEveryMark) {
  const XmlElement page = ReadXml("<a>" + Marked(PlainExtraction()) + "</a>");
  const XmlElement& outer = page.children.at(0).Child("mark");
  EXPECT_EQ(outer.Attribute("id"), "m1");
  EXPECT_EQ(outer.Attribute("class"), "t-organization e1");
  EXPECT_EQ(outer.Attribute("title"),
            "organization:翰林社区党支部\nname, confidence 1\ndictionary.csv:3");
  EXPECT_EQ(outer.Child("mark").Attribute("title"),
            "community:翰林社区\nname, confidence 1\ndictionary.csv:3");
  EXPECT_EQ(page.children.at(0).Attribute("id"), "p1");
  EXPECT_EQ(page.children.at(0).Attribute("class"), "body");
  const std::vector<XmlElement> marks = page.children.at(1).All("mark");
  EXPECT_EQ(marks.at(0).Attribute("title"),
            "office:枫杨办事处\nnominal, confidence 1\nantecedent 100-104: 翰林社区");
  EXPECT_EQ(marks.at(1).Attribute("class"), "t-person undecided");
  EXPECT_EQ(marks.at(1).Attribute("title"),
            "undecided: person:黄蓉蓉 0.75; office:枫杨办事处 0.25;\nname, confidence 1\n"
            "dictionary.csv:3");
}

struct LinkCase {
  const char* name;
  extract::Span mention;
  extract::Span antecedent;
  const char* expected;  // the mark and what follows it up to the text
};
void PrintTo(const LinkCase& c, std::ostream* out) { *out << c.name; }
class ReferenceLinks : public testing::TestWithParam<LinkCase> {};

// 甲 and 乙局 are names, 乙 stands inside 乙局.
TEST_P(ReferenceLinks, LeadToTheAntecedent) {
  SampleExtraction sample("甲说乙局好，他来");
  const extract::EntityIndex person = sample.Entity("person", "甲<\">");
  const extract::EntityIndex office = sample.Entity("office", "乙局");
  const auto add = [&](extract::Span span, extract::EntityIndex entity) -> extract::Mention& {
    extract::Mention& mention = sample.Mention("", entity);
    mention.span = span;
    return mention;
  };
  add({0, 3}, person);
  add({6, 12}, office);
  extract::Mention& reference = add(GetParam().mention, person);
  reference.kind = extract::MentionKind::kPronoun;
  reference.antecedent = GetParam().antecedent;
  const std::string html = Marked(sample);
  const std::size_t begin = html.find("<mark id=\"m3\" class=\"t-person pronoun e1\"");
  ASSERT_NE(begin, std::string::npos) << html;
  const std::size_t end = html.find("</mark>", begin) + 7;
  EXPECT_EQ(html.substr(end, html.find("来", end) - end), GetParam().expected) << html;
}

const LinkCase kLinkCases[] = {
    {"Before",
     {18, 21},
     {0, 3},
     "<a class=\"to e1\" href=\"#m1\" data-name=\"甲&lt;&quot;&gt;\" "
     "aria-label=\"antecedent: 甲\"></a>"},
    {"OfAnotherEntity",
     {18, 21},
     {6, 12},
     "<a class=\"to e1\" href=\"#m2\" data-name=\"甲&lt;&quot;&gt;\" "
     "aria-label=\"antecedent: 乙局\"></a>"},
    {"None", {18, 21}, {}, ""},
    {"NoMention", {18, 21}, {3, 6}, ""},
    {"Nested", {6, 9}, {0, 3}, "局</mark>好，他"},
};
INSTANTIATE_TEST_SUITE_P(Basics, ReferenceLinks, testing::ValuesIn(kLinkCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(MarkedText, ALinkAheadTellsSo) {
  SampleExtraction sample("他说甲好");
  const extract::EntityIndex person = sample.Entity("person", "甲");
  extract::Mention& reference = sample.Mention("他", person);
  reference.antecedent = {6, 9};
  sample.Mention("甲", person);
  EXPECT_NE(Marked(sample).find("</mark><a class=\"to ahead e1\" href=\"#m2\""), std::string::npos);
}

TEST(MarkClass, IsOneOfTheStyle) {
  EXPECT_EQ(MarkClass("road"), "t-road");
  EXPECT_EQ(MarkClass("vessel"), "t-other");
  EXPECT_EQ(MarkClass("\"><script>"), "t-other");
}

}  // namespace
}  // namespace zhitu::xport
