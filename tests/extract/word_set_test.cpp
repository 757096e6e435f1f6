#include "extract/word_set.h"

#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include <string>
#include <vector>

namespace zhitu::extract {
namespace {

// What the lists `words`, `more` and `types` of a file hold: the words of the set that stand in a
// text, then types; or the faults.
std::string Read(const std::string& text) {
  std::vector<Problem> problems;
  YamlFile file("a.yaml", text, problems);
  LexiconTable table;
  table.Add(table.Number("launch"), "推出");
  table.Add(table.Number("run"), "开展");
  WordSetReader reader(table);
  WordSet words;
  WordSet more;
  TypeSet types;
  file.Parse([&](const YAML::Node& top) {
    file.ForEach(top, "file", {}, [&](const std::string& key, const YAML::Node& value) {
      if (key == "types") return reader.ReadTypes(file, value, key, types);
      reader.ReadWords(file, value, key, key == "more" ? more : words);
    });
  });
  reader.AddNamed();
  const Lexicons lexicons = table.Build();
  reader.Finish({{{"unit", {"office", "community"}}, {"none", {}}}, &lexicons});
  std::string shown;
  const std::string all = "打造 推出 开展 set up";
  for (const WordSet* set : {&words, &more}) {
    for (const Lexicons::Hit& hit : lexicons.FindAll(all)) {
      if (lexicons.Has(hit.word, *set)) shown += std::string(hit.folded.In(all)) + '|';
    }
    shown += ' ';
  }
  for (const std::string& type : types.names()) shown += type + '|';
  for (const Problem& problem : problems) shown += '\n' + Describe(problem);
  return shown;
}

struct ListCase {
  const char* name;
  const char* text;
  const char* expected;
};
void PrintTo(const ListCase& c, std::ostream* out) { *out << c.name; }
class WordLists : public testing::TestWithParam<ListCase> {};

TEST_P(WordLists, AreRead) { EXPECT_EQ(Read(GetParam().text), GetParam().expected); }

const ListCase kWords[] = {
    {"Nothing", "", "  "},
    {"EmptyLists", "words: []\nmore:\ntypes: []\n", "  "},
    {"Words", "words: [打造, 开展]\n", "打造|开展|  "},
    {"OneWord", "words: 打造\n", "打造|  "},
    {"WordsAreFolded", "words: [ＳET up]\n", "set up|  "},
    {"Lexicon", "words: [<launch>]\n", "推出|  "},
    {"LexiconsAndWords", "words: [<run>, 打造, <launch>]\n", "打造|推出|开展|  "},
    {"ListsAreApart", "words: [打造]\nmore: [开展, <launch>]\n", "打造| 推出|开展| "},
    {"WordOfBoth", "words: [打造]\nmore: [打造]\n", "打造| 打造| "},
    {"BracketsAloneAreAWord", "words: [<, '<>', 打造>]\n", "  "},
};
const ListCase kTypes[] = {
    {"Types", "types: [person, office]\n", "  office|person|"},
    {"Group", "types: [unit, office, place]\n", "  community|office|place|"},
    {"GroupOfNothing", "types: none\n", "  "},
};
const ListCase kFaults[] = {
    {"UnknownLexicon", "words: [打造, <lanch>]\n",
     "打造|  \na.yaml:1:13: lexicon 'lanch' is unknown; expected one of `lexicons`; did you mean "
     "'launch'?"},
    {"ListIsNoLexicon", "words: [打造]\nmore: [<list 1>]\n",
     "打造|  \na.yaml:2:8: lexicon 'list 1' is unknown; expected one of `lexicons`"},
    {"ListIsNotInItself", "words: [打造, <list 1>]\n",
     "打造|  \na.yaml:1:13: lexicon 'list 1' is unknown; expected one of `lexicons`"},
    {"EmptyWord", "words: [打造, '']\n",
     "打造|  \na.yaml:1:13: word is empty; expected visible characters"},
    {"WordsAreAMap", "words: {a: b}\n",
     "  \na.yaml:1:8: words is no list; expected a list of texts"},
    {"UnknownType", "types: [Office, ofice]\n",
     "  \na.yaml:1:9: 'Office' is no type name; expected small letters, digits and _\n"
     "a.yaml:1:17: 'ofice' is neither a known type nor a group; expected one of them, or a group "
     "that declares it; did you mean 'office'?"},
};
constexpr auto kName = [](const auto& c) { return std::string(c.param.name); };
INSTANTIATE_TEST_SUITE_P(Words, WordLists, testing::ValuesIn(kWords), kName);
INSTANTIATE_TEST_SUITE_P(Types, WordLists, testing::ValuesIn(kTypes), kName);
INSTANTIATE_TEST_SUITE_P(Faults, WordLists, testing::ValuesIn(kFaults), kName);

TEST(WordLists, OfASetAreOneLexicon) {
  std::vector<Problem> problems;
  YamlFile file("a.yaml", "first: [打造, <launch>]\nsecond: [<launch>, 开展]\n", problems);
  LexiconTable table;
  table.Add(table.Number("launch"), "推出");
  WordSetReader reader(table);
  WordSet words;
  file.Parse([&](const YAML::Node& top) {
    file.ForEach(top, "file", {}, [&](const std::string& key, const YAML::Node& value) {
      reader.ReadWords(file, value, key, words);
    });
  });
  reader.AddNamed();
  const Lexicons lexicons = table.Build();
  reader.Finish({{}, &lexicons});
  EXPECT_EQ(words.size(), 1U);
  for (const Lexicons::Hit& hit : lexicons.FindAll("打造推出开展"))
    EXPECT_TRUE(lexicons.Has(hit.word, words)) << lexicons.Text(hit.word);
}

TEST(WordLists, TakeWordsThatWereReadOtherwise) {
  LexiconTable table;
  WordSetReader reader(table);
  WordSet words;
  reader.AddWords({"打造"}, words);
  reader.AddWords({"推出"}, words);
  reader.AddNamed();
  const Lexicons lexicons = table.Build();
  reader.Finish({{}, &lexicons});
  const std::vector<Lexicons::Hit> hits = lexicons.FindAll("打造推出");
  ASSERT_EQ(hits.size(), 2U);
  EXPECT_TRUE(lexicons.Has(hits[0].word, words));
  EXPECT_TRUE(lexicons.Has(hits[1].word, words));
}

}  // namespace
}  // namespace zhitu::extract
