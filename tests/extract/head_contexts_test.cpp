#include "extract/head_contexts.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "extract/fold.h"
#include "extract/utf8.h"
#include "tests/support/test_knowledge.h"

namespace zhitu::extract {
namespace {

const char kRules[] = R"(
quantities: {digits: {三: 3}, more: [余]}
suggest:
  heads:
    - {words: [社区], type: community, longest: 4, within: [place, office]}
    - {words: [办事处], type: office, within: [place]}
    - {words: [高新区], type: place, alone: true}
    - {words: [河], type: place, weak: true}
    - {words: [路], type: road, plain: true}
    - {words: [路口], type: place, with: [road], joins: true}
    - {words: [食堂], type: facility, with: [community], within: [community]}
  not_heads: [道路, 路面]
  stop: [在, 和, 走进, 的]
  measure: [个]
  keep: [和平]
  generic: [便民, 惠民, 老, 路灯]
  standing: {place: [云南]}
)";

std::string ShowBefore(char32_t before) {
  if (before == HeadContext::kGoesOn) return "...";
  if (before == HeadContext::kBehindName) return "name ";
  if (before == HeadContext::kLineStart) return "^";
  std::string text;
  AppendUtf8(before, text);
  return text;
}

// `^东风[路]`: what stands before, what the name may hold, its head; then what is noted of it.
std::string Show(const HeadContext& context) {
  std::string shown = ShowBefore(context.before) + context.left + '[' + context.word + ']';
  if (!context.outer.empty()) shown += " outer=" + context.outer;
  if (!context.unit.empty()) shown += " unit=" + context.unit;
  if (context.least > 1) shown += " least=" + std::to_string(context.least);
  if (context.generic > 0) shown += " generic=" + std::to_string(context.generic);
  if (context.bare > 0) shown += " bare=" + std::to_string(context.bare);
  if (context.dull > 0) shown += " dull=" + std::to_string(context.dull);
  if (context.quoted) shown += " quoted";
  return shown;
}

struct HeadCase {
  const char* name;
  const char* text;
  std::vector<std::string> expected;
};
void PrintTo(const HeadCase& c, std::ostream* out) { *out << c.name; }
class HeadContexts : public testing::TestWithParam<HeadCase> {};

TEST_P(HeadContexts, AreFound) {
  const Knowledge knowledge = KnowledgeOf(kRules);
  NameContexts contexts;
  FindHeadContexts(FoldName(GetParam().text), knowledge, {}, contexts);
  std::vector<std::string> shown;
  for (const HeadContext& context : contexts.heads) shown.push_back(Show(context));
  for (const std::string& word : contexts.alone) shown.push_back("alone " + word);
  EXPECT_EQ(shown, GetParam().expected);
}

const HeadCase kHeadCases[] = {
    {"Nothing", "", {}},
    {"NoHead", "今天下雨", {}},
    {"AtTheBeginning", "紫竹社区", {"^紫竹[社区]"}},
    {"BehindAMark", "他说，紫竹社区", {",紫竹[社区]"}},
    {"BehindAStop", "走进紫竹社区", {"进紫竹[社区]"}},
    {"SoManyCharacters", "一二天地玄黄社区", {"...天地玄黄[社区]"}},
    {"AKeptWordHoldsAStop", "和平社区", {"^和平[社区]"}},
    {"AStopThatIsNotKept", "山和水社区", {"和水[社区]"}},
    {"BehindANumber", "三个社区", {}},
    {"BehindANumberOfDigits", "6个社区", {}},
    {"AMeasureAlone", "个旧社区", {"^个旧[社区]"}},
    {"WordsThatHoldAHead", "道路路面", {}},
    {"AHeadAlone", "在社区", {}},
    {"AHeadThatStandsForAName", "在高新区", {"alone 高新区"}},
    {"Quoted", "“红旗社区”", {"\"红旗[社区] quoted"}},
};
INSTANTIATE_TEST_SUITE_P(LeftEnds, HeadContexts, testing::ValuesIn(kHeadCases),
                         [](const auto& c) { return std::string(c.param.name); });

const HeadCase kSeveralCases[] = {
    {"ALargerUnit",
     "郑州高新区枫杨办事处",
     {"^郑州[高新区]", "name 枫杨[办事处] outer=郑州高新区"}},
    {"NoLargerUnitOfThatType", "紫竹社区东风路", {"^紫竹[社区]", "name 东风[路]"}},
    {"AStandingName", "云南紫竹社区", {"name 紫竹[社区] outer=云南"}},
    {"AStandingNameBeforeAHead", "云南路", {"^云南[路]"}},
    {"ARoadInAName", "建兴路社区", {"^建兴路[社区] least=2"}},
    {"ARiverInAName", "须水河东路", {"^须水河东[路] least=3"}},
    {"ANameBeginsWithAnother",
     "紫竹社区食堂",
     {"^紫竹[社区]", "^紫竹社区[食堂] unit=紫竹社区 least=3 generic=2 bare=4"}},
    {"AnotherStandsBeforeIt",
     "紫竹社区小丁食堂",
     {"^紫竹[社区]", "name 小丁[食堂] outer=紫竹社区"}},
    {"TwoNamesMakeOne", "石楠路春藤路口", {"^石楠[路]", "^石楠路春藤[路口] least=4"}},
};
INSTANTIATE_TEST_SUITE_P(Several, HeadContexts, testing::ValuesIn(kSeveralCases),
                         [](const auto& c) { return std::string(c.param.name); });

const HeadCase kDullCases[] = {
    {"AllOfIt", "惠民食堂", {"^惠民[食堂] generic=2 bare=4"}},
    {"TheEnd", "紫竹便民食堂", {"^紫竹便民[食堂] generic=2 bare=4"}},
    {"TheBeginning", "便民紫竹社区", {"^便民紫竹[社区] dull=16"}},
    {"OneCharacterAlone", "老社区", {"^老[社区] bare=2"}},
    {"OneCharacterOfAName", "老山社区", {"^老山[社区]"}},
    {"AWordAndOneCharacter", "便民老社区", {"^便民老[社区] bare=10 dull=8"}},
};
INSTANTIATE_TEST_SUITE_P(DullWords, HeadContexts, testing::ValuesIn(kDullCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(HeadContexts, PassesOverKnownNames) {
  const Knowledge knowledge = KnowledgeOf(kRules);
  const std::string text = "紫竹社区枫杨办事处";
  const std::vector<KnownName> known = {{{0, std::string("紫竹社区").size()}, "place"}};
  NameContexts contexts;
  FindHeadContexts(text, knowledge, known, contexts);
  ASSERT_EQ(contexts.heads.size(), 1U);
  EXPECT_EQ(Show(contexts.heads[0]), "name 枫杨[办事处] outer=紫竹社区");
}

TEST(HeadContexts, TellsWhatStandsBehind) {
  const Knowledge knowledge = KnowledgeOf(kRules);
  NameContexts contexts;
  FindHeadContexts("塞浦路斯。东风路", knowledge, {}, contexts);
  ASSERT_EQ(contexts.heads.size(), 2U);
  EXPECT_EQ(contexts.heads[0].after, U'斯');
  EXPECT_EQ(contexts.heads[1].after, HeadContext::kLineStart);
}

TEST(HeadContexts, CutsChainsOfHeads) {
  const Knowledge knowledge = KnowledgeOf(kRules);
  std::string text = "东";
  for (int i = 0; i < 1000; ++i) text += "路社区";
  NameContexts contexts;
  FindHeadContexts(text, knowledge, {}, contexts);
  ASSERT_FALSE(contexts.heads.empty());
  for (const HeadContext& context : contexts.heads)
    EXPECT_LE(CountCodePoints(context.left), 15U) << context.left;
}

TEST(HeadContexts, NeedsRules) {
  NameContexts contexts;
  FindHeadContexts("紫竹社区", Knowledge(), {}, contexts);
  EXPECT_TRUE(contexts.heads.empty());
}

}  // namespace
}  // namespace zhitu::extract
