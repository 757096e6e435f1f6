#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/program.h"

namespace zhitu {
namespace {

using Arguments = std::vector<std::string>;

const char kCollision[] =
    "names.csv:6:16: warning: '双桥' names 2 entities: 'community:双桥社区' (names.csv:6), "
    "'office:双桥办事处' (names.csv:7); a text decides by parents and context words only "
    "[collision]\n";

TEST(DictLint, PrintsFindingsAndASummary) {
  const Program program;
  const ProcessResult result = program.Run({"dict", "lint", "names.csv"});
  EXPECT_EQ(result.out, kCollision);
  EXPECT_EQ(result.err, "zhitu: 0 errors, 1 warning\n  collision: 1\n");
  EXPECT_EQ(result.exit_code, 1);
}

TEST(DictLint, IsSilentAboutACleanDictionary) {
  const Program program;
  program.folder().Write("d.csv", "\xEF\xBB\xBFname,type\r\n翰林社区,community\r\n");
  const ProcessResult result = program.Run({"dict", "lint", "d.csv"});
  EXPECT_EQ(result.out, "");
  EXPECT_EQ(result.err, "zhitu: 0 errors, 0 warnings\n");
  EXPECT_EQ(result.exit_code, 0);
}

TEST(DictLint, ChoosesKinds) {
  const Program program;
  EXPECT_EQ(program.Run({"dict", "lint", "names.csv", "--skip", "collision,type"}).exit_code, 0);
  EXPECT_EQ(program.Run({"dict", "lint", "names.csv", "--only", "type"}).out, "");
  EXPECT_EQ(program.Run({"dict", "lint", "names.csv", "--only", "collision"}).out, kCollision);
  const ProcessResult wrong = program.Run({"dict", "lint", "names.csv", "--skip", "colision"});
  EXPECT_EQ(wrong.exit_code, 2);
  EXPECT_TRUE(
      wrong.err.starts_with("zhitu: error: --skip is 'colision' (did you mean 'collision'?); "
                            "expected some of: fault type collision "))
      << wrong.err;
}

TEST(DictLint, TellsFaultsAsErrors) {
  const Program program;
  program.folder().Write(
      "d.csv", "name,type,parent\n甲乙,place,丙丁\n丙丁,place,甲乙\n戊己,roads,庚\n,place,\n");
  const ProcessResult result = program.Run({"dict", "lint", "d.csv", "--skip", "type"});
  EXPECT_EQ(
      result.out,
      "d.csv:2:10: error: parents go in a circle; expected none: place:甲乙 -> place:丙丁 -> "
      "place:甲乙 [fault]\n"
      "d.csv:4:10: error: parent '庚' is unknown; expected the name or id of an entity in the "
      "dictionaries [fault]\n"
      "d.csv:5:1: error: name is empty; expected the entity's name [fault]\n");
  EXPECT_EQ(result.err, "zhitu: 3 errors, 0 warnings\n  fault: 3\n");
  EXPECT_EQ(result.exit_code, 3);
}

TEST(DictLint, TellsUnknownTypesAndWithStrictRefusesThem) {
  const Program program;
  program.folder().Write("d.csv", "name,type\n甲乙,offices\n");
  EXPECT_EQ(program.Run({"dict", "lint", "d.csv"}).out,
            "d.csv:2:4: warning: type 'offices' is not one of the known types; did you mean "
            "'office'? [type]\n");
  EXPECT_EQ(program.Run({"dict", "lint", "d.csv", "--strict"}).exit_code, 3);
}

TEST(DictLint, CountsFormsInACorpus) {
  const Program program;
  std::string text;
  for (int i = 0; i < 20; ++i) text += "人民大会堂。\n";
  program.folder().Write("t/a.txt", text + "某大学。\n");
  program.folder().Write("d.csv", "name,type,aliases\n某大学,organization,民大\n");
  const ProcessResult result = program.Run({"dict", "lint", "d.csv", "--corpus", "t"});
  EXPECT_EQ(
      result.out,
      "d.csv:2:18: warning: alias '民大' stands 20 times in the corpus, the other forms of the "
      "entity 1 times; a word of its own? [frequent-form]\n"
      "d.csv:2:18: warning: alias '民大' is cut out of longer words 20 of 20 times; expected "
      "boundary word, or a longer form [inside-words]\n");
  EXPECT_EQ(program.Run({"dict", "lint", "d.csv", "--corpus", "t", "--jobs", "1"}).out, result.out);
}

TEST(DictLint, PrintsTablesAndJson) {
  const Program program;
  program.folder().Write("d.csv", "name,type\n统,place\n");
  const auto printed = [&](const char* format) {
    return program.Run({"dict", "lint", "d.csv", "--format", format}).out;
  };
  const std::string message =
      "name '统' is very short; expected at least two Han characters or three letters";
  const std::string object =
      R"({"file":"d.csv","line":2,"column":1,"severity":"warning","code":"short-form","message":")" +
      message + "\"}";
  EXPECT_EQ(printed("tsv"),
            "file\tline\tcolumn\tseverity\tcode\tmessage\nd.csv\t2\t1\twarning\tshort-form\t" +
                message + "\n");
  EXPECT_EQ(printed("jsonl"), object + "\n");
  EXPECT_EQ(printed("json"), "[" + object + "]\n");
}

TEST(DictLint, RefusesCompiledAndMissingDictionaries) {
  const Program program;
  program.Run({"dict", "compile", "names.csv", "-o", "names.zdict"});
  const ProcessResult compiled = program.Run({"dict", "lint", "names.zdict"});
  EXPECT_EQ(compiled.exit_code, 2);
  EXPECT_EQ(compiled.err,
            "zhitu: error: names.zdict: is compiled already; expected .csv, .tsv or .jsonl\n");
  EXPECT_EQ(program.Run({"dict", "lint", "no.csv"}).exit_code, 4);
}

}  // namespace
}  // namespace zhitu
