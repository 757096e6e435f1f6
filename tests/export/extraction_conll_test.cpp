#include "export/extraction_conll.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>

#include "tests/support/sample_extraction.h"

namespace zhitu::xport {
namespace {

std::string Written(const SampleExtraction& sample) {
  StringSink sink;
  ExtractionConllWriter writer(sink);
  writer.Begin();
  writer.Add(sample.get());
  writer.End();
  return sink.text();
}

TEST(ExtractionConll, TagsOutermostDecidedNames) {
  EXPECT_EQ(Written(PlainExtraction()),
            "# document = a.txt#1\n"
            "翰\tB-organization\n林\tI-organization\n社\tI-organization\n区\tI-organization\n"
            "党\tI-organization\n支\tI-organization\n部\tI-organization\n"
            "书\tO\n记\tO\n黄\tB-person\n蓉\tI-person\n蓉\tI-person\n。\tO\n"
            "\n"
            "The\tO\noffice\tO\nof\tO\n李\tO\n主\tO\n任\tO\nopened\tO\n.\tO\n"
            "\n");
}

struct TokenCase {
  const char* name;
  std::string text;
  const char* names;  // separated by `|`, all of type t
  const char* lines;
};
void PrintTo(const TokenCase& c, std::ostream* out) { *out << c.name; }
class ConllTokens : public testing::TestWithParam<TokenCase> {};

TEST_P(ConllTokens, AreTagged) {
  SampleExtraction sample(GetParam().text);
  const extract::EntityIndex entity = sample.Entity("t", "x");
  std::string_view names = GetParam().names;
  while (!names.empty()) {
    const std::size_t bar = std::min(names.find('|'), names.size());
    sample.Mention(names.substr(0, bar), entity);
    names.remove_prefix(std::min(bar + 1, names.size()));
  }
  EXPECT_EQ(Written(sample), std::string("# document = a.txt#1\n") + GetParam().lines);
}

const TokenCase kTokenCases[] = {
    {"Empty", "", "", "\n"},
    {"WhiteSpaceOnly", " \t　 ", "", "\n"},
    {"Words", "Zürich 3.5km", "", "Zürich\tO\n3\tO\n.\tO\n5km\tO\n\n"},
    {"NameInsideAWord", "unUNESCOs", "UNESCO", "un\tO\nUNESCO\tB-t\ns\tO\n\n"},
    {"NamesThatTouch", "甲乙丙丁", "甲乙|丙", "甲\tB-t\n乙\tI-t\n丙\tB-t\n丁\tO\n\n"},
    {"NameOfTwoWords", "New York", "New York", "New\tB-t\nYork\tI-t\n\n"},
    {"NameOverALine", "甲\n乙", "甲\n乙", "甲\tB-t\n乙\tI-t\n\n"},
    {"Combining", "e\xCC\x81\xE8\x91\x9B\xF3\xA0\x84\x80\xE5\x9F\x8E", "",
     "e\xCC\x81\tO\n\xE8\x91\x9B\xF3\xA0\x84\x80\tO\n\xE5\x9F\x8E\tO\n\n"},
    {"SupplementaryPlane", "𠮷野", "𠮷", "𠮷\tB-t\n野\tO\n\n"},
    {"TwoSentences", "甲\n\n乙", "乙", "甲\tO\n\n乙\tB-t\n\n"},
    {"Control", "a\x1b", "", "a\tO\n\\x1b\tO\n\n"},
};
INSTANTIATE_TEST_SUITE_P(Basics, ConllTokens, testing::ValuesIn(kTokenCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(ExtractionConll, EscapesTheDocument) {
  SampleExtraction sample("");
  sample.extraction().document.id = "a\nb";
  EXPECT_EQ(Written(sample), "# document = a\\nb\n\n");
}

}  // namespace
}  // namespace zhitu::xport
