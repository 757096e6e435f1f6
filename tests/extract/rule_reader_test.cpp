#include "extract/rule_reader.h"

#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include <deque>
#include <string>
#include <vector>

namespace zhitu::extract {
namespace {

std::string Show(const Rule& rule) {
  std::string shown = rule.id + ": " + rule.subject + ' ' + rule.predicate + ' ' + rule.object +
                      " elements=" + std::to_string(rule.elements.size());
  for (const Zone zone : rule.zones) shown += " zone=" + std::string(ZoneName(zone));
  for (const std::uint32_t lexicon : rule.without) shown += " without=" + std::to_string(lexicon);
  if (rule.confidence < 1) shown += " confidence=" + std::to_string(rule.confidence).substr(0, 5);
  if (rule.once) shown += " once";
  if (rule.fallback) shown += " fallback";
  if (!rule.after.empty()) shown += " after=" + std::to_string(rule.after.size());
  for (const std::string& type : rule.topic.names()) shown += " topic=" + type;
  for (const RoleNames& names : rule.names) {
    shown += " names=" + names.role;
    for (const std::string& ending : names.endings) shown += ':' + ending;
  }
  if (rule.modality != Modality::kFactual)
    shown += " modality=" + std::string(ModalityName(rule.modality));
  for (const RuleExample& example : rule.examples) {
    shown += std::string(example.holds ? " yes" : " no") + '@' +
             std::to_string(example.where.line) + ':' + std::to_string(example.where.column) + '=' +
             example.text;
  }
  return shown + '\n';
}

// The rules of files named a.yaml, b.yaml ..., each a list of rules, then the faults.
std::string Read(const std::vector<std::string>& texts) {
  std::vector<Problem> problems;
  RuleReader reader(problems);
  std::deque<YamlFile> files;
  for (const std::string& text : texts) {
    const char letter = static_cast<char>('a' + files.size());
    YamlFile& file = files.emplace_back(std::string(1, letter) + ".yaml", text, problems);
    file.Parse([&](const YAML::Node& top) { reader.Read(file, top["rules"]); });
  }
  const Lexicons lexicons({"launch", "others"}, {{"打造"}, {"其他"}});
  std::string shown;
  for (const Rule& rule : reader.Compile({{{"unit", {"office"}}}, &lexicons})) shown += Show(rule);
  for (const Problem& problem : problems) shown += Describe(problem) + '\n';
  return shown;
}

// A file with one good rule but for what `lines` say; the rule begins at 2:5.
std::string WithLines(const std::string& lines) {
  return "rules:\n  - id: r\n    pattern: \"{s:person} {o:unit}\"\n    predicate: p\n"
         "    subject: s\n    object: o\n" +
         lines;
}

struct ReadCase {
  const char* name;
  std::string text;
  const char* expected;
};
void PrintTo(const ReadCase& c, std::ostream* out) { *out << c.name; }
constexpr auto kName = [](const auto& c) { return std::string(c.param.name); };
class RuleFile : public testing::TestWithParam<ReadCase> {};

TEST_P(RuleFile, IsRead) { EXPECT_EQ(Read({GetParam().text}), GetParam().expected); }

const ReadCase kKeys[] = {
    {"NoRules", "rules:\n", ""},
    {"EmptyList", "rules: []\n", ""},
    {"LeastRule", WithLines(""), "r: s p o elements=2\n"},
    {"AllKeys",
     WithLines("    zones: [byline, headline]\n    once: true\n    without: [others, launch]\n"
               "    confidence: 0.25\n    modality: planned\n    yes: [A, B]\n    no: C\n"),
     "r: s p o elements=2 zone=byline zone=headline without=0 without=1 confidence=0.250 once "
     "modality=planned yes@12:11=A yes@12:14=B no@13:9=C\n"},
    {"AllZones", WithLines("    zones: [headline, subhead, caption, byline, body]\n"),
     "r: s p o elements=2 zone=headline zone=subhead zone=caption zone=byline zone=body\n"},
    {"OneZone", WithLines("    zones: body\n"), "r: s p o elements=2 zone=body\n"},
    {"Negated", WithLines("    modality: negated\n"), "r: s p o elements=2 modality=negated\n"},
    {"Confidence", WithLines("    confidence: 1e-1\n"), "r: s p o elements=2 confidence=0.100\n"},
    {"Certain", WithLines("    confidence: 1\n"), "r: s p o elements=2\n"},
    {"NotOnce", WithLines("    once: false\n"), "r: s p o elements=2\n"},
    {"Document",
     "rules: [{id: r, pattern: '{o:unit}', predicate: about, subject: document, object: o}]\n",
     "r: document about o elements=1\n"},
    {"InnerRole",
     "rules: [{id: r, pattern: '{s:facility[o:unit]}', predicate: p, subject: s, object: o}]\n",
     "r: s p o elements=1\n"},
    {"Fallback", WithLines("    fallback: true\n"), "r: s p o elements=2 fallback\n"},
    {"NoFallback", WithLines("    fallback: false\n"), "r: s p o elements=2\n"},
    {"After", WithLines("    after: \"{x:road} <launch> 'a'\"\n"), "r: s p o elements=2 after=3\n"},
    {"TopicIsATypeOrGroup", WithLines("    topic: [unit, person]\n"),
     "r: s p o elements=2 topic=office topic=person\n"},
    {"OneTopic", WithLines("    topic: road\n"), "r: s p o elements=2 topic=road\n"},
    {"NoTopic", WithLines("    topic: []\n"), "r: s p o elements=2\n"},
    {"NamesAreFolded", WithLines("    names: {s: [區, ＡB], o: 路}\n"),
     "r: s p o elements=2 names=s:区:ab names=o:路\n"},
    {"RoleOfAfter",
     "rules: [{id: r, pattern: '{s:road}', after: '{o:unit}', predicate: p, subject: s, object: "
     "o}]\n",
     "r: s p o elements=1 after=1\n"},
    {"InnerRoleOfAfter",
     "rules: [{id: r, pattern: '{s:road}', after: '{x:road[o:unit]}', predicate: p, subject: s, "
     "object: o}]\n",
     "r: s p o elements=1 after=1\n"},
    {"ReservedRoles",
     "rules:\n- {id: a, pattern: '<launch> {o:unit}', predicate: p, subject: topic, object: o}\n"
     "- {id: b, pattern: '{s:unit}', predicate: p, subject: s, object: main}\n"
     "- {id: c, pattern: '^', predicate: about, subject: document, object: main}\n"
     "- {id: d, pattern: '|', predicate: p, subject: topic, object: main}\n",
     "a: topic p o elements=2\nb: s p main elements=1\nc: document about main elements=1\n"
     "d: topic p main elements=1\n"},
    {"NamesOfReservedRoles", WithLines("    names: {topic: a, main: b}\n"),
     "r: s p o elements=2 names=topic:a names=main:b\n"},
    {"InOrder",
     "rules:\n- {id: z, pattern: '{s:road} {o:unit}', predicate: p, subject: s, object: o}\n"
     "- {id: a, pattern: '{s:road} {o:unit}', predicate: p, subject: o, object: s}\n",
     "z: s p o elements=2\na: o p s elements=2\n"},
};
const ReadCase kFaults[] = {
    {"NoList", "rules: {id: r}\n",
     "a.yaml:1:8: rules is no list; expected a list of rules, each with id, pattern, predicate, "
     "subject and object\n"},
    {"NoMap", "rules:\n  - r\n", "a.yaml:2:5: rule is no map; expected keys with values\n"},
    {"NothingInIt", "rules:\n  - {}\n",
     "a.yaml:2:5: rule has no id; expected id, pattern, predicate, subject and object\n"
     "a.yaml:2:5: rule has no pattern; expected id, pattern, predicate, subject and object\n"
     "a.yaml:2:5: rule has no predicate; expected id, pattern, predicate, subject and object\n"
     "a.yaml:2:5: rule has no subject; expected id, pattern, predicate, subject and object\n"
     "a.yaml:2:5: rule has no object; expected id, pattern, predicate, subject and object\n"},
    {"NullItem", "rules:\n  -\n",
     "a.yaml:2:4: rule has no id; expected id, pattern, predicate, subject and object\n"
     "a.yaml:2:4: rule has no pattern; expected id, pattern, predicate, subject and object\n"
     "a.yaml:2:4: rule has no predicate; expected id, pattern, predicate, subject and object\n"
     "a.yaml:2:4: rule has no subject; expected id, pattern, predicate, subject and object\n"
     "a.yaml:2:4: rule has no object; expected id, pattern, predicate, subject and object\n"},
    {"EmptyValue",
     "rules: [{id: '', pattern: '{s:road} {o:unit}', predicate: p, subject: s, object: o}]\n",
     "a.yaml:1:9: rule has no id; expected id, pattern, predicate, subject and object\n"},
    {"UnknownKey", WithLines("    zone: body\n"),
     "a.yaml:7:5: key 'zone' is unknown; expected one of id, pattern, after, predicate, subject, "
     "object, topic, names, zones, once, fallback, without, confidence, modality, yes, no; did you "
     "mean 'zones'?\n"},
    {"KeyTwice", WithLines("    object: s\n"),
     "a.yaml:7:5: key 'object' stands twice; expected each key once\n"},
    {"PatternIsNoText", "rules: [{id: r, pattern: [a], predicate: p, subject: s, object: o}]\n",
     "a.yaml:1:26: pattern is no text; expected a text\n"},
    {"IdIsNoText", "rules: [{id: {}, pattern: a, predicate: p, subject: s, object: o}]\n",
     "a.yaml:1:14: id is no text; expected a text\n"},
    {"OnceIsAWord", WithLines("    once: yes\n"),
     "a.yaml:7:11: once is 'yes'; expected true or false\n"},
    {"FallbackIsAWord", WithLines("    fallback: last\n"),
     "a.yaml:7:15: fallback is 'last'; expected true or false\n"},
    {"AfterIsAList", WithLines("    after: [a]\n"),
     "a.yaml:7:12: after is no text; expected a text\n"},
    {"NamesAreAList", WithLines("    names: [区]\n"),
     "a.yaml:7:12: names is no map; expected keys with values\n"},
    {"EmptyEnding", WithLines("    names: {s: [区, '']}\n"),
     "a.yaml:7:20: ending is empty; expected visible characters\n"},
    {"NamesOfARoleAreAMap", WithLines("    names: {s: {a: b}}\n"),
     "a.yaml:7:16: s is no list; expected a list of texts\n"},
    {"ConfidenceIsAWord", WithLines("    confidence: high\n"),
     "a.yaml:7:17: confidence is 'high'; expected a number above 0 and at most 1\n"},
    {"ConfidenceIsZero", WithLines("    confidence: 0\n"),
     "a.yaml:7:17: confidence is '0'; expected a number above 0 and at most 1\n"},
    {"ConfidenceIsAboveOne", WithLines("    confidence: 1.01\n"),
     "a.yaml:7:17: confidence is '1.01'; expected a number above 0 and at most 1\n"},
    {"ConfidenceIsNaN", WithLines("    confidence: nan\n"),
     "a.yaml:7:17: confidence is 'nan'; expected a number above 0 and at most 1\n"},
    {"ConfidenceIsHuge", WithLines("    confidence: 1e999\n"),
     "a.yaml:7:17: confidence is '1e999'; expected a number above 0 and at most 1\n"},
    {"ConfidenceWithUnit", WithLines("    confidence: 90%\n"),
     "a.yaml:7:17: confidence is '90%'; expected a number above 0 and at most 1\n"},
    {"ConfidenceIsAList", WithLines("    confidence: [1]\n"),
     "a.yaml:7:17: confidence is no text; expected a text\n"},
    {"UnknownModality", WithLines("    modality: factual\n"),
     "a.yaml:7:15: modality is 'factual'; expected planned or negated\n"},
    {"ModalityIsAList", WithLines("    modality: []\n"),
     "a.yaml:7:15: modality is no text; expected a text\n"},
    {"UnknownZones", WithLines("    zones: [body, title, Body]\n"),
     "a.yaml:7:19: zone 'title' is unknown; expected headline, subhead, caption, byline or body\n"
     "a.yaml:7:26: zone 'Body' is unknown; expected headline, subhead, caption, byline or body\n"},
    {"ZonesAreAMap", WithLines("    zones: {}\n"),
     "a.yaml:7:12: zones is no list; expected a list of texts\n"},
    {"ExampleIsAMap", WithLines("    yes:\n      - a: b\n    no: {}\n"),
     "a.yaml:8:9: item of yes is no text; expected a text\n"
     "a.yaml:9:9: no is no list; expected a list of texts\n"},
    {"MalformedPredicate",
     "rules: [{id: r, pattern: '{s:road} {o:unit}', predicate: Part of, subject: s, object: o}]\n",
     "a.yaml:1:58: predicate 'Part of' is malformed; expected small letters, digits and _\n"},
    {"CoOccurs",
     "rules:\n- {id: co_occurs, pattern: '{s:road} {o:unit}', predicate: co_occurs, subject: s, "
     "object: o}\n",
     "a.yaml:2:60: predicate 'co_occurs' is kept for co-occurrence; expected another one\n"
     "a.yaml:2:8: id 'co_occurs' is kept for what no rule gives; expected another one\n"},
    {"Dictionary",
     "rules:\n- {id: dictionary, pattern: '{s:road} {o:unit}', predicate: p, subject: s, object: "
     "o}\n",
     "a.yaml:2:8: id 'dictionary' is kept for what no rule gives; expected another one\n"},
    {"IdTwice",
     "rules:\n- {id: r, pattern: '{s:road} {o:unit}', predicate: p, subject: s, object: o}\n"
     "- {id: r, pattern: '{s:road} {o:unit}', predicate: q, subject: s, object: o}\n",
     "r: s p o elements=2\na.yaml:3:8: rule 'r' stands twice; expected each id once\n"},
};
const ReadCase kCompiling[] = {
    {"PatternInQuotes",
     "rules: [{id: r, pattern: \"{s:road} <lanch>\", predicate: p, subject: s, "
     "object: document}]\n",
     "a.yaml:1:37: lexicon 'lanch' is unknown; expected one of `lexicons`; did you mean "
     "'launch'?\n"},
    {"PatternInSingleQuotes",
     "rules: [{id: r, pattern: '{s:road} ''与'' {o:person} <x>', predicate: p, subject: s, object: "
     "o}]\n",
     "a.yaml:1:54: lexicon 'x' is unknown; expected one of `lexicons`\n"},
    {"PatternWithoutQuotes",
     "rules:\n- id: r\n  pattern: <launch> {s:road} ...\n  predicate: p\n"
     "  subject: s\n  object: document\n",
     "a.yaml:3:30: gap stands at an end or beside a gap; expected it between two other elements\n"},
    {"Without", WithLines("    without: [others, other]\n"),
     "a.yaml:7:23: lexicon 'other' is unknown; expected one of `lexicons`; did you mean "
     "'others'?\n"},
    {"WithoutIsAMap", WithLines("    without: {a: b}\n"),
     "a.yaml:7:14: without is no list; expected a list of texts\n"},
    {"WithoutWhatThePatternNeeds",
     "rules:\n- {id: r, pattern: '{s:road} <launch> {o:unit}', predicate: p, subject: s, object: "
     "o,\n"
     "   without: [launch]}\n",
     "a.yaml:3:13: rule can never match: its pattern needs a word of 'launch'; expected other "
     "lexicons here\n"},
    {"WithoutWhatMayBeMissing",
     "rules:\n- {id: r, pattern: '{s:road} <launch>? <launch|others> {o:unit}', predicate: p,\n"
     "   subject: s, object: o, without: [launch]}\n",
     "r: s p o elements=4 without=0\n"},
    {"SubjectAndObject",
     "rules: [{id: r, pattern: '{s:road} {o:unit}', predicate: p, subject: a, object: b}]\n",
     "a.yaml:1:70: subject 'a' is no role of the pattern; expected one of its roles, document, "
     "topic or main\n"
     "a.yaml:1:81: object 'b' is no role of the pattern; expected one of its roles, document, "
     "topic "
     "or main\n"},
    {"After", WithLines("    after: \"{x:road} <lanch>\"\n"),
     "a.yaml:7:23: lexicon 'lanch' is unknown; expected one of `lexicons`; did you mean "
     "'launch'?\n"},
    {"AfterIsEmpty", WithLines("    after: ''\n"),
     "a.yaml:7:12: pattern is empty; expected at least one element\n"},
    {"Topic", WithLines("    topic: [unit, ofice, Road]\n"),
     "a.yaml:7:19: 'ofice' is neither a known type nor a group; expected one of them, or a group "
     "that declares it; did you mean 'office'?\n"
     "a.yaml:7:26: 'Road' is no type name; expected small letters, digits and _\n"},
    {"TopicIsAMap", WithLines("    topic: {a: b}\n"),
     "a.yaml:7:12: topic is no list; expected a list of texts\n"},
    {"NamesOfNoRole", WithLines("    names: {x: 区, s: 路}\n"),
     "a.yaml:7:12: 'x' is no role of the pattern; expected one of its roles\n"},
    {"TopicOfItself",
     "rules: [{id: r, pattern: '|', predicate: p, subject: topic, object: topic}]\n",
     "a.yaml:1:69: subject and object are both 'topic'; expected two roles\n"},
    {"SameRole",
     "rules: [{id: r, pattern: '{s:road} {o:unit}', predicate: p, subject: o, object: o}]\n",
     "a.yaml:1:81: subject and object are both 'o'; expected two roles\n"},
    {"DocumentOfItself",
     "rules: [{id: r, pattern: '{s:road}', predicate: p, subject: document, object: document}]\n",
     "a.yaml:1:79: subject and object are both 'document'; expected two roles\n"},
    {"GoodRulesStay",
     "rules:\n- {id: a, pattern: '  ', predicate: p, subject: s, object: o}\n"
     "- {id: b, pattern: '{s:road} {o:unit}', predicate: p, subject: s, object: o}\n",
     "b: s p o elements=2\na.yaml:2:20: pattern is empty; expected at least one element\n"},
};
INSTANTIATE_TEST_SUITE_P(Keys, RuleFile, testing::ValuesIn(kKeys), kName);
INSTANTIATE_TEST_SUITE_P(Faults, RuleFile, testing::ValuesIn(kFaults), kName);
INSTANTIATE_TEST_SUITE_P(Compiling, RuleFile, testing::ValuesIn(kCompiling), kName);

TEST(RuleFiles, LaterRuleTakesThePlaceOfAnEarlierOne) {
  const std::string first =
      "rules:\n- {id: x, pattern: '{s:road} {o:unit}', predicate: p, subject: s, object: o}\n"
      "- {id: y, pattern: '{s:road} {o:unit}', predicate: q, subject: s, object: o}\n";
  const std::string second =
      "rules:\n- {id: z, pattern: '{o:unit}', predicate: p, subject: document, object: o}\n"
      "- {id: x, pattern: '{o:unit}', predicate: p, subject: document, object: o}\n";
  EXPECT_EQ(Read({first, second}),
            "x: document p o elements=1\ny: s q o elements=2\nz: document p o elements=1\n");
}

TEST(RuleFiles, FaultyRuleTakesNoPlace) {
  const std::string bad = "rules: [{id: r, pattern: '{s:road}', predicate: p}]\n";
  EXPECT_EQ(
      Read({WithLines(""), bad}),
      "r: s p o elements=2\n"
      "b.yaml:1:9: rule has no subject; expected id, pattern, predicate, subject and object\n"
      "b.yaml:1:9: rule has no object; expected id, pattern, predicate, subject and object\n");
}

}  // namespace
}  // namespace zhitu::extract
