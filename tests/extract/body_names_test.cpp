#include "extract/body_names.h"

#include <gtest/gtest.h>

#include <chrono>
#include <ostream>
#include <string>

#include "tests/support/name_scene.h"
#include "tests/support/page.h"
#include "tests/support/test_knowledge.h"

namespace zhitu::extract {
namespace {

constexpr char kPreset[] = R"(
text: {clause_end: "，、：", sentence_end: "。！？"}
names:
  extensions:
    - {words: [党委, 政府, 人民政府], of: [place, office], type: office}
    - {words: [党委], of: [community], type: organization}
    - {words: [党群服务中心, 党委], of: [place, community, facility], type: facility}
  heads:
    - {words: [有限公司, 集团有限公司], with: [place], free: true, longest: 6, type: organization}
    - {words: [合作社, 专业合作社], with: [place], behind: [community], longest: 4, type: organization}
    - {words: [小区], behind: [place, community], longest: 3, type: community}
    - {words: [花园, 小区], free: true, longest: 3, type: facility}
  stop: [的, 在]
  lead_in: [老旧, 打造]
  title: [党委书记, 政府工作报告]
)";

std::string Find(const std::string& marked) {
  static const Knowledge knowledge = KnowledgeOf(kPreset);
  const MarkedNameScene names(knowledge, marked);
  return names.Show(FindBodyNames(names.scene()));
}

struct NameCase {
  const char* name;
  const char* text;
  const char* expected;
};
void PrintTo(const NameCase& c, std::ostream* out) { *out << c.name; }
constexpr auto kName = [](const auto& c) { return std::string(c.param.name); };
class BodyNames : public testing::TestWithParam<NameCase> {};

TEST_P(BodyNames, AreFound) { EXPECT_EQ(Find(GetParam().text), GetParam().expected); }

const NameCase kExtensions[] = {
    {"NoText", "", ""},
    {"NoName", "兴泉镇党委来了。", ""},
    {"NoExtension", "[兴泉镇:place]来了。", ""},
    {"AllOfTheText", "[兴泉镇:place]党委", "兴泉镇党委=office@0.85"},
    {"InASentence", "昨天[兴泉镇:place]党委来了。", "兴泉镇党委=office@0.85"},
    {"TypeOfTheName", "[北门社区:community]党委好。", "北门社区党委=organization@0.85"},
    {"FirstThatFits", "[北门食堂:facility]党委好。", "北门食堂党委=facility@0.85"},
    {"OtherType", "[云川:road]党委好。", ""},
    {"LongestWord", "[兴泉镇:place]人民政府好。", "兴泉镇人民政府=office@0.85"},
    {"LongestOfSeveral", "[北门社区:community]党群服务中心好。",
     "北门社区党群服务中心=facility@0.85"},
    {"NotDirectlyBehind", "[兴泉镇:place]的党委好。", ""},
    {"BehindTheOuterName", "[[云川:place]办:office]党委好。", "云川办党委=office@0.85"},
    {"BehindANestedName", "[[云川:place]党委会:office]好。", ""},
    {"BehindTheLast", "[云川区:place][兴泉镇:place]党委好。", "兴泉镇党委=office@0.85"},
    {"Several", "[兴泉镇:place]党委、[北门社区:community]党委好。",
     "兴泉镇党委=office@0.85 北门社区党委=organization@0.85"},
    {"Title", "[兴泉镇:place]党委书记来了。", "兴泉镇党委=office@0.85+title"},
    {"TitleOfAnother", "[兴泉镇:place]政府书记来了。", "兴泉镇政府=office@0.85"},
    {"LongerTitle", "[兴泉镇:place]政府工作报告好。", "兴泉镇政府=office@0.85+title"},
    {"SentenceBetween", "来了[兴泉镇:place]。党委好。", ""},
    {"BlockBetween", "来了[兴泉镇:place]\n党委好。", ""},
    {"LineBreakBetween", "来了[兴泉镇:place]|党委好。", "兴泉镇|党委=office@0.85"},
    {"LineBreakInTheWord", "来了[兴泉镇:place]人民|政府好。", "兴泉镇人民|政府=office@0.85"},
    {"SpaceBetween", "来了[兴泉镇:place] 党委好。", "兴泉镇 党委=office@0.85"},
    {"Traditional", "來了[興泉鎮:place]黨委好。", "興泉鎮黨委=office@0.85"},
    {"FirstOfTwoReadings", "[兴泉:place]党委，[兴泉:road]党委。",
     "兴泉党委=office@0.85 兴泉党委=office@0.85"},
};
INSTANTIATE_TEST_SUITE_P(Extensions, BodyNames, testing::ValuesIn(kExtensions), kName);

const NameCase kHeads[] = {
    {"BeginsWithAName", "来了[云川:place]春禾合作社。", "云川春禾合作社=organization@0.75"},
    {"BeginsAtTheText", "[云川:place]春禾合作社", "云川春禾合作社=organization@0.75"},
    {"BehindAName", "来了[云川:place]春禾小区。", "春禾小区=community@0.75"},
    {"WithOneTypeBehindAnother", "来了[北门社区:community]春禾合作社。",
     "春禾合作社=organization@0.75"},
    {"NeitherWithNorBehind", "来了[云川路:road]春禾合作社。", ""},
    {"NothingBetween", "来了[云川:place]合作社，[云川:place]小区。", ""},
    {"LongestHead", "来了[云川:place]春禾专业合作社。", "云川春禾专业合作社=organization@0.75"},
    {"HeadInsideALongerOne", "来了[云川:place]好集团有限公司。",
     "云川好集团有限公司=organization@0.75"},
    {"AsLongAsMayBe", "[云川:place]一二三四合作社。", "云川一二三四合作社=organization@0.75"},
    {"TooLong", "[云川:place]一二三四五合作社。", ""},
    {"NoNameBefore", "来了春禾合作社。", ""},
    {"NameInTheClauseBefore", "[云川:place]来，春禾合作社。", ""},
    {"NameInTheSentenceBefore", "[云川:place]。春禾合作社。", ""},
    {"NameInTheBlockBefore", "[云川:place]\n春禾合作社。", ""},
    {"StopBetween", "[云川:place]的春禾合作社。", ""},
    {"DigitBetween", "[云川:place]3号合作社。", ""},
    {"LetterBetween", "[云川:place]A号合作社。", "云川A号合作社=organization@0.75"},
    {"LeadInBetween", "[云川:place]老旧春禾合作社。", "云川老旧春禾合作社=organization@0.75"},
    {"LeadInBetweenIfNoneBeginsWithAName", "[云川:place]老旧春禾小区。", "春禾小区=facility@0.6"},
    {"TwoHeads", "[云川:place]春禾小区、[云川:place]丰禾小区。",
     "春禾小区=community@0.75 丰禾小区=community@0.75"},
    {"HeadOfAKnownName", "[云川:place]下辖[春禾小区:community]好。", ""},
    {"HeadInsideAKnownName", "[云川:place]下辖[春禾小区委:office]好。", ""},
    {"HeadBeforeAKnownName", "[云川:place]春禾小区[区委:office]好。", "春禾小区=community@0.75"},
    {"HeadThatCutsAKnownName", "[云川:place]春禾小[区委:office]好。", "春禾小区=community@0.75"},
    {"HeadBehindAHead", "[云川:place]春禾小区合作社。",
     "云川春禾小区合作社=organization@0.75 春禾小区=community@0.75"},
    {"LineBreakInside", "来了[云川:place]春|禾小|区。", "春|禾小|区=community@0.75"},
    {"Traditional", "來了[雲川:place]豐禾小區。", "豐禾小區=community@0.75"},
    {"OutermostNameBefore", "[北门[云川:place]:community]春禾小区。", "春禾小区=community@0.75"},
};
INSTANTIATE_TEST_SUITE_P(Heads, BodyNames, testing::ValuesIn(kHeads), kName);

const NameCase kFree[] = {
    {"AtTheBeginning", "时荔塑业有限公司好。", "时荔塑业有限公司=organization@0.6"},
    {"AllOfTheText", "时荔有限公司", "时荔有限公司=organization@0.6"},
    {"BehindAComma", "好，时荔有限公司好。", "时荔有限公司=organization@0.6"},
    {"BehindAStop", "办了在时荔有限公司。", "时荔有限公司=organization@0.6"},
    {"BehindALeadIn", "他们打造时荔有限公司。", "时荔有限公司=organization@0.6"},
    {"ANameBeforeTheLeadIn", "[云川:place]打造时荔有限公司。",
     "云川打造时荔有限公司=organization@0.75"},
    {"OneCharacter", "好，时有限公司好。", ""},
    {"NoCharacter", "好，有限公司好。", ""},
    {"TooLong", "好，一二三四五六七有限公司好。", ""},
    {"BehindANameOfAnotherType", "[云川路:road]时荔有限公司好。", ""},
    {"NotFree", "在春禾合作社。", ""},
    {"SecondHeadOfTheWord", "在春禾小区。", "春禾小区=facility@0.6"},
};
INSTANTIATE_TEST_SUITE_P(Free, BodyNames, testing::ValuesIn(kFree), kName);

TEST(BodyName, IsNotLookedForWithoutRules) {
  const Knowledge knowledge = KnowledgeOf("names: {stop: 的, title: 党委书记}\n");
  const MarkedNameScene names(knowledge, "[兴泉镇:place]党委书记");
  EXPECT_EQ(names.Show(FindBodyNames(names.scene())), "");
}

TEST(BodyName, TellsTheRule) {
  const Knowledge knowledge = KnowledgeOf(kPreset);
  const MarkedNameScene names(knowledge, "[兴泉镇:place]党委和[云川:place]春禾小区");
  std::string shown;
  for (const NameCandidate& candidate : FindBodyNames(names.scene())) {
    shown += candidate.why;
    shown += '\n';
  }
  EXPECT_EQ(shown, "extended name\nname with a head\n");
}

// Far below the limit where time grows with the length, far above it where it grows with its
// square.
class BodyNameTime : public testing::Test {
 protected:
  void TearDown() override {
    EXPECT_LT(std::chrono::steady_clock::now() - begin_, std::chrono::seconds(60));
  }
  static std::size_t Count(const std::string& marked) {
    static const Knowledge knowledge = KnowledgeOf(kPreset);
    return FindBodyNames(MarkedNameScene(knowledge, marked).scene()).size();
  }
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

TEST_F(BodyNameTime, ManyNames) {
  EXPECT_EQ(Count(Repeat("[兴泉镇:place]党委", 50'000)), 50'000U);
  EXPECT_EQ(Count(Repeat("[云川:place]春禾小区", 50'000)), 50'000U);
}

TEST_F(BodyNameTime, HeadsWithoutEnd) {
  EXPECT_EQ(Count(Repeat("小区", 200'000)), 1U);
  EXPECT_EQ(Count(Repeat("春", 300'000) + "有限公司"), 0U);
  EXPECT_EQ(Count("[云川:place]" + Repeat("合作社", 100'000)), 1U);
}

}  // namespace
}  // namespace zhitu::extract
