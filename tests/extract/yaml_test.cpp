#include "extract/yaml.h"

#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace zhitu::extract {
namespace {

std::string Place(const SourcePosition& where) {
  return std::to_string(where.line) + ':' + std::to_string(where.column);
}

// Reads a file with one key of each shape; shows what is visited, one value a line with its place,
// then the faults.
std::string Read(std::string_view text) {
  std::vector<Problem> problems;
  std::string shown;
  YamlFile file("f.yaml", text, problems);
  const auto show = [&](const std::string& value, const YAML::Node& node) {
    shown += Place(file.PlaceOf(node)) + ' ' + value + '\n';
  };
  file.Parse([&](const YAML::Node& top) {
    file.ForEach(top, "file", {"text", "flag", "list", "map"},
                 [&](const std::string& key, const YAML::Node& value) {
                   if (key == "text") show(file.Text(value, key).value_or("no text"), value);
                   if (key == "flag") show(file.Bool(value, key) ? "is true" : "is false", value);
                   if (key == "list") file.ForEachText(value, key, show);
                   if (key == "map") file.ForEach(value, key, {}, show);
                 });
  });
  for (const Problem& problem : problems) shown += Describe(problem) + '\n';
  return shown;
}

struct ReadCase {
  const char* name;
  std::string text;
  const char* expected;
};
void PrintTo(const ReadCase& c, std::ostream* out) { *out << c.name; }
constexpr auto kName = [](const auto& c) { return std::string(c.param.name); };
class Yaml : public testing::TestWithParam<ReadCase> {};

TEST_P(Yaml, IsRead) { EXPECT_EQ(Read(GetParam().text), GetParam().expected); }

const ReadCase kShapes[] = {
    {"Empty", "", ""},
    {"CommentsOnly", "# nothing\n\n", ""},
    {"NullDocument", "~\n", ""},
    {"OneDocumentMarked", "---\ntext: a\n...\n", "2:7 a\n"},
    {"Text", "text: 翰林社区\n", "1:7 翰林社区\n"},
    {"NumberIsText", "text: 0.50\n", "1:7 0.50\n"},
    {"YesIsText", "text: yes\n", "1:7 yes\n"},
    {"QuotedText", "text: \"a\\tb\"\n", "1:7 a\tb\n"},
    {"TextOverLines", "text: >\n  a\n  b\n", "1:7 a b\n\n"},
    {"True", "flag: true\n", "1:7 is true\n"},
    {"False", "flag: false\n", "1:7 is false\n"},
    {"ListInFlow", "list: [翰, 林, c]\n", "1:8 翰\n1:11 林\n1:14 c\n"},
    {"ListInBlock", "list:\n  - a\n  - 翰: b\n  - c\n",
     "2:5 a\n4:5 c\nf.yaml:3:5: item of list is no text; expected a text\n"},
    {"OneTextIsAList", "list: a\n", "1:7 a\n"},
    {"EmptyList", "list: []\n", ""},
    {"NullIsAnEmptyList", "list:\n", ""},
    {"Map", "map:\n  翰: 1\n  b: 2\n", "2:6 翰\n3:6 b\n"},
    {"NullIsAnEmptyMap", "map: ~\n", ""},
    {"Alias", "list: [&a x, *a]\nmap: {k: *a}\n", "1:8 x\n1:8 x\n1:8 k\n"},
    {"CrLf", "text: a\r\nlist: [b]\r\n", "1:7 a\n2:8 b\n"},
};
const ReadCase kFaults[] = {
    {"TopIsAList", "- a\n",
     "f.yaml:1:1: not a map; expected keys text, groups, lexicons and rules\n"},
    {"TopIsAText", "\na\n",
     "f.yaml:2:1: not a map; expected keys text, groups, lexicons and rules\n"},
    {"TwoDocuments", "text: a\n---\ntext: b\n",
     "f.yaml:2:1: second YAML document; expected one in a file\n"},
    {"NeverClosed", "list: [a,\n",
     "f.yaml:2:1: not YAML: end of sequence flow not found; expected valid YAML 1.2\n"},
    {"ColumnsAreCodePoints", "翰林: a: b\n",
     "f.yaml:1:6: not YAML: illegal map value; expected valid YAML 1.2\n"},
    {"UnknownAlias", "text: a\nlist: [*b]\n",
     "f.yaml:2:8: not YAML: the referenced anchor is not defined; expected valid YAML 1.2\n"},
    {"UnknownKey", "text: a\n翰: b\n",
     "1:7 a\nf.yaml:2:1: key '翰' is unknown; expected one of text, flag, list, map\n"},
    {"KeyMistyped", "flga: true\n",
     "f.yaml:1:1: key 'flga' is unknown; expected one of text, flag, list, map; did you mean "
     "'flag'?\n"},
    {"KeyTwice", "text: a\ntext: b\n",
     "1:7 a\nf.yaml:2:1: key 'text' stands twice; expected each key once\n"},
    {"KeyTwiceWhereAllAreKnown", "map: {a: 1, b: 2, a: 3}\n",
     "1:10 a\n1:16 b\nf.yaml:1:19: key 'a' stands twice; expected each key once\n"},
    {"KeyIsAList", "? [a]\n: b\n", "f.yaml:1:3: key is no text; expected a text\n"},
    {"NoMap", "map: [a]\n", "f.yaml:1:6: map is no map; expected keys with values\n"},
    {"NoText", "text: [a]\n", "1:7 no text\nf.yaml:1:7: text is no text; expected a text\n"},
    {"NullIsNoText", "text: ~\n", "1:7 no text\nf.yaml:1:7: text is no text; expected a text\n"},
    {"NoFlag", "flag: yes\n", "1:7 is false\nf.yaml:1:7: flag is 'yes'; expected true or false\n"},
    {"FlagIsAMap", "flag: {}\n", "1:7 is false\nf.yaml:1:7: flag is no text; expected a text\n"},
    {"NoList", "list: {a: b}\n", "f.yaml:1:7: list is no list; expected a list of texts\n"},
    {"Several", "text: []\n翰: a\nflag: 1\n",
     "1:7 no text\n3:7 is false\nf.yaml:1:7: text is no text; expected a text\n"
     "f.yaml:2:1: key '翰' is unknown; expected one of text, flag, list, map\n"
     "f.yaml:3:7: flag is '1'; expected true or false\n"},
};
const ReadCase kControlCharacters[] = {
    {"EndOfTransmission", "text: a\n林: \x04\nlist: [b]\n",
     "f.yaml:2:4: control character; expected text, with \\xNN in double quotes for it\n"},
    {"Nul", std::string("text: a\0b", 9),
     "f.yaml:1:8: control character; expected text, with \\xNN in double quotes for it\n"},
    {"Delete", "text: \"\x7f\"\n",
     "f.yaml:1:8: control character; expected text, with \\xNN in double quotes for it\n"},
    {"Escaped", "text: \"\\x04\"\n", "1:7 \x04\n"},
    {"Tab", "text: a\tb\n", "1:7 a\tb\n"},
};
const ReadCase kRegression[] = {
    // The parser made documents without end of it.
    {"CommaFirst", "# x\n ,a: b",
     "f.yaml:2:2: not YAML: unexpected character; expected valid YAML 1.2\n"},
    // A value that is not there was told where the next one begins.
    {"MissingBeforeTheNextKey", "text:\n\nflag: 翰\n",
     "1:6 no text\n3:7 is false\nf.yaml:1:6: text is no text; expected a text\n"
     "f.yaml:3:7: flag is '翰'; expected true or false\n"},
    {"MissingAtTheEnd",
     "map: {}\ntext:", "2:6 no text\nf.yaml:2:6: text is no text; expected a text\n"},
    {"MissingInFlow", "map: {翰: , b: ~}\n", "1:9 翰\n1:15 b\n"},
    {"MissingItem", "list:\n  -\n  - a\n",
     "3:5 a\nf.yaml:2:4: item of list is no text; expected a text\n"},
    {"CommaBehindADocument", "text: a\n...\n,b\n",
     "f.yaml:3:1: second YAML document; expected one in a file\n"},
};
INSTANTIATE_TEST_SUITE_P(Regression, Yaml, testing::ValuesIn(kRegression), kName);
INSTANTIATE_TEST_SUITE_P(Shapes, Yaml, testing::ValuesIn(kShapes), kName);
INSTANTIATE_TEST_SUITE_P(Faults, Yaml, testing::ValuesIn(kFaults), kName);
INSTANTIATE_TEST_SUITE_P(ControlCharacters, Yaml, testing::ValuesIn(kControlCharacters), kName);

struct PlaceCase {
  const char* name;
  const char* text;
  std::size_t offset;
  const char* place;
};
void PrintTo(const PlaceCase& c, std::ostream* out) { *out << c.name; }
class YamlPlace : public testing::TestWithParam<PlaceCase> {};

TEST_P(YamlPlace, IsThatOfTheFile) {
  std::vector<Problem> problems;
  YamlFile file("f.yaml", GetParam().text, problems);
  std::string place;
  file.Parse([&](const YAML::Node& top) {
    file.ForEach(top, "file", {}, [&](const std::string&, const YAML::Node& value) {
      place = Place(file.PlaceOf(value, GetParam().offset));
    });
  });
  EXPECT_EQ(place, GetParam().place);
}

const PlaceCase kPlaces[] = {
    {"Begin", "a: xyz", 0, "1:4"},
    {"Plain", "a: xyz", 2, "1:6"},
    {"PlainIsInCodePoints", "翰: 林xyz", 4, "1:6"},
    {"QuoteCounts", "a: \"xyz\"", 2, "1:7"},
    {"BeginIsTheQuote", "a: \"xyz\"", 0, "1:4"},
    {"SingleQuoteCounts", "a: 'xyz'", 2, "1:7"},
    {"EscapedQuote", "a: \"x\\\"z\"", 2, "1:8"},
    {"DoubledQuote", "a: 'x''z'", 2, "1:8"},
    {"QuoteInsidePlain", "a: x'z", 2, "1:6"},
    {"BehindTheLine", "a: |\n  xyz\n", 100, "1:5"},
};
INSTANTIATE_TEST_SUITE_P(Basics, YamlPlace, testing::ValuesIn(kPlaces), kName);

// The parser's guard against the depth of its own calls.
TEST(YamlLimits, DeepNestingIsAFault) {
  for (const char* open : {"[", "{a: ", "- ", "? "}) {
    std::string text = "list:\n  ";
    for (int i = 0; i < 100'000; ++i) text += open;
    const std::string shown = Read(text);
    EXPECT_EQ(shown.substr(0, 9), "f.yaml:2:") << open;
    EXPECT_NE(shown.find(": not YAML: bad file; expected valid YAML 1.2\n"), std::string::npos)
        << open;
  }
}

TEST(YamlLimits, ListThatHoldsItselfIsAFault) {
  EXPECT_EQ(Read("list: &a [x, *a]\n"),
            "1:11 x\nf.yaml:1:7: item of list is no text; expected a text\n");
}

// Each list is ten times the one before.
TEST(YamlLimits, NestedAliasesAreNotFollowed) {
  std::string text = "list:\n - &a0 [x,x,x,x,x,x,x,x,x,x]\n";
  for (int i = 1; i < 30; ++i) {
    text += " - &a" + std::to_string(i) + " [";
    for (int k = 0; k < 10; ++k) text += "*a" + std::to_string(i - 1) + ',';
    text += "]\n";
  }
  const std::string shown = Read(text);
  EXPECT_EQ(std::count(shown.begin(), shown.end(), '\n'), 30);
  EXPECT_EQ(shown.substr(0, shown.find('\n')),
            "f.yaml:2:4: item of list is no text; expected a text");
}

TEST(YamlLimits, AliasesRepeatSoMuch) {
  const std::string text = "map: {a: &a " + std::string(100'000, 'x');
  const auto with = [&](int aliases) {
    std::string all = text;
    for (int i = 0; i < aliases; ++i) all += ", k" + std::to_string(i) + ": *a";
    return Read(all + "}\n");
  };
  const std::string good = with(17);
  EXPECT_EQ(std::count(good.begin(), good.end(), '\n'), 18);
  EXPECT_EQ(good.find("f.yaml"), std::string::npos);
  const std::string bad = with(50);
  EXPECT_EQ(
      bad.substr(bad.find("f.yaml")),
      "f.yaml:1:100158: aliases repeat too much; expected fewer, or values without aliases\n");
}

TEST(YamlLimits, HugeTextIsRead) {
  const std::string huge(10'000'000, 'x');
  EXPECT_EQ(Read("text: " + huge + '\n'), "1:7 " + huge + '\n');
}

}  // namespace
}  // namespace zhitu::extract
