#include <gtest/gtest.h>

#include <ostream>

#include "tests/support/program.h"

namespace zhitu {
namespace {

using Arguments = std::vector<std::string>;

// Two names in one text: gold calls the street a place and has a name more.
constexpr char kText[] = "翰林社区在国槐街。双桥";
constexpr char kGold[] =
    R"({"id":"t.txt","text":"翰林社区在国槐街。双桥","ents":[[0,4,"community"],[5,8,"place"],[9,11,"office"]]})"
    "\n";
constexpr char kNames[] = "name,type\n翰林社区,community\n国槐街,road\n";

struct EvalCase {
  const char* name;
  Arguments options;
  std::string out;
};
void PrintTo(const EvalCase& c, std::ostream* out) { *out << c.name; }

class Eval : public testing::TestWithParam<EvalCase> {};

TEST_P(Eval, PrintsScores) {
  const Program program;
  program.folder().Write("t.txt", kText);
  program.folder().Write("gold.jsonl", kGold);
  program.folder().Write("few.csv", kNames);
  const ProcessResult found =
      program.Run({"extract", "t.txt", "-d", "few.csv", "--preset", "none"});
  ASSERT_EQ(found.exit_code, 0);
  program.folder().Write("found.jsonl", found.out);
  Arguments arguments = {"eval", "gold.jsonl", "--pred", "found.jsonl"};
  arguments.insert(arguments.end(), GetParam().options.begin(), GetParam().options.end());
  const ProcessResult result = program.Run(arguments);
  EXPECT_EQ(result.out, GetParam().out);
  EXPECT_EQ(result.err, "zhitu: documents compared: 1\n");
  EXPECT_EQ(result.exit_code, 0);
}

const std::string kDifferences[] = {
    R"({"what":"missed mention","document":"t.txt","begin":5,"end":8,"type":"place",)"
    R"("text":"国槐街","entity":null,"found":null,"kind":"name","rule":null})",
    R"({"what":"missed mention","document":"t.txt","begin":9,"end":11,"type":"office",)"
    R"("text":"双桥","entity":null,"found":null,"kind":"name","rule":null})",
    R"({"what":"wrong mention","document":"t.txt","begin":5,"end":8,"type":"road",)"
    R"("text":"国槐街","entity":"road:国槐街","found":null,"kind":"name","rule":null})"};

// The scores of one measure as JSON: `name`, then right, gold, found and the three shares.
std::string ScoreJson(const std::string& measure, const std::string& name,
                      const std::string& counts, const std::string& shares) {
  return R"({"measure":"mentions )" + measure + R"(","name":")" + name + "\"," + counts + "," +
         shares + "}";
}

const std::string kThird = R"("precision":0.5,"recall":0.333333,"f1":0.4)";
const std::string kNone = R"("precision":0.0,"recall":0.0,"f1":0.0)";

const EvalCase kEvalCases[] = {
    {"Table",
     {"--format", "table", "--worst", "0"},
     "measure           name       right  gold  found      P      R     F1\n"
     "mentions strict   all            1     3      2   50.0   33.3   40.0\n"
     "mentions relaxed  all            1     3      2   50.0   33.3   40.0\n"
     "mentions strict   community      1     1      1  100.0  100.0  100.0\n"
     "mentions strict   office         0     1      0    0.0    0.0    0.0\n"
     "mentions strict   place          0     1      0    0.0    0.0    0.0\n"
     "mentions strict   road           0     0      1    0.0    0.0    0.0\n"},
    {"TsvWithDifferences",
     {"--show"},
     "measure\tname\tright\tgold\tfound\tP\tR\tF1\n"
     "mentions strict\tall\t1\t3\t2\t0.5\t0.333333\t0.4\n"
     "mentions relaxed\tall\t1\t3\t2\t0.5\t0.333333\t0.4\n"
     "mentions strict\tcommunity\t1\t1\t1\t1\t1\t1\n"
     "mentions strict\toffice\t0\t1\t0\t0\t0\t0\n"
     "mentions strict\tplace\t0\t1\t0\t0\t0\t0\n"
     "mentions strict\troad\t0\t0\t1\t0\t0\t0\n"
     "\n"
     "what\tdocument\tbegin\tend\ttype\ttext\tentity\tfound\tkind\trule\n"
     "missed mention\tt.txt\t5\t8\tplace\t国槐街\t\t\tname\t\n"
     "missed mention\tt.txt\t9\t11\toffice\t双桥\t\t\tname\t\n"
     "wrong mention\tt.txt\t5\t8\troad\t国槐街\troad:国槐街\t\tname\t\n"},
    {"Json",
     {"--show", "--format", "json", "--worst", "0"},
     R"({"documents":1,"scores":[)" +
         ScoreJson("strict", "all", R"("right":1,"gold":3,"found":2)", kThird) + "," +
         ScoreJson("relaxed", "all", R"("right":1,"gold":3,"found":2)", kThird) + "," +
         ScoreJson("strict", "community", R"("right":1,"gold":1,"found":1)",
                   R"("precision":1.0,"recall":1.0,"f1":1.0)") +
         "," + ScoreJson("strict", "office", R"("right":0,"gold":1,"found":0)", kNone) + "," +
         ScoreJson("strict", "place", R"("right":0,"gold":1,"found":0)", kNone) + "," +
         ScoreJson("strict", "road", R"("right":0,"gold":0,"found":1)", kNone) +
         R"(],"differences":[)" + kDifferences[0] + "," + kDifferences[1] + "," + kDifferences[2] +
         "]}\n"},
    {"TsvWithTheWorst",
     {"--worst", "1"},
     "measure\tname\tright\tgold\tfound\tP\tR\tF1\n"
     "mentions strict\tall\t1\t3\t2\t0.5\t0.333333\t0.4\n"
     "mentions relaxed\tall\t1\t3\t2\t0.5\t0.333333\t0.4\n"
     "mentions strict\tcommunity\t1\t1\t1\t1\t1\t1\n"
     "mentions strict\toffice\t0\t1\t0\t0\t0\t0\n"
     "mentions strict\tplace\t0\t1\t0\t0\t0\t0\n"
     "mentions strict\troad\t0\t0\t1\t0\t0\t0\n"
     "\n"
     "what\tform\tright\twrong\tmissed\tinstead\n"
     "mention\t国槐街\t0\t1\t1\twrong type 2 (place 国槐街 1)\n"},
    {"WorstLines",
     {"--worst", "9", "--format", "jsonl"},
     R"({"what":"mention","form":"国槐街","right":0,"wrong":1,"missed":1,"instead":[)"
     R"({"what":"wrong type","count":2,"example":"place 国槐街","examples":1}]})"
     "\n"
     R"({"what":"mention","form":"双桥","right":0,"wrong":0,"missed":1,"instead":[)"
     R"({"what":"nothing","count":1,"example":null,"examples":1}]})"
     "\n"},
    {"DifferenceLines",
     {"--show", "--format", "jsonl"},
     kDifferences[0] + "\n" + kDifferences[1] + "\n" + kDifferences[2] + "\n"},
};
INSTANTIATE_TEST_SUITE_P(Forms, Eval, testing::ValuesIn(kEvalCases),
                         [](const auto& c) { return std::string(c.param.name); });

// Gold and prediction as `extract` prints them, with references and statements.
constexpr char kGoldExtract[] =
    R"({"document":"a","mentions":[)"
    R"({"begin":0,"end":4,"text":"翰林社区","type":"community","kind":"name","entity":"c:翰林"},)"
    R"({"begin":6,"end":8,"text":"社区","type":"community","kind":"nominal","entity":"c:翰林"},)"
    R"({"begin":9,"end":10,"text":"她","type":"person","kind":"pronoun","entity":"p:李"},)"
    R"({"begin":12,"end":14,"text":"丫头","type":"person","kind":"nominal","entity":"p:李"}],)"
    R"("statements":[{"subject":"p:李","predicate":"leads","object":"c:翰林"},)"
    R"({"subject":"c:翰林","predicate":"part_of","object":"o:柳"}]})"
    "\n";
constexpr char kFoundExtract[] =
    R"({"document":"a","mentions":[)"
    R"({"begin":0,"end":4,"text":"翰林社区","type":"community","kind":"name","entity":"c:翰林"},)"
    R"({"begin":6,"end":8,"text":"社区","type":"community","kind":"nominal","entity":"c:双桥"},)"
    R"({"begin":11,"end":12,"text":"他","type":"person","kind":"pronoun","entity":"p:李"},)"
    R"({"begin":12,"end":14,"text":"丫头","type":"person","kind":"name","entity":"p:李"}],)"
    R"("statements":[{"subject":"p:李","predicate":"leads","object":"c:翰林","rule":"title",)"
    R"("evidence":[{"begin":0,"end":4}]},)"
    R"({"subject":"p:李","predicate":"runs","object":"c:翰林","rule":"run",)"
    R"("evidence":[{"begin":6,"end":10},{"begin":0,"end":4}]},)"
    R"({"subject":"p:李","predicate":"runs","object":"c:翰林","rule":"hold"}]})"
    "\n";

TEST(EvalOfReferences, ShowsEachKindOfDifference) {
  const Program program;
  program.folder().Write("gold.jsonl", kGoldExtract);
  program.folder().Write("found.jsonl", kFoundExtract);
  const ProcessResult result =
      program.Run({"eval", "gold.jsonl", "--pred", "found.jsonl", "--show", "-q"});
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(result.out,
            "measure\tname\tright\tgold\tfound\tP\tR\tF1\n"
            "mentions strict\tall\t3\t4\t4\t0.75\t0.75\t0.75\n"
            "mentions relaxed\tall\t3\t4\t4\t0.75\t0.75\t0.75\n"
            "mentions strict\tcommunity\t2\t2\t2\t1\t1\t1\n"
            "mentions strict\tperson\t1\t2\t2\t0.5\t0.5\t0.5\n"
            "mentions by kind\tname\t1\t1\t2\t0.5\t1\t0.666667\n"
            "mentions by kind\tnominal\t1\t2\t1\t1\t0.5\t0.666667\n"
            "mentions by kind\tpronoun\t0\t1\t1\t0\t0\t0\n"
            "references\tall\t0\t3\t2\t0\t0\t0\n"
            "references\tnominal\t0\t2\t1\t0\t0\t0\n"
            "references\tpronoun\t0\t1\t1\t0\t0\t0\n"
            "links\tall\t2\t3\t3\t0.666667\t0.666667\t0.666667\n"
            "links\tcommunity\t1\t2\t2\t0.5\t0.5\t0.5\n"
            "links\tperson\t1\t1\t1\t1\t1\t1\n"
            "statements\tall\t1\t2\t2\t0.5\t0.5\t0.5\n"
            "statements\tleads\t1\t1\t1\t1\t1\t1\n"
            "statements\tpart_of\t0\t1\t0\t0\t0\t0\n"
            "statements\truns\t0\t0\t1\t0\t0\t0\n"
            "statements by rule\thold\t0\t2\t1\t0\t0\t0\n"
            "statements by rule\trun\t0\t2\t1\t0\t0\t0\n"
            "statements by rule\ttitle\t1\t2\t1\t1\t0.5\t0.666667\n"
            "\n"
            "what\tdocument\tbegin\tend\ttype\ttext\tentity\tfound\tkind\trule\n"
            "missed reference\ta\t9\t10\tperson\t她\tp:李\t\tpronoun\t\n"
            "wrong reference\ta\t11\t12\tperson\t他\tp:李\t\tpronoun\t\n"
            "wrong link\ta\t6\t8\tcommunity\t社区\tc:翰林\tc:双桥\tnominal\t\n"
            "wrong kind\ta\t12\t14\tperson\t丫头\tp:李\tname\tnominal\t\n"
            "missed statement\ta\t0\t0\tpart_of\tc:翰林 -part_of-> o:柳\t\t\t\t\n"
            "wrong statement\ta\t6\t10\truns\tp:李 -runs-> c:翰林\t\t\t\thold,run\n");
}

TEST(EvalOfItself, IsPerfect) {
  const Program program;
  const ProcessResult found = program.Run({"extract", "corpus", "-d", "names.csv"});
  program.folder().Write("found.jsonl", found.out);
  const ProcessResult result =
      program.Run({"eval", "-", "--pred", "found.jsonl", "-q"}, {.input = found.out});
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_TRUE(result.out.starts_with(
      "measure\tname\tright\tgold\tfound\tP\tR\tF1\tP low\tP high\tR low\tR high\t"
      "F1 low\tF1 high\n"
      "mentions strict\tall\t11\t11\t11\t1\t1\t1\t1\t1\t1\t1\t1\t1\n"))
      << result.out;
}

// Four texts with two statements each, of which the prediction has one, two, one wrong and none.
class EvalOfTriples : public testing::Test {
 protected:
  EvalOfTriples() {
    const auto triple = [](const char* predicate) {
      return R"(["a",")" + std::string(predicate) + R"(","b"])";
    };
    const auto statement = [](const char* predicate) {
      return R"({"subject":"x:a","predicate":")" + std::string(predicate) + R"(","object":"x:b"})";
    };
    const std::string said[] = {statement("p"), statement("p") + "," + statement("q"),
                                statement("r"), ""};
    std::string gold;
    std::string found;
    for (int i = 0; i < 4; ++i) {
      gold += R"({"text":"ab","triples":[)" + triple("p") + "," + triple("q") +
              R"(],"types":{"a":"x","b":"x"}})" + "\n";
      found +=
          R"({"document":")" + std::to_string(i) +
          R"(","mentions":[{"begin":0,"end":1,"text":"a","type":"x","kind":"name","entity":"x:a"},)"
          R"({"begin":1,"end":2,"text":"b","type":"x","kind":"name","entity":"x:b"}],)"
          R"("statements":[)" +
          said[i] + "]}\n";
    }
    program_.folder().Write("gold.jsonl", gold);
    program_.folder().Write("found.jsonl", found);
  }

  std::string Out(Arguments options) const {
    options.insert(options.begin(), {"eval", "gold.jsonl", "--pred", "found.jsonl", "-q"});
    const ProcessResult result = program_.Run(options);
    EXPECT_EQ(result.exit_code, 0) << result.err;
    return result.out;
  }

  Program program_;
};

TEST_F(EvalOfTriples, HasIntervalsAndTheWorst) {
  EXPECT_EQ(
      Out({"--format", "table"}),
      "measure     name  right  gold  found      P     R    F1       P 95 %     R 95 %    F1 95 %\n"
      "statements  all       3     8      4   75.0  37.5  50.0    0.0-100.0   0.0-75.0   0.0-85.7\n"
      "statements  p         2     4      2  100.0  50.0  66.7  100.0-100.0  0.0-100.0  0.0-100.0\n"
      "statements  q         1     4      1  100.0  25.0  40.0  100.0-100.0   0.0-75.0   0.0-85.7\n"
      "statements  r         0     0      1    0.0   0.0   0.0      0.0-0.0    0.0-0.0    0.0-0.0\n"
      "\n"
      "what       form  right  wrong  missed  instead\n"
      "statement  q         1      0       3  other predicate 2 (p 1), nothing 1\n"
      "statement  p         2      0       2  nothing 1, other predicate 1 (r 1)\n"
      "statement  r         0      1       0  other predicate 1 (p 1)\n");
}

TEST_F(EvalOfTriples, GivesTheSameForASeedAndAnyNumberOfThreads) {
  const std::string one = Out({"--seed", "3", "--jobs", "1"});
  EXPECT_EQ(Out({"--seed", "3", "--jobs", "3"}), one);
  EXPECT_NE(Out({"--seed", "4", "--resamples", "1"}), Out({"--seed", "5", "--resamples", "1"}));
}

TEST_F(EvalOfTriples, PrintsIntervalsAsJson) {
  const std::string json = Out({"--format", "json"});
  EXPECT_NE(json.find(R"("f1":0.5,"precision_interval":[0.0,1.0],"recall_interval":[0.0,0.75],)"
                      R"("f1_interval":[)"),
            std::string::npos)
      << json;
  EXPECT_NE(json.find(R"("worst":[{"what":"statement","form":)"), std::string::npos) << json;
}

TEST_F(EvalOfTriples, LeavesIntervalsOut) {
  EXPECT_TRUE(Out({"--resamples", "0"})
                  .starts_with("measure\tname\tright\tgold\tfound\tP\tR\tF1\nstatements\tall\t3"
                               "\t8\t4\t0.75\t0.375\t0.5\n"));
}

TEST(EvalOfBrokenGold, EndsWith3AtThePlace) {
  const Program program;
  program.folder().Write("gold.jsonl", "{\"text\":\n");
  const ProcessResult result = program.Run({"eval", "gold.jsonl", "--pred", "gold.jsonl"});
  EXPECT_EQ(result.exit_code, 3);
  EXPECT_TRUE(result.err.starts_with("zhitu: error: gold.jsonl:1:")) << result.err;
}

}  // namespace
}  // namespace zhitu
