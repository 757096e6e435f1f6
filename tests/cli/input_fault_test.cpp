#include <gtest/gtest.h>

#include <ostream>

#include "tests/support/program.h"

// Broken or missing inputs: the whole message, and no output left behind.

namespace zhitu {
namespace {

struct FaultCase {
  const char* name;
  std::vector<CaseFile> files;
  std::vector<std::string> arguments;
  int exit_code;
  std::string err;
};
void PrintTo(const FaultCase& c, std::ostream* out) { *out << c.name; }

class Fault : public testing::TestWithParam<FaultCase> {};

TEST_P(Fault, IsToldAtItsPlace) {
  const Program program;
  for (const auto& [name, bytes] : GetParam().files) program.folder().Write(name, bytes);
  const std::vector<std::string> before = program.folder().Names();
  const ProcessResult result = program.Run(GetParam().arguments);
  EXPECT_EQ(result.err, GetParam().err);
  EXPECT_EQ(result.out, "");
  EXPECT_EQ(result.exit_code, GetParam().exit_code);
  EXPECT_EQ(program.folder().Names(), before);
}

FaultCase Dictionary(const char* name, std::string bytes, std::string message) {
  return {name,
          {{"d.csv", std::move(bytes)}},
          {"build", "corpus", "-d", "d.csv", "-o", "g.zhitu"},
          3,
          "zhitu: error: d.csv" + std::move(message) + "\n"};
}

// A dictionary whose one bad row stands far down.
std::string OneBadRowOf(int rows, int bad) {
  std::string bytes = "name,type\n";
  for (int row = 2; row <= rows; ++row) {
    bytes += "村" + std::to_string(row) + (row == bad ? "\n" : ",community\n");
  }
  return bytes;
}

const FaultCase kDictionaryFaults[] = {
    Dictionary("MissingColumn", "name\n翰林社区\n",
               ":1:1: column 'type' is missing; expected a header with name and type"),
    Dictionary("MalformedType", "name,type\n翰林社区,Community!\n",
               ":2:6: type 'Community!' is malformed; expected small letters, digits and _, a "
               "letter first; did you mean 'community'?"),
    Dictionary("UnclosedQuote", "name,type\n\"翰林社区,community\n",
               ":2:1: quote is never closed; expected a closing \""),
    Dictionary("RaggedRow", "name,type\n翰林社区,community,x\n",
               ":2:1: row has 3 cells; expected 2 as in the header"),
    Dictionary("RaggedRowFarDown", OneBadRowOf(300'000, 234'567),
               ":234567:1: row has 1 cell; expected 2 as in the header"),
    Dictionary("NameOfWhiteSpace", "name,type\n\" \u3000\t\",office\n",
               ":2:1: name is empty; expected the entity's name"),
    Dictionary("NameOfAHundredThousand", "name,type\n" + std::string(100'000, 'a') + ",office\n",
               ":2:1: name has 100000 characters; expected at most 1000"),
    Dictionary("DuplicateId", "id,name,type\nq,a,office\nq,b,office\n",
               ":3:1: id 'q' is already that of line 2; expected each id once"),
    Dictionary("UnknownParent", "name,type,parent\na,office,b\n",
               ":2:10: parent 'b' is unknown; expected the name or id of an entity in the "
               "dictionaries"),
    Dictionary("NotUtf8", "name,type\n\xff\xfe,office\n",
               ":2:1: byte 0xFF is not UTF-8; expected valid UTF-8"),
    Dictionary("Gb18030", "name,type\n\xba\xb2\xc1\xd6\xc9\xe7\xc7\xf8,community\n",
               ": not UTF-8 but GB18030; convert it first: iconv -f GB18030 -t UTF-8 'd.csv' > "
               "'d.utf8.csv'"),
};
INSTANTIATE_TEST_SUITE_P(Dictionaries, Fault, testing::ValuesIn(kDictionaryFaults),
                         [](const auto& c) { return std::string(c.param.name); });

const FaultCase kOtherFaults[] = {
    {"AllFaultsOfADictionary",
     {{"d.csv", "name,type\na,Office\nb,offi ce\nc,office,\n"}},
     {"extract", "corpus", "-d", "d.csv"},
     3,
     "zhitu: error: d.csv:2:3: type 'Office' is malformed; expected small letters, digits and _, "
     "a letter first; did you mean 'office'?\n"
     "zhitu: error: d.csv:3:3: type 'offi ce' is malformed; expected small letters, digits and _, "
     "a letter first; did you mean 'office'?\n"
     "zhitu: error: d.csv:4:1: row has 3 cells; expected 2 as in the header\n"},
    {"StrictType",
     {{"d.csv", "name,type\na,offices\n"}},
     {"extract", "corpus", "-d", "d.csv", "--strict"},
     3,
     "zhitu: error: d.csv:2:3: type 'offices' is not one of the known types; did you mean "
     "'office'?\n"},
    {"UnknownRuleKey",
     {{"r.yaml", "relations:\n- x: 1\n"}},
     {"build", "corpus", "-r", "r.yaml", "-o", "g.zhitu"},
     3,
     "zhitu: error: r.yaml:1:1: key 'relations' is unknown; expected one of text, groups, "
     "predicates, lexicons, discourse, quoted_names, references, quantities, times, names, "
     "suggest, rules\n"},
    {"BadRecord",
     {{"r.jsonl", "{\"text\":\"a\"}\n{bad\n"}},
     {"extract", "r.jsonl", "--on-error", "fail"},
     3,
     "zhitu: error: r.jsonl:2:2: not JSON: Missing a name for object member.; expected one object "
     "a line\n"},
    {"FolderWithoutText",
     {{"empty/picture.png", "x"}},
     {"build", "empty", "-o", "g.zhitu"},
     3,
     "zhitu: error: empty: no file to read; expected a folder with .txt .md .jsonl or .csv "
     "files\n"},
    {"NoGraphFile",
     {},
     {"stats", "names.csv"},
     3,
     "zhitu: error: names.csv: not a graph file; expected a file written by `zhitu build`\n"},
    {"MissingInput",
     {},
     {"build", "nowhere", "-o", "g.zhitu"},
     4,
     "zhitu: error: nowhere: No such file or directory\n"},
    {"MissingDictionary",
     {},
     {"extract", "corpus", "-d", "no.csv"},
     4,
     "zhitu: error: no.csv: No such file or directory\n"},
    {"MissingRules",
     {},
     {"extract", "corpus", "-r", "no.yaml"},
     4,
     "zhitu: error: no.yaml: No such file or directory\n"},
    {"MissingMeta",
     {},
     {"extract", "corpus", "--meta", "no.csv"},
     4,
     "zhitu: error: no.csv: No such file or directory\n"},
    {"MissingGraph",
     {},
     {"stats", "no.zhitu"},
     4,
     "zhitu: error: no.zhitu: cannot be read: No such file or directory\n"},
    {"MissingGold",
     {},
     {"eval", "no.jsonl", "--pred", "names.csv"},
     4,
     "zhitu: error: no.jsonl: No such file or directory\n"},
    {"MissingOutputFolder",
     {},
     {"build", "corpus", "-d", "no.csv", "-o", "out/g.zhitu"},
     4,
     "zhitu: error: out/g.zhitu: there is no folder 'out'; expected an existing one\n"},
    {"OutputIsAFolder",
     {},
     {"build", "corpus", "-o", "corpus", "--force"},
     4,
     "zhitu: error: 'corpus' is a folder; expected the name of a file to write\n"},
    {"ControlCharactersInANameAreEscaped",
     {},
     {"stats", "no\x1b[2J\n\u202e.zhitu"},
     4,
     "zhitu: error: no\\x1b[2J\\n\\u202e.zhitu: cannot be read: No such file or directory\n"},
};
INSTANTIATE_TEST_SUITE_P(Inputs, Fault, testing::ValuesIn(kOtherFaults),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(Faults, PastTheTwentiethAreCounted) {
  const Program program;
  std::string rows = "name,type\n";
  for (int i = 0; i < 25; ++i) rows += "a" + std::to_string(i) + ",Bad!\n";
  program.folder().Write("d.csv", rows);
  const ProcessResult result = program.Run({"extract", "corpus", "-d", "d.csv"});
  EXPECT_EQ(result.exit_code, 3);
  EXPECT_NE(result.err.find("d.csv:21:"), std::string::npos);
  EXPECT_EQ(result.err.find("d.csv:22:"), std::string::npos);
  EXPECT_TRUE(result.err.ends_with("zhitu: 5 more errors\n"));
}

TEST(Warnings, PastTheTwentiethAreCountedAndQuietHidesThem) {
  const Program program;
  std::string rows = "name,type\n";
  // A warning a type: "officesa", "officesb" ...
  for (char c = 'a'; c < 'z'; ++c) rows += std::string("a,offices") + c + "\n";
  program.folder().Write("d.csv", rows);
  const ProcessResult result = program.Run({"extract", "corpus", "-d", "d.csv"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_NE(result.err.find("zhitu: warning: d.csv:21:"), std::string::npos);
  EXPECT_EQ(result.err.find("d.csv:22:"), std::string::npos);
  EXPECT_TRUE(result.err.ends_with("zhitu: 5 more warnings\n"));
  EXPECT_EQ(program.Run({"extract", "corpus", "-d", "d.csv", "-q"}).err, "");
}

}  // namespace
}  // namespace zhitu
