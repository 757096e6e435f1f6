// Covers the matcher with the scene and the attempt it is made of.
#include "extract/rule_matcher.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include "extract/document_reader.h"
#include "extract/preset_reader.h"
#include "tests/support/marked_names.h"

namespace zhitu::extract {
namespace {

const char kText[] =
    "text: {clause_end: '，：、', list_separator: [、, 和, 和与], closers: '”’）', openers: "
    "'“‘（'}\n"
    "lexicons: {launch: [打造, 建, 建立], run: [开展, runs, ran], others: [其他]}\n"
    "discourse: {subject: [office, person], main: [office], planned: [将], negated: [未, 未将]}\n";

// What rules say of a text with its names marked, one block a line: a statement a line, in order,
// with the words it stands on and its modality.
std::string Say(const std::string& rules, const std::string& marked) {
  PresetReader reader;
  reader.Read("text.yaml", kText);
  reader.Read("r.yaml", rules);
  const Knowledge knowledge = reader.Take();
  const MarkedNames names(marked);
  const Extraction extraction =
      ReadDocument(names.document(), names.gazetteer(), knowledge, knowledge.rules);
  std::string said;
  for (const Statement& s : extraction.statements) {
    said += extraction.EntityName(s.subject) + ' ' + s.predicate + ' ' +
            extraction.EntityName(s.object);
    for (const Span& span : s.evidence) said += " `" + extraction.Surface(span) + '`';
    said += (s.modality == Modality::kFactual ? "" : " ") + std::string(ModalityName(s.modality));
    said += '\n';
  }
  return said;
}

std::string RuleOf(const std::string& pattern, const std::string& more = "") {
  return "rules:\n  - {id: r, pattern: \"" + pattern + "\", predicate: p, subject: s, object: o" +
         more + "}\n";
}

struct PatternCase {
  const char* name;
  const char* pattern;  // of a rule that says `s p o`
  const char* text;
  const char* said;
};
void PrintTo(const PatternCase& c, std::ostream* out) { *out << c.name; }
constexpr auto kName = [](const auto& c) { return std::string(c.param.name); };
class Match : public testing::TestWithParam<PatternCase> {};

TEST_P(Match, SaysWhatThePatternSays) {
  EXPECT_EQ(Say(RuleOf(GetParam().pattern), GetParam().text), GetParam().said);
}

const PatternCase kSlots[] = {
    {"SideBySide", "{s:person} {o:office}", "在[甲:person][乙:office]里", "甲 p 乙 `甲乙`\n"},
    {"SomethingBetween", "{s:person} {o:office}", "[甲:person]在[乙:office]", ""},
    {"OtherType", "{s:person} {o:office}", "[甲:person][乙:road]", ""},
    {"OtherOrder", "{s:person} {o:office}", "[乙:office][甲:person]", ""},
    {"AnyOfItsTypes", "{s:person|road} {o:office}", "[甲:road][乙:office]", "甲 p 乙 `甲乙`\n"},
    {"EveryPlace", "{s:person} {o:office}", "[甲:person][乙:office]与[丙:person][丁:office]",
     "甲 p 乙 `甲乙`\n丙 p 丁 `丙丁`\n"},
    {"OneNameInTwoMatches", "{s:person|road} {o:person}", "[甲:road][乙:person][丙:person]",
     "甲 p 乙 `甲乙`\n乙 p 丙 `乙丙`\n"},
    {"NotOverASentenceEnd", "{s:person} '。' {o:office}", "[甲:person]。[乙:office]", ""},
    {"NotOverABlock", "{s:person} {o:office}", "[甲:person]\n[乙:office]", ""},
    {"NothingOfItself", "{s:person} {o:person}", "[甲:person][甲:person]", ""},
    {"NestedName", "{s:person} '在' {o:place}", "[甲:person]在[[乙:place]桥:road]",
     "甲 p 乙 `甲在乙`\n"},
    {"NameBeforeTheNestedOne", "{s:road} '在' {o:place|road}",
     "[[甲:place]桥:road]在[[乙:place]桥:road]", "甲桥 p 乙桥 `甲桥在乙桥`\n"},
    {"OptionalIsThere", "{s:person} {x:road}? {o:office}", "[甲:person][丙:road][乙:office]",
     "甲 p 乙 `甲丙乙`\n"},
    {"OptionalIsNotThere", "{s:person} {x:road}? {o:office}", "[甲:person][乙:office]",
     "甲 p 乙 `甲乙`\n"},
    {"OptionalGivesWay", "{s:person} {x:office}? {o:office}", "[甲:person][乙:office]",
     "甲 p 乙 `甲乙`\n"},
    {"NoStatementWithoutItsRole", "{s:person} '说' {o:office}?", "[甲:person]说", ""},
};
const PatternCase kWords[] = {
    {"Word", "{s:person} <launch> {o:road}", "[甲:person]打造[乙:road]", "甲 p 乙 `甲打造乙`\n"},
    {"LongerAndShorterWord", "{s:person} <launch> '立' {o:road}", "[甲:person]建立[乙:road]",
     "甲 p 乙 `甲建立乙`\n"},
    {"OtherLexicon", "{s:person} <launch> {o:road}", "[甲:person]开展[乙:road]", ""},
    {"AnyOfItsLexicons", "{s:person} <launch|run> {o:road}", "[甲:person]开展[乙:road]",
     "甲 p 乙 `甲开展乙`\n"},
    {"OptionalWord", "{s:person} <launch>? <run> {o:road}", "[甲:person]开展[乙:road]",
     "甲 p 乙 `甲开展乙`\n"},
    {"WordFirst", "<launch> {s:person} {o:road}", "打造建[甲:person][乙:road]",
     "甲 p 乙 `建甲乙`\n"},
    {"TraditionalForm", "{s:person} <run> {o:road}", "[甲:person]開展[乙:road]",
     "甲 p 乙 `甲開展乙`\n"},
    {"WordInAName", "{s:person} ..8 <launch> {o:road}", "[甲:person][打造:office][乙:road]", ""},
    {"WordThatReachesIntoAName", "{s:person} <launch> '立'? {o:road}", "[甲:person]建[立路:road]",
     "甲 p 立路 `甲建立路`\n"},
    {"Text", "{s:person} '与' {o:person}", "[甲:person]与[乙:person]", "甲 p 乙 `甲与乙`\n"},
    {"TextIsFolded", "{s:road} '（' {o:road}", "[甲:road]([乙:road]", "甲 p 乙 `甲(乙`\n"},
    {"OptionalText", "{s:person} '的'? {o:road}", "[甲:person]的[乙:road]，[甲:person][丙:road]",
     "甲 p 乙 `甲的乙`\n甲 p 丙 `甲丙`\n"},
    {"TextFirst", "'由' {s:person} {o:road}", "由由[甲:person][乙:road]", "甲 p 乙 `由甲乙`\n"},
    {"TextOfThePatternInAName", "{s:person} ..8 '家' {o:road}", "[甲:person][国家:office][乙:road]",
     "甲 p 乙 `甲国家乙`\n"},
};
const PatternCase kAnchors[] = {
    {"ClauseAtTheSentence", "| {s:person} {o:road}", "[甲:person][乙:road]。[丙:person][丁:road]",
     "甲 p 乙 `甲乙`\n丙 p 丁 `丙丁`\n"},
    {"ClauseBehindAComma", "| {s:person} {o:road}",
     "今天：[甲:person][乙:road]，[丙:person][丁:road]", "甲 p 乙 `甲乙`\n丙 p 丁 `丙丁`\n"},
    {"ClauseInQuotes", "| {s:person} {o:road}", "说，“[甲:person]”[乙:road]", "甲 p 乙 `“甲”乙`\n"},
    {"NoClause", "| {s:person} {o:road}", "在[甲:person][乙:road]", ""},
    {"NoClauseInAName", "| {s:person} {o:road}", "[东，[甲:person]:office][乙:road]", ""},
    {"BeginOfTheBlock", "^ {s:person} {o:road}", "[甲:person][乙:road]。[丙:person][丁:road]",
     "甲 p 乙 `甲乙`\n"},
    {"BeginOfEveryBlock", "^ {s:person} {o:road}", "[甲:person][乙:road]\n[丙:person][丁:road]",
     "甲 p 乙 `甲乙`\n丙 p 丁 `丙丁`\n"},
    {"BeginBeforeAQuote", "^ {s:person} {o:road}", "“[甲:person][乙:road]", "甲 p 乙 `“甲乙`\n"},
    {"End", "{s:person} {o:road} $", "[甲:person][乙:road]，[丙:person][丁:road]",
     "丙 p 丁 `丙丁`\n"},
    {"EndBehindAQuote", "{s:person} {o:road} $", "“[甲:person][乙:road]”", "甲 p 乙 `甲乙”`\n"},
    {"NoEndBeforeAFullStop", "{s:person} {o:road} $", "[甲:person][乙:road]。", ""},
    {"NoEndOfASentence", "{s:person} {o:road} '。' $", "[甲:person][乙:road]。[丙:person]", ""},
    {"GapBeforeTheEnd", "{s:person} {o:road} ..2 $",
     "[甲:person][乙:road]好。\n[丙:person][丁:road]很好。", "甲 p 乙 `甲乙好。`\n"},
    {"OptionalEnd", "{s:person} {o:road} $?", "[甲:person][乙:road]好", "甲 p 乙 `甲乙`\n"},
};
const PatternCase kQuotes[] = {
    {"OneQuote", "{s:person} {o:road}", "[甲:person]“[乙:road]”", "甲 p 乙 `甲“乙`\n"},
    {"AnyKindAndSpaces", "{s:person} {o:road}", "[甲:person]」 「 『[乙:road]",
     "甲 p 乙 `甲」 「 『乙`\n"},
    {"AtMostEight", "{s:person} {o:road}",
     "[甲:person]““““““““[乙:road]\n[甲:person]“““““““““[丙:road]", "甲 p 乙 `甲““““““““乙`\n"},
    {"BeforeAWord", "{s:person} <launch> {o:road}", "[甲:person]”打造“[乙:road]",
     "甲 p 乙 `甲”打造“乙`\n"},
    {"BeforeAText", "{s:person} '与' {o:road}", "[甲:person]“与”[乙:road]", "甲 p 乙 `甲“与”乙`\n"},
    {"QuoteThatThePatternAsksFor", "{s:person} '“' {o:road}",
     "[甲:person]「[乙:road]，[甲:person][丙:road]", "甲 p 乙 `甲「乙`\n"},
    {"QuoteOfTheName", "{s:person} {o:road}", "[甲:person][“乙”路:road]",
     "甲 p “乙”路 `甲“乙”路`\n"},
    {"BracketIsNone", "{s:person} {o:road}", "[甲:person]（[乙:road]）", ""},
};
const PatternCase kGaps[] = {
    {"AsFarAsItReaches", "{s:person} ..3 <run> {o:road}", "[甲:person]一二三开展[乙:road]",
     "甲 p 乙 `甲一二三开展乙`\n"},
    {"NotFarther", "{s:person} ..3 <run> {o:road}", "[甲:person]一二三四开展[乙:road]", ""},
    {"Empty", "{s:person} ..3 <run> {o:road}", "[甲:person]开展[乙:road]", "甲 p 乙 `甲开展乙`\n"},
    {"OfNoReach", "{s:person} ..0 <run> {o:road}",
     "[甲:person]开展[乙:road]，[甲:person]又开展[丙:road]", "甲 p 乙 `甲开展乙`\n"},
    {"ClauseGapInItsClause", "{s:person} .. <run> {o:road}", "[甲:person]来，开展[乙:road]", ""},
    {"CommaInANameEndsNoClause", "{s:person} .. <run> {o:road}",
     "[甲:person][东，西:office]开展[乙:road]", "甲 p 乙 `甲东，西开展乙`\n"},
    {"ClauseGapOverListSeparators", "{s:person} .. <run> {o:road}",
     "[甲:person]想、说、开展[乙:road]", "甲 p 乙 `甲想、说、开展乙`\n"},
    {"SentenceGapOverClauses", "{s:person} ... <run> {o:road}", "[甲:person]来，看：开展[乙:road]",
     "甲 p 乙 `甲来，看：开展乙`\n"},
    {"SentenceGapInItsSentence", "{s:person} ... <run> {o:road}", "[甲:person]来。开展[乙:road]",
     ""},
    {"NearestWordThatFits", "{s:person} .. <run> {o:road}", "[甲:person]开展又开展[乙:road]",
     "甲 p 乙 `甲开展又开展乙`\n"},
    {"NearestTextThatFits", "{s:person} .. '的' {o:road}", "[甲:person]的家的[乙:road]的[丙:road]",
     "甲 p 乙 `甲的家的乙`\n"},
    {"NearestName", "{s:person} .. {o:road}", "[甲:person]看[乙:road]和[丙:road]",
     "甲 p 乙 `甲看乙`\n"},
    {"NeverOverANameThatFits", "{s:person} .. {o:road} '好'", "[甲:person]看[乙:road]和[丙:road]好",
     ""},
    {"OverOtherNames", "{s:person} .. {o:road}", "[甲:person]看[丙:office]和[乙:road]",
     "甲 p 乙 `甲看丙和乙`\n"},
    {"NotToANestedName", "{s:person} .. {o:place}", "[甲:person]看[[乙:place]桥:road]", ""},
    {"ToANameThatBeginsAtItsEnd", "{s:person} ..2 {o:road}", "[甲:person]来看[乙:road]",
     "甲 p 乙 `甲来看乙`\n"},
    {"NotToANameThatBeginsBehindItsEnd", "{s:person} ..1 {o:road}", "[甲:person]来看[乙:road]", ""},
    {"TwoGaps", "{s:person} ..2 <run> ..2 {o:road}", "[甲:person]又开展新的[乙:road]",
     "甲 p 乙 `甲又开展新的乙`\n"},
};
const PatternCase kRivals[] = {
    {"InAClause", "{s:person} ..9 <run> {o:road}", "[甲:person]和[丙:person]开展[乙:road]",
     "丙 p 乙 `丙开展乙`\n"},
    {"InAClauseBeforeAText", "{s:person} ..9 '修' {o:road}", "[甲:person]和[丙:person]修[乙:road]",
     "丙 p 乙 `丙修乙`\n"},
    {"OfAnotherType", "{s:person} ..9 <run> {o:road}", "[甲:person]在[丙:office]开展[乙:road]",
     "甲 p 乙 `甲在丙开展乙`\n"},
    {"BehindTheWord", "{s:person} ..9 <run> ..9 {o:road}", "[甲:person]开展[丙:person]的[乙:road]",
     "甲 p 乙 `甲开展丙的乙`\n"},
    {"OfTheSlotBefore", "{s:person} {x:office} ..9 <run> {o:road}",
     "[甲:person][丙:office]和[丁:person]开展[乙:road]，[甲:person][丙:office]和[丁:office]开展[乙:"
     "road]",
     "甲 p 乙 `甲丙和丁开展乙`\n"},
    {"OpensAClause", "{s:person} ...20 <run> {o:road}", "[甲:person]来，[丙:person]开展[乙:road]",
     "丙 p 乙 `丙开展乙`\n"},
    {"OpensAClauseInQuotes", "{s:person} ...20 <run> {o:road}",
     "[甲:person]来，“[丙:person]”开展[乙:road]", "丙 p 乙 `丙”开展乙`\n"},
    {"OpensAClauseBehindAName", "{s:person} ...20 <run> {o:road}",
     "[甲:person]来，[丁:office][丙:person]开展[乙:road]", "丙 p 乙 `丙开展乙`\n"},
    {"OpensNoClause", "{s:person} ...20 <run> {o:road}",
     "[甲:person]请[丙:person]来，开展[乙:road]",
     "甲 p 乙 `甲请丙来，开展乙`\n丙 p 乙 `丙来，开展乙`\n"},
    {"Nested", "{s:road} ..9 <run> {o:office}", "[甲:road]在[[丙:road]桥:place]开展[乙:office]",
     "甲 p 乙 `甲在丙桥开展乙`\n丙 p 乙 `丙桥开展乙`\n"},
    {"NoneBeforeASlot", "{s:person} ..9 {o:road}", "[甲:person]和[丙:person]在[乙:road]",
     "甲 p 乙 `甲和丙在乙`\n丙 p 乙 `丙在乙`\n"},
    {"NoneBeforeTheEnd", "{s:person} {o:road} ..9 $", "[甲:person][乙:road]和[丙:road]",
     "甲 p 乙 `甲乙和丙`\n"},
};
const PatternCase kLists[] = {
    {"OneMember", "{s:person} '修' {o:road}+", "[甲:person]修[乙:road]", "甲 p 乙 `甲修乙`\n"},
    {"SeveralObjects", "{s:person} '修' {o:road}+",
     "[甲:person]修[乙:road]、[丙:road]和[丁:road]。",
     "甲 p 丁 `甲修乙、丙和丁`\n甲 p 丙 `甲修乙、丙和丁`\n甲 p 乙 `甲修乙、丙和丁`\n"},
    {"InQuotes", "{s:person} '修' {o:road}+", "[甲:person]修“[乙:road]”、“[丙:road]”",
     "甲 p 丙 `甲修“乙”、“丙`\n甲 p 乙 `甲修“乙”、“丙`\n"},
    {"AdjoiningNamesAreNone", "{s:person} '修' {o:road}+", "[甲:person]修[乙:road][丙:road]",
     "甲 p 乙 `甲修乙`\n"},
    {"QuotesAreEnough", "{s:person} '修' {o:road}+", "[甲:person]修“[乙:road]”“[丙:road]”",
     "甲 p 丙 `甲修“乙”“丙`\n甲 p 乙 `甲修“乙”“丙`\n"},
    {"SpaceIsEnough", "{s:person} '修' {o:road}+", "[甲:person]修[Elm:road] [Oak:road]",
     "甲 p Elm `甲修Elm Oak`\n甲 p Oak `甲修Elm Oak`\n"},
    {"LongestSeparator", "{s:person} '修' {o:road}+", "[甲:person]修[乙:road]和与[丙:road]",
     "甲 p 丙 `甲修乙和与丙`\n甲 p 乙 `甲修乙和与丙`\n"},
    {"OneSeparatorOnly", "{s:person} '修' {o:road}+", "[甲:person]修[乙:road]、、[丙:road]",
     "甲 p 乙 `甲修乙`\n"},
    {"OtherTypeEndsIt", "{s:person} '修' {o:road}+",
     "[甲:person]修[乙:road]、[丁:office]、[丙:road]", "甲 p 乙 `甲修乙`\n"},
    {"OtherTextEndsIt", "{s:person} '修' {o:road}+", "[甲:person]修[乙:road]，[丙:road]",
     "甲 p 乙 `甲修乙`\n"},
    {"NestedNameIsNoMember", "{s:person} '修' {o:road}+",
     "[甲:person]修[乙:road]、[[丙:road]桥:place]", "甲 p 乙 `甲修乙`\n"},
    {"SeparatorBehindIt", "{s:person} '修' {o:road}+ '、' '好'", "[甲:person]修[乙:road]、好",
     "甲 p 乙 `甲修乙、好`\n"},
    {"SeveralSubjects", "{s:person}+ '修' {o:road}", "[甲:person]、[丙:person]修[乙:road]",
     "丙 p 乙 `甲、丙修乙`\n甲 p 乙 `甲、丙修乙`\n"},
    {"EverySubjectWithEveryObject", "{s:person}+ '修' {o:road}+",
     "[甲:person]和[乙:person]修[丙:road]和[丁:road]",
     "乙 p 丁 `甲和乙修丙和丁`\n乙 p 丙 `甲和乙修丙和丁`\n甲 p 丁 `甲和乙修丙和丁`\n甲 p 丙 "
     "`甲和乙修丙和丁`\n"},
    {"TakesAllOrFails", "{s:person} '修' {x:road}+ {o:road}", "[甲:person]修[乙:road]“[丙:road]”",
     ""},
    {"OptionalList", "{s:person} '修' {x:office}+? {o:road}",
     "[甲:person]修[丁:office]、[戊:office][乙:road]", "甲 p 乙 `甲修丁、戊乙`\n"},
};
const PatternCase kReach[] = {
    {"WordsBehindASeparator", "{s:person} '修' {o:road}+4", "[甲:person]修[乙:road]、新的[丙:road]",
     "甲 p 丙 `甲修乙、新的丙`\n甲 p 乙 `甲修乙、新的丙`\n"},
    {"AsManyAsItSays", "{s:person} '修' {o:road}+2", "[甲:person]修[乙:road]、一二三[丙:road]",
     "甲 p 乙 `甲修乙`\n"},
    {"NotWithoutASeparator", "{s:person} '修' {o:road}+4", "[甲:person]修[乙:road]新的[丙:road]",
     "甲 p 乙 `甲修乙`\n"},
    {"NotBehindAQuoteAlone", "{s:person} '修' {o:road}+4", "[甲:person]修“[乙:road]”新的[丙:road]",
     "甲 p 乙 `甲修“乙`\n"},
    {"OtherNameEndsIt", "{s:person} '修' {o:road}+4",
     "[甲:person]修[乙:road]、[丁:office][丙:road]", "甲 p 乙 `甲修乙`\n"},
    {"ClauseEndsIt", "{s:person} '修' {o:road}+9", "[甲:person]修[乙:road]、新的，[丙:road]",
     "甲 p 乙 `甲修乙`\n"},
    {"SeparatorIsPassedOver", "{s:person} '修' {o:road}+9",
     "[甲:person]修[乙:road]、新、长[丙:road]",
     "甲 p 丙 `甲修乙、新、长丙`\n甲 p 乙 `甲修乙、新、长丙`\n"},
};
const PatternCase kInner[] = {
    {"NameInAName", "{s:road[o:place]}", "[[甲:place]桥:road]", "甲桥 p 甲 `甲桥`\n"},
    {"NoName", "{s:road[o:place]}", "[甲桥:road]和[乙:place]", ""},
    {"OtherType", "{s:road[o:place]}", "[[甲:office]桥:road]", ""},
    {"TheFirstThatFits", "{s:road[o:place]}", "[[子:office][甲:place][乙:place]桥:road]",
     "子甲乙桥 p 甲 `子甲乙桥`\n"},
    {"DeepInIt", "{s:road[o:place]}", "[[在[甲:place]东:office]桥:road]",
     "在甲东桥 p 甲 `在甲东桥`\n"},
    {"OuterIsOnlyPlace", "{s:person} {x:road[o:place]} '边'", "[甲:person][[乙:place]桥:road]边",
     "甲 p 乙 `甲乙桥边`\n"},
    {"OptionalWithInner", "{s:person} {x:road[y:place]}? '在' {o:office}",
     "[甲:person]在[乙:office]，[丙:person][[丁:place]桥:road]在[乙:office]，[戊:person][己:road]"
     "在[乙:"
     "office]",
     "甲 p 乙 `甲在乙`\n丙 p 乙 `丙丁桥在乙`\n"},
};
INSTANTIATE_TEST_SUITE_P(Slots, Match, testing::ValuesIn(kSlots), kName);
INSTANTIATE_TEST_SUITE_P(Words, Match, testing::ValuesIn(kWords), kName);
INSTANTIATE_TEST_SUITE_P(Anchors, Match, testing::ValuesIn(kAnchors), kName);
INSTANTIATE_TEST_SUITE_P(Quotes, Match, testing::ValuesIn(kQuotes), kName);
INSTANTIATE_TEST_SUITE_P(Gaps, Match, testing::ValuesIn(kGaps), kName);
INSTANTIATE_TEST_SUITE_P(Rivals, Match, testing::ValuesIn(kRivals), kName);
INSTANTIATE_TEST_SUITE_P(Lists, Match, testing::ValuesIn(kLists), kName);
INSTANTIATE_TEST_SUITE_P(Reach, Match, testing::ValuesIn(kReach), kName);
INSTANTIATE_TEST_SUITE_P(Inner, Match, testing::ValuesIn(kInner), kName);

const PatternCase kRegression[] = {
    // A word of a lexicon was found inside a longer word: `ran` in `brand`.
    {"PartOfAWord", "{s:person} ..9 <run> ..9 {o:road}", "[Ann:person] brand [Elm:road]", ""},
    {"BeginOfAWord", "{s:person} ..9 <run> ..9 {o:road}", "[Ann:person] rants at [Elm:road]", ""},
    {"WholeWord", "{s:person} ..9 <run> {o:road}",
     "[Ann:person] (ran) [Elm:road]，[Ann:person] ran [Oak:road]", "Ann p Oak `Ann ran Oak`\n"},
    // A comma at the end of a name was taken for the end of a clause: 丙 was a rival.
    {"CommaThatEndsAName", "{s:person} ...20 <run> {o:road}",
     "[甲:person]请[东，:office][丙:person]来，开展[乙:road]",
     "甲 p 乙 `甲请东，丙来，开展乙`\n丙 p 乙 `丙来，开展乙`\n"},
};
INSTANTIATE_TEST_SUITE_P(Regression, Match, testing::ValuesIn(kRegression), kName);

struct RuleCase {
  const char* name;
  std::string rules;
  const char* text;
  const char* said;
};
void PrintTo(const RuleCase& c, std::ostream* out) { *out << c.name; }
class RuleKeys : public testing::TestWithParam<RuleCase> {};

TEST_P(RuleKeys, SayWhatIsSaid) {
  EXPECT_EQ(Say(GetParam().rules, GetParam().text), GetParam().said);
}

const std::string kAboutDocument =
    "rules: [{id: r, pattern: '{o:office}', predicate: about, subject: document, object: o";
const RuleCase kKeys[] = {
    {"DocumentIsTheSubject", kAboutDocument + "}]\n", "[甲:office]", "document about 甲 `甲`\n"},
    {"DocumentIsTheObject",
     "rules: [{id: r, pattern: '{s:office}', predicate: in, subject: s, object: document}]\n",
     "[甲:office]", "甲 in document `甲`\n"},
    {"AllZonesButBylines", kAboutDocument + "}]\n",
     "headline> [甲:office]\nsubhead> [乙:office]\ncaption> [丙:office]\nbyline> "
     "[丁:office]\n[戊:office]",
     "document about 甲 `甲`\ndocument about 乙 `乙`\ndocument about 丙 `丙`\ndocument about 戊 "
     "`戊`\n"},
    {"CertainZones", kAboutDocument + ", zones: [byline, headline]}]\n",
     "headline> [甲:office]\nsubhead> [乙:office]\nbyline> [丁:office]\n[戊:office]",
     "document about 甲 `甲`\ndocument about 丁 `丁`\n"},
    {"Once", kAboutDocument + ", once: true}]\n",
     "无。[甲:office][乙:office]。[丙:office]\n[丁:office]", "document about 甲 `甲`\n"},
    {"OnceInItsZone", kAboutDocument + ", once: true, zones: body}]\n",
     "headline> [甲:office]\n[乙:office][丙:office]", "document about 乙 `乙`\n"},
    {"OnceWithAWholeList",
     "rules: [{id: r, pattern: '{o:office}+', predicate: about, subject: document, object: o, "
     "once: "
     "true}]\n",
     "[甲:office]、[乙:office]。[丙:office]",
     "document about 乙 `甲、乙`\ndocument about 甲 `甲、乙`\n"},
    {"Without", RuleOf("{s:person} .. '修' {o:road}", ", without: [others]"),
     "[甲:person]和其他人修[乙:road]。[甲:person]修[丙:road]，其他不修。", "甲 p 丙 `甲修丙`\n"},
    {"WithoutMeansNoName", RuleOf("{s:person} .. '修' {o:road}", ", without: [others]"),
     "[甲:person]和[其他人:office]修[乙:road]", "甲 p 乙 `甲和其他人修乙`\n"},
    {"WithoutAndOnce", RuleOf("{s:person} .. '修' {o:road}", ", without: [others], once: true"),
     "[甲:person]和其他人修[乙:road]。[甲:person]修[丙:road]，[甲:person]修[丁:road]",
     "甲 p 丙 `甲修丙`\n"},
};
const std::string kAboutTopic =
    "rules: [{id: r, pattern: '<run> {o:road}', predicate: p, subject: topic, object: o";
const std::string kMainIsTheObject =
    "rules: [{id: r, pattern: '{s:road}', predicate: p, subject: s, object: main";
const RuleCase kAbout[] = {
    {"SubjectOfTheClause", kAboutTopic + "}]\n", "[甲:office]，开展[乙:road]",
     "甲 p 乙 `开展乙` `甲`\n"},
    {"SubjectInTheMatch",
     "rules: [{id: r, pattern: '{s:office} <run> {o:road}', predicate: p, subject: topic, object: "
     "o}]\n",
     "[甲:office]开展[乙:road]", "甲 p 乙 `甲开展乙`\n"},
    {"NoSubject", kAboutTopic + "}]\n", "开展[乙:road]，[甲:person]说", ""},
    {"OfTheseTypes", kAboutTopic + ", topic: [person]}]\n",
     "[甲:office]，开展[乙:road]。[丙:person]，开展[丁:road]", "丙 p 丁 `开展丁` `丙`\n"},
    {"SameAsTheSubject",
     "rules: [{id: r, pattern: '{o:office}', predicate: p, subject: topic, object: o}]\n",
     "[甲:office]和[乙:office]", "甲 p 乙 `乙` `甲`\n"},
    {"Main", kMainIsTheObject + "}]\n", "headline> [甲:office]\n[乙:person]看[丙:road]",
     "丙 p 甲 `丙` `甲`\n"},
    {"NoMain", kMainIsTheObject + "}]\n", "[乙:person]看[丙:road]", ""},
    {"MainOfOtherTypes", kMainIsTheObject + ", topic: [person]}]\n",
     "headline> [甲:office]\n[丙:road]", ""},
    {"NoWordsAtAll",
     "rules: [{id: r, pattern: '^', predicate: about, subject: document, object: main, zones: "
     "body}]\n",
     "headline> [甲:office]\n好。好\n好", "document about 甲 `甲`\ndocument about 甲 `甲`\n"},
    {"TheEndAlone",
     "rules: [{id: r, pattern: '$', predicate: about, subject: document, object: main, zones: "
     "body}]\n",
     "headline> [甲:office]\n好。好。””", "document about 甲 `甲`\n"},
};
const std::string kAfter =
    "rules: [{id: r, after: \"{s:office} '说'\", pattern: '{o:road}', predicate: p, subject: s, "
    "object: o";
const RuleCase kAfterwards[] = {
    {"InTheSentence", kAfter + "}]\n", "[甲:office]说[乙:road]和[丙:road]",
     "甲 p 乙 `乙` `甲`\n甲 p 丙 `丙` `甲`\n"},
    {"InTheParagraph", kAfter + "}]\n", "[甲:office]说。好。[乙:road]", "甲 p 乙 `乙` `甲`\n"},
    {"NotInAnotherParagraph", kAfter + "}]\n", "[甲:office]说。\n[乙:road]", ""},
    {"NotBehindIt", kAfter + "}]\n", "[乙:road][甲:office]说。", ""},
    {"TheLastBeforeIt", kAfter + "}]\n", "[甲:office]说，[丁:office]说，[乙:road]，[丙:office]说",
     "丁 p 乙 `乙` `丁`\n"},
    {"TheOneThatEndsLast",
     "rules: [{id: r, after: \"{s:office} .. '说'\", pattern: '{o:road}', predicate: p, subject: "
     "s, "
     "object: o}]\n",
     "[甲:office]请[丙:person]说，[丁:office]说[乙:road]", "丁 p 乙 `乙` `丁`\n"},
    {"ItsOwnRoleCounts",
     "rules: [{id: r, after: '{s:office}', pattern: '{s:person} {o:road}', predicate: p, subject: "
     "s, object: o}]\n",
     "[甲:office]，[丙:person][乙:road]", "丙 p 乙 `丙乙`\n"},
    {"Once", kAfter + ", once: true}]\n", "[丙:road]。[甲:office]说[乙:road]和[丁:road]",
     "甲 p 乙 `乙` `甲`\n"},
};
const RuleCase kNamed[] = {
    {"Ending", RuleOf("{s:person} {o:road}", ", names: {o: [路, 大街]}"),
     "[甲:person][东路:road]，[甲:person][西大街:road]，[甲:person][南街:road]",
     "甲 p 东路 `甲东路`\n甲 p 西大街 `甲西大街`\n"},
    {"EndingIsFolded", RuleOf("{s:person} {o:road}", ", names: {o: ＡVE}"),
     "[甲:person][1st Ave:road]", "甲 p 1st Ave `甲1st Ave`\n"},
    {"AllRoles", RuleOf("{s:person} {o:road}", ", names: {s: [甲], o: [路]}"),
     "[甲:person][东路:road]，[乙:person][东路:road]，[甲:person][南街:road]",
     "甲 p 东路 `甲东路`\n"},
    {"AllMembers", RuleOf("{s:person} {o:road}+", ", names: {o: [路]}"),
     "[甲:person][东路:road]、[西路:road]。[甲:person][东路:road]、[南街:road]",
     "甲 p 东路 `甲东路、西路`\n甲 p 西路 `甲东路、西路`\n"},
    {"OptionalMustBeThere", RuleOf("{s:person} {x:office}? {o:road}", ", names: {x: [局]}"),
     "[甲:person][东路:road]，[甲:person][丙局:office][西路:road]", "甲 p 西路 `甲丙局西路`\n"},
    {"Main", kMainIsTheObject + ", names: {main: [市]}}]\n", "headline> [甲市:office]\n[丙:road]",
     "丙 p 甲市 `丙` `甲市`\n"},
    {"OtherMain", kMainIsTheObject + ", names: {main: [区]}}]\n",
     "headline> [甲市:office]\n[丙:road]", ""},
};
const std::string kFallback =
    "rules:\n  - {id: a, pattern: '{s:person} .. {o:road}', predicate: p, subject: s, object: o, "
    "fallback: true}\n  - {id: b, pattern: \"{s:person} '修' {o:road}\", predicate: p, subject: s, "
    "object: o, confidence: 0.6}\n";
const RuleCase kFallbacks[] = {
    {"Alone", kFallback, "[甲:person]看[乙:road]", "甲 p 乙 `甲看乙`\n"},
    {"GivesWayInTheDocument", kFallback, "[甲:person]看[乙:road]。\n[甲:person]修[丙:road]",
     "甲 p 丙 `甲修丙`\n"},
    {"NotToAnotherSubject", kFallback, "[甲:person]看[乙:road]。[丁:person]修[丙:road]",
     "甲 p 乙 `甲看乙`\n丁 p 丙 `丁修丙`\n"},
    {"SaysAThingOnce", kFallback, "[甲:person]看[乙:road]。[甲:person]走[乙:road]",
     "甲 p 乙 `甲看乙`\n"},
    // The fallback's statement, the more confident one, took the place of the other in the first
    // sentence.
    {"MoreConfidentOne", kFallback, "[甲:person]修[乙:road]。[甲:person]看[乙:road]",
     "甲 p 乙 `甲修乙`\n"},
};
const RuleCase kModalities[] = {
    {"Planned", RuleOf("{s:person} .. '修' {o:road}"), "[甲:person]将修[乙:road]",
     "甲 p 乙 `甲将修乙` planned\n"},
    {"Negated", RuleOf("{s:person} .. '修' {o:road}"), "[甲:person]未修[乙:road]",
     "甲 p 乙 `甲未修乙` negated\n"},
    {"NegatedIsStronger", RuleOf("{s:person} .. '修' {o:road}"), "[甲:person]将来未修[乙:road]",
     "甲 p 乙 `甲将来未修乙` negated\n"},
    {"OutsideTheMatch", RuleOf("{s:person} .. '修' {o:road}"), "将来[甲:person]修[乙:road]，未完",
     "甲 p 乙 `甲修乙`\n"},
    {"InAName", RuleOf("{s:person} .. '修' {o:road}"), "[甲将:person]修[未路:road]",
     "甲将 p 未路 `甲将修未路`\n"},
    {"TheRuleSaysIt", RuleOf("{s:person} .. '修' {o:road}", ", modality: planned"),
     "[甲:person]未修[乙:road]", "甲 p 乙 `甲未修乙` planned\n"},
    {"OnePerSentence", RuleOf("{s:person} .. '修' {o:road}"),
     "[甲:person]将修[乙:road]，[甲:person]修[乙:road]。[甲:person]修[乙:road]",
     "甲 p 乙 `甲将修乙` planned\n甲 p 乙 `甲修乙`\n"},
};
const RuleCase kSpaced[] = {
    // Where a comma parts clauses and lists, gaps passed over the ends of clauses.
    {"CommaBeforeASpace",
     "text: {clause_end: ',', list_separator: [',', and]}\n" +
         RuleOf("{s:person} .. <run> {o:road}"),
     "[Ann:person] rested, others ran [Elm:road], [Tom:person] ran [Oak:road]",
     "Tom p Oak `Tom ran Oak`\n"},
};
const RuleCase kTogether[] = {
    {"OneStatementASentence", RuleOf("{s:person} .. {o:road}"),
     "[甲:person]看[乙:road]，[甲:person]修[乙:road]。[甲:person]的[乙:road]",
     "甲 p 乙 `甲看乙`\n甲 p 乙 `甲的乙`\n"},
    {"TheMostConfidentOne",
     "rules:\n  - {id: a, pattern: '{s:person} .. {o:road}', predicate: p, subject: s, object: o, "
     "confidence: 0.5}\n  - {id: b, pattern: \"{s:person} '修' {o:road}\", predicate: p, subject: "
     "s, "
     "object: o, confidence: 0.6}\n",
     "[甲:person]看[乙:road]，[甲:person]修[乙:road]", "甲 p 乙 `甲修乙`\n"},
    {"TheFirstOfEquals",
     "rules:\n  - {id: a, pattern: '{s:person} .. {o:road}', predicate: p, subject: s, object: o}\n"
     "  - {id: b, pattern: \"{s:person} .. {o:road} '好'\", predicate: p, subject: s, object: o}\n",
     "[甲:person]看[乙:road]好", "甲 p 乙 `甲看乙`\n"},
    {"PredicatesStandSideBySide",
     "rules:\n  - {id: a, pattern: '{s:person} .. {o:road}', predicate: q, subject: s, object: o}\n"
     "  - {id: b, pattern: '{s:person} .. {o:road}', predicate: p, subject: s, object: o}\n",
     "[甲:person]看[乙:road]", "甲 p 乙 `甲看乙`\n甲 q 乙 `甲看乙`\n"},
    {"BothWays",
     "rules:\n  - {id: a, pattern: '{s:person} .. {o:road}', predicate: p, subject: s, object: o}\n"
     "  - {id: b, pattern: '{s:person} .. {o:road}', predicate: p, subject: o, object: s}\n",
     "[甲:person]看[乙:road]", "甲 p 乙 `甲看乙`\n乙 p 甲 `甲看乙`\n"},
};
INSTANTIATE_TEST_SUITE_P(Keys, RuleKeys, testing::ValuesIn(kKeys), kName);
INSTANTIATE_TEST_SUITE_P(About, RuleKeys, testing::ValuesIn(kAbout), kName);
INSTANTIATE_TEST_SUITE_P(Afterwards, RuleKeys, testing::ValuesIn(kAfterwards), kName);
INSTANTIATE_TEST_SUITE_P(Named, RuleKeys, testing::ValuesIn(kNamed), kName);
INSTANTIATE_TEST_SUITE_P(Fallbacks, RuleKeys, testing::ValuesIn(kFallbacks), kName);
INSTANTIATE_TEST_SUITE_P(Modalities, RuleKeys, testing::ValuesIn(kModalities), kName);
INSTANTIATE_TEST_SUITE_P(SpacedScripts, RuleKeys, testing::ValuesIn(kSpaced), kName);
INSTANTIATE_TEST_SUITE_P(Together, RuleKeys, testing::ValuesIn(kTogether), kName);

TEST(ApplyRules, TakesOverWhatTheRuleSays) {
  PresetReader reader;
  reader.Read("r.yaml", RuleOf("{s:person} {o:road}", ", confidence: 0.25, modality: planned"));
  const Knowledge knowledge = reader.Take();
  const MarkedNames names("[甲:person][乙:road]");
  const Extraction extraction =
      ReadDocument(names.document(), names.gazetteer(), knowledge, knowledge.rules);
  ASSERT_EQ(extraction.statements.size(), 1U);
  const Statement& statement = extraction.statements[0];
  EXPECT_EQ(statement.rule, "r");
  EXPECT_EQ(statement.confidence, 0.25);
  EXPECT_EQ(statement.modality, Modality::kPlanned);
  EXPECT_EQ(statement.evidence, (std::vector<Span>{{0, 6}}));
}

TEST(ApplyRules, ListHasAtMostAHundredMembers) {
  std::string text = "[甲:person]修";
  for (int i = 0; i < 120; ++i) text += "[路" + std::to_string(i) + "号:road]、";
  const std::string said = Say(RuleOf("{s:person} '修' {o:road}+"), text);
  EXPECT_EQ(std::count(said.begin(), said.end(), '\n'), 100);
}

std::string Repeat(const std::string& text, int times) {
  std::string all;
  for (; times > 0; --times) all += text;
  return all;
}

// Without a bound on steps each of these would take millions of steps a place.
class StepBound : public testing::TestWithParam<PatternCase> {};

TEST_P(StepBound, KeepsTimeLinear) {
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_EQ(Say(RuleOf(GetParam().pattern), Repeat(GetParam().text, 500)), GetParam().said);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(30));
}

const PatternCase kPathological[] = {
    {"Words", "{s:person} ... <run> ... <run> ... <run> ... <run> '无' {o:road}",
     "[甲:person]开展开展", ""},
    {"Texts", "{s:person} ... '一' ... '一' ... '一' ... '一' '无' {o:road}", "[甲:person]一一一",
     ""},
    {"Optionals",
     "{s:person} '一'? '一'? '一'? '一'? '一'? '一'? '一'? '一'? '一'? '一'? '一'? '一'? '一'? "
     "'一'? '一'? '一'? '一'? '一'? '一'? '一'? '无' {o:road}",
     "[甲:person]一一一一一一一一一一一一", ""},
};
INSTANTIATE_TEST_SUITE_P(Pathological, StepBound, testing::ValuesIn(kPathological), kName);

// For each match all those behind it were looked at: minutes.
TEST(StepBound, ManyEarlierMatches) {
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_EQ(Say("rules: [{id: r, after: '{s:person}', pattern: \"'看' {o:person}\", predicate: p, "
                "subject: s, object: o}]\n",
                "[甲:person]" + Repeat("看甲", 400'000) + "看[乙:person]"),
            "甲 p 乙 `看乙` `甲`\n");
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(30));
}

TEST(StepBound, LeavesPlainPatternsAlone) {
  const std::string far = Repeat("其", 990);
  EXPECT_EQ(Say(RuleOf("{s:person} ... <run> {o:road}"),
                "[甲:person]" + Repeat("开展", 300) + "[乙:road]"),
            "甲 p 乙 `甲" + Repeat("开展", 300) + "乙`\n");
  EXPECT_EQ(Say(RuleOf("{s:person} ... <run> {o:road}"), "[甲:person]" + far + "开展[乙:road]"),
            "甲 p 乙 `甲" + far + "开展乙`\n");
}

}  // namespace
}  // namespace zhitu::extract
