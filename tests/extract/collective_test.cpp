#include "extract/collective.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/support/marked_scene.h"

namespace zhitu::extract {
namespace {

const char kPreset[] =
    "discourse: {counted: [program], measures: [个, 大]}\n"
    "quantities: {digits: {一: 1, 二: 2, 三: 3, 五: 5, 六: 6}, scales: {十: 10}}\n";

// `member < whole`, sorted, with the places of the evidence.
std::string Show(const RuleInput& input, bool places = false) {
  std::vector<std::string> lines;
  for (const Statement& s : FindCollectives(input)) {
    std::string& line =
        lines.emplace_back(input.entities.Name(s.subject) + " < " + input.entities.Name(s.object));
    if (!places) continue;
    for (const Span& span : s.evidence)
      line += ' ' + std::to_string(span.begin) + '-' + std::to_string(span.end);
  }
  std::sort(lines.begin(), lines.end());
  std::string shown;
  for (const std::string& line : lines) shown += line + '\n';
  return shown;
}

struct CountCase {
  const char* name;
  const char* text;
  const char* expected;
};
void PrintTo(const CountCase& c, std::ostream* out) { *out << c.name; }
class Collectives : public testing::TestWithParam<CountCase> {};

TEST_P(Collectives, HaveMembers) {
  const MarkedScene scene(kPreset, GetParam().text);
  EXPECT_EQ(Show(scene.input()), GetParam().expected);
}

const CountCase kCounting[] = {
    {"WordAtTheEnd", "[三星:program]：[平安星:program]、[兴业星:program]、[文明星:program]",
     "兴业星 < 三星\n平安星 < 三星\n文明星 < 三星\n"},
    {"WordAtTheBegin", "[三个一:program]：[一网清:program]、[一表通:program]",
     "一网清 < 三个一\n一表通 < 三个一\n"},
    {"MeasureWord", "[三大星:program]：[平安星:program]、[兴业星:program]",
     "兴业星 < 三大星\n平安星 < 三大星\n"},
    {"MeasureWordAloneIsTheWord", "[三个:program]：[两个:program]、[这个:program]",
     "两个 < 三个\n这个 < 三个\n"},
    {"InQuotes", "[“三星”支部:program]：[“平安星”:program]、[“兴业星”:program]",
     "“兴业星” < “三星”支部\n“平安星” < “三星”支部\n"},
    {"Digits", "[3星:program]：[平安星:program]、[兴业星:program]", "兴业星 < 3星\n平安星 < 3星\n"},
    {"MembersMayComeFirst", "[平安星:program]、[兴业星:program]，这是[三星:program]",
     "兴业星 < 三星\n平安星 < 三星\n"},
    {"EachOnce", "[三星:program]：[平安星:program]、[兴业星:program]和[平安星:program]",
     "兴业星 < 三星\n平安星 < 三星\n"},
};
const CountCase kNone[] = {
    {"NoName", "无", ""},
    {"NoNumeral", "[平安星:program]、[兴业星:program]", ""},
    {"NumeralAlone", "[三:program]：[平安三:program]、[兴业三:program]", ""},
    {"OneMember", "[三星:program]：[平安星:program]", ""},
    {"LessThanHalf", "[五星:program]：[平安星:program]、[兴业星:program]", ""},
    {"MoreThanTheNumber", "[二星:program]：[平安星:program]、[兴业星:program]、[文明星:program]",
     ""},
    {"OtherPlaces", "[三星:program]：[平安星:program]、[星光:program]", ""},
    {"OtherType", "[三星:program]：[平安星:office]、[兴业星:office]", ""},
    {"LongWord", "[三平安星光:program]：[乙平安星光:program]、[甲平安星光:program]", ""},
    {"LargeNumber", "[三十星:program]：[平安星:program]、[兴业星:program]", ""},
};
const CountCase kPlaces[] = {
    {"HalfOfThem", "[六星:program]：[甲星:program]、[乙星:program]、[丙星:program]",
     "丙星 < 六星\n乙星 < 六星\n甲星 < 六星\n"},
    {"PlaceOfMostMembers",
     "[三星:program]：[星光:program]、[星火:program]、[甲星:program]、[乙星:program]、[丙星:"
     "program]",
     "丙星 < 三星\n乙星 < 三星\n甲星 < 三星\n"},
    {"PlaceOfTooManyDoesNotCount",
     "[二星:program]：[星光:program]、[星火:program]、[甲星:program]、[乙星:program]、[丙星:"
     "program]",
     "星光 < 二星\n星火 < 二星\n"},
};
constexpr auto kName = [](const auto& c) { return std::string(c.param.name); };
INSTANTIATE_TEST_SUITE_P(Counting, Collectives, testing::ValuesIn(kCounting), kName);
INSTANTIATE_TEST_SUITE_P(None, Collectives, testing::ValuesIn(kNone), kName);
INSTANTIATE_TEST_SUITE_P(Places, Collectives, testing::ValuesIn(kPlaces), kName);

TEST(Collective, HasTheFirstMentionsAsEvidence) {
  const MarkedScene scene(kPreset,
                          "[甲星:program]和[乙星:program]\n[甲星:program]是[三星:program]之一");
  EXPECT_EQ(Show(scene.input(), true), "乙星 < 三星 9-15 25-31\n甲星 < 三星 0-6 25-31\n");
  const std::vector<Statement> statements = FindCollectives(scene.input());
  ASSERT_FALSE(statements.empty());
  EXPECT_EQ(statements[0].predicate, "part_of");
  EXPECT_EQ(statements[0].rule, kCollectiveRule);
  EXPECT_EQ(statements[0].confidence, 0.6);
  EXPECT_EQ(statements[0].modality, Modality::kFactual);
}

TEST(Collective, IsNoneWhereNothingIsCounted) {
  const MarkedScene scene("quantities: {digits: {三: 3}}\n",
                          "[三星:program]：[平安星:program]、[兴业星:program]");
  EXPECT_EQ(Show(scene.input()), "");
}

}  // namespace
}  // namespace zhitu::extract
