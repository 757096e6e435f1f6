#include "extract/preset_reader.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "extract/utf8.h"

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

// What differs from conventions of which nothing was said, then lexicons with the words they find
// in `打造 推出 set up`, then rules; or the faults.
std::string Read(const std::vector<std::string>& files) {
  PresetReader reader;
  char name = 'a';
  for (const std::string& text : files) reader.Read(std::string(1, name++) + ".yaml", text);
  std::string shown;
  try {
    const RuleSet rules = reader.TakeRules();
    const TextConventions text = reader.TakeConventions();
    const TextConventions plain;
    const auto show = [&](const std::string& key, const std::string& value) {
      if (!value.empty()) shown += key + '=' + value + '\n';
    };
    show("join_lines", text.join_lines ? "true" : "");
    show("sentence_end", text.sentence_end == plain.sentence_end ? "" : Show(text.sentence_end));
    show("clause_end", Show(text.clause_end));
    show("paragraph_end", Show(text.paragraph_end));
    show("openers", Show(text.openers));
    show("closers", Show(text.closers));
    show("no_line_start", Show(text.no_line_start));
    show("list_separator", Show(text.list_separator));
    show("byline", Show(text.byline));
    show("caption", Show(text.caption));
    const std::string words = "打造 推出 set up";
    for (std::uint32_t i = 0; i < rules.lexicons().names().size(); ++i) {
      shown += '<' + rules.lexicons().names()[i] + '>';
      for (const Lexicons::Hit& hit : rules.lexicons().FindAll(words)) {
        if (rules.lexicons().Has(hit.word, {i})) shown += ' ' + std::string(hit.folded.In(words));
      }
      shown += '\n';
    }
    for (const Rule& rule : rules.rules()) {
      shown += rule.id;
      for (const std::string& type : rule.elements.front().slot.types) shown += ' ' + type;
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
    {"EmptySections", {"text:\ngroups:\nlexicons:\nrules:\n"}, ""},
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
     "a.yaml:1:1: key 'lexicon' is unknown; expected one of text, groups, lexicons, rules; did you "
     "mean 'lexicons'?"},
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
     {"rules: [{id: r, pattern: '<a>', predicate: p, subject: document, object: o}]\nx: y\n",
      "lexicons: {a: ['']}\nx: y\n"},
     "a.yaml:1:26: pattern has no {slot}; expected at least one\n"
     "a.yaml:2:1: key 'x' is unknown; expected one of text, groups, lexicons, rules\n"
     "b.yaml:1:16: word is empty; expected visible characters\n"
     "b.yaml:2:1: key 'x' is unknown; expected one of text, groups, lexicons, rules"},
    {"NoYaml",
     {"text: [\n", "text: {clause_end: []}\n"},
     "a.yaml:2:1: not YAML: end of sequence flow not found; expected valid YAML 1.2\n"
     "b.yaml:1:20: clause_end is no text; expected a text"},
};
INSTANTIATE_TEST_SUITE_P(Sections, PresetFiles, testing::ValuesIn(kSections), kName);
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
