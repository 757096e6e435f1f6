#include <gtest/gtest.h>

#include <ostream>

#include "export/formats.h"
#include "tests/support/program.h"

// What the program says of a command line that it cannot follow. All of these end with 2, before
// anything is read or written.

namespace zhitu {
namespace {

struct UsageCase {
  const char* name;
  std::vector<std::string> arguments;
  std::string message;  // behind `zhitu: error: `
};
void PrintTo(const UsageCase& c, std::ostream* out) { *out << c.name; }

const std::string kCommands =
    "expected one of: build, extract, export, import, doctor, layout, related, path, show, serve, "
    "stats, verify, eval, train, dict";

std::string FormatNames() {
  std::string names;
  for (const xport::Format& format : xport::Formats()) {
    names += (names.empty() ? "" : " ") + std::string(format.name);
  }
  return names;
}

const UsageCase kUsageCases[] = {
    {"UnknownCommand", {"bulid"}, "unknown command 'bulid' (did you mean 'build'?); " + kCommands},
    {"CommandUnlikeAny", {"frobnicate"}, "unknown command 'frobnicate'; " + kCommands},
    {"CommandWithControlCharacter",
     {"st\x1b[31mats"},
     "unknown command 'st\\x1b[31mats'; " + kCommands},
    {"UnknownCommandLikeAGroup",
     {"dcit", "compile"},
     "unknown command 'dcit' (did you mean 'dict'?); " + kCommands},
    {"UnknownCommandOfAGroup",
     {"dict", "complie", "a.csv"},
     "unknown command 'dict complie' (did you mean 'dict compile'?); expected one of: "
     "dict suggest, dict import, dict lint, dict impact, dict compile"},
    {"HelpOnAnUnknownCommandOfAGroup",
     {"help", "dict", "frobnicate"},
     "unknown command 'dict frobnicate'; expected one of: dict suggest, dict import, dict "
     "lint, dict impact, dict compile"},
    {"UnknownOptionOfAGroup",
     {"dict", "--bogus", "compile"},
     "unknown option '--bogus'; expected one of those that 'zhitu dict --help' lists"},
    {"MissingOptionOfACommandOfAGroup",
     {"dict", "compile", "a.csv"},
     "dict compile: expected --output FILE, the compiled dictionary to write; see 'zhitu dict "
     "compile --help'"},
    {"NoCommand", {"--quiet"}, "expected a command; see 'zhitu --help'"},
    {"OptionBeforeCommand",
     {"--bogus", "build"},
     "unknown option '--bogus'; expected one of those that 'zhitu --help' lists"},
    {"UnknownOption",
     {"related", "g.zhitu", "x", "--hop=2"},
     "unknown option '--hop' (did you mean '--hops'?); expected one of those that "
     "'zhitu related --help' lists"},
    {"UnknownShortOption",
     {"stats", "g.zhitu", "-x"},
     "unknown option '-x'; expected one of those that 'zhitu stats --help' lists"},
    {"MissingArgument",
     {"related", "g.zhitu"},
     "related: expected NAME, an entity's id, name or alias; see 'zhitu related --help'"},
    {"MissingList",
     {"extract"},
     "extract: expected INPUT, files, folders or - for standard input; see 'zhitu extract --help'"},
    {"MissingOption",
     {"build", "corpus"},
     "build: expected --output GRAPH, the graph file to write; see 'zhitu build --help'"},
    {"TooManyArguments", {"stats", "a", "b"}, "stats: unexpected argument 'b'; expected GRAPH"},
    {"OptionWithoutValue", {"stats", "g", "--jobs"}, "--jobs: expected a value after it"},
    {"FlagWithValue", {"stats", "g", "--quiet=no"}, "--quiet: takes no value"},
    {"OptionTwice",
     {"build", "corpus", "-o", "a", "-o", "b"},
     "--output: given twice; expected once"},
    {"NoNumber",
     {"related", "g", "x", "--hops", "two"},
     "--hops: expected a whole number from 1 to 10, not 'two'"},
    {"NumberTooLarge",
     {"related", "g", "x", "--hops", "11"},
     "--hops: expected a whole number from 1 to 10, not '11'"},
    {"NumberNegative",
     {"related", "g", "x", "--top", "-1"},
     "--top: expected a whole number from 1, not '-1'"},
    {"NumberPastAllNumbers",
     {"related", "g", "x", "--top", "99999999999999999999"},
     "--top: expected a whole number from 1, not '99999999999999999999'"},
    {"NoThreads",
     {"stats", "g", "--jobs", "0"},
     "--jobs: expected a whole number from 1 to 1024, not '0'"},
    {"UnknownFormat",
     {"stats", "g", "--format", "jsn"},
     "--format: unknown value 'jsn' (did you mean 'json'?); expected one of: table, tsv, json, "
     "jsonl, csv, md"},
    {"FormatOfAnotherCommand",
     {"extract", "corpus", "--format", "table"},
     "--format: unknown value 'table'; expected one of: jsonl, tsv, conll, html"},
    {"FormatBeforeCommand",
     {"--format", "yaml", "stats", "g"},
     "--format: unknown value 'yaml'; expected one of: table, tsv, json, jsonl, csv, md"},
    {"UnknownWindow",
     {"build", "corpus", "-o", "g", "--window", "line"},
     "--window: unknown value 'line'; expected one of: sentence, paragraph, document"},
    {"UnknownColour",
     {"stats", "g", "--color", "alwys"},
     "--color: unknown value 'alwys' (did you mean 'always'?); expected one of: auto, always, "
     "never"},
    {"NoDate",
     {"export", "g", "o.gexf", "--since", "2024-13"},
     "--since: expected a date such as 2024, 2024-05 or 2024-05-17, not '2024-13'"},
    {"NoLevel",
     {"export", "g", "o.gexf", "--backbone", "2"},
     "--backbone: expected a number above 0, at most 1, such as 0.05, not '2'"},
    {"LevelThatIsNoNumber",
     {"export", "g", "o.gexf", "--backbone=nan"},
     "--backbone: expected a number above 0, at most 1, such as 0.05, not 'nan'"},
    {"LevelTwice",
     {"export", "g", "o.gexf", "--backbone", "--backbone=0.1"},
     "--backbone: given twice; expected once"},
    {"UnknownPreset",
     {"extract", "corpus", "--preset", "zh-new"},
     "preset 'zh-new' is unknown; expected one of none auto en zh-news, or a folder with a / in "
     "its name; did you mean 'zh-news'?"},
    {"RulesWithoutPreset",
     {"extract", "corpus", "--preset", "none", "-r", "names.csv"},
     "rules with --preset none; expected another preset, since none has no rules"},
    {"UnknownEnding",
     {"export", "g.zhitu", "out.xyz"},
     "out.xyz: unknown ending; expected one of: " + FormatNames()},
    {"UnknownExportFormat",
     {"export", "g.zhitu", "out.gexf", "--as", "gephi"},
     "unknown format gephi; expected one of: " + FormatNames()},
    {"OneInputTwice",
     {"extract", "corpus/a.txt", "corpus/a.txt"},
     "two inputs would both be the document 'corpus/a.txt'; name each file once"},
    {"OutputIsAnInput",
     {"build", "corpus/a.txt", "-o", "corpus/../corpus/a.txt", "--force"},
     "corpus/../corpus/a.txt: is one of the inputs; expected another file to write"},
    {"OutputIsInAnInputFolder",
     {"build", "corpus", "-o", "corpus/b.txt", "--force"},
     "corpus/b.txt: is one of the inputs; expected another file to write"},
    {"OutputIsTheDictionary",
     {"build", "corpus", "-d", "names.csv", "-o", "names.csv", "--force"},
     "names.csv: is one of the inputs; expected another file to write"},
    {"OutputIsAnotherFile",
     {"build", "corpus", "-o", "names.csv"},
     "names.csv: exists and is no graph file; --force replaces it, or choose another name"},
};

class Usage : public testing::TestWithParam<UsageCase> {};

TEST_P(Usage, IsExplained) {
  const Program program;
  const std::vector<std::string> before = program.folder().Names();
  const ProcessResult result = program.Run(GetParam().arguments);
  EXPECT_EQ(result.err, "zhitu: error: " + GetParam().message + "\n");
  EXPECT_EQ(result.out, "");
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_EQ(program.folder().Names(), before);
}
INSTANTIATE_TEST_SUITE_P(CommandLine, Usage, testing::ValuesIn(kUsageCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(UsageOfExport, RefusesToWriteOverTheGraphItReads) {
  const Program program;
  program.Build();
  const std::string before = program.folder().Read("g.zhitu");
  const ProcessResult result = program.Run({"export", "g.zhitu", "./g.zhitu", "--as", "json"});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_EQ(result.err,
            "zhitu: error: ./g.zhitu: is one of the inputs; expected another file to write\n");
  EXPECT_EQ(program.folder().Read("g.zhitu"), before);
}

}  // namespace
}  // namespace zhitu
