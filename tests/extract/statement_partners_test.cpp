#include "extract/statement_partners.h"

#include <gtest/gtest.h>

#include <ostream>
#include <sstream>
#include <string>
#include <vector>

#include "extract/evaluation.h"

namespace zhitu::extract {
namespace {

struct PartnerCase {
  const char* name;
  const char* gold;
  const char* predicted;  // statements of entities A (张 三, 老张), B (郑州) and C (李四)
  const char* expected;   // by gold statement the number of its partner, `-` for none
};
void PrintTo(const PartnerCase& c, std::ostream* out) { *out << c.name; }
class StatementPartnersTest : public testing::TestWithParam<PartnerCase> {};

std::string Prediction(const std::string& statements) {
  return R"({"document":"a","mentions":[)"
         R"({"begin":0,"end":3,"text":"张 三","type":"p","kind":"name","entity":"A"},)"
         R"({"begin":4,"end":6,"text":"老张","type":"p","kind":"nominal","entity":"A"},)"
         R"({"begin":7,"end":9,"text":"郑州","type":"l","kind":"name","entity":"B"},)"
         R"({"begin":10,"end":12,"text":"李四","type":"p","kind":"name","entity":"C"},)"
         R"({"begin":13,"end":15,"text":"某地","type":"p","kind":"name","entity":null}],)"
         R"("statements":[)" +
         statements + "]}";
}

TEST_P(StatementPartnersTest, SayTheSame) {
  std::istringstream gold_lines(GetParam().gold);
  std::istringstream lines(Prediction(GetParam().predicted));
  const AnnotationFile gold = ReadGold(gold_lines, "gold.jsonl");
  const AnnotationFile predicted = ReadPredictions(lines, "pred.jsonl");
  const StatementPartners partners =
      PairStatements(gold.documents.front(), predicted.documents.front());
  std::string shown;
  for (std::size_t i = 0; i < partners.of_gold.size(); ++i) {
    const std::size_t partner = partners.of_gold[i];
    shown += partner == kNoPartner ? "-" : std::to_string(partner);
    if (partner != kNoPartner) {
      EXPECT_EQ(partners.of_predicted[partner], i);
    }
  }
  EXPECT_EQ(shown, GetParam().expected);
}

constexpr char kIn[] = R"({"subject":"A","predicate":"in","object":"B"})";
constexpr char kTwo[] =
    R"({"subject":"A","predicate":"in","object":"B"},{"subject":"C","predicate":"in","object":"B"})";

const PartnerCase kPartnerCases[] = {
    {"BySurface",
     R"({"text":"张三 老张 郑州","triples":[["张三","in","郑州"]],"types":{"张三":"x","郑州":"y"}})",
     kIn, "0"},
    {"ByAnotherSurfaceOfItsEntity",
     R"({"text":"张三 老张 郑州","triples":[["老张","in","郑州"]],"types":{"老张":"x","郑州":"y"}})",
     kIn, "0"},
    {"EachOnce",
     R"({"text":"张三 老张 郑州","triples":[["张三","in","郑州"],["老张","in","郑州"]],)"
     R"("types":{"张三":"x","老张":"x","郑州":"y"}})",
     kIn, "0-"},
    {"OtherPredicate",
     R"({"text":"张三 郑州","triples":[["张三","at","郑州"]],"types":{"张三":"x","郑州":"y"}})",
     kIn, "-"},
    {"OtherDirection",
     R"({"text":"张三 郑州","triples":[["郑州","in","张三"]],"types":{"张三":"x","郑州":"y"}})",
     kIn, "-"},
    {"UndecidedMentionsNameNothing",
     R"({"text":"某地 郑州","triples":[["某地","in","郑州"]],"types":{"某地":"x","郑州":"y"}})",
     kIn, "-"},
    {"OfRelations",
     R"({"text":"李四张三郑州","ents":[[0,2,"x"],[2,4,"x"],[4,6,"y"]],)"
     R"("relations":[[1,"in",2],[0,"in",2]]})",
     kTwo, "01"},
    {"ById",
     R"({"document":"a","mentions":[],"statements":[{"subject":"C","predicate":"in","object":"B"},)"
     R"({"subject":"老张","predicate":"in","object":"B"}]})",
     kTwo, "1-"},
};
INSTANTIATE_TEST_SUITE_P(Basics, StatementPartnersTest, testing::ValuesIn(kPartnerCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(Evaluate, ComparesNoMentionsWithTriples) {
  std::istringstream gold_lines(
      R"({"text":"张 三 老张 郑州 李四 某地","triples":[["张 三","in","郑州"]],)"
      R"("types":{"张 三":"x","郑州":"y"}})");
  std::istringstream lines(Prediction(kTwo));
  const Evaluation result =
      Evaluate(ReadGold(gold_lines, "gold.jsonl"), ReadPredictions(lines, "pred.jsonl"));
  EXPECT_EQ(result.mention_documents, 0U);
  const std::vector<NamedScore> expected = {{"statements", "all", {1, 1, 2}},
                                            {"statements", "in", {1, 1, 2}}};
  EXPECT_EQ(ScoresOf(result), expected);
}

}  // namespace
}  // namespace zhitu::extract
