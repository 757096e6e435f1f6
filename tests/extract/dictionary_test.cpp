#include "extract/dictionary.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "extract/hash.h"
#include "tests/support/brute_force_matcher.h"
#include "tests/support/temp_folder.h"

namespace zhitu::extract {
namespace {

// Entities as `id name type {aliases} <context> [attributes] ^id of the parent`, one a line; what
// an entity has not is left out.
std::string Show(const Gazetteer& gazetteer) {
  std::string shown;
  for (EntityIndex i = 0; i < gazetteer.size(); ++i) {
    const Entity entity = gazetteer.Details(i);
    shown += entity.id + ' ' + entity.name + ' ' + entity.type;
    for (const std::string& alias : entity.aliases) shown += " {" + alias + '}';
    for (const std::string& word : entity.context) shown += " <" + word + '>';
    for (const auto& [name, value] : entity.attributes)
      shown.append(" [" + name + '=' + value + ']');
    if (entity.parent != kNoEntity) shown.append(" ^").append(gazetteer.entity(entity.parent).id);
    shown += '\n';
  }
  return shown;
}

// Dictionaries in a folder of their own, whose path is left out of messages.
class Dictionaries {
 public:
  Dictionaries& Add(const std::string& name, std::string_view bytes) {
    paths_.push_back(folder_.Write(name, bytes));
    return *this;
  }

  Gazetteer Load(bool strict = false) {
    warnings_.clear();
    return LoadDictionaries(paths_, strict, warnings_);
  }

  // All errors or else all warnings, one a line.
  std::string Problems(bool strict = false) {
    std::string all;
    std::vector<Problem> problems;
    try {
      Load(strict);
      problems = warnings_;
      all = problems.empty() ? "" : "warnings:\n";
    } catch (const InputError& error) {
      problems = error.problems();
    }
    for (Problem& problem : problems) {
      Cut(problem.where.file);
      Cut(problem.what);
      all += Describe(problem) + '\n';
    }
    return all;
  }

 private:
  void Cut(std::string& text) const {
    const std::string prefix = folder_.path() + '/';
    for (std::size_t at = text.find(prefix); at != std::string::npos; at = text.find(prefix)) {
      text.erase(at, prefix.size());
    }
  }

  TempFolder folder_;
  std::vector<std::string> paths_;
  std::vector<Problem> warnings_;
};

struct DictionaryCase {
  const char* name;
  const char* file;
  std::string text;
  const char* expected;  // entities or problems
};
void PrintTo(const DictionaryCase& c, std::ostream* out) { *out << c.name; }
constexpr auto kName = [](const auto& c) { return std::string(c.param.name); };

class LoadedDictionary : public testing::TestWithParam<DictionaryCase> {};

TEST_P(LoadedDictionary, HoldsEntities) {
  Dictionaries dictionaries;
  dictionaries.Add(GetParam().file, GetParam().text);
  EXPECT_EQ(dictionaries.Problems(), "");
  EXPECT_EQ(Show(dictionaries.Load()), GetParam().expected);
}

const DictionaryCase kFormats[] = {
    {"Csv", "d.csv", "name,type\n甲,office\n", "office:甲 甲 office\n"},
    {"Tsv", "d.tsv", "name\ttype\n甲,乙\toffice\n", "office:甲,乙 甲,乙 office\n"},
    {"JsonLines", "d.jsonl", "{\"name\":\"甲\",\"type\":\"office\"}\n", "office:甲 甲 office\n"},
    {"ByteOrderMarkAndCrLf", "d.csv", "\uFEFFname,type\r\n甲,office\r\n", "office:甲 甲 office\n"},
    {"ByteOrderMarkInJson", "d.jsonl", "\uFEFF{\"name\":\"甲\",\"type\":\"office\"}\r\n",
     "office:甲 甲 office\n"},
    {"NoFinalNewline", "d.csv", "name,type\n甲,office", "office:甲 甲 office\n"},
    {"HeaderOnly", "d.csv", "name,type\n", ""},
    {"EachKnownType", "d.csv",
     "name,type\na,office\na,community\na,person\na,program\na,organization\na,facility\na,place\n"
     "a,road\n",
     "office:a a office\ncommunity:a a community\nperson:a a person\nprogram:a a program\n"
     "organization:a a organization\nfacility:a a facility\nplace:a a place\nroad:a a road\n"},
};
const DictionaryCase kColumns[] = {
    {"All", "d.csv",
     "id,name,type,aliases,parent,context,case,boundary,note\n"
     "p1,郑州,place,,,,,,\n"
     "x,沟赵,office,沟赵办| 沟赵办事处 ,郑州,河南|高新,exact,none,\"a,b\"\n",
     "p1 郑州 place\nx 沟赵 office {沟赵办} {沟赵办事处} <河南> <高新> [note=a,b] ^p1\n"},
    {"LiteralBar", "d.csv", "name,type,aliases\n甲,office,a\\|b|c\n",
     "office:甲 甲 office {a|b} {c}\n"},
    {"BarInTheName", "d.csv", "name,type\na|b,office\n", "office:a|b a|b office\n"},
    {"AttributesInColumnOrder", "d.csv", "z,name,type,a\n1,甲,office,2\n",
     "office:甲 甲 office [z=1] [a=2]\n"},
    {"AttributeOverLines", "d.csv", "name,type,note\n甲,office,\"a\nb\"\n",
     "office:甲 甲 office [note=a\nb]\n"},
    {"JsonAll", "d.jsonl",
     "{\"name\":\"甲\",\"type\":\"office\",\"id\":7,\"aliases\":[\"a|b\",\"c\"],\"context\":\"d|"
     "e\","
     "\"year\":1998,\"open\":true,\"none\":null}\n",
     "7 甲 office {a|b} {c} <d> <e> [year=1998] [open=true]\n"},
    {"JsonAliasesAsText", "d.jsonl",
     "{\"name\":\"甲\",\"type\":\"office\",\"aliases\":\"a\\\\|b|c\"}\n",
     "office:甲 甲 office {a|b} {c}\n"},
    {"ParentOfLaterRow", "d.csv", "name,type,parent\n甲,office,乙\n乙,place,\n",
     "office:甲 甲 office ^place:乙\nplace:乙 乙 place\n"},
    {"SameNameOfTwoTypes", "d.csv", "name,type\n甲,office\n甲,place\n",
     "office:甲 甲 office\nplace:甲 甲 place\n"},
    {"SameNameOfTwoIds", "d.csv", "id,name,type\n1,甲,person\n2,甲,person\n",
     "1 甲 person\n2 甲 person\n"},
    {"IgnoreNamesNothing", "d.csv", "name,type,aliases\n甲,ignore,乙\n甲,ignore,\n丙,road,\n",
     "road:丙 丙 road\n"},
};
INSTANTIATE_TEST_SUITE_P(Formats, LoadedDictionary, testing::ValuesIn(kFormats), kName);
INSTANTIATE_TEST_SUITE_P(Columns, LoadedDictionary, testing::ValuesIn(kColumns), kName);

class FaultyDictionary : public testing::TestWithParam<DictionaryCase> {};

TEST_P(FaultyDictionary, IsToldAllItsFaults) {
  EXPECT_EQ(Dictionaries().Add(GetParam().file, GetParam().text).Problems(), GetParam().expected);
}

const DictionaryCase kFiles[] = {
    {"Empty", "d.csv", "", "d.csv:1:1: file is empty; expected a header with name and type\n"},
    {"OnlyMarkAndSpace", "d.csv", "\uFEFF \r\n\t\n",
     "d.csv:1:1: file is empty; expected a header with name and type\n"},
    {"EmptyJson", "d.jsonl", "\n",
     "d.jsonl:1:1: file is empty; expected a header with name and type\n"},
    {"Gb18030", "d.csv", "name,type\n\xBA\xB2\xC1\xD6,office\n",
     "d.csv: not UTF-8 but GB18030; convert it first: iconv -f GB18030 -t UTF-8 'd.csv' > "
     "'d.utf8.csv'\n"},
    {"IllFormed", "d.csv", "name,type\n\xFF,office\n甲\xFF,\n",
     "d.csv:2:1: byte 0xFF is not UTF-8; expected valid UTF-8\n"
     "d.csv:3:2: byte 0xFF is not UTF-8; expected valid UTF-8\n"},
    {"Separator", "d.csv", "name\ttype\n甲\toffice\n",
     "d.csv:1:1: column 'name' is missing; expected a header with name and type\n"
     "d.csv:1:1: column 'type' is missing; expected a header with name and type\n"},
};
const DictionaryCase kNames[] = {
    {"Empty", "d.csv", "type,name\noffice,\n",
     "d.csv:2:1: name is empty; expected the entity's name\n"},
    {"Invisible", "d.csv", "type,name\noffice,\u200B\n",
     "d.csv:2:8: name has no visible character; expected the entity's name\n"},
    {"NewLine", "d.csv", "name,type\n\"甲\n乙\",office\n",
     "d.csv:2:1: name holds a control character; expected plain text on one line\n"},
    {"ControlInAlias", "d.jsonl",
     "{\"name\":\"甲\",\"type\":\"office\",\"aliases\":[\"a\\u0000\"]}",
     "d.jsonl:1:1: alias holds a control character; expected plain text on one line\n"},
    {"TooLong", "d.csv", "name,type\n" + std::string(1001, 'a') + ",office\n",
     "d.csv:2:1: name has 1001 characters; expected at most 1000\n"},
    {"List", "d.jsonl", "{\"name\":\"甲\",\"type\":\"office\",\"note\":[\"a\"]}",
     "d.jsonl:1:1: value of 'note' is a list; expected a text\n"},
};
const DictionaryCase kTypes[] = {
    {"Empty", "d.csv", "name,type\n甲,\n",
     "d.csv:2:1: type is empty; expected one of office community person ... or your own\n"},
    {"Malformed", "d.csv", "name,type\n甲,Ofice\n乙,办事处\n丙,2d\n",
     "d.csv:2:3: type 'Ofice' is malformed; expected small letters, digits and _, a letter first; "
     "did you mean 'office'?\n"
     "d.csv:3:3: type '办事处' is malformed; expected small letters, digits and _, a letter first\n"
     "d.csv:4:3: type '2d' is malformed; expected small letters, digits and _, a letter first\n"},
    {"Document", "d.csv", "name,type\n甲,document\n",
     "d.csv:2:3: type 'document' is for the documents of the corpus; expected another type\n"},
    {"UnknownIsAWarningOnce", "d.csv", "name,type\n甲,ofice\n乙,ofice\n丙,ship\n",
     "warnings:\n"
     "d.csv:2:3: type 'ofice' is not one of the known types; did you mean 'office'?\n"
     "d.csv:4:3: type 'ship' is not one of the known types\n"},
};
const DictionaryCase kOtherColumns[] = {
    {"Case", "d.csv", "name,type,case\n甲,office,Exact\n",
     "d.csv:2:10: case is 'Exact'; expected fold or exact\n"},
    {"Boundary", "d.csv", "name,type,boundary\n甲,office,words\n",
     "d.csv:2:10: boundary is 'words'; expected auto, word or none\n"},
    {"ParentUnknown", "d.csv", "name,type,parent\n郑州,place,\n甲,office,郑洲\n",
     "d.csv:3:10: parent '郑洲' is unknown; expected the name or id of an entity in the "
     "dictionaries; did you mean '郑州'?\n"},
    {"ParentAmbiguous", "d.csv", "id,name,type,parent\n1,甲,place,\n2,甲,office,\n3,乙,road,甲\n",
     "d.csv:4:10: parent '甲' is ambiguous; expected one of the ids '1' '2'\n"},
    {"ParentsInACircle", "d.csv", "name,type,parent\n甲,place,乙\n乙,place,甲\n",
     "d.csv:2:9: parents go in a circle; expected none: place:甲 -> place:乙 -> place:甲\n"},
    {"ParentIsIgnored", "d.csv", "name,type,parent\n甲,ignore,\n乙,place,甲\n",
     "d.csv:3:9: parent '甲' is unknown; expected the name or id of an entity in the "
     "dictionaries\n"},
    {"IdTwice", "d.csv", "id,name,type\n1,甲,office\n2,乙,office\n1,丙,office\n",
     "d.csv:4:1: id '1' is already that of line 2; expected each id once\n"},
    {"DefaultIdTwice", "d.csv", "name,type\n甲,office\n甲,office\n",
     "d.csv:3:1: id 'office:甲' is already that of line 2; expected each id once\n"},
    {"IdOfADocument", "d.csv", "id,name,type\ndocument:a.txt,甲,office\n",
     "d.csv:2:1: id 'document:a.txt' begins like that of a document of the corpus; expected "
     "another id\n"},
    {"CellsTooFew", "d.csv", "name,type,x\n甲,office\n",
     "d.csv:2:1: row has 2 cells; expected 3 as in the header\n"},
};
const DictionaryCase kSeveral[] = {
    // By line, then by column, although parents are looked up last.
    {"InOrder", "d.csv",
     "name,type,parent,aliases,case\n"
     "\"甲\n乙\",offices!,,\"a\nb\",bold\n"
     "丙,office,丁,,\n"
     "戊,office\n"
     ",,,,\n"
     "己,office,己,,no\n",
     "d.csv:2:1: name holds a control character; expected plain text on one line\n"
     "d.csv:3:4: type 'offices!' is malformed; expected small letters, digits and _, a letter "
     "first; did you mean 'office'?\n"
     "d.csv:3:14: alias holds a control character; expected plain text on one line\n"
     "d.csv:4:4: case is 'bold'; expected fold or exact\n"
     "d.csv:5:10: parent '丁' is unknown; expected the name or id of an entity in the "
     "dictionaries\n"
     "d.csv:6:1: row has 2 cells; expected 5 as in the header\n"
     "d.csv:7:1: name is empty; expected the entity's name\n"
     "d.csv:7:1: type is empty; expected one of office community person ... or your own\n"
     "d.csv:8:13: case is 'no'; expected fold or exact\n"},
    {"FaultyParentIsToldOnce", "d.csv", "name,type,parent\n甲,Office,\n乙,place,甲\n丙,place,甲\n",
     "d.csv:2:3: type 'Office' is malformed; expected small letters, digits and _, a letter first; "
     "did you mean 'office'?\n"},
    {"Json", "d.jsonl",
     "{\"name\":\"甲\"}\n{\"type\":\"office\"}\n[]\n{\"name\":\"乙\",\"type\":\"office\",\"case\":"
     "1}\n",
     "d.jsonl:1:1: type is empty; expected one of office community person ... or your own\n"
     "d.jsonl:2:1: name is empty; expected the entity's name\n"
     "d.jsonl:3:1: not a JSON object; expected one object a line\n"
     "d.jsonl:4:1: case is '1'; expected fold or exact\n"},
};
INSTANTIATE_TEST_SUITE_P(Files, FaultyDictionary, testing::ValuesIn(kFiles), kName);
INSTANTIATE_TEST_SUITE_P(Names, FaultyDictionary, testing::ValuesIn(kNames), kName);
INSTANTIATE_TEST_SUITE_P(Types, FaultyDictionary, testing::ValuesIn(kTypes), kName);
INSTANTIATE_TEST_SUITE_P(OtherColumns, FaultyDictionary, testing::ValuesIn(kOtherColumns), kName);
INSTANTIATE_TEST_SUITE_P(Several, FaultyDictionary, testing::ValuesIn(kSeveral), kName);

TEST(LoadDictionaries, TakesUnknownTypesForErrorsIfStrict) {
  Dictionaries dictionaries;
  dictionaries.Add("d.csv", "name,type\n甲,ofice\n乙,ship\n丙,office\n丁,ignore\n");
  EXPECT_EQ(dictionaries.Problems(/*strict=*/true),
            "d.csv:2:3: type 'ofice' is not one of the known types; did you mean 'office'?\n"
            "d.csv:3:3: type 'ship' is not one of the known types\n");
}

TEST(LoadDictionaries, TakesNamesOfAThousandCharacters) {
  std::string name;
  for (int i = 0; i < 1000; ++i) name += "翰";
  Dictionaries dictionaries;
  dictionaries.Add("d.csv", "name,type\n" + name + ",office\n");
  EXPECT_EQ(dictionaries.Problems(), "");
  EXPECT_EQ(FindWhole(dictionaries.Load(), name).size(), 1U);
}

TEST(LoadDictionaries, TakesNone) {
  std::vector<Problem> warnings;
  EXPECT_EQ(LoadDictionaries({}, true, warnings).size(), 0U);
}

TEST(LoadDictionaries, JoinsSeveralFiles) {
  const std::string first = "name,type,parent\n甲,office,乙\n";
  const std::string second = "{\"name\":\"乙\",\"type\":\"place\"}\n";
  const Gazetteer gazetteer = Dictionaries().Add("one/d.csv", first).Add("e.jsonl", second).Load();
  EXPECT_EQ(Show(gazetteer), "office:甲 甲 office ^place:乙\nplace:乙 乙 place\n");
  EXPECT_EQ(gazetteer.Why(0), "d.csv:2");
  EXPECT_EQ(gazetteer.Why(1), "e.jsonl:1");
  EXPECT_EQ(gazetteer.files(), (std::vector<std::pair<std::string, std::string>>{
                                   {"d.csv", HashHex(first)}, {"e.jsonl", HashHex(second)}}));
}

TEST(LoadDictionaries, TellsFaultsFileByFile) {
  Dictionaries dictionaries;
  dictionaries.Add("z.csv", "name,type,parent\n甲,office,x\n")
      .Add("b.csv", "\xFF")
      .Add("a.csv", "name,type,parent\n甲,office,\n乙,road,y\n乙,road,\n");
  EXPECT_EQ(dictionaries.Problems(),
            "z.csv:2:10: parent 'x' is unknown; expected the name or id of an entity in the "
            "dictionaries\n"
            "b.csv:1:1: byte 0xFF is not UTF-8; expected valid UTF-8\n"
            "a.csv:2:1: id 'office:甲' is already that of z.csv:2; expected each id once\n"
            "a.csv:3:8: parent 'y' is unknown; expected the name or id of an entity in the "
            "dictionaries\n"
            "a.csv:4:1: id 'road:乙' is already that of line 3; expected each id once\n");
}

TEST(LoadDictionaries, TellsFilesThatCannotBeRead) {
  const TempFolder folder;
  std::vector<Problem> warnings;
  EXPECT_THROW(LoadDictionaries({folder / "none.csv"}, false, warnings), IoError);
  EXPECT_THROW(LoadDictionaries({folder.path()}, false, warnings), IoError);
}

// The lines of quoted cells count: provenance names the line on which a row begins.
TEST(CheckDictionaries, TellsAllFaultsAndRows) {
  const TempFolder folder;
  const std::vector<std::string> paths = {
      folder.Write("a.csv", "name,type,parent\n甲,place,乙\n,road,\n"),
      folder.Write("b.csv", "name,type\n丙,offices\n丁\n")};
  std::string rows;
  const DictionaryCheck check =
      CheckDictionaries(paths, false, [&rows](std::size_t file, const DictionaryRow& row) {
        rows += std::to_string(file) + ':' + std::to_string(row.where.line) + ' ';
      });
  EXPECT_EQ(rows, "0:2 0:3 1:2 ");
  std::string problems;
  for (const Problem& problem : check.faults) problems += Describe(problem) + '\n';
  for (const Problem& problem : check.warnings) problems += "warning: " + Describe(problem) + '\n';
  for (std::size_t at = 0; (at = problems.find(folder.path() + '/')) != std::string::npos;) {
    problems.erase(at, folder.path().size() + 1);
  }
  EXPECT_EQ(problems,
            "a.csv:2:9: parent '乙' is unknown; expected the name or id of an entity in the "
            "dictionaries\n"
            "a.csv:3:1: name is empty; expected the entity's name\n"
            "b.csv:3:1: row has 1 cell; expected 2 as in the header\n"
            "warning: b.csv:2:3: type 'offices' is not one of the known types; did you mean "
            "'office'?\n");
}

TEST(CheckDictionaries, FindsNothingWhereADictionaryLoads) {
  const TempFolder folder;
  const DictionaryCheck check = CheckDictionaries({folder.Write("a.csv", "name,type\n甲,place\n")},
                                                  true, [](std::size_t, const auto&) {});
  EXPECT_TRUE(check.faults.empty() && check.warnings.empty());
}

TEST(LoadDictionaries, CountsLinesOfTheFile) {
  const Gazetteer gazetteer =
      Dictionaries()
          .Add("d.csv", "name,type,note\r\n\r\n甲,office,\"a\r\nb\"\r\n乙,office,\r\n")
          .Load();
  EXPECT_EQ(gazetteer.Why(0), "d.csv:3");
  EXPECT_EQ(gazetteer.Why(1), "d.csv:5");
}

struct RuleCase {
  const char* name;
  const char* row;  // name,type,aliases,case,boundary
  const char* text;
  std::size_t matches;
};
void PrintTo(const RuleCase& c, std::ostream* out) { *out << c.name; }
class DictionaryRules : public testing::TestWithParam<RuleCase> {};

TEST_P(DictionaryRules, DecideWhatIsFound) {
  const Gazetteer gazetteer = Dictionaries()
                                  .Add("d.csv", std::string("name,type,aliases,case,boundary\n") +
                                                    GetParam().row + "\nat,road,,,\n")
                                  .Load();
  EXPECT_EQ(FindWhole(gazetteer, GetParam().text).size(), GetParam().matches);
}

const RuleCase kRules[] = {
    {"Default", "IT,office,,,", "it IT bits", 2},
    {"Fold", "IT,office,,fold,auto", "it IT bits", 2},
    {"Exact", "IT,office,,exact,", "it IT bits", 1},
    {"ExactAlias", "x,office,IT,exact,", "it IT", 1},
    {"None", "it,office,,,none", "it bits", 2},
    {"Word", "it,office,,,word", "it bits", 1},
    {"Ambiguous", "x,office,at,,", "at", 1},
    {"Ignored", "at,ignore,,,", "at AT", 0},
    {"IgnoredAlias", "x,ignore,at,,", "at AT", 0},
    {"IgnoredExact", "AT,ignore,,exact,", "at AT", 1},
};
INSTANTIATE_TEST_SUITE_P(Basics, DictionaryRules, testing::ValuesIn(kRules), kName);

TEST(LoadDictionaries, ReadsTheExample) {
  std::vector<Problem> warnings;
  const Gazetteer gazetteer =
      LoadDictionaries({std::string(ZHITU_EXAMPLES) + "/zhengzhou/dictionary.csv"}, true, warnings);
  EXPECT_TRUE(warnings.empty());
  EXPECT_EQ(gazetteer.entity(0).id, "place:郑州");
  EXPECT_EQ(gazetteer.Details(1).parent, 0U);
  EXPECT_EQ(gazetteer.Why(1), "dictionary.csv:3");
}

}  // namespace
}  // namespace zhitu::extract
