#include <gtest/gtest.h>

#include <filesystem>
#include <ostream>

#include "tests/support/program.h"

namespace zhitu {
namespace {

namespace fs = std::filesystem;
using Arguments = std::vector<std::string>;

struct VerifyCase {
  const char* name;
  std::vector<CaseFile> changes;
  Arguments options;
  int exit_code;
  std::string out;
  std::string err;
};
void PrintTo(const VerifyCase& c, std::ostream* out) { *out << c.name; }

class Verify : public testing::TestWithParam<VerifyCase> {};

TEST_P(Verify, NamesWhatDiffers) {
  const Program program;
  program.Build();
  for (const auto& [name, bytes] : GetParam().changes) program.folder().Write(name, bytes);
  Arguments arguments = {"verify", "g.zhitu"};
  arguments.insert(arguments.end(), GetParam().options.begin(), GetParam().options.end());
  const ProcessResult result = program.Run(arguments);
  EXPECT_EQ(result.out, GetParam().out);
  EXPECT_EQ(result.err, GetParam().err);
  EXPECT_EQ(result.exit_code, GetParam().exit_code);
}

const VerifyCase kVerifyCases[] = {
    {"Unchanged", {}, {}, 0, "", "zhitu: 17 quotes of 2 documents checked, 0 differ\n"},
    {"UnchangedQuietly", {}, {"-q"}, 0, "", ""},
    {"Changed",
     {{"corpus/b.txt", "翰林社区在国槐路。\n双桥社区和双桥办事处。\n"}},
     {},
     1,
     "b.txt:1:1: changed: “翰林社区在国槐街。”, now “翰林社区在国槐路。” (community:翰林社区 "
     "-co_occurs-> road:国槐街)\n"
     "b.txt:1:6: changed: “国槐街”, now “国槐路” (road:国槐街)\n",
     "zhitu: 17 quotes of 2 documents checked, 2 differ\n"},
    {"ChangedAsTsv",
     {{"corpus/b.txt", "翰林社区在国槐路。\n双桥社区和双桥办事处。\n"}},
     {"--format", "tsv"},
     1,
     "finding\tdocument\tfile\tline\tcolumn\trelation\tquote\tfound\n"
     "changed\tb.txt\tb.txt\t1\t1\tcommunity:翰林社区 -co_occurs-> road:国槐街\t"
     "翰林社区在国槐街。\t翰林社区在国槐路。\n"
     "changed\tb.txt\tb.txt\t1\t6\troad:国槐街\t国槐街\t国槐路\n",
     "zhitu: 17 quotes of 2 documents checked, 2 differ\n"},
    {"MovedAsJsonLines",
     {{"corpus/a.txt", "郑州高新区枫杨办事处在国槐街。\n\n翰林社区在枫杨办事处。\n"}},
     {"--format", "jsonl", "-q"},
     1,
     R"({"finding":"moved","document":"a.txt","file":"a.txt","line":2,"column":1,)"
     R"("relation":"community:翰林社区","quote":"翰林社区","found":"3:1"})"
     "\n"
     R"({"finding":"moved","document":"a.txt","file":"a.txt","line":2,"column":1,)"
     R"("relation":"community:翰林社区 -co_occurs-> office:枫杨办事处",)"
     R"("quote":"翰林社区在枫杨办事处。","found":"3:1"})"
     "\n"
     R"({"finding":"moved","document":"a.txt","file":"a.txt","line":2,"column":6,)"
     R"("relation":"office:枫杨办事处","quote":"枫杨办事处","found":"3:6"})"
     "\n",
     ""},
    {"JsonOfNothing",
     {},
     {"--format", "json"},
     0,
     R"({"checked":17,"documents":2,"discrepancies":[],"missing_sources":[]})"
     "\n",
     "zhitu: 17 quotes of 2 documents checked, 0 differ\n"},
};
INSTANTIATE_TEST_SUITE_P(Sources, Verify, testing::ValuesIn(kVerifyCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(VerifyAfterAMove, FindsSourcesByTheirPlaceOrTheRootGiven) {
  const Program program;
  program.Build();
  fs::create_directory(program.folder() / "elsewhere");
  fs::rename(program.folder() / "corpus", program.folder() / "elsewhere/corpus");
  const ProcessResult lost = program.Run({"verify", "g.zhitu", "-q"});
  EXPECT_EQ(lost.exit_code, 4);
  EXPECT_EQ(lost.err,
            "zhitu: error: a.txt: source not found; --root names the folder to look in\n"
            "zhitu: error: b.txt: source not found; --root names the folder to look in\n");
  EXPECT_EQ(program.Run({"verify", "g.zhitu", "--root", "elsewhere/corpus"}).exit_code, 0);
  fs::rename(program.folder() / "g.zhitu", program.folder() / "elsewhere/g.zhitu");
  fs::rename(program.folder() / "names.csv", program.folder() / "elsewhere/names.csv");
  EXPECT_EQ(program.Run({"verify", "elsewhere/g.zhitu"}).exit_code, 0);
}

}  // namespace
}  // namespace zhitu
