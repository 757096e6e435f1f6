#include "extract/dictionary_lint.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

namespace zhitu::extract {
namespace {

struct LintCase {
  const char* name;
  std::string rows;  // name,type,aliases,parent,id,case
  std::string findings;
};
void PrintTo(const LintCase& c, std::ostream* out) { *out << c.name; }
class LintNamesOf : public testing::TestWithParam<LintCase> {};

std::vector<Finding> Lint(const std::vector<std::string>& texts) {
  DictionaryTable table;
  std::vector<std::string> files;
  std::vector<Problem> problems;
  for (const std::string& text : texts) {
    files.push_back(std::to_string(files.size()) + ".csv");
    ReadDictionaryRows(files.back(), "name,type,aliases,parent,id,case\n" + text, problems,
                       [&](const DictionaryRow& row) { table.Add(files.size() - 1, row); });
  }
  EXPECT_TRUE(problems.empty());
  return LintNames(table, files, ReadLintRules());
}

std::string Show(const std::vector<Finding>& findings) {
  std::string shown;
  for (const Finding& finding : findings) {
    shown += Describe(finding.problem) + " [" + std::string(finding.code) + "]\n";
    EXPECT_TRUE(std::any_of(LintCodes().begin(), LintCodes().end(),
                            [&](const LintCode& code) { return code.name == finding.code; }));
  }
  return shown;
}

TEST_P(LintNamesOf, GivesFindings) {
  EXPECT_EQ(Show(Lint({GetParam().rows})), GetParam().findings);
}

const LintCase kEqualForms[] = {
    {"Clean", "翰林社区,community,翰林,枫杨办事处,,\n枫杨办事处,office,枫杨,,,\n", ""},
    {"Collision", "双桥社区,community,双桥,,,\n双桥路,road,双桥,,,\n",
     "0.csv:2:16: '双桥' names 2 entities: 'community:双桥社区' (0.csv:2), 'road:双桥路' "
     "(0.csv:3); a text "
     "decides by parents and context words only [collision]\n"},
    {"CollisionOfMany",
     "甲乙丙,place,,p,1,\n甲乙丙,place,,q,2,\n甲乙丙,road,,,3,\n甲乙丙,road,,,4,\n",
     "0.csv:2:1: '甲乙丙' names 4 entities: '1' (0.csv:2), '2' (0.csv:3), '3' (0.csv:4) and 1 "
     "more; a "
     "text decides by parents and context words only [collision]\n"},
    {"SameName", "重慶路,road,,,1,\n重庆路,road,,p,2,\n",
     "0.csv:2:1: '重慶路' names 2 entities: '1' (0.csv:2), '2' (0.csv:3); expected one, or parents "
     "that tell them apart [same-name]\n"},
    {"Repeated", "ＡＢＣ,place,甲乙|abc|甲乙,,,\n",
     "0.csv:2:11: alias 'abc' reads like name 'ＡＢＣ' of the same entity; one is enough "
     "[repeated-form]\n"
     "0.csv:2:11: alias '甲乙' reads like alias '甲乙' of the same entity; one is enough "
     "[repeated-form]\n"},
    {"Invisible", "甲乙,place,\xE2\x81\xA0,,,\n",
     "0.csv:2:10: alias '\xE2\x81\xA0' holds U+2060; expected characters that one sees "
     "[characters]\n"
     "0.csv:2:10: alias '\xE2\x81\xA0' has no visible character and never matches "
     "[repeated-form]\n"},
    {"Ignored", "甲乙丙,place,,,,\n丁戊,road,甲乙丙,,,\n甲乙丙,ignore,,,,\n",
     "0.csv:2:1: name '甲乙丙' never matches, since 0.csv:4 ignores it; expected one or the other "
     "[ignored-form]\n"
     "0.csv:3:9: alias '甲乙丙' never matches, since 0.csv:4 ignores it; expected one or the other "
     "[ignored-form]\n"},
};
INSTANTIATE_TEST_SUITE_P(EqualForms, LintNamesOf, testing::ValuesIn(kEqualForms),
                         [](const auto& c) { return std::string(c.param.name); });

const LintCase kSingleForms[] = {
    {"ShortHan", "统,program,,,,\n",
     "0.csv:2:1: name '统' is very short; expected at least two Han characters or three letters "
     "[short-form]\n"},
    {"ShortLatin", "US,place,,,,\nEU,place,,,,exact\nUSA,place,,,,\n",
     "0.csv:2:1: name 'US' is very short; expected at least two Han characters or three letters "
     "[short-form]\n"},
    {"Common", "某办事处,office,办事处,,,\n居民,ignore,,,,\n",
     "0.csv:2:13: alias '办事处' is a common word; expected a form that names this entity alone, "
     "or "
     "context words [common-form]\n"},
    {"Characters", "甲\xE2\x80\xAE乙,place,a  b,,,\n",
     "0.csv:2:1: name '甲\\u202e乙' holds U+202E; expected characters that one sees [characters]\n"
     "0.csv:2:11: alias 'a  b' holds two spaces side by side; expected one [characters]\n"},
    {"Separators", "甲；乙,place,丙；丁|戊、己,,,\n",
     "0.csv:2:11: alias '丙；丁' holds '；'; expected aliases parted by bars (|) [separator]\n"},
};
INSTANTIATE_TEST_SUITE_P(SingleForms, LintNamesOf, testing::ValuesIn(kSingleForms),
                         [](const auto& c) { return std::string(c.param.name); });

const LintCase kLikeNames[] = {
    {"Slip", "枫杨街道居民会,community,,,,\n枫扬街道居民会,community,,,,\n",
     "0.csv:3:1: name '枫扬街道居民会' is one character away from '枫杨街道居民会' (0.csv:2); a "
     "slip? "
     "[near-name]\n"},
    {"OtherType", "枫杨街道居民会,community,,,,\n枫扬街道居民会,office,,,,\n", ""},
    {"OtherParents", "枫杨街道居民会,community,,p,,\n枫扬街道居民会,community,,q,,\n", ""},
    {"Series", "枫杨街道第一会,community,,,,\n枫杨街道第二会,community,,,,\n", ""},
    {"ShortNames", "枫杨街道会,community,,,,\n枫扬街道会,community,,,,\n", ""},
    {"Endings", "枫杨街道办事处,office,,,,\n枫杨办事处,office,,,,\n枫杨办事处党工委,office,,,,\n",
     "0.csv:3:1: name '枫杨办事处' and '枫杨街道办事处' (0.csv:2) differ in their endings only; "
     "expected "
     "one entity with an alias [ending-variant]\n"},
    {"EndingsOfOtherTypes", "枫杨社区,community,,,,\n枫杨社区居委会,organization,,,,\n", ""},
    {"EndingsOfOtherParents", "枫杨社区,community,,p,,\n枫杨社区居委会,community,,q,,\n", ""},
    {"EndingsInEnglish", "Acme Ltd.,organization,,,,\n\"Acme, Inc\",organization,,,,\n",
     "0.csv:3:1: name 'Acme, Inc' and 'Acme Ltd.' (0.csv:2) differ in their endings only; expected "
     "one entity with an alias [ending-variant]\n"},
};
INSTANTIATE_TEST_SUITE_P(LikeNames, LintNamesOf, testing::ValuesIn(kLikeNames),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(LintNames, LooksOverAllFilesInTheirOrder) {
  EXPECT_EQ(
      Show(Lint({"甲乙,place,统,,,\n", "统一,road,统,,,\n"})),
      "0.csv:2:10: '统' names 2 entities: 'place:甲乙' (0.csv:2), 'road:统一' (1.csv:2); a text "
      "decides by parents and context words only [collision]\n"
      "0.csv:2:10: alias '统' is very short; expected at least two Han characters or three "
      "letters [short-form]\n"
      "1.csv:2:9: alias '统' is very short; expected at least two Han characters or three "
      "letters [short-form]\n");
}

}  // namespace
}  // namespace zhitu::extract
