#include <gtest/gtest.h>

#include <filesystem>
#include <ostream>

#include "graph/store.h"
#include "tests/support/program.h"

namespace zhitu {
namespace {

namespace fs = std::filesystem;
using Arguments = std::vector<std::string>;

graph::Store Open(const Program& program, const std::string& name) {
  return graph::Store::Open(program.folder() / name);
}

TEST(Build, SummarizesOnStandardError) {
  const Program program;
  const ProcessResult result = program.Run(
      {"build", "corpus", "-d", "names.csv", "--preset", "none", "-o", "g.zhitu", "--verbose"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_EQ(result.out, "");
  EXPECT_EQ(result.err,
            "zhitu: 2 documents, 9 mentions, 6 entities, 8 relations\n"
            "zhitu: dictionary entities never found: 1\n"
            "  road:长椿路\n");
}

TEST(Build, CountsWhatItLeavesUndecided) {
  const Program program;
  program.folder().Write("corpus/c.txt", "双桥很大。\n");
  const ProcessResult result =
      program.Run({"build", "corpus", "-d", "names.csv", "--preset", "none", "-o", "g.zhitu"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_NE(result.err.find("zhitu: ambiguous mentions left undecided: 1\n"), std::string::npos)
      << result.err;
}

TEST(Build, IsSilentWhenQuiet) {
  const Program program;
  const ProcessResult result =
      program.Run({"-q", "build", "corpus", "-d", "names.csv", "-o", "g.zhitu"});
  EXPECT_EQ(result.err + result.out, "");
  EXPECT_EQ(result.exit_code, 0);
}

TEST(Build, GivesTheSameBytesForAnyNumberOfThreads) {
  const Program program;
  for (int i = 0; i < 40; ++i) {
    program.folder().Write("corpus/more/" + std::to_string(i) + ".txt",
                           "枫杨办事处翰林社区在国槐街。\n");
  }
  program.Build({"--jobs", "1", "--force"});
  const std::string one = program.folder().Read("g.zhitu");
  program.Build({"--jobs", "7"});
  EXPECT_EQ(program.folder().Read("g.zhitu"), one);
}

TEST(Build, ReplacesAGraphFileAndOthersOnlyByForce) {
  const Program program;
  program.folder().Write("other", "precious");
  const Arguments build = {"build", "corpus", "-d", "names.csv", "-o", "other"};
  EXPECT_EQ(program.Run(build).exit_code, 2);
  EXPECT_EQ(program.folder().Read("other"), "precious");
  Arguments forced = build;
  forced.emplace_back("--force");
  EXPECT_EQ(program.Run(forced).exit_code, 0);
  EXPECT_EQ(program.Run(build).exit_code, 0);
  EXPECT_EQ(Open(program, "other").Counts().documents, 2);
}

TEST(Build, ReadsStandardInput) {
  const Program program;
  const ProcessResult result = program.Run({"build", "-", "-d", "names.csv", "-o", "g.zhitu"},
                                           {.input = "翰林社区在国槐街。\n"});
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(Open(program, "g.zhitu").FindById("community:翰林社区")->mentions, 1);
}

TEST(Build, TakesNamesOfRecordFieldsAndOfFilesInBrackets) {
  const Program program;
  program.folder().Write("[2018].jsonl",
                         R"({"body":"翰林社区在国槐街。","no":"r1","day":"2018-05-17"})"
                         "\n");
  const ProcessResult result =
      program.Run({"build", "[2018].jsonl", "-d", "names.csv", "--preset", "none", "--text-field",
                   "body", "--id-field=no", "--date-field", "day", "-o", "g.zhitu"});
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(Open(program, "g.zhitu").FindById("road:国槐街")->first_seen, "2018-05-17");
  EXPECT_EQ(program.Run({"verify", "g.zhitu"}).exit_code, 0);
}

TEST(Build, TakesDatesOfPlainFilesFromATable) {
  const Program program;
  program.folder().Write("meta.csv", "document,date\na.txt,2019-01-02\n");
  program.Build({"--meta", "meta.csv"});
  EXPECT_EQ(Open(program, "g.zhitu").FindById("place:郑州高新区")->first_seen, "2019-01-02");
}

TEST(Build, LetsAWordAfterTheMarkBeginWithADash) {
  const Program program;
  program.folder().Write("-q.txt", "翰林社区在国槐街。\n");
  const ProcessResult result =
      program.Run({"build", "-o", "g.zhitu", "-d", "names.csv", "--", "-q.txt"});
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(Open(program, "g.zhitu").Counts().documents, 1);
}

TEST(Build, SkipsCountsAndTellsBrokenRecordsAndOtherFiles) {
  const Program program;
  program.folder().Write("corpus/r.jsonl", "{\"text\":\"翰林社区\"}\n{bad\n");
  program.folder().Write("corpus/picture.png", "x");
  const ProcessResult result =
      program.Run({"build", "corpus", "-d", "names.csv", "--preset", "none", "-o", "g.zhitu"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_TRUE(result.err.starts_with("zhitu: warning: r.jsonl:2:2: not JSON")) << result.err;
  EXPECT_NE(result.err.find("; skipped\n"), std::string::npos);
  EXPECT_TRUE(result.err.ends_with(
      "zhitu: broken files or records skipped: 1\n"
      "zhitu: files with other endings than .txt .md .jsonl .csv skipped: 1\n"))
      << result.err;
}

TEST(Build, StopsAtABrokenRecordWhenAsked) {
  const Program program;
  program.folder().Write("corpus/r.jsonl", "{bad\n");
  const ProcessResult result = program.Run({"build", "corpus", "-o", "g.zhitu", "--on-error=fail"});
  EXPECT_EQ(result.exit_code, 3);
  EXPECT_EQ(program.folder().Names(), (Arguments{"corpus", "names.csv"}));
}

struct EmptyCase {
  const char* name;
  Arguments arguments;
  int exit_code;
  std::string out;
};
void PrintTo(const EmptyCase& c, std::ostream* out) { *out << c.name; }

class EmptyGraph : public testing::TestWithParam<EmptyCase> {};

TEST_P(EmptyGraph, IsReadByEveryCommand) {
  const Program program;
  program.folder().Write("empty.txt", "\xEF\xBB\xBF \n");
  ASSERT_EQ(program.Run({"build", "empty.txt", "-o", "g.zhitu"}).exit_code, 0);
  const ProcessResult result = program.Run(GetParam().arguments);
  EXPECT_EQ(result.exit_code, GetParam().exit_code) << result.err;
  EXPECT_EQ(result.out.substr(0, GetParam().out.size()), GetParam().out);
}

const EmptyCase kEmptyCases[] = {
    {"Stats", {"stats", "g.zhitu", "--format", "json"}, 0, "{\"documents\":"},
    {"Related", {"related", "g.zhitu", "x"}, 1, ""},
    {"Path", {"path", "g.zhitu", "x", "y"}, 1, ""},
    {"Show", {"show", "g.zhitu", "x", "--mentions"}, 1, ""},
    {"Verify", {"verify", "g.zhitu"}, 0, ""},
    {"Graphml", {"export", "g.zhitu", "g.graphml"}, 0, ""},
    {"Gexf", {"export", "g.zhitu", "g.gexf"}, 0, ""},
    {"Json", {"export", "g.zhitu", "g.json"}, 0, ""},
    {"Csv", {"export", "g.zhitu", "nodes.csv"}, 0, ""},
};
INSTANTIATE_TEST_SUITE_P(Commands, EmptyGraph, testing::ValuesIn(kEmptyCases),
                         [](const auto& c) { return std::string(c.param.name); });

struct RootCase {
  const char* name;
  Arguments inputs;
  std::string output;
  std::vector<std::pair<std::string, std::string>> meta;
};
void PrintTo(const RootCase& c, std::ostream* out) { *out << c.name; }

class Provenance : public testing::TestWithParam<RootCase> {};

// Wherever the two are moved to together, the sources are found again.
TEST_P(Provenance, TellsWhereTheSourcesLie) {
  const Program program;
  fs::create_directory(program.folder() / "out");
  Arguments arguments = {"build", "-d", "names.csv", "--preset", "none", "-o", GetParam().output};
  arguments.insert(arguments.end(), GetParam().inputs.begin(), GetParam().inputs.end());
  ASSERT_EQ(program.Run(arguments).exit_code, 0);
  const graph::Store store = Open(program, GetParam().output);
  for (const auto& [key, value] : GetParam().meta) EXPECT_EQ(store.Meta(key), value) << key;
  const ProcessResult verify = program.Run({"verify", GetParam().output});
  EXPECT_EQ(verify.exit_code, 0) << verify.err;
}

const RootCase kRootCases[] = {
    {"Folder", {"corpus"}, "g.zhitu", {{"root.1", "corpus"}, {"root.1.prefix", ""}}},
    {"FolderWithSlash", {"corpus//"}, "g.zhitu", {{"root.1.prefix", ""}}},
    {"File", {"corpus/a.txt"}, "g.zhitu", {{"root.1", "corpus"}, {"root.1.prefix", ""}}},
    {"Beside",
     {"corpus"},
     "out/g.zhitu",
     {{"root.1", "../corpus"}, {"dictionary.1.path", "../names.csv"}}},
    {"Several",
     {"corpus/a.txt", "./corpus/b.txt"},
     "g.zhitu",
     {{"root.1", "corpus"},
      {"root.1.prefix", "corpus/"},
      {"root.2", "corpus"},
      {"root.2.prefix", "./corpus/"}}},
    {"Names",
     {"corpus"},
     "g.zhitu",
     {{"dictionary.1", "names.csv"}, {"preset", "none"}, {"window", "sentence"}}},
};
INSTANTIATE_TEST_SUITE_P(Roots, Provenance, testing::ValuesIn(kRootCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(BuildOfDates, TellsOfThoseThatCannotBeCompared) {
  const Program program;
  program.folder().Write("meta.csv", "document,date\na.txt,March 2022\nb.txt,2019\n");
  const ProcessResult result =
      program.Run({"build", "corpus", "--meta", "meta.csv", "-o", "g.zhitu"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_NE(result.err.find("zhitu: warning: 1 document has a date such as 'March 2022', which "
                            "filters of time pass over; expected 2024, 2024-05 or 2024-05-17\n"),
            std::string::npos)
      << result.err;
}

}  // namespace
}  // namespace zhitu
