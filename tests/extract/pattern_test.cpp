#include "extract/pattern.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace zhitu::extract {
namespace {

std::string Show(const Slot& slot) {
  std::string shown = slot.role;
  char before = ':';
  for (const std::string& type : slot.types.names()) {
    shown += before + type;
    before = '|';
  }
  return shown;
}

// An element as a pattern writes it, but with groups resolved, lexicons as numbers and the reach of
// every gap.
std::string Show(const Element& element) {
  std::string shown;
  switch (element.kind) {
    case Element::Kind::kSlot:
      shown = '{' + Show(element.slot) + (element.inner ? '[' + Show(*element.inner) + ']' : "") +
              (element.list ? "}+" : "}");
      if (element.list_reach > 0) shown += std::to_string(element.list_reach);
      break;
    case Element::Kind::kLexicon:
      for (const std::uint32_t lexicon : element.lexicons)
        shown += (shown.empty() ? "<" : "|") + std::to_string(lexicon);
      shown += '>';
      break;
    case Element::Kind::kText:
      shown = '\'' + element.text + '\'';
      break;
    case Element::Kind::kGap:
      shown = (element.within_clause ? ".." : "...") + std::to_string(element.reach);
      break;
    case Element::Kind::kClause:
      shown = "|";
      break;
    case Element::Kind::kBegin:
      shown = "^";
      break;
    case Element::Kind::kEnd:
      shown = "$";
  }
  return shown + (element.optional ? "?" : "");
}

// The elements, or the faults as `byte: what`.
std::string Parse(const std::string& pattern) {
  const Lexicons lexicons({"launch", "run", "leader-title"}, {{"a"}, {"b"}, {"c"}});
  const PatternNames names = {{{"unit", {"office", "community"}}, {"own", {"ship"}}, {"none", {}}},
                              &lexicons};
  std::string faults;
  const std::vector<Element> elements =
      ParsePattern(pattern, names, [&](std::size_t at, const std::string& what) {
        faults += std::to_string(at) + ": " + what + '\n';
      });
  if (!faults.empty()) return faults;
  std::string shown;
  for (const Element& element : elements) shown += (shown.empty() ? "" : " ") + Show(element);
  return shown;
}

struct PatternCase {
  const char* name;
  std::string pattern;
  const char* expected;
};
void PrintTo(const PatternCase& c, std::ostream* out) { *out << c.name; }
constexpr auto kName = [](const auto& c) { return std::string(c.param.name); };
class Pattern : public testing::TestWithParam<PatternCase> {};

TEST_P(Pattern, IsParsed) { EXPECT_EQ(Parse(GetParam().pattern), GetParam().expected); }

const PatternCase kElements[] = {
    {"Slot", "{s:person}", "{s:person}"},
    {"SlotOfTypes", "{s:person|facility}", "{s:facility|person}"},
    {"SlotOfGroup", "{s:unit}", "{s:community|office}"},
    {"SlotOfGroupAndType", "{s:unit|person}", "{s:community|office|person}"},
    {"GroupDeclaresATypeOfOnesOwn", "{s:own}", "{s:ship}"},
    {"GroupWithoutTypes", "{s:none}", "{s}"},
    {"RoleOfAllCharacters", "{Az_9-:person}", "{Az_9-:person}"},
    {"Inner", "{s:facility[o:unit|place]}", "{s:facility[o:community|office|place]}"},
    {"List", "{s:person}+", "{s:person}+"},
    {"ListWithReach", "{s:person}+8", "{s:person}+8"},
    {"ListOfNoReach", "{s:person}+0", "{s:person}+"},
    {"LongestReach", "{s:person}+1000 <run>", "{s:person}+1000 <1>"},
    {"OptionalListWithReach", "'a' {s:person}+3?", "'a' {s:person}+3?"},
    {"ReachIsNoOtherElement", "{s:person}+ ..8 <run>", "{s:person}+ ..8 <1>"},
    {"WordsOnly", "<run> 'a'", "<1> 'a'"},
    {"OnlyTheBegin", "^", "^"},
    {"OnlyAClause", "|", "|"},
    {"OnlyTheEnd", "$", "$"},
    {"Optional", "{s:person} {o:office}?", "{s:person} {o:office}?"},
    {"OptionalListWithInner", "'a' {s:person[o:office]}+?", "'a' {s:person[o:office]}+?"},
    {"Lexicon", "<launch> {s:person}", "<0> {s:person}"},
    {"LexiconsAreSorted", "<leader-title|launch> {s:person}", "<0|2> {s:person}"},
    {"OptionalLexicon", "{s:person} <run>?", "{s:person} <1>?"},
    {"Text", "'把' {s:person}", "'把' {s:person}"},
    {"TextIsFolded", "'（Ａ國—' {s:person}", "'(a国-' {s:person}"},
    {"TextMayHoldSpaces", "'set up' {s:person}", "'set up' {s:person}"},
    {"TextMayHoldOtherMarks", "'{<.|^$?' {s:person}", "'{<.|^$?' {s:person}"},
    {"OptionalText", "{s:person} ','?", "{s:person} ','?"},
    {"GapInAClause", "{s:person} ..8 {o:office}", "{s:person} ..8 {o:office}"},
    {"GapInASentence", "{s:person} ...40 {o:office}", "{s:person} ...40 {o:office}"},
    {"GapWithoutLimit", "{s:person} .. <run>", "{s:person} ..1000 <1>"},
    {"GapOfNothing", "{s:person} ..0 <run>", "{s:person} ..0 <1>"},
    {"LongestGap", "{s:person} ...1000 <run>", "{s:person} ...1000 <1>"},
    {"GapBeforeTheEnd", "{s:person} ..9 $", "{s:person} ..9 $"},
    {"Clause", "| {s:person}", "| {s:person}"},
    {"Begin", "^{s:person}", "^ {s:person}"},
    {"End", "{s:person}$", "{s:person} $"},
    {"SpacesDoNotMatter", "  |{s:person}..8<run>\n 'a'?  $ ", "| {s:person} ..8 <1> 'a'? $"},
    {"MostElements",
     "{s:person} 'a' 'b' 'c' 'd' 'e' 'f' 'g' 'h' 'i' 'j' 'k' 'l' 'm' 'n' 'o' 'p' "
     "'q' 'r' 's' 't' 'u' 'v' 'w'",
     "{s:person} 'a' 'b' 'c' 'd' 'e' 'f' 'g' 'h' 'i' 'j' 'k' 'l' 'm' 'n' 'o' 'p' 'q' 'r' 's' 't' "
     "'u' 'v' 'w'"},
};
const PatternCase kSyntax[] = {
    {"UnknownCharacter", "{s:person} *",
     "11: character is no part of a pattern; expected { < ' . | ^ or $\n"},
    {"Tab", "{s:person}\t<run>",
     "10: character is no part of a pattern; expected { < ' . | ^ or $\n"},
    {"OptionalTwice", "{s:person} 'a'??",
     "15: character is no part of a pattern; expected { < ' . | ^ or $\n"},
    {"ListOfWords", "{s:person} <run>+",
     "16: character is no part of a pattern; expected { < ' . | ^ or $\n"},
    {"RoleMissing", "{:person}", "1: name is missing; expected a role\n"},
    {"ColonMissing", "{person}", "7: bracket is not closed; expected :\n"},
    {"TypeMissing", "{s:}", "3: name is missing; expected a type or group\n"},
    {"SecondTypeMissing", "{s:person|}", "10: name is missing; expected a type or group\n"},
    {"SlotNotClosed", "{s:person", "9: bracket is not closed; expected }\n"},
    {"SpaceInASlot", "{s: person}", "3: name is missing; expected a type or group\n"},
    {"InnerNotClosed", "{s:facility[o:office}", "20: bracket is not closed; expected ]\n"},
    {"InnerRoleMissing", "{s:facility[]}", "12: name is missing; expected a role\n"},
    {"TextBehindInner", "{s:facility[o:office]|road}", "21: bracket is not closed; expected }\n"},
    {"LexiconMissing", "{s:person} <>", "12: name is missing; expected a lexicon\n"},
    {"SecondLexiconMissing", "{s:person} <run|>", "16: name is missing; expected a lexicon\n"},
    {"LexiconNotClosed", "{s:person} <run ", "15: bracket is not closed; expected >\n"},
    {"QuoteNotClosed", "{s:person} 'ab", "11: quote is never closed; expected a closing '\n"},
    {"EmptyText", "{s:person} ''", "11: text is empty; expected characters between the quotes\n"},
    {"InvisibleText", "{s:person} '\u200B'",
     "11: text is empty; expected characters between the quotes\n"},
    {"OneDot", "{s:person} .8 <run>",
     "11: gap has 1 dots; expected .. (clause) or ... (sentence)\n"},
    {"FourDots", "{s:person} .... <run>",
     "11: gap has 4 dots; expected .. (clause) or ... (sentence)\n"},
    {"GapTooLong", "{s:person} ..1001 <run>", "11: gap is too long; expected at most 1000\n"},
    {"ReachTooFar", "{s:person}+1001 <run>", "10: list reaches too far; expected at most 1000\n"},
    {"ReachOfManyDigits", "{s:person}+99999999999999999999999",
     "10: list reaches too far; expected at most 1000\n"},
    {"GapOfManyDigits", "{s:person} ..99999999999999999999999 <run>",
     "11: gap is too long; expected at most 1000\n"},
};
const PatternCase kNames[] = {
    {"UnknownLexicon", "{s:person} <walk>",
     "12: lexicon 'walk' is unknown; expected one of `lexicons`\n"},
    {"LexiconMistyped", "{s:person} <run|lanch>",
     "16: lexicon 'lanch' is unknown; expected one of `lexicons`; did you mean 'launch'?\n"},
    {"UnknownType", "{s:ship}",
     "3: 'ship' is neither a known type nor a group; expected one of them, or a group that "
     "declares "
     "it\n"},
    {"TypeMistyped", "{s:person|ofice}",
     "10: 'ofice' is neither a known type nor a group; expected one of them, or a group that "
     "declares it; did you mean 'office'?\n"},
    {"GroupMistyped", "{s:unti}",
     "3: 'unti' is neither a known type nor a group; expected one of them, or a group that "
     "declares "
     "it; did you mean 'unit'?\n"},
    {"NoTypeName", "{s:Person}",
     "3: 'Person' is no type name; expected small letters, digits and _\n"},
    {"ReservedRole", "{document:person}",
     "1: role 'document' is kept for what no slot fills; expected another name\n"},
    {"ReservedInnerRole", "{s:facility[document:office]}",
     "12: role 'document' is kept for what no slot fills; expected another name\n"},
};
const PatternCase kReserved[] = {
    {"Topic", "{topic:person}",
     "1: role 'topic' is kept for what no slot fills; expected another name\n"},
    {"InnerMain", "{s:facility[main:office]}",
     "12: role 'main' is kept for what no slot fills; expected another name\n"},
};
const PatternCase kOrder[] = {
    {"Empty", "", "0: pattern is empty; expected at least one element\n"},
    {"SpacesOnly", "  ", "0: pattern is empty; expected at least one element\n"},
    {"GapFirst", "..8 {s:person}",
     "0: gap stands at an end or beside a gap; expected it between two other elements\n"},
    {"GapLast", "{s:person} ..8",
     "11: gap stands at an end or beside a gap; expected it between two other elements\n"},
    {"GapBesideAGap", "{s:person} ..8 ...9 <run>",
     "11: gap stands at an end or beside a gap; expected it between two other elements\n"},
    {"OptionalGap", "{s:person} ..8? <run>",
     "11: gap with ?; expected none, since a gap may be empty\n"},
    {"OptionalAfterGap", "{s:person} ..8 <run>? 'a'",
     "15: optional element after a gap; expected one that must be there\n"},
    {"OptionalFirst", "{s:person}? <run>",
     "0: optional element first; expected one that must be there\n"},
    {"ClauseNotFirst", "{s:person} | <run>",
     "11: anchor can match nowhere here; expected | or ^ first and $ last\n"},
    {"BeginNotFirst", "{s:person} ^",
     "11: anchor can match nowhere here; expected | or ^ first and $ last\n"},
    {"EndNotLast", "$ {s:person}",
     "0: anchor can match nowhere here; expected | or ^ first and $ last\n"},
    {"TwoAnchors", "^ | {s:person}",
     "2: anchor can match nowhere here; expected | or ^ first and $ last\n"},
    {"RoleTwice", "{s:person} {s:office}", "11: role stands twice; expected each role once\n"},
    {"InnerRoleTwice", "{s:facility[s:office]}", "0: role stands twice; expected each role once\n"},
    {"InnerRoleAsOther", "{s:person} {x:facility[s:office]}",
     "11: role stands twice; expected each role once\n"},
    {"TooManyElements",
     "{s:person} 'a' 'b' 'c' 'd' 'e' 'f' 'g' 'h' 'i' 'j' 'k' 'l' 'm' 'n' 'o' 'p' 'q' 'r' 's' 't' "
     "'u' 'v' 'w' <run>",
     "103: pattern is too long; expected at most 24 elements\n"},
    {"OneFaultAPattern", "{:} {s:nothing} <nothing> ..8", "1: name is missing; expected a role\n"},
};
INSTANTIATE_TEST_SUITE_P(Elements, Pattern, testing::ValuesIn(kElements), kName);
INSTANTIATE_TEST_SUITE_P(Syntax, Pattern, testing::ValuesIn(kSyntax), kName);
INSTANTIATE_TEST_SUITE_P(Names, Pattern, testing::ValuesIn(kNames), kName);
INSTANTIATE_TEST_SUITE_P(Reserved, Pattern, testing::ValuesIn(kReserved), kName);
INSTANTIATE_TEST_SUITE_P(Order, Pattern, testing::ValuesIn(kOrder), kName);

TEST(Pattern, NamesAreOfLettersDigitsAndLines) {
  EXPECT_TRUE(IsPatternName("Leader-title_2"));
  for (const char* name : {"", "a b", "a.b", "翰", "a|b", "a>"})
    EXPECT_FALSE(IsPatternName(name)) << name;
}

TEST(Pattern, LongOneIsAFault) {
  std::string pattern = "{s:person}";
  for (int i = 0; i < 1'000'000; ++i) pattern += "'a'";
  EXPECT_EQ(Parse(pattern), "79: pattern is too long; expected at most 24 elements\n");
}

}  // namespace
}  // namespace zhitu::extract
