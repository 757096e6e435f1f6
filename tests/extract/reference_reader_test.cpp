#include "extract/reference_reader.h"

#include <gtest/gtest.h>

#include <chrono>
#include <ostream>
#include <string>
#include <vector>

#include "extract/preset_reader.h"
#include "tests/support/test_knowledge.h"

namespace zhitu::extract {
namespace {

// The words of a set among those of the tests.
std::string Words(const Knowledge& knowledge, const WordSet& set) {
  const std::string text = "打造 启动 办 办事处 社区 该 set up";
  std::string shown;
  for (const Lexicons::Hit& hit : knowledge.lexicons.FindAll(text)) {
    if (!knowledge.lexicons.Has(hit.word, set)) continue;
    if (!shown.empty()) shown += ' ';
    shown += hit.folded.In(text);
  }
  return shown;
}

std::string Listed(const std::vector<std::string>& texts) {
  std::string shown;
  for (const std::string& text : texts) shown += (shown.empty() ? "" : "|") + text;
  return shown;
}

std::string Show(const Knowledge& knowledge, const ReferenceHead& head) {
  std::string shown = "head " + Words(knowledge, head.words);
  if (head.kind == MentionKind::kPronoun) shown += " pronoun";
  shown += " types=" + Listed(head.types.names()) + " ends=" + Listed(head.endings);
  if (head.bare == ReferenceHead::Bare::kFree) shown += " bare";
  if (head.bare == ReferenceHead::Bare::kAnywhere) shown += " bare anywhere";
  if (!head.before.empty()) shown += " before=" + Words(knowledge, head.before);
  if (head.paragraphs != ReferenceHead::kAnywhere)
    shown += " paragraphs=" + std::to_string(head.paragraphs);
  if (head.cataphora) shown += " cataphora";
  return shown + '\n';
}

// Heads, organs and sets of words that are not empty, one a line; or the faults. The files are
// named a.yaml, b.yaml ...
std::string Read(const std::vector<std::string>& files) {
  PresetReader reader;
  ReadFiles(files, reader);
  try {
    const Knowledge knowledge = reader.Take();
    const ReferenceRules& rules = knowledge.references;
    std::string shown = rules.empty() ? "empty\n" : "";
    for (const ReferenceHead& head : rules.heads) shown += Show(knowledge, head);
    for (const ReferenceOrgan& organ : rules.organs) {
      shown += "organ " + Words(knowledge, organ.words) + " type=" + organ.type +
               (organ.of.empty() ? "" : " of=" + Listed(organ.of.names())) +
               (organ.known ? " known\n" : "\n");
    }
    const auto show = [&](const char* set, const WordSet& words) {
      if (!words.empty()) shown += std::string(set) + ' ' + Words(knowledge, words) + '\n';
    };
    show("determiner", rules.determiner);
    show("quantifier", rules.quantifier);
    show("lead_in", rules.lead_in);
    show("exception", rules.exception);
    show("surname", rules.surname);
    show("title", rules.title);
    show("naming", rules.naming);
    show("defining", rules.defining);
    return shown;
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
class ReferenceSection : public testing::TestWithParam<ReadCase> {};

TEST_P(ReferenceSection, IsRead) { EXPECT_EQ(Read(GetParam().files), GetParam().expected); }

// A section with one head of these keys.
std::string Head(const std::string& keys) { return "references:\n  heads: [{" + keys + "}]\n"; }

const ReadCase kKeys[] = {
    {"NoSection", {""}, "empty\n"},
    {"EmptySection", {"references:\n"}, "empty\n"},
    {"EmptyLists", {"references: {heads: , organs: , determiner: }\n"}, "empty\ndeterminer \n"},
    {"LeastHead",
     {Head("words: [社区], types: [community]")},
     "head 社区 types=community ends=社区\n"},
    {"OneWord", {Head("words: 社区, types: community")}, "head 社区 types=community ends=社区\n"},
    {"AllKeysOfAHead",
     {Head(
         "words: [办, 办事处], kind: nominal, types: [place, office], name_ends: [ＡB, 處], bare: "
         "free, before: [打造], paragraphs: 2, cataphora: true")},
     "head 办 办事处 办 types=office|place ends=ab|处 bare before=打造 paragraphs=2 cataphora\n"},
    {"FalseKeys",
     {Head("words: 社区, types: office, bare: never, cataphora: false, paragraphs: 0")},
     "head 社区 types=office ends=社区 paragraphs=0\n"},
    {"WordsAreTheEndsOfNames",
     {Head("words: [办事處, 社区], types: office, bare: free")},
     "head 办事处 types=office ends=办事处 bare\nhead 社区 types=office ends=社区 bare\n"},
    {"BareAnywhere",
     {Head("words: 社区, types: office, bare: anywhere")},
     "head 社区 types=office ends=社区 bare anywhere\n"},
    {"WordsOfALexicon",
     {Head("words: [办事處, <l>], types: office, name_ends: [处, 区]") + "lexicons: {l: [社区]}\n"},
     "head 办事处 社区 types=office ends=处|区\n"},
    {"AnyEnd",
     {Head("words: 社区, types: office, name_ends: any")},
     "head 社区 types=office ends=\n"},
    {"AnyEndAmongOthers",
     {Head("words: 社区, types: office, name_ends: [村, any]")},
     "head 社区 types=office ends=\n"},
    {"NoEnd",
     {Head("words: 社区, types: office, name_ends: []")},
     "head 社区 types=office ends=\n"},
    {"PronounsHaveNoEnds",
     {Head("words: 该, kind: pronoun, types: person")},
     "head 该 pronoun types=person ends=\n"},
    {"GroupOfTypes",
     {"groups: {unit: [ship, office]}\n" + Head("words: 社区, types: [unit, office]")},
     "head 社区 types=office|ship ends=社区\n"},
    {"Organs",
     {"references: {organs: [{words: [办], type: office}, {words: 社区, type: own, of: [place, "
      "office], known: "
      "true}]}\n"},
     "empty\norgan 办 办 type=office\norgan 社区 type=own of=office|place known\n"},
    {"SetsOfWords",
     {"lexicons: {l: [打造, 启动]}\nreferences: {determiner: 该, quantifier: [社区], lead_in: "
      "[<l>, "
      "办事处], exception: 办事处, surname: 办, title: [<l>], naming: 打造, defining: ＳET Up}\n"},
     "determiner 该\nquantifier 社区\nlead_in 打造 启动 办事处\nexception 办事处\nsurname 办 办\n"
     "title 打造 启动\nnaming 打造\ndefining set up\n"},
};
INSTANTIATE_TEST_SUITE_P(Keys, ReferenceSection, testing::ValuesIn(kKeys), kName);

const ReadCase kTogether[] = {
    {"AllAddUp",
     {"references: {determiner: 该, heads: [{words: 社区, types: community}], organs: [{words: 办, "
      "type: a}]}\n",
      "references: {determiner: 办事处, heads: [{words: 办事处, types: office}], organs: [{words: "
      "打造, type: b}]}\n"},
     "head 社区 types=community ends=社区\nhead 办事处 types=office ends=办事处\n"
     "organ 办 办 type=a\norgan 打造 type=b\ndeterminer 办事处 该\n"},
    {"LexiconsOfALaterFile",
     {Head("words: <l>, types: own, name_ends: any"),
      "lexicons: {l: [社区]}\ngroups: {own: [own]}\n"},
     "head 社区 types=own ends=\n"},
};
INSTANTIATE_TEST_SUITE_P(Together, ReferenceSection, testing::ValuesIn(kTogether), kName);

const ReadCase kFaults[] = {
    {"NoMap",
     {"references: [a]\n"},
     "a.yaml:1:13: references is no map; expected keys with values"},
    {"UnknownKey",
     {"references:\n  determiners: [该]\n"},
     "a.yaml:2:3: key 'determiners' is unknown; expected one of heads, organs, determiner, "
     "quantifier, lead_in, exception, surname, title, naming, defining; did you mean "
     "'determiner'?"},
    {"Words",
     {"references:\n  determiner: [该, [b], '']\n  naming: {a: b}\n"},
     "a.yaml:2:19: item of determiner is no text; expected a text\n"
     "a.yaml:2:24: word is empty; expected visible characters\n"
     "a.yaml:3:11: naming is no list; expected a list of texts"},
    {"UnknownLexicon",
     {"lexicons: {launch: [打造]}\nreferences: {lead_in: [<lanch>]}\n"},
     "a.yaml:2:24: lexicon 'lanch' is unknown; expected one of `lexicons`; did you mean 'launch'?"},
    {"HeadsAreAMap",
     {"references: {heads: {a: b}}\n"},
     "a.yaml:1:21: heads is no list; expected a list of maps with words and types"},
    {"HeadIsAText",
     {"references: {heads: [社区, ]}\n"},
     "a.yaml:1:22: head is no map; expected keys with values"},
    {"HeadIsNothing",
     {"references:\n  heads:\n    -\n    - {}\n"},
     "a.yaml:3:6: head is no map; expected keys with values\n"
     "a.yaml:4:7: head has no words or no types; expected both"},
    {"HeadWithoutTypes",
     {Head("words: 社区")},
     "a.yaml:2:11: head has no words or no types; expected both"},
    {"HeadWithoutWords",
     {Head("types: office")},
     "a.yaml:2:11: head has no words or no types; expected both"},
    {"UnknownKeyOfAHead",
     {Head("word: 社区, words: 社区, types: office")},
     "a.yaml:2:12: key 'word' is unknown; expected one of words, kind, types, name_ends, bare, "
     "before, paragraphs, cataphora; did you mean 'words'?"},
    {"WordsOfAHead",
     {Head("words: [社区, [a], ''], types: office")},
     "a.yaml:2:24: item of words is no text; expected a text\n"
     "a.yaml:2:29: word is empty; expected visible characters"},
    {"WordsOfALexiconWithoutEnds",
     {Head("words: [社区, <l>], types: office") + "lexicons: {l: [社区]}\n"},
     "a.yaml:2:24: words of a lexicon need name_ends; expected it, or the words"},
    {"WordsOfAHeadAreAMap",
     {Head("words: {a: b}, types: office")},
     "a.yaml:2:19: words is no list; expected a list of texts"},
    {"TypesOfAHead",
     {Head("words: 社区, types: [office, ofice, [a]]")},
     "a.yaml:2:39: 'ofice' is neither a known type nor a group; expected one of them, or a group "
     "that declares it; did you mean 'office'?\n"
     "a.yaml:2:46: item of types is no text; expected a text"},
    {"Kind",
     {Head("words: 社区, types: office, kind: name")},
     "a.yaml:2:44: kind is 'name'; expected nominal or pronoun"},
    {"KindIsAList",
     {Head("words: 社区, types: office, kind: [pronoun]")},
     "a.yaml:2:44: kind is no text; expected a text"},
    {"Ends",
     {Head("words: 社区, types: office, name_ends: [村, '', [a]]")},
     "a.yaml:2:53: word is empty; expected visible characters\n"
     "a.yaml:2:57: item of name_ends is no text; expected a text"},
    {"Switches",
     {Head("words: 社区, types: office, bare: yes, cataphora: 1")},
     "a.yaml:2:44: bare is 'yes'; expected never, free or anywhere\n"
     "a.yaml:2:60: cataphora is '1'; expected true or false"},
    {"BareIsAList",
     {Head("words: 社区, types: office, bare: [free]")},
     "a.yaml:2:44: bare is no text; expected a text"},
    {"Before",
     {Head("words: 社区, types: office, before: {}")},
     "a.yaml:2:46: before is no list; expected a list of texts"},
    {"NegativeParagraphs",
     {Head("words: 社区, types: office, paragraphs: -1")},
     "a.yaml:2:50: paragraphs is '-1'; expected a whole number from 0"},
    {"FractionOfAParagraph",
     {Head("words: 社区, types: office, paragraphs: 1.5")},
     "a.yaml:2:50: paragraphs is '1.5'; expected a whole number from 0"},
    {"TooManyParagraphs",
     {Head("words: 社区, types: office, paragraphs: 99999999999999999999999")},
     "a.yaml:2:50: paragraphs is '99999999999999999999999'; expected a whole number from 0"},
    {"ParagraphsAreAList",
     {Head("words: 社区, types: office, paragraphs: [1]")},
     "a.yaml:2:50: paragraphs is no text; expected a text"},
    {"OrgansAreAMap",
     {"references: {organs: {a: b}}\n"},
     "a.yaml:1:22: organs is no list; expected a list of maps with words and type"},
    {"OrganIsAText",
     {"references: {organs: [食堂]}\n"},
     "a.yaml:1:23: organ is no map; expected keys with values"},
    {"OrganWithoutAPart",
     {"references: {organs: [{words: 办}, {type: office}]}\n"},
     "a.yaml:1:23: organ has no words or no type; expected both\n"
     "a.yaml:1:35: organ has no words or no type; expected both"},
    {"TypeOfAnOrgan",
     {"references: {organs: [{words: 办, type: Office}, {words: 办, type: [a]}]}\n"},
     "a.yaml:1:40: 'Office' is no type name; expected small letters, digits and _\n"
     "a.yaml:1:66: type is no text; expected a text"},
    {"TypesAnOrganIsOf",
     {"references: {organs: [{words: 办, type: a, of: [office, ofice]}]}\n"},
     "a.yaml:1:56: 'ofice' is neither a known type nor a group; expected one of them, or a group "
     "that declares it; did you mean 'office'?"},
    {"KnownOfAnOrgan",
     {"references: {organs: [{words: 办, type: office, known: 1, off: a}]}\n"},
     "a.yaml:1:55: known is '1'; expected true or false\n"
     "a.yaml:1:58: key 'off' is unknown; expected one of words, type, of, known; did you mean "
     "'of'?"},
};
INSTANTIATE_TEST_SUITE_P(Faults, ReferenceSection, testing::ValuesIn(kFaults), kName);

// Few bytes that would stand for millions of words.
TEST(ReferenceSectionRegression, AliasesOfHeads) {
  std::string text = "lexicons:\n  l: &x [";
  for (int i = 0; i < 5000; ++i) text += "w" + std::to_string(i) + ',';
  text += "]\nreferences:\n  heads:\n";
  for (int i = 1; i < 2000; ++i) text += "    - {types: office, words: *x}\n";
  EXPECT_EQ(Read({text}),
            "a.yaml:2:15790: aliases repeat too much; expected fewer, or values without aliases");
}

// The list of a word had been looked for among all lists.
TEST(ReferenceSectionRegression, ManyWords) {
  const auto begin = std::chrono::steady_clock::now();
  std::string text = "references: {heads: [{types: office, words: [";
  for (int i = 0; i < 50'000; ++i) text += "w" + std::to_string(i) + ',';
  PresetReader reader;
  reader.Read("a.yaml", text + "]}]}\n");
  EXPECT_EQ(reader.Take().references.heads.size(), 50'000U);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(30));
}

}  // namespace
}  // namespace zhitu::extract
