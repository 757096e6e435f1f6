#include "export/extraction_html.h"

#include <gtest/gtest.h>

#include <set>

#include "export/sha256.h"
#include "tests/support/sample_extraction.h"

namespace zhitu::xport {
namespace {

std::string Written(const SampleExtraction& sample) {
  StringSink sink;
  ExtractionHtmlWriter writer(sink);
  writer.Begin();
  writer.Add(sample.get());
  writer.End();
  return sink.text();
}

// What stands between two marks, the marks left out; nothing if they are not there.
std::string Between(const std::string& text, const std::string& before, const std::string& after) {
  const std::size_t begin = text.find(before);
  if (begin == std::string::npos) return "";
  const std::size_t end = text.find(after, begin + before.size());
  return text.substr(begin + before.size(), end - begin - before.size());
}

TEST(ExtractionHtml, AllowsItsStyleAndNothingElse) {
  const std::string page = Written(PlainExtraction());
  const std::string style = Between(page, "<style>", "</style>");
  EXPECT_NE(style.find(".t-office{--c:"), std::string::npos);
  EXPECT_EQ(Between(page, "Content-Security-Policy\" content=\"", "\">"),
            "default-src 'none'; style-src 'sha256-" + Base64Sha256(style) +
                "'; base-uri 'none'; form-action 'none'");
  EXPECT_EQ(page.find("<script"), std::string::npos);
  EXPECT_EQ(page.find("style="), std::string::npos);
  EXPECT_EQ(page.find("http:"), std::string::npos);
}

TEST(ExtractionHtml, ShowsTextAndStatements) {
  const std::string page = Written(PlainExtraction());
  EXPECT_EQ(Between(page, "<h2>", "</h2>"), "a.txt#1");
  EXPECT_NE(page.find(">翰林社区</mark>党支部</mark>书记<mark"), std::string::npos) << page;
  EXPECT_EQ(Between(page, "<th>Confidence</th></tr>\n", "</tr>"),
            "<tr><td><a class=\"t-person e3\" href=\"#m3\" title=\"person:黄蓉蓉\">黄蓉蓉</a></td>"
            "<td>leads</td><td><a class=\"t-organization e1\" href=\"#m1\" "
            "title=\"organization:翰林社区党支部\">翰林社区党支部</a></td>"
            "<td><a href=\"#m1\" title=\"characters 100 to 113\">"
            "<q>翰林社区党支部书记黄蓉蓉</q></a> </td><td>title</td><td class=\"n\">0.9</td>");
  EXPECT_NE(page.find("<td>about (planned)</td>"), std::string::npos);
  EXPECT_TRUE(page.ends_with("</article>\n</body>\n</html>\n"));
}

// Every link leads to an id, and no id stands twice, on a page of several documents too.
TEST(ExtractionHtml, LinksLeadToPlacesOfTheirDocument) {
  StringSink sink;
  ExtractionHtmlWriter writer(sink);
  writer.Begin();
  const SampleExtraction sample = PlainExtraction();
  for (int i = 0; i < 2; ++i) writer.Add(sample.get());
  writer.End();
  const auto after = [&](const std::string& mark, std::size_t from) {
    std::multiset<std::string> found;
    for (std::size_t at = sink.text().find(mark, from); at != std::string::npos;
         at = sink.text().find(mark, at + 1)) {
      const std::size_t begin = at + mark.size();
      found.insert(sink.text().substr(begin, sink.text().find('"', begin) - begin));
    }
    return found;
  };
  EXPECT_EQ(after(" id=\"", 0),
            (std::multiset<std::string>{"m1", "m10", "m2", "m3", "m4", "m5", "m6", "m7", "m8", "m9",
                                        "p1", "p2", "p3", "p4"}));
  const std::size_t second = sink.text().rfind("<article");
  EXPECT_EQ(after(" href=\"#", second),
            (std::multiset<std::string>{"m6", "m6", "m6", "m7", "m7", "m8"}));
}

TEST(ExtractionHtml, NamesTheLanguageOfHanText) {
  EXPECT_NE(Written(PlainExtraction()).find("<article lang=\"zh\">"), std::string::npos);
  EXPECT_NE(Written(SampleExtraction("plain")).find("<article lang=\"\">"), std::string::npos);
}

TEST(ExtractionHtml, EscapesEveryText) {
  const std::string evil = "<img src=x onerror=alert(1)>\"'&";
  SampleExtraction sample("x" + evil);
  extract::Document& document = sample.extraction().document;
  document.id = document.title = document.date = document.source = evil;
  const extract::EntityIndex entity = sample.Entity(evil, evil);
  sample.Mention("x", entity).why = evil;
  sample.Statement(entity, evil, extract::kThisDocument, evil).rule = evil;
  const std::string page = Written(sample);
  EXPECT_EQ(page.find("<img"), std::string::npos);
  EXPECT_EQ(page.find("\"'&"), std::string::npos);
  EXPECT_EQ(Between(page, "<h2>", "</h2>"), "&lt;img src=x onerror=alert(1)&gt;&quot;&apos;&amp;");
}

}  // namespace
}  // namespace zhitu::xport
