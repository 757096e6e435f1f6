#include <gtest/gtest.h>

#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

#include "tests/support/program.h"

namespace zhitu {
namespace {

namespace fs = std::filesystem;
using Arguments = std::vector<std::string>;

const Arguments kCompile = {"dict", "compile", "names.csv", "-o", "names.zdict"};

std::string BuiltWith(const Program& program, const std::string& dictionary) {
  const ProcessResult result = program.Run(
      {"build", "corpus", "-d", dictionary, "--preset", "none", "-o", "g.zhitu", "--force"});
  EXPECT_EQ(result.exit_code, 0) << result.err;
  return program.folder().Read("g.zhitu");
}

TEST(DictCompile, TellsWhatItWrote) {
  const Program program;
  const ProcessResult result = program.Run(kCompile);
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_EQ(result.out, "");
  EXPECT_EQ(result.err, "zhitu: names.zdict: 7 entities, 9 forms, 0.0 MB\n");
}

TEST(DictCompile, GivesTheSameBytesAgain) {
  const Program program;
  program.Run(kCompile);
  const std::string first = program.folder().Read("names.zdict");
  EXPECT_EQ(program.Run(kCompile).exit_code, 0);  // replaces its like
  EXPECT_EQ(program.folder().Read("names.zdict"), first);
}

TEST(DictCompile, GivesTheSameGraphFileAsTheDictionary) {
  const Program program;
  program.Run(kCompile);
  const std::string plain = BuiltWith(program, "names.csv");
  EXPECT_EQ(BuiltWith(program, "names.zdict"), plain);
  EXPECT_EQ(program.Run({"verify", "g.zhitu"}).exit_code, 0);
}

TEST(DictCompile, GivesTheSameExtractionsAndLeadsToItsSourcesFromElsewhere) {
  const Program program;
  fs::create_directory(program.folder() / "compiled");
  EXPECT_EQ(program.Run({"dict", "compile", "names.csv", "-o", "compiled/all.zdict"}).exit_code, 0);
  const Arguments extract = {"extract", "corpus", "-d", "names.csv"};
  const Arguments compiled = {"extract", "corpus", "-d", "compiled/all.zdict"};
  EXPECT_EQ(program.Run(compiled).out, program.Run(extract).out);
  EXPECT_EQ(BuiltWith(program, "compiled/all.zdict"), BuiltWith(program, "names.csv"));
}

TEST(DictCompile, JoinsDictionaries) {
  const Program program;
  program.folder().Write("more.tsv", "name\ttype\n在国\tplace\n");
  EXPECT_EQ(program.Run({"dict", "compile", "names.csv", "more.tsv", "-o", "all.zdict"}).err,
            "zhitu: all.zdict: 8 entities, 10 forms, 0.0 MB\n");
  EXPECT_EQ(program.Run({"extract", "corpus", "-d", "all.zdict"}).out,
            program.Run({"extract", "corpus", "-d", "names.csv", "-d", "more.tsv"}).out);
}

TEST(DictCompile, GroupsTheDigitsOfLargeNumbers) {
  const Program program;
  std::string names = "name,type\n";
  for (int i = 0; i < 12345; ++i) names += "road " + std::to_string(i) + ",road\n";
  program.folder().Write("d.csv", names);
  const std::string message = program.Run({"dict", "compile", "d.csv", "-o", "d.zdict"}).err;
  EXPECT_TRUE(message.starts_with("zhitu: d.zdict: 12,345 entities, 12,345 forms, ")) << message;
}

TEST(DictCompile, ShowsWarnings) {
  const Program program;
  program.folder().Write("d.csv", "name,type\na,offices\n");
  const ProcessResult result = program.Run({"dict", "compile", "d.csv", "-o", "d.zdict"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_EQ(result.err,
            "zhitu: warning: d.csv:2:3: type 'offices' is not one of the known types; did you mean "
            "'office'?\n"
            "zhitu: d.zdict: 1 entity, 1 form, 0.0 MB\n");
}

TEST(DictCompile, ReplacesOtherFilesOnlyByForce) {
  const Program program;
  program.folder().Write("names.zdict", "precious");
  EXPECT_EQ(program.Run(kCompile).err,
            "zhitu: error: names.zdict: exists and is no compiled dictionary; --force replaces it, "
            "or choose another name\n");
  EXPECT_EQ(program.folder().Read("names.zdict"), "precious");
  Arguments forced = kCompile;
  forced.emplace_back("--force");
  EXPECT_EQ(program.Run(forced).exit_code, 0);
  EXPECT_NE(program.folder().Read("names.zdict"), "precious");
}

TEST(DictCompile, IsStaleOnceASourceHasChanged) {
  const Program program;
  program.Run(kCompile);
  program.folder().Write("names.csv", "name,type\n翰林社区,community\n");
  const ProcessResult result = program.Run({"extract", "corpus", "-d", "names.zdict"});
  EXPECT_EQ(result.exit_code, 3);
  EXPECT_EQ(result.out, "");
  EXPECT_EQ(result.err,
            "zhitu: error: names.zdict: was compiled from another version of names.csv; expected "
            "the present one: zhitu dict compile names.csv -o names.zdict\n");
  EXPECT_EQ(program.Run(kCompile).exit_code, 0);
  EXPECT_EQ(program.Run({"extract", "corpus", "-d", "names.zdict"}).exit_code, 0);
}

// What ends without a file, and what is said. names.zdict stands there.
struct RefusedCase {
  const char* name;
  std::vector<CaseFile> files;
  Arguments arguments;
  int exit_code;
  const char* error;
};
void PrintTo(const RefusedCase& c, std::ostream* out) { *out << c.name; }

class DictCompileRefuses : public testing::TestWithParam<RefusedCase> {};

TEST_P(DictCompileRefuses, AndWritesNothing) {
  const Program program;
  program.Run(kCompile);
  for (const auto& [name, bytes] : GetParam().files) program.folder().Write(name, bytes);
  const std::vector<std::string> before = program.folder().Names();
  const ProcessResult result = program.Run(GetParam().arguments);
  EXPECT_EQ(result.err, std::string("zhitu: error: ") + GetParam().error + "\n");
  EXPECT_EQ(result.exit_code, GetParam().exit_code);
  EXPECT_EQ(program.folder().Names(), before);
}

const RefusedCase kRefused[] = {
    {"Faults",
     {{"d.csv", "name,type\na,Office\n"}},
     {"dict", "compile", "d.csv", "-o", "d.zdict"},
     3,
     "d.csv:2:3: type 'Office' is malformed; expected small letters, digits and _, a letter first; "
     "did you mean 'office'?"},
    {"StrictWarnings",
     {{"d.csv", "name,type\na,offices\n"}},
     {"dict", "compile", "d.csv", "-o", "d.zdict", "--strict"},
     3,
     "d.csv:2:3: type 'offices' is not one of the known types; did you mean 'office'?"},
    {"MissingSource",
     {},
     {"dict", "compile", "no.csv", "-o", "d.zdict"},
     4,
     "no.csv: No such file or directory"},
    {"MissingFolder",
     {},
     {"dict", "compile", "names.csv", "-o", "no/d.zdict"},
     4,
     "no/d.zdict: there is no folder 'no'; expected an existing one"},
    {"OutputIsAnInput",
     {},
     {"dict", "compile", "names.csv", "-o", "./names.csv", "--force"},
     2,
     "./names.csv: is one of the inputs; expected another file to write"},
    {"CompiledInput",
     {},
     {"dict", "compile", "names.zdict", "-o", "d.zdict"},
     2,
     "names.zdict: is compiled already; expected .csv, .tsv or .jsonl"},
    {"BesideOthers",
     {},
     {"extract", "corpus", "-d", "names.csv", "-d", "names.zdict"},
     2,
     "names.zdict: a compiled dictionary beside others; expected it alone, so compile them "
     "together: zhitu dict compile"},
    {"MissingCompiled",
     {},
     {"extract", "corpus", "-d", "no.zdict"},
     4,
     "no.zdict: No such file or directory"},
    {"ForeignCompiled",
     {{"d.zdict", "name,type\na,office\n"}},
     {"build", "corpus", "-d", "d.zdict", "-o", "g.zhitu"},
     3,
     "d.zdict: not a compiled dictionary; expected a file written by `zhitu dict compile`"},
};
INSTANTIATE_TEST_SUITE_P(All, DictCompileRefuses, testing::ValuesIn(kRefused),
                         [](const auto& c) { return std::string(c.param.name); });

}  // namespace
}  // namespace zhitu
