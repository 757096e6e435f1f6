#include "extract/foreign_names.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "tests/support/name_scene.h"
#include "tests/support/page.h"
#include "tests/support/test_knowledge.h"

namespace zhitu::extract {
namespace {

constexpr char kPreset[] = R"(
names:
  heads: [{words: [大学], type: organization}]
  persons:
    before: [总理, 记者]
    after: [大夫, 先生]
    says: [说]
    next: [的, 来到]
    foreign: 约翰史密斯里尔理卡沙特大来布
)";

std::string FindWith(const char* preset, const std::string& marked) {
  const Knowledge knowledge = KnowledgeOf(preset);
  const MarkedNameScene names(knowledge, marked);
  return names.Show(FindForeignNames(names.scene()));
}

struct NameCase {
  const char* name;
  std::string text;
  const char* expected;
};
void PrintTo(const NameCase& c, std::ostream* out) { *out << c.name; }
class ForeignNames : public testing::TestWithParam<NameCase> {};

TEST_P(ForeignNames, AreFound) {
  EXPECT_EQ(FindWith(kPreset, GetParam().text), GetParam().expected);
}

const NameCase kCases[] = {
    {"NoText", "", ""},
    {"NoDot", "约翰史密斯好。", ""},
    {"TwoParts", "约翰·史密斯好。", "约翰·史密斯=person@0.85"},
    {"ThreeParts", "见约翰·里尔·史密斯。", "约翰·里尔·史密斯=person@0.85"},
    {"OneCharacterEach", "约·史好。", "约·史=person@0.85"},
    {"AnotherDot", "约翰・史密斯和约翰•里尔。", "约翰・史密斯=person@0.85 约翰•里尔=person@0.85"},
    {"OtherCharactersBehind", "约翰·好史密斯。", ""},
    {"OtherCharactersBefore", "约翰好·史密斯。", ""},
    {"OtherCharactersInTheThirdPart", "约翰·史密斯·好。", "约翰·史密斯=person@0.85"},
    {"NothingBehind", "约翰·", ""},
    {"NothingBefore", "·约翰", ""},
    {"TwoDots", "约翰··史密斯", ""},
    {"Letters", "John·Smith", ""},
    {"OverALineBreak", "约|翰·史|密斯好。", "约|翰·史|密斯=person@0.85"},
    {"NotOverTwoBlocks", "约翰·\n史密斯", ""},
    {"TitleThatReachesIn", "总理里卡·史密斯好。", "里卡·史密斯=person@0.85"},
    {"TitleBefore", "记者约翰·史密斯好。", "约翰·史密斯=person@0.85"},
    {"TitleBehindThatReachesIn", "约翰·沙特大夫好。", "约翰·沙特=person@0.85"},
    {"WordBehindThatReachesIn", "约翰·史密斯来到这里。", "约翰·史密斯=person@0.85"},
    {"NoSignWithinTheFirstCharacter", "约翰·大夫好。", "约翰·大=person@0.85"},
    {"NameOfABody", "在约翰·史密斯大学。", ""},
    {"BodyElsewhere", "约翰·史密斯在大学。", "约翰·史密斯=person@0.85"},
    {"EightCharacters", "好" + Repeat("斯", 8) + "·" + Repeat("尔", 8) + "。",
     "斯斯斯斯斯斯斯斯·尔尔尔尔尔尔尔尔=person@0.85"},
    {"NineCharacters", Repeat("斯", 9) + "·" + Repeat("尔", 9),
     "斯斯斯斯斯斯斯斯·尔尔尔尔尔尔尔尔=person@0.85"},
};
INSTANTIATE_TEST_SUITE_P(All, ForeignNames, testing::ValuesIn(kCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(ForeignName, IsNotLookedForWithoutItsCharacters) {
  EXPECT_EQ(FindWith("names: {persons: {surname: 李}}\n", "约翰·史密斯"), "");
}

}  // namespace
}  // namespace zhitu::extract
