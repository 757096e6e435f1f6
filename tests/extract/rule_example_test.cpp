#include "extract/rule_example.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "extract/preset_reader.h"

namespace zhitu::extract {
namespace {

const char kPreset[] =
    "text: {clause_end: '，', list_separator: [、]}\n"
    "lexicons: {launch: [打造]}\n"
    "rules:\n"
    "  - {id: launch, pattern: '{s:community} .. <launch> {o:program}+', predicate: launched,\n"
    "     subject: s, object: o}\n"
    "  - {id: byline, pattern: '{o:person}', predicate: reported_by, subject: document, object: "
    "o,\n"
    "     zones: [byline]}\n"
    "  - {id: title, pattern: '^ {o:person} $', predicate: about, subject: document, object: o}\n";

struct ExampleCase {
  const char* name;
  const char* rule;
  bool holds;
  std::string text;
  const char* problem;
};
void PrintTo(const ExampleCase& c, std::ostream* out) { *out << c.name; }
constexpr auto kName = [](const auto& c) { return std::string(c.param.name); };
class Example : public testing::TestWithParam<ExampleCase> {};

TEST_P(Example, IsChecked) {
  PresetReader reader;
  reader.Read("p.yaml", kPreset);
  const Knowledge knowledge = reader.Take();
  std::string shown;
  for (Rule rule : knowledge.rules) {
    if (rule.id != GetParam().rule) continue;
    rule.examples = {{GetParam().text, GetParam().holds, {"r.yaml", 7, 9}}};
    for (const Problem& problem : CheckExamples(rule, knowledge)) shown += Describe(problem) + '\n';
  }
  EXPECT_EQ(shown, GetParam().problem);
}

constexpr bool kYes = true;
constexpr bool kNo = false;
const ExampleCase kGood[] = {
    {"Yes", "launch", kYes, "[甲社区:community]打造[乙:program] -> 甲社区 launched 乙", ""},
    {"No", "launch", kNo, "[甲社区:community]喜欢[乙:program]", ""},
    {"NoOfAnotherType", "launch", kNo, "[甲社区:community]打造[乙:facility]", ""},
    {"StatementsInAnyOrder", "launch", kYes,
     "[甲:community]打造[乙:program]、[丙:program] -> 甲 launched 乙; 甲 launched 丙", ""},
    {"NestedMarks", "launch", kYes,
     "[[甲:place]社区:community]打造[乙[丙:road]:program] -> 甲社区 launched 乙丙", ""},
    {"SameNameTwice", "launch", kYes,
     "[甲:community]打造[乙:program]，[甲:community]打造[乙:program] -> 甲 launched 乙", ""},
    {"ColonInTheName", "launch", kYes, "[甲:乙:community]打造[丙:program] -> 甲:乙 launched 丙",
     ""},
    {"ArrowInTheText", "launch", kYes, "a -> b [甲:community]打造[乙:program] -> 甲 launched 乙",
     ""},
    {"TypeOfOnesOwn", "launch", kNo, "[甲:ship]打造[乙:program]", ""},
    {"SeveralSentences", "launch", kNo, "[甲:community]。打造[乙:program]", ""},
    {"InTheZoneOfTheRule", "byline", kYes, "记者[李青:person] -> document reported_by 李青", ""},
    {"WholeText", "title", kYes, "[李青:person] -> document about 李青", ""},
    {"EmptyNo", "launch", kNo, "", ""},
    {"YesThatGivesNothing", "launch", kYes, "[甲:community] -> ", ""},
};
const ExampleCase kFailed[] = {
    {"GivesNothing", "launch", kYes, "[甲:community]喜欢[乙:program] -> 甲 launched 乙",
     "r.yaml:7:9: example of `yes` of rule 'launch': it gives nothing; expected '甲 launched "
     "乙'\n"},
    {"GivesLess", "launch", kYes,
     "[甲:community]打造[乙:program]和[丙:program] -> 甲 launched 乙; 甲 launched 丙",
     "r.yaml:7:9: example of `yes` of rule 'launch': it gives '甲 launched 乙'; expected '甲 "
     "launched 丙; 甲 launched 乙'\n"},
    {"GivesMore", "launch", kYes, "[甲:community]打造[乙:program]、[丙:program] -> 甲 launched 乙",
     "r.yaml:7:9: example of `yes` of rule 'launch': it gives '甲 launched 丙; 甲 launched 乙'; "
     "expected '甲 launched 乙'\n"},
    {"GivesSomething", "launch", kNo, "[甲:community]打造[乙:program]",
     "r.yaml:7:9: example of `no` of rule 'launch': it gives '甲 launched 乙'; expected nothing\n"},
    {"SaidTwice", "launch", kYes,
     "[甲:community]打造[乙:program] -> 甲 launched 乙; 甲 launched 乙",
     "r.yaml:7:9: example of `yes` of rule 'launch': it gives '甲 launched 乙'; expected '甲 "
     "launched 乙; 甲 launched 乙'\n"},
};
const ExampleCase kMalformed[] = {
    {"NoArrow", "launch", kYes, "[甲:community]打造[乙:program]",
     "r.yaml:7:9: example of `yes` of rule 'launch': no ' -> ' in it; expected a text -> what it "
     "says\n"},
    {"NeverOpened", "launch", kNo, "甲:community]",
     "r.yaml:7:9: example of `no` of rule 'launch': ] without [; expected [name:type]\n"},
    {"NeverClosed", "launch", kNo, "[甲:community",
     "r.yaml:7:9: example of `no` of rule 'launch': [ without ]; expected [name:type]\n"},
    {"OuterNeverClosed", "launch", kNo, "[[甲:community]",
     "r.yaml:7:9: example of `no` of rule 'launch': [ without ]; expected [name:type]\n"},
    {"NoType", "launch", kNo, "a:b [甲]",
     "r.yaml:7:9: example of `no` of rule 'launch': name without type; expected [name:type]\n"},
    {"NoName", "launch", kNo, "[:community]",
     "r.yaml:7:9: example of `no` of rule 'launch': name without type; expected [name:type]\n"},
    {"NoTypeName", "launch", kNo, "[甲:Community]",
     "r.yaml:7:9: example of `no` of rule 'launch': 'Community' is no type name; expected small "
     "letters, digits and _\n"},
    {"EmptyType", "launch", kNo, "[甲:]",
     "r.yaml:7:9: example of `no` of rule 'launch': '' is no type name; expected small letters, "
     "digits and _\n"},
};
INSTANTIATE_TEST_SUITE_P(Good, Example, testing::ValuesIn(kGood), kName);
INSTANTIATE_TEST_SUITE_P(Failed, Example, testing::ValuesIn(kFailed), kName);
INSTANTIATE_TEST_SUITE_P(Malformed, Example, testing::ValuesIn(kMalformed), kName);

}  // namespace
}  // namespace zhitu::extract
