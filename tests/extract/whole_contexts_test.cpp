#include "extract/whole_contexts.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "tests/support/whole_names.h"

namespace zhitu::extract {
namespace {

const char kRules[] = R"(
text:
  sentence_end: "。！？；"
  clause_end: "，、："
  openers: "“‘『"
  closers: "”’』"
  list_separator: ["、", 和]
quoted_names: {ignore: [两委]}
suggest:
  stop: [在]
  generic: [社群, 主题]
  quoted: {program: [品牌, 活动, 创建, 字诀], organization: [服务队]}
  quoted_ends: {program: [节, 议事会], organization: [联盟], facility: [食堂]}
  between: [等]
  launch: [开展, 举办, 打造, 策划]
  figure: [作为]
  figure_ends: [度]
  phrases: {program: [市集, 培训]}
  phrase_stop: [等, 的]
  standing: {office: [党中央], place: [云南]}
  heads: [{words: [省], type: place}]
)";

struct WholeCase {
  const char* name;
  const char* text;
  std::vector<std::string> expected;
};
void PrintTo(const WholeCase& c, std::ostream* out) { *out << c.name; }
class WholeContexts : public testing::TestWithParam<WholeCase> {};

TEST_P(WholeContexts, AreFound) {
  EXPECT_EQ(WholeNames(kRules, GetParam().text, FindWholeContexts), GetParam().expected);
}

const WholeCase kQuotedCases[] = {
    {"Rhetoric", "按下“加速键”。", {}},
    {"AHeadBehind", "打造“六色睦邻”品牌。", {"六色睦邻=program@0.80|“六色睦邻”品牌"}},
    {"AShortOneNeedsItsHead", "用“统”字诀。", {"“统”字诀=program@0.80"}},
    {"AShortOneWithoutHead", "开展“统”。", {}},
    {"AHeadBehindAnotherWord", "开展“童心向党”等主题活动。", {"童心向党=program@0.70"}},
    {"AHeadOfSomethingElse", "“一家亲”在社群活动。", {}},
    {"AHeadBehindAClause", "“一家亲”，活动。", {}},
    {"SeveralInARow", "“甲乙丙”“丁戊己”等品牌。", {"甲乙丙=program@0.70", "丁戊己=program@0.70"}},
    {"ItsOwnEnd", "“邻里议事会”把难题摆出来。", {"邻里议事会=program@0.65"}},
    {"ItsOwnEndTellsTheType", "“幸福食堂”品牌。", {"幸福食堂=facility@0.90|“幸福食堂”品牌"}},
    {"BehindAVerb", "开展“三亮一争”，很好。", {"三亮一争=program@0.60"}},
    {"BehindAVerbWithWhatFollows", "开展“三亮一争”工作。", {}},
    {"BeforeANumber", "开展“微实事”85件。", {"微实事=program@0.60"}},
    {"AllSigns", "开展“邻里节”活动。", {"邻里节=program@0.90|“邻里节”活动"}},
    {"AFigure", "作为“邻里节”。", {"邻里节=program@0.25"}},
    {"AFigureByItsEnd", "开展“精准度”。", {"精准度=program@0.20"}},
    {"Ignored", "“两委”创建。", {}},
    {"AClause", "“有事，找我”活动。", {}},
    {"QuotesInQuotes", "“共享一个‘嘉’”品牌。", {"共享一个‘嘉’=program@0.80|“共享一个‘嘉’”品牌"}},
    {"NotClosed", "“没有", {}},
};
INSTANTIATE_TEST_SUITE_P(Quoted, WholeContexts, testing::ValuesIn(kQuotedCases),
                         [](const auto& c) { return std::string(c.param.name); });

const WholeCase kTextCases[] = {
    {"APhrase", "举办城市探亲儿童市集。", {"城市探亲儿童市集=program@0.50"}},
    {"AListOfPhrases",
     "举办城市探亲儿童市集、指尖课堂技能培训等活动。",
     {"城市探亲儿童市集=program@0.50", "指尖课堂技能培训=program@0.50"}},
    {"BehindTwoVerbs", "策划举办城市探亲市集。", {"城市探亲市集=program@0.50"}},
    {"TooShort", "举办大市集。", {}},
    {"Generic", "举办社群主题市集。", {}},
    {"TooLong", "举办一二三四五六七八九十一二三四五市集。", {}},
    {"WithoutVerb", "城市探亲儿童市集。", {}},
    {"AStandingName", "党中央决定。", {"党中央=office@0.75"}},
    {"AStandingNameOfALongerOne", "云南省。", {}},
};
INSTANTIATE_TEST_SUITE_P(InText, WholeContexts, testing::ValuesIn(kTextCases),
                         [](const auto& c) { return std::string(c.param.name); });

}  // namespace
}  // namespace zhitu::extract
