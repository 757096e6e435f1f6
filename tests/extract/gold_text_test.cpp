#include "extract/gold_text.h"

#include <gtest/gtest.h>

#include <ostream>
#include <sstream>
#include <string>
#include <vector>

#include "extract/error.h"
#include "tests/support/temp_folder.h"

namespace zhitu::extract {
namespace {

std::vector<TrainingText> Read(const std::string& gold, const std::string& root = "") {
  std::istringstream lines(gold);
  return TrainingTexts(ReadGold(lines, "gold.jsonl"), {root, {}});
}

struct FaultCase {
  const char* name;
  const char* gold;
  const char* expected;
};
void PrintTo(const FaultCase& c, std::ostream* out) { *out << c.name; }
class GoldTextFault : public testing::TestWithParam<FaultCase> {};

TEST_P(GoldTextFault, IsNamedWithItsLine) {
  const TempFolder folder;
  folder.Write("a.txt", "在郑州市。");
  folder.Write("r.jsonl", "{\"id\":\"x\",\"text\":\"在郑州市。\"}\n");
  try {
    Read(GetParam().gold, folder.path());
    FAIL() << "read";
  } catch (const InputError& error) {
    EXPECT_EQ(Describe(error.problems().front()), GetParam().expected);
  }
}

const FaultCase kFaults[] = {
    {"NoName", "{\"text\":\"天气\",\"ents\":[]}\n",
     "gold.jsonl: holds no name; expected some to learn from"},
    {"Crossing",
     "{\"text\":\"a\",\"ents\":[]}\n{\"text\":\"天气很好\",\"ents\":[[0,2,\"A\"],[1,3,\"B\"]]}",
     "gold.jsonl:2:35: span 0-2 and span 1-3 cross; expected names apart or inside each other"},
    {"TwoTypes", "{\"text\":\"天气很好\",\"ents\":[[0,2,\"A\"],[0,2,\"B\"]]}",
     "gold.jsonl:1:35: span 0-2 has the types A and B; expected one"},
    {"OutOfRange", "{\"text\":\"天气\",\"ents\":[[0,3,\"A\"]]}",
     "gold.jsonl:1:25: span 0-3 ends after the document, which ends at 2"},
    {"TypeIsNoText", "{\"text\":\"天气\",\"ents\":[[0,1,7]]}",
     "gold.jsonl:1:27: type is a whole number; expected a string"},
    {"TypeIsEmpty", "{\"text\":\"天气\",\"ents\":[[0,1,\"\"]]}", "gold.jsonl:1:27: type is empty"},
    {"TypeHoldsZero", "{\"text\":\"天气\",\"ents\":[[0,1,\"A\\u0000B\"]]}",
     "gold.jsonl:1:23: the type of span 0-1 holds a control character; expected a word"},
    {"NoFile", "{\"document\":\"a\",\"mentions\":[]}",
     "gold.jsonl:1:1: no \"file\"; expected the file of the text, or \"text\" and \"ents\""},
    {"OtherText",
     "{\"document\":\"a\",\"file\":\"a.txt\",\"mentions\":[{\"begin\":1,\"end\":3,\"type\":\"A\","
     "\"kind\":\"name\",\"text\":\"开封\"}]}",
     "gold.jsonl:1:53: span 1-3 is '郑州' in a.txt; expected '开封'"},
    {"OutsideOfItsFile",
     "{\"document\":\"a\",\"file\":\"a.txt\",\"mentions\":[{\"begin\":1,\"end\":30,\"type\":\"A\","
     "\"kind\":\"name\"}]}",
     "gold.jsonl:1:53: span 1-30 lies outside of the text of a.txt; expected 0-5 at most"},
    {"NoRecord", "{\"document\":\"y\",\"file\":\"r.jsonl\",\"mentions\":[]}",
     "gold.jsonl:1:1: no record 'y' in r.jsonl; expected the file that was extracted from"},
};
INSTANTIATE_TEST_SUITE_P(Faults, GoldTextFault, testing::ValuesIn(kFaults),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(GoldText, LeavesTriplesOutWhichDoNotTellAllNames) {
  const std::string triples = R"({"text":"张三在郑州","triples":[["张三","in","郑州"]],)"
                              R"("types":{"张三":"PER","郑州":"LOC"}})"
                              "\n";
  EXPECT_TRUE(Read(triples).empty());
  EXPECT_EQ(Read(triples + R"({"text":"天气","ents":[]})").size(), 1U);
}

TEST(GoldText, TakesOutermostNames) {
  const auto texts =
      Read("{\"text\":\"在郑州市人民政府\",\"ents\":[[1,8,\"ORG\"],[1,4,\"LOC\"],[1,8,\"ORG\"]]}");
  ASSERT_EQ(texts.size(), 1U);
  ASSERT_EQ(texts[0].names.size(), 1U);
  EXPECT_EQ(texts[0].names[0].type, "ORG");
  EXPECT_EQ(texts[0].names[0].span, (Span{3, 24}));
}

TEST(GoldText, ReadsTheFilesThatExtractionsName) {
  const TempFolder folder;
  folder.Write("sub/a.txt", "序\n在郑州\n市。");
  folder.Write("r.jsonl", "{\"id\":\"x\",\"text\":\"在郑州市。\"}\n");
  const auto texts = Read(
      "{\"document\":\"a#1\",\"file\":\"sub/a.txt\",\"begin\":2,\"end\":8,\"mentions\":["
      "{\"begin\":3,\"end\":7,\"type\":\"LOC\",\"kind\":\"name\",\"text\":\"郑州市\"},"
      "{\"begin\":2,\"end\":3,\"type\":\"LOC\",\"kind\":\"pronoun\"}]}\n"
      "{\"document\":\"x\",\"file\":\"r.jsonl\",\"begin\":0,\"end\":5,\"mentions\":["
      "{\"begin\":1,\"end\":4,\"type\":\"LOC\",\"kind\":\"name\"}]}\n",
      folder.path());
  ASSERT_EQ(texts.size(), 2U);
  EXPECT_EQ(texts[0].text, "在郑州\n市。");
  ASSERT_EQ(texts[0].names.size(), 1U);
  EXPECT_EQ(texts[0].names[0].span, (Span{3, 13}));
  EXPECT_EQ(texts[1].names[0].span, (Span{3, 12}));
}

TEST(GoldText, NeedsItsFiles) {
  EXPECT_THROW(Read("{\"document\":\"a\",\"file\":\"none.txt\",\"mentions\":[]}", "/nonexistent"),
               IoError);
}

}  // namespace
}  // namespace zhitu::extract
