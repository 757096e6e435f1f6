#include "extract/name_reader.h"

#include <gtest/gtest.h>

#include <chrono>
#include <ostream>
#include <string>
#include <vector>

#include "extract/preset_reader.h"
#include "extract/utf8.h"
#include "tests/support/test_knowledge.h"

namespace zhitu::extract {
namespace {

const char kText[] = "党委 政府 公司 小区 的 在 打造 书记 李 高 说 set up";

// The words of a set among those of the tests.
std::string Words(const Knowledge& knowledge, const WordSet& set) {
  std::string shown;
  for (const Lexicons::Hit& hit : knowledge.lexicons.FindAll(kText)) {
    if (!knowledge.lexicons.Has(hit.word, set)) continue;
    if (!shown.empty()) shown += '|';
    shown += hit.folded.In(kText);
  }
  return shown;
}

std::string Types(const TypeSet& types) {
  std::string shown;
  for (const std::string& type : types.names()) shown += (shown.empty() ? "" : "|") + type;
  return shown;
}

std::string Characters(const CharacterSet& set) {
  std::string shown;
  for (const char32_t c : set.characters()) AppendUtf8(c, shown);
  return shown;
}

std::string Show(const Knowledge& knowledge, const NameHead& head) {
  std::string shown = "head " + Words(knowledge, head.words);
  if (!head.with.empty()) shown += " with=" + Types(head.with);
  if (!head.behind.empty()) shown += " behind=" + Types(head.behind);
  if (head.free) shown += " free";
  if (head.longest != NameHead().longest) shown += " longest=" + std::to_string(head.longest);
  return shown + " type=" + head.type + '\n';
}

// The words that names are looked for at.
std::string Starts(const Knowledge& knowledge) {
  std::string shown;
  for (const Lexicons::Hit& hit : knowledge.lexicons.FindAll(kText)) {
    if (knowledge.names.SignsOf(hit.word) == 0) continue;
    shown += ' ';
    shown += hit.folded.In(kText);
  }
  return shown.empty() ? "" : "starts" + shown + '\n';
}

std::string Show(const Knowledge& knowledge) {
  const NameRules& rules = knowledge.names;
  std::string shown = rules.empty() ? "empty\n" : "";
  for (const NameExtension& extension : rules.extensions) {
    shown += "extension " + Words(knowledge, extension.words) + " of=" + Types(extension.of) +
             " type=" + extension.type + '\n';
  }
  for (const NameHead& head : rules.heads) shown += Show(knowledge, head);
  const auto show = [&](const char* key, const std::string& value) {
    if (!value.empty()) shown += std::string(key) + ' ' + value + '\n';
  };
  show("stop", Words(knowledge, rules.stop));
  show("lead_in", Words(knowledge, rules.lead_in));
  show("title", Words(knowledge, rules.title));
  show("surname", Words(knowledge, rules.persons.surname));
  show("common", Words(knowledge, rules.persons.common));
  show("before", Words(knowledge, rules.persons.before));
  show("after", Words(knowledge, rules.persons.after));
  show("says", Words(knowledge, rules.persons.says));
  show("next", Words(knowledge, rules.persons.next));
  show("word", Words(knowledge, rules.persons.word));
  show("given", Characters(rules.persons.given));
  show("never", Characters(rules.persons.never));
  show("foreign", Characters(rules.persons.foreign));
  return shown + Starts(knowledge);
}

// All that the sections say; or the faults. The files are named a.yaml, b.yaml ...
std::string Read(const std::vector<std::string>& files) {
  PresetReader reader;
  ReadFiles(files, reader);
  try {
    return Show(reader.Take());
  } catch (const InputError& error) {
    return error.what();
  }
}

struct ReadCase {
  const char* name;
  std::vector<std::string> files;
  const char* expected;
};
void PrintTo(const ReadCase& c, std::ostream* out) { *out << c.name; }
constexpr auto kName = [](const auto& c) { return std::string(c.param.name); };
class NameSection : public testing::TestWithParam<ReadCase> {};

TEST_P(NameSection, IsRead) { EXPECT_EQ(Read(GetParam().files), GetParam().expected); }

// A section with one extension, or one head, of these keys.
std::string Extension(const std::string& keys) {
  return "names: {extensions: [\n  {" + keys + "}]}\n";
}
std::string Head(const std::string& keys) { return "names: {heads: [\n  {" + keys + "}]}\n"; }
std::string Persons(const std::string& keys) { return "names: {persons: {\n  " + keys + "}}\n"; }

const ReadCase kKeys[] = {
    {"NoSection", {""}, "empty\n"},
    {"NothingInIt", {"names:\n"}, "empty\n"},
    {"NothingInItsKeys",
     {"names: {extensions:, heads:, persons:, stop:, lead_in:, title:}\n"},
     "empty\n"},
    {"Extension",
     {Extension("words: [党委, 政府], of: [place, office], type: office")},
     "extension 党委|政府 of=office|place type=office\n"},
    {"ExtensionOfAnOwnType",
     {Extension("words: 党委, of: place, type: party")},
     "extension 党委 of=place type=party\n"},
    {"ExtensionOfAGroup",
     {"groups: {unit: [ship, office]}\n" +
      Extension("words: 党委, of: [unit, place], type: party")},
     "extension 党委 of=office|place|ship type=party\n"},
    {"Head",
     {Head("words: 公司, type: organization")},
     "head 公司 type=organization\nstarts 公司\n"},
    {"AllKeysOfAHead",
     {Head("words: [公司, 小区], with: place, behind: [office, place], free: true, longest: 40, "
           "type: a")},
     "head 公司|小区 with=place behind=office|place free longest=40 type=a\nstarts 公司 小区\n"},
    {"FalseKeysOfAHead",
     {Head("words: 公司, with: [], behind:, free: false, longest: 1, type: a")},
     "head 公司 longest=1 type=a\nstarts 公司\n"},
    {"WordsAreFolded",
     {Extension("words: [黨委, ＳET up], of: place, type: a")},
     "extension 党委|set up of=place type=a\n"},
    {"WordsOfLexicons",
     {"lexicons: {l: [公司, 小区], m: 打造}\n" + Head("words: <l>, type: a"),
      "names: {stop: [的, <m>]}\n"},
     "head 公司|小区 type=a\nstop 的|打造\nstarts 公司 小区\n"},
    {"SetsOfWords",
     {"names: {stop: [的, 在], lead_in: 打造, title: [书记]}\n"},
     "empty\nstop 的|在\nlead_in 打造\ntitle 书记\n"},
    {"Persons",
     {Persons("surname: [李, 高], common: 高, before: 书记, after: [书记, 李], says: 说, next: 的, "
              "word: 打造, given: 伟芳, never: [的, 了着], foreign: 约翰")},
     "surname 李|高\ncommon 高\nbefore 书记\nafter 书记|李\nsays 说\nnext 的\nword 打造\n"
     "given 伟芳\nnever 的了着\nforeign 约翰\nstarts 书记 李 说\n"},
    {"CharactersAreFolded", {Persons("given: 偉, never: Ａ")}, "empty\ngiven 伟\nnever a\n"},
    {"NoCharacters", {Persons("given: '', never: []")}, "empty\n"},
};
INSTANTIATE_TEST_SUITE_P(Keys, NameSection, testing::ValuesIn(kKeys), kName);

const ReadCase kTogether[] = {
    {"AllAddUp",
     {"names: {extensions: [{words: 党委, of: place, type: a}], heads: [{words: 公司, type: b}], "
      "stop: 的, persons: {surname: 李, given: 伟}}\n",
      "names: {extensions: [{words: 政府, of: place, type: c}], heads: [{words: 小区, type: d}], "
      "stop: 在, persons: {surname: 高, given: 芳}}\n"},
     "extension 党委 of=place type=a\nextension 政府 of=place type=c\n"
     "head 公司 type=b\nhead 小区 type=d\nstop 的|在\nsurname 李|高\ngiven 伟芳\n"
     "starts 公司 小区\n"},
    {"WhatALaterFileSays",
     {Head("words: <l>, behind: own, type: a"), "lexicons: {l: 小区}\ngroups: {own: [own]}\n"},
     "head 小区 behind=own type=a\nstarts 小区\n"},
};
INSTANTIATE_TEST_SUITE_P(Together, NameSection, testing::ValuesIn(kTogether), kName);

const ReadCase kFaults[] = {
    {"NoMap", {"names: [a]\n"}, "a.yaml:1:8: names is no map; expected keys with values"},
    {"UnknownKey",
     {"names:\n  extension: []\n"},
     "a.yaml:2:3: key 'extension' is unknown; expected one of extensions, heads, persons, stop, "
     "lead_in, title; did you mean 'extensions'?"},
    {"KeyTwice",
     {"names:\n  stop: 的\n  stop: 在\n"},
     "a.yaml:3:3: key 'stop' stands twice; expected each key once"},
    {"Words",
     {"names:\n  stop: [的, [在], '']\n  lead_in: {a: b}\n  title: <l>\n"},
     "a.yaml:2:13: item of stop is no text; expected a text\n"
     "a.yaml:2:18: word is empty; expected visible characters\n"
     "a.yaml:3:12: lead_in is no list; expected a list of texts\n"
     "a.yaml:4:10: lexicon 'l' is unknown; expected one of `lexicons`"},
    {"ListsAreMaps",
     {"names:\n  extensions: {words: 党委}\n  heads: 公司\n"},
     "a.yaml:2:15: extensions is no list; expected a list of maps\n"
     "a.yaml:3:10: heads is no list; expected a list of maps"},
    {"ItemsAreNoMaps",
     {"names:\n  extensions: [党委, [a]]\n  heads:\n    -\n    - 公司\n"},
     "a.yaml:2:16: item of extensions is no map; expected keys with values\n"
     "a.yaml:2:20: item of extensions is no map; expected keys with values\n"
     "a.yaml:4:6: item of heads is no map; expected keys with values\n"
     "a.yaml:5:7: item of heads is no map; expected keys with values"},
    {"EmptyItems",
     {"names: {extensions: [{}], heads: [{}]}\n"},
     "a.yaml:1:22: extension lacks words, of or type; expected all three\n"
     "a.yaml:1:35: head lacks words or type; expected both"},
};
const ReadCase kFaultsOfExtensions[] = {
    {"NoWords",
     {Extension("of: place, type: a")},
     "a.yaml:2:3: extension lacks words, of or type; expected all three"},
    {"NoOf",
     {Extension("words: 党委, type: a")},
     "a.yaml:2:3: extension lacks words, of or type; expected all three"},
    {"NoType",
     {Extension("words: 党委, of: place")},
     "a.yaml:2:3: extension lacks words, of or type; expected all three"},
    {"UnknownKey",
     {Extension("words: 党委, off: place, of: place, type: a")},
     "a.yaml:2:15: key 'off' is unknown; expected one of words, of, type; did you mean 'of'?"},
    {"Words",
     {Extension("words: ['', [a]], of: place, type: a")},
     "a.yaml:2:12: word is empty; expected visible characters\n"
     "a.yaml:2:16: item of words is no text; expected a text"},
    {"Of",
     {Extension("words: 党委, of: [plce, {}], type: a")},
     "a.yaml:2:20: 'plce' is neither a known type nor a group; expected one of them, or a group "
     "that declares it; did you mean 'place'?\n"
     "a.yaml:2:26: item of of is no text; expected a text"},
    {"Type",
     {Extension("words: 党委, of: place, type: Office")},
     "a.yaml:2:32: 'Office' is no type name; expected small letters, digits and _"},
    {"EmptyType",
     {Extension("words: 党委, of: place, type: ''")},
     "a.yaml:2:32: '' is no type name; expected small letters, digits and _"},
    // It had been told twice.
    {"TypeIsAList",
     {Extension("words: 党委, of: place, type: [office]")},
     "a.yaml:2:32: type is no text; expected a text"},
};
const ReadCase kFaultsOfHeads[] = {
    {"NoWords", {Head("type: a")}, "a.yaml:2:3: head lacks words or type; expected both"},
    {"NoType", {Head("words: 公司")}, "a.yaml:2:3: head lacks words or type; expected both"},
    {"UnknownKey",
     {Head("words: 公司, type: a, of: place")},
     "a.yaml:2:24: key 'of' is unknown; expected one of words, with, behind, free, longest, type"},
    {"Words",
     {Head("words: {a: b}, type: a")},
     "a.yaml:2:11: words is no list; expected a list of texts"},
    {"Types",
     {Head("words: 公司, type: a, with: ofice, behind: Place")},
     "a.yaml:2:30: 'ofice' is neither a known type nor a group; expected one of them, or a group "
     "that declares it; did you mean 'office'?\n"
     "a.yaml:2:45: 'Place' is no type name; expected small letters, digits and _"},
    {"Free",
     {Head("words: 公司, type: a, free: yes")},
     "a.yaml:2:30: free is 'yes'; expected true or false"},
    {"Type",
     {Head("words: 公司, type: 公司")},
     "a.yaml:2:21: '公司' is no type name; expected small letters, digits and _"},
    {"LongestZero",
     {Head("words: 公司, type: a, longest: 0")},
     "a.yaml:2:33: longest is '0'; expected a whole number from 1 to 40"},
    {"LongestTooGreat",
     {Head("words: 公司, type: a, longest: 41")},
     "a.yaml:2:33: longest is '41'; expected a whole number from 1 to 40"},
    {"LongestNegative",
     {Head("words: 公司, type: a, longest: -1")},
     "a.yaml:2:33: longest is '-1'; expected a whole number from 1 to 40"},
    {"LongestFraction",
     {Head("words: 公司, type: a, longest: 1.5")},
     "a.yaml:2:33: longest is '1.5'; expected a whole number from 1 to 40"},
    {"LongestHuge",
     {Head("words: 公司, type: a, longest: 99999999999999999999999")},
     "a.yaml:2:33: longest is '99999999999999999999999'; expected a whole number from 1 to 40"},
    {"LongestEmpty",
     {Head("words: 公司, type: a, longest: ''")},
     "a.yaml:2:33: longest is ''; expected a whole number from 1 to 40"},
    {"LongestIsAList",
     {Head("words: 公司, type: a, longest: [1]")},
     "a.yaml:2:33: longest is no text; expected a text"},
};
const ReadCase kFaultsOfPersons[] = {
    {"NoMap",
     {"names: {persons: [李]}\n"},
     "a.yaml:1:18: persons is no map; expected keys with values"},
    {"UnknownKey",
     {Persons("surnames: 李")},
     "a.yaml:2:3: key 'surnames' is unknown; expected one of surname, common, before, after, says, "
     "next, word, given, never, foreign; did you mean 'surname'?"},
    {"Words",
     {Persons("surname: ['', [a]], common: {}, before: '', after: {}, says: '', next: {}, "
              "word: ''")},
     "a.yaml:2:13: word is empty; expected visible characters\n"
     "a.yaml:2:17: item of surname is no text; expected a text\n"
     "a.yaml:2:31: common is no list; expected a list of texts\n"
     "a.yaml:2:43: word is empty; expected visible characters\n"
     "a.yaml:2:54: after is no list; expected a list of texts\n"
     "a.yaml:2:64: word is empty; expected visible characters\n"
     "a.yaml:2:74: next is no list; expected a list of texts\n"
     "a.yaml:2:84: word is empty; expected visible characters"},
    {"Characters",
     {Persons("given: {a: b}, never: [[a]]")},
     "a.yaml:2:10: given is no list; expected a list of texts\n"
     "a.yaml:2:26: item of never is no text; expected a text"},
};
INSTANTIATE_TEST_SUITE_P(Faults, NameSection, testing::ValuesIn(kFaults), kName);
INSTANTIATE_TEST_SUITE_P(ExtensionFaults, NameSection, testing::ValuesIn(kFaultsOfExtensions),
                         kName);
INSTANTIATE_TEST_SUITE_P(HeadFaults, NameSection, testing::ValuesIn(kFaultsOfHeads), kName);
INSTANTIATE_TEST_SUITE_P(PersonFaults, NameSection, testing::ValuesIn(kFaultsOfPersons), kName);

// Few bytes that would stand for millions of words.
TEST(NameSectionLimit, AliasesOfHeads) {
  std::string text = "lexicons:\n  l: &x [";
  for (int i = 0; i < 5000; ++i) text += "w" + std::to_string(i) + ',';
  text += "]\nnames:\n  heads:\n";
  for (int i = 1; i < 2000; ++i) text += "    - {type: office, words: *x}\n";
  EXPECT_EQ(Read({text}),
            "a.yaml:2:28396: aliases repeat too much; expected fewer, or values without aliases");
}

TEST(NameSectionTime, ManyHeadsAndCharacters) {
  const auto begin = std::chrono::steady_clock::now();
  std::string text = "names:\n  heads:\n";
  for (int i = 0; i < 20'000; ++i)
    text += "    - {type: office, words: w" + std::to_string(i) + "}\n";
  text += "  persons: {given: [";
  for (int i = 0; i < 50'000; ++i) text += "伟,";
  PresetReader reader;
  reader.Read("a.yaml", text + "]}\n");
  const Knowledge knowledge = reader.Take();
  EXPECT_EQ(knowledge.names.heads.size(), 20'000U);
  EXPECT_TRUE(knowledge.names.persons.given.Has(U'伟'));
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(60));
}

}  // namespace
}  // namespace zhitu::extract
