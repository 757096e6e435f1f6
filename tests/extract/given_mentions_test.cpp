#include "extract/given_mentions.h"

#include <gtest/gtest.h>

#include <ostream>
#include <sstream>
#include <string>
#include <vector>

#include "extract/error.h"
#include "tests/support/temp_folder.h"
#include "tests/support/told_texts.h"

namespace zhitu::extract {
namespace {

// Id, then mentions as `surface id sentence why`, then statements with the bytes of their evidence.
std::string Show(const GivenDocument& document) {
  const Extraction& extraction = document.text.extraction;
  std::string all = extraction.document.id + " of " + extraction.document.file + '\n';
  for (const Mention& mention : extraction.mentions) {
    all += "  " + extraction.Surface(mention.span) + ' ' + extraction.EntityId(mention.entity) +
           ' ' + std::to_string(mention.sentence) + ' ' + extraction.Why(mention) +
           (mention.nested ? " nested\n" : "\n");
  }
  const auto id = [&](EntityIndex entity) {
    return entity == kNoEntity ? "none" : extraction.EntityId(entity);
  };
  for (const GoldStatement& statement : document.text.statements) {
    all += "  " + id(statement.subject) + " -" + statement.predicate + "-> " +
           id(statement.object) + ' ' + std::to_string(statement.evidence.begin) + '-' +
           std::to_string(statement.evidence.end) + '\n';
  }
  return all + (document.has_statements ? "" : "  untold\n");
}

struct GiveCase {
  const char* name;
  const char* gold;
  const char* expected;
};
void PrintTo(const GiveCase& c, std::ostream* out) { *out << c.name; }
class GivenMentions : public testing::TestWithParam<GiveCase> {};

TEST_P(GivenMentions, AreThoseOfALine) {
  EXPECT_EQ(Show(GivenTexts(GetParam().gold).front()), GetParam().expected);
}

const GiveCase kGiveCases[] = {
    {"Spans", R"({"text":"张三。在郑州","ents":[[4,6,"LOC"],[0,2,"PER"]]})",
     "gold.jsonl#1 of gold.jsonl\n  张三 PER:张三 0 given\n  郑州 LOC:郑州 1 given\n  untold\n"},
    {"Relations",
     R"({"doc":"d","text":"张三在郑州","ents":[[3,5,"LOC"],[0,2,"PER"]],"relations":[[1,"in",0]]})",
     "d of gold.jsonl\n  张三 PER:张三 0 given\n  郑州 LOC:郑州 0 given\n"
     "  PER:张三 -in-> LOC:郑州 0-15\n"},
    {"Triples",
     R"({"text":"张三在郑\n州","triples":[["张三","in","郑\n州"]],"types":{"郑\n州":"LOC","张三":"PER"}})",
     "gold.jsonl#1 of gold.jsonl\n  张三 PER:张三 0 given\n  郑 LOC:郑州 0 given\n"
     "  PER:张三 -in-> LOC:郑州 0-0\n"},
};
INSTANTIATE_TEST_SUITE_P(Basics, GivenMentions, testing::ValuesIn(kGiveCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(GivenMentions, OfAnExtractionAreReadFromItsFile) {
  const TempFolder folder;
  folder.Write("a.txt", "序\n在郑州\n市。他");
  std::istringstream lines(
      R"({"document":"a#2","file":"a.txt","begin":2,"end":9,"mentions":[)"
      R"({"begin":3,"end":7,"type":"LOC","kind":"name","entity":"q1","text":"郑州市"},)"
      R"({"begin":8,"end":9,"type":"PER","kind":"pronoun","entity":"q2"},)"
      R"({"begin":2,"end":3,"type":"LOC","kind":"name","entity":null}],"statements":[)"
      R"({"subject":"q1","predicate":"p","object":"q2","evidence":[{"begin":3,"end":9}]},)"
      R"({"subject":"q1","predicate":"n","object":"q2","modality":"negated"},)"
      R"({"subject":"q1","predicate":"p","object":"q9"}]})");
  const Gazetteer empty;
  const auto documents =
      GiveDocuments(ReadGold(lines, "gold.jsonl"), "gold.jsonl", {folder.path(), {}}, empty);
  EXPECT_EQ(Show(documents.front()),
            "a#2 of a.txt\n  郑州 q1 0 given\n  他 q2 2 given\n"
            "  q1 -p-> q2 3-19\n  q1 -p-> none 0-0\n");
  EXPECT_EQ(documents.front().text.extraction.document.begin_code_point, 2U);
  EXPECT_EQ(documents.front().text.extraction.document.begin_line, 2U);
}

struct FaultCase {
  const char* name;
  const char* gold;
  const char* expected;
};
void PrintTo(const FaultCase& c, std::ostream* out) { *out << c.name; }
class GivenMentionsFault : public testing::TestWithParam<FaultCase> {};

TEST_P(GivenMentionsFault, IsNamedWithItsPlace) {
  try {
    CheckDistinctIds(GivenTexts(GetParam().gold), "gold.jsonl");
    FAIL() << "read";
  } catch (const InputError& error) {
    EXPECT_EQ(Describe(error.problems().front()), GetParam().expected);
  }
}

const FaultCase kFaults[] = {
    {"TypeHoldsZero", R"({"text":"ab","triples":[],"types":{"a":"x\u0000"}})",
     "gold.jsonl:1:40: the type of span 0-1 holds a control character; expected a word"},
    {"PredicateHoldsABreak",
     R"({"text":"ab","triples":[["a","p\n","b"]],"types":{"a":"x","b":"x"}})",
     "gold.jsonl:1:25: the predicate of a statement holds a control character; expected a word"},
    {"IdTwice",
     "{\"id\":\"i\",\"text\":\"\",\"ents\":[]}\n\n{\"id\":\"i\",\"text\":\"\",\"ents\":[]}",
     "gold.jsonl:3: document \"i\" stands on line 1 too; expected each once"},
    {"NoFile", R"({"document":"a","mentions":[]})",
     "gold.jsonl:1:1: no \"file\"; expected the file of the text, or \"text\" and \"ents\""},
};
INSTANTIATE_TEST_SUITE_P(Faults, GivenMentionsFault, testing::ValuesIn(kFaults),
                         [](const auto& c) { return std::string(c.param.name); });

}  // namespace
}  // namespace zhitu::extract
