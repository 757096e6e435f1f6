#include "extract/preset_reader.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "extract/pattern.h"
#include "extract/utf8.h"
#include "tests/support/test_knowledge.h"

namespace zhitu::extract {
namespace {

std::string Show(std::u32string_view characters) {
  std::string shown;
  for (const char32_t c : characters) AppendUtf8(c, shown);
  return shown;
}

std::string Show(const std::vector<std::string>& texts) {
  std::string shown;
  for (const std::string& text : texts) shown += text + '|';
  return shown;
}

const char kWords[] = "打造 推出 set up";

// The words of some lexicons that stand in `kWords`.
std::string WordsOf(const Lexicons& lexicons, const WordSet& set) {
  std::string words;
  for (const Lexicons::Hit& hit : lexicons.FindAll(kWords)) {
    if (lexicons.Has(hit.word, set)) words += ' ' + std::string(hit.folded.In(kWords));
  }
  return words;
}

std::string Show(const DiscourseRules& discourse, const Lexicons& lexicons) {
  std::string shown;
  const auto show = [&](const std::string& key, const std::string& value) {
    if (!value.empty()) shown += key + '=' + value + '\n';
  };
  show("subject", Show(discourse.subject.names()));
  show("main", Show(discourse.main.names()));
  show("opening", WordsOf(lexicons, discourse.opening));
  show("possessive", WordsOf(lexicons, discourse.possessive));
  show("no_subject", WordsOf(lexicons, discourse.no_subject));
  show("generic", WordsOf(lexicons, discourse.generic));
  show("planned", WordsOf(lexicons, discourse.planned));
  show("negated", WordsOf(lexicons, discourse.negated));
  show("counted", Show(discourse.counted.names()));
  show("measures", Show(discourse.measures));
  return shown;
}

// What differs from conventions of which nothing was said, then lexicons with the words they find
// in `kWords`, what there is on discourse, then rules; or the faults.
std::string Read(const std::vector<std::string>& files) {
  PresetReader reader;
  ReadFiles(files, reader);
  std::string shown;
  try {
    const Knowledge knowledge = reader.Take();
    const TextConventions& text = knowledge.conventions;
    const TextConventions plain;
    const auto show = [&](const std::string& key, const std::string& value) {
      if (!value.empty()) shown += key + '=' + value + '\n';
    };
    show("join_lines", text.join_lines ? "true" : "");
    show("sentence_end", text.sentence_end.characters() == plain.sentence_end.characters()
                             ? ""
                             : Show(text.sentence_end.characters()));
    show("clause_end", Show(text.clause_end.characters()));
    show("paragraph_end", Show(text.paragraph_end.characters()));
    show("openers", Show(text.openers.characters()));
    show("closers", Show(text.closers.characters()));
    show("no_line_start", Show(text.no_line_start.characters()));
    show("list_separator", Show(text.list_separator));
    show("byline", Show(text.byline));
    show("caption", Show(text.caption));
    for (std::uint32_t i = 0; i < knowledge.lexicons.names().size(); ++i) {
      const std::string& lexicon = knowledge.lexicons.names()[i];
      if (IsPatternName(lexicon))
        shown += '<' + lexicon + '>' + WordsOf(knowledge.lexicons, {i}) + '\n';
    }
    shown += Show(knowledge.discourse, knowledge.lexicons);
    for (const Rule& rule : knowledge.rules) {
      shown += rule.id;
      for (const std::string& type : rule.elements.front().slot.types.names()) shown += ' ' + type;
      shown += '\n';
    }
  } catch (const InputError& error) {
    return error.what();
  }
  return shown;
}

struct ReadCase {
  const char* name;
  std::vector<std::string> files;
  const char* expected;
};
void PrintTo(const ReadCase& c, std::ostream* out) { *out << c.name; }
constexpr auto kName = [](const auto& c) { return std::string(c.param.name); };
class PresetFiles : public testing::TestWithParam<ReadCase> {};

TEST_P(PresetFiles, AreRead) { EXPECT_EQ(Read(GetParam().files), GetParam().expected); }

const ReadCase kSections[] = {
    {"NoFile", {}, ""},
    {"EmptyFile", {""}, ""},
    {"EmptySections",
     {"text:\ngroups:\npredicates:\nlexicons:\ndiscourse:\nreferences:\nrules:\n"},
     ""},
    {"Characters",
     {"text: {clause_end: '，:,', paragraph_end: '。 …', no_line_start: '，', sentence_end: "
      "'.'}\n"},
     "sentence_end=.\nclause_end=，:,\nparagraph_end=。….\nno_line_start=，,\n"},
    {"BracketsAsPrinted",
     {"text: {openers: '“（', closers: '”）'}\n"},
     "openers=“（\nclosers=”）\n"},
    {"CuesAsPrintedSeparatorsFolded",
     {"text: {list_separator: [、, ＡND], byline: [记者, Ｂy], caption: 图为, join_lines: true}\n"},
     "join_lines=true\nlist_separator=、|and|\nbyline=记者|Ｂy|\ncaption=图为|\n"},
    {"NothingSaidIsNothing",
     {"text: {clause_end: '', byline: [], caption:, join_lines: false}\n"},
     ""},
    {"LexiconsAreFolded",
     {"lexicons: {b: [推出, ＳET up], a: 打造}\n"},
     "<b> 推出 set up\n<a> 打造\n"},
    {"LexiconWithoutWords", {"lexicons: {a: [], b: }\n"}, "<a>\n<b>\n"},
    {"GroupsMayStandBehindRules",
     {"rules: [{id: r, pattern: '{o:own}', predicate: p, subject: document, object: o}]\n"
      "groups: {own: [ship, office]}\n"},
     "r office ship\n"},
};
const ReadCase kDiscourse[] = {
    {"Types",
     {"groups: {unit: [office, ship]}\n"
      "discourse: {subject: [unit, person, office], main: community, counted: [program]}\n"},
     "subject=office|person|ship|\nmain=community|\ncounted=program|\n"},
    {"Words",
     {"discourse: {opening: 打造, possessive: [打造, 推出], no_subject: [推出], generic: ['ＳET "
      "up', 打造],\n"
      "            planned: [打造, 推出], negated: [推出, 没有]}\n"},
     "opening= 打造\npossessive= 打造 推出\nno_subject= 推出\ngeneric= 打造 set up\nplanned= 打造 "
     "推出\n"
     "negated= 推出\n"},
    {"WordsOfLexicons",
     {"discourse: {opening: [<a>, 打造], generic: <b>}\nlexicons: {a: [推出], b: ['set up']}\n"},
     "<a> 推出\n<b> set up\nopening= 打造 推出\ngeneric= set up\n"},
    {"MeasuresAreFolded", {"discourse: {measures: [个, 項]}\n"}, "measures=个|项|\n"},
    {"EmptyKeys", {"discourse: {subject:, main: [], opening:, measures: [], planned: []}\n"}, ""},
    {"FilesAddUp",
     {"discourse: {subject: [office], opening: [打造], measures: 个}\n",
      "discourse: {subject: [person], opening: [推出], measures: 大}\n"},
     "subject=office|person|\nopening= 打造 推出\nmeasures=个|大|\n"},
};
const ReadCase kDiscourseFaults[] = {
    {"UnknownKey",
     {"discourse:\n  topic: [office]\n"},
     "a.yaml:2:3: key 'topic' is unknown; expected one of subject, main, opening, oblique, "
     "possessive, "
     "no_subject, generic, planned, negated, counted, measures"},
    // It was known, and read by no one.
    {"Numerals",
     {"discourse: {numerals: {五: 5}}\n"},
     "a.yaml:1:13: key 'numerals' is unknown; expected one of subject, main, opening, oblique, "
     "possessive, "
     "no_subject, generic, planned, negated, counted, measures"},
    {"NoMap", {"discourse: [a]\n"}, "a.yaml:1:12: discourse is no map; expected keys with values"},
    {"NoLists",
     {"discourse:\n  subject: {a: b}\n  opening: {a: b}\n  measures: {a: b}\n  generic: [[a]]\n"},
     "a.yaml:2:12: subject is no list; expected a list of texts\n"
     "a.yaml:3:12: opening is no list; expected a list of texts\n"
     "a.yaml:4:13: measures is no list; expected a list of texts\n"
     "a.yaml:5:13: item of generic is no text; expected a text"},
    {"UnknownTypes",
     {"discourse: {subject: [ofice], main: [Office], counted: ship}\n"},
     "a.yaml:1:23: 'ofice' is neither a known type nor a group; expected one of them, or a group "
     "that declares it; did you mean 'office'?\n"
     "a.yaml:1:38: 'Office' is no type name; expected small letters, digits and _\n"
     "a.yaml:1:56: 'ship' is neither a known type nor a group; expected one of them, or a group "
     "that declares it"},
    {"UnknownLexicon",
     {"lexicons: {launch: [打造]}\ndiscourse: {planned: [<lanch>], negated: [打造, <x>]}\n"},
     "a.yaml:2:23: lexicon 'lanch' is unknown; expected one of `lexicons`; did you mean 'launch'?\n"
     "a.yaml:2:47: lexicon 'x' is unknown; expected one of `lexicons`"},
    {"EmptyWords",
     {"discourse: {opening: ['', '\u200B'], measures: ['']}\n"},
     "a.yaml:1:23: word is empty; expected visible characters\n"
     "a.yaml:1:27: word is empty; expected visible characters\n"
     "a.yaml:1:44: word is empty; expected visible characters"},
};
const ReadCase kPredicates[] = {
    {"Declared",
     {"predicates: [p, funds]\n"
      "rules: [{id: r, pattern: '{o:road}', predicate: funds, subject: document, object: o}]\n"},
     "r road\n"},
    {"DeclaredInALaterFile",
     {"predicates: p\n"
      "rules: [{id: r, pattern: '{o:road}', predicate: funds, subject: document, object: o}]\n",
      "predicates: [funds]\n"},
     "r road\n"},
    {"AnythingWhereNoneIs",
     {"predicates: []\n"
      "rules: [{id: r, pattern: '{o:road}', predicate: funds, subject: document, object: o}]\n"},
     "r road\n"},
    {"Unknown",
     {"predicates: [p, funds]\n"
      "rules: [{id: r, pattern: '{o:road}', predicate: fund, subject: document, object: o},\n"
      "        {id: q, pattern: '{o:road}', predicate: xyz, subject: document, object: o}]\n"},
     "a.yaml:2:49: predicate 'fund' is unknown; expected one that `predicates` declares; did you "
     "mean 'funds'?\n"
     "a.yaml:3:49: predicate 'xyz' is unknown; expected one that `predicates` declares"},
    {"Malformed",
     {"predicates: [Part of]\n"},
     "a.yaml:1:14: predicate 'Part of' is malformed; expected small letters, digits and _"},
    {"NoList",
     {"predicates: {a: b}\n"},
     "a.yaml:1:13: predicates is no list; expected a list of texts"},
};
const ReadCase kTogether[] = {
    {"TextIsReplacedByKey",
     {"text: {clause_end: a, no_line_start: b, byline: [x]}\n",
      "text: {clause_end: c, byline: [y]}\n"},
     "clause_end=c\nno_line_start=b\nbyline=y|\n"},
    {"LexiconsAddUp",
     {"lexicons: {a: [打造]}\n", "lexicons: {b: [推出], a: [推出]}\n"},
     "<a> 打造 推出\n<b> 推出\n"},
    {"GroupsAddUp",
     {"groups: {unit: [office]}\n",
      "groups: {unit: [ship]}\n"
      "rules: [{id: r, pattern: '{o:unit}', predicate: p, subject: document, object: o}]\n"},
     "r office ship\n"},
    {"RulesUseWhatLaterFilesSay",
     {"rules: [{id: r, pattern: '{o:unit} <a>', predicate: p, subject: document, object: o}]\n",
      "groups: {unit: [ship]}\nlexicons: {a: [打造]}\n"},
     "<a> 打造\nr ship\n"},
    {"RulesAreReplacedById",
     {"rules: [{id: r, pattern: '{o:road}', predicate: p, subject: document, object: o}]\n",
      "rules: [{id: r, pattern: '{o:person}', predicate: p, subject: document, object: o}]\n"},
     "r person\n"},
};
const ReadCase kFaults[] = {
    {"UnknownSection",
     {"lexicon: {}\n"},
     "a.yaml:1:1: key 'lexicon' is unknown; expected one of text, groups, predicates, lexicons, "
     "discourse, quoted_names, references, quantities, times, names, suggest, rules; did you mean "
     "'lexicons'?"},
    {"UnknownTextKey",
     {"text:\n  sentence_ends: .\n"},
     "a.yaml:2:3: key 'sentence_ends' is unknown; expected one of join_lines, sentence_end, "
     "clause_end, paragraph_end, openers, closers, no_line_start, list_separator, byline, caption; "
     "did you mean 'sentence_end'?"},
    {"TextIsAList", {"text: [a]\n"}, "a.yaml:1:7: text is no map; expected keys with values"},
    {"TextValues",
     {"text:\n  sentence_end: [.]\n  openers: {}\n  closers: []\n  byline: {a: b}\n"
      "  caption: [[a]]\n  list_separator: {}\n  join_lines: 1\n"},
     "a.yaml:2:17: sentence_end is no text; expected a text\n"
     "a.yaml:3:12: openers is no text; expected a text\n"
     "a.yaml:4:12: closers is no text; expected a text\n"
     "a.yaml:5:11: byline is no list; expected a list of texts\n"
     "a.yaml:6:13: item of caption is no text; expected a text\n"
     "a.yaml:7:19: list_separator is no list; expected a list of texts\n"
     "a.yaml:8:15: join_lines is '1'; expected true or false"},
    {"GroupsAreAList",
     {"groups: [a]\n"},
     "a.yaml:1:9: groups is no map; expected keys with values"},
    {"GroupName",
     {"groups: {单位: [office]}\n"},
     "a.yaml:1:14: group '单位' is no name; expected letters, digits, _ and -"},
    {"GroupType",
     {"groups: {unit: [office, Ship]}\n"},
     "a.yaml:1:25: 'Ship' is no type name; expected small letters, digits and _"},
    {"GroupIsAMap",
     {"groups: {unit: {a: b}}\n"},
     "a.yaml:1:16: group unit is no list; expected a list of texts"},
    {"LexiconName",
     {"lexicons: {a b: [x]}\n"},
     "a.yaml:1:17: lexicon 'a b' is no name; expected letters, digits, _ and -"},
    {"EmptyWord",
     {"lexicons: {a: [x, '', '\u200B']}\n"},
     "a.yaml:1:19: word is empty; expected visible characters\n"
     "a.yaml:1:23: word is empty; expected visible characters"},
    {"LexiconIsAMap",
     {"lexicons: {a: {b: c}}\n"},
     "a.yaml:1:15: lexicon a is no list; expected a list of texts"},
    {"WordIsAList",
     {"lexicons: {a: [[b]]}\n"},
     "a.yaml:1:16: item of lexicon a is no text; expected a text"},
    {"InOrderOfFilesAndPlaces",
     {"rules: [{id: r, pattern: '<a', predicate: p, subject: document, object: o}]\nx: y\n",
      "lexicons: {a: ['']}\nx: y\n"},
     "a.yaml:1:29: bracket is not closed; expected >\n"
     "a.yaml:2:1: key 'x' is unknown; expected one of text, groups, predicates, lexicons, "
     "discourse, quoted_names, references, quantities, times, names, suggest, rules\n"
     "b.yaml:1:16: word is empty; expected visible characters\n"
     "b.yaml:2:1: key 'x' is unknown; expected one of text, groups, predicates, lexicons, "
     "discourse, quoted_names, references, quantities, times, names, suggest, rules"},
    {"NoYaml",
     {"text: [\n", "text: {clause_end: []}\n"},
     "a.yaml:2:1: not YAML: end of sequence flow not found; expected valid YAML 1.2\n"
     "b.yaml:1:20: clause_end is no text; expected a text"},
};
INSTANTIATE_TEST_SUITE_P(Sections, PresetFiles, testing::ValuesIn(kSections), kName);
INSTANTIATE_TEST_SUITE_P(Discourse, PresetFiles, testing::ValuesIn(kDiscourse), kName);
INSTANTIATE_TEST_SUITE_P(DiscourseFaults, PresetFiles, testing::ValuesIn(kDiscourseFaults), kName);
INSTANTIATE_TEST_SUITE_P(Predicates, PresetFiles, testing::ValuesIn(kPredicates), kName);
INSTANTIATE_TEST_SUITE_P(Together, PresetFiles, testing::ValuesIn(kTogether), kName);
INSTANTIATE_TEST_SUITE_P(Faults, PresetFiles, testing::ValuesIn(kFaults), kName);

// Some 50 kB that stood for millions of words, and with a few more for the whole memory.
TEST(PresetFilesRegression, AliasesOfALexicon) {
  std::string text = "lexicons:\n  l0: &x [";
  for (int i = 0; i < 5000; ++i) text += "w" + std::to_string(i) + ',';
  text += "]\n";
  for (int i = 1; i < 2000; ++i) text += "  l" + std::to_string(i) + ": *x\n";
  const std::string shown = Read({text});
  EXPECT_EQ(shown,
            "a.yaml:2:18227: aliases repeat too much; expected fewer, or values without "
            "aliases");
}

}  // namespace
}  // namespace zhitu::extract
