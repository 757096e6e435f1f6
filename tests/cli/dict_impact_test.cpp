#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/program.h"

namespace zhitu {
namespace {

using Arguments = std::vector<std::string>;

const char kNew[] =
    "name,type,aliases,parent\n"
    "翰林社区,community,翰林,\n"
    "双桥社区,community,,\n"
    "国槐街,road,,\n";

// names.csv against new.csv, which lacks the offices and 郑州高新区.
ProcessResult Compare(const Program& program, Arguments more) {
  program.folder().Write("new.csv", kNew);
  Arguments arguments = {"dict", "impact", "names.csv", "new.csv", "--preset", "none"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return program.Run(arguments);
}

TEST(DictImpact, PrintsATableWithSentences) {
  const Program program;
  const ProcessResult result = Compare(program, {"--corpus", "corpus/b.txt", "--format", "table"});
  EXPECT_EQ(result.out,
            "what     subject             predicate  object             gained  lost\n"
            "mention  office:双桥办事处                                      0     1\n"
            "    - b.txt:2:6  双桥社区和[双桥办事处]。\n"
            "edge     community:双桥社区  co_occurs  office:双桥办事处       0     1\n"
            "    - b.txt:2:1  [双桥社区]和[双桥办事处]。\n");
  EXPECT_EQ(result.err,
            "zhitu: documents compared: 1; mentions: 0 gained, 1 lost; edges: 0 gained, 1 lost\n");
  EXPECT_EQ(result.exit_code, 0);
}

TEST(DictImpact, GivesTheSameOfAGraphFileAndWithAnyNumberOfThreads) {
  const Program program;
  program.Build();
  const Arguments of_graph = {"--corpus", "g.zhitu", "--format", "jsonl"};
  const ProcessResult files = Compare(program, {"--corpus", "corpus", "--format", "jsonl"});
  EXPECT_NE(files.out, "");
  EXPECT_EQ(Compare(program, of_graph).out, files.out);
  EXPECT_EQ(Compare(program, {"--corpus", "corpus", "--format", "jsonl", "--jobs", "1"}).out,
            files.out);
  // The preset of the graph file is taken unless another one is asked for.
  EXPECT_EQ(program
                .Run({"dict", "impact", "names.csv", "new.csv", "--corpus", "g.zhitu", "--format",
                      "jsonl"})
                .out,
            files.out);
}

TEST(DictImpact, PrintsOneSentenceALineAndJson) {
  const Program program;
  const ProcessResult tsv = Compare(program, {"--corpus", "corpus/b.txt", "--format", "tsv"});
  EXPECT_EQ(tsv.out,
            "what\tpredicate\tsubject\tsubject_name\tobject\tobject_name\tgained\tlost\tchange\t"
            "document\tline\tcolumn\tsentence\n"
            "mention\t\toffice:双桥办事处\t双桥办事处\t\t\t0\t1\tlost\tb.txt\t2\t6\t双桥社区和["
            "双桥办事处]。\n"
            "edge\tco_occurs\tcommunity:双桥社区\t双桥社区\toffice:"
            "双桥办事处\t双桥办事处\t0\t1\tlost\tb.txt\t2\t"
            "1\t[双桥社区]和[双桥办事处]。\n");
  const ProcessResult json =
      Compare(program, {"--corpus", "corpus/b.txt", "--format", "json", "--samples", "0"});
  EXPECT_EQ(
      json.out,
      R"({"mentions":{"gained":0,"lost":1},"edges":{"gained":0,"lost":1},"changes":[)"
      R"({"what":"mention","predicate":null,"subject":{"id":"office:双桥办事处","name":"双桥办事处"},)"
      R"("gained":0,"lost":1,"samples":[]},)"
      R"({"what":"edge","predicate":"co_occurs","subject":{"id":"community:双桥社区","name":"双桥社区"},)"
      R"("object":{"id":"office:双桥办事处","name":"双桥办事处"},"gained":0,"lost":1,"samples":[]}]})"
      "\n");
}

TEST(DictImpact, IsDoneWhereNothingChanges) {
  const Program program;
  const ProcessResult result = program.Run(
      {"dict", "impact", "names.csv", "names.csv", "--corpus", "corpus", "--format", "jsonl"});
  EXPECT_EQ(result.out, "");
  EXPECT_EQ(result.exit_code, 0);
}

TEST(DictImpact, RefusesWhatItCannotCompare) {
  const Program program;
  program.Build();
  const ProcessResult beside = Compare(program, {"--corpus", "g.zhitu", "--corpus", "corpus"});
  EXPECT_EQ(beside.exit_code, 2);
  EXPECT_EQ(beside.err, "zhitu: error: --corpus: a graph file beside others; expected it alone\n");
  EXPECT_EQ(Compare(program, {"--corpus", "no"}).exit_code, 4);
  EXPECT_EQ(Compare(program, {}).exit_code, 2);
  program.folder().Write("bad.csv", "name\n");
  EXPECT_EQ(program.Run({"dict", "impact", "names.csv", "bad.csv", "--corpus", "corpus"}).exit_code,
            3);
}

}  // namespace
}  // namespace zhitu
