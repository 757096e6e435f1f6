#include "extract/suggest_choice.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "extract/fold.h"
#include "extract/head_contexts.h"
#include "tests/support/test_knowledge.h"

namespace zhitu::extract {
namespace {

const char kRules[] = R"(
suggest:
  heads:
    - {words: [社区], type: community, within: [place, office], longest: 6}
    - {words: [办事处], type: office, within: [place]}
    - {words: [高新区], type: place, alone: true}
    - {words: [山], type: place, weak: true}
    - {words: [路], type: road, plain: true}
    - {words: [食堂], type: facility, with: [community], within: [community]}
  stop: [在, 的]
  generic: [便民, 人民]
)";

// What is proposed of some documents, in the order of names.
std::vector<Proposal> Choose(const std::vector<std::string>& texts) {
  static const Knowledge knowledge = KnowledgeOf(kRules);
  ContextTable table;
  for (const std::string& text : texts) {
    NameContexts contexts;
    FindHeadContexts(FoldName(text), knowledge, {}, contexts);
    table.Add(contexts);
  }
  return ChooseNames(table);
}

const Proposal* Find(const std::vector<Proposal>& proposals, const std::string& name) {
  for (const Proposal& proposal : proposals) {
    if (proposal.name == name) return &proposal;
  }
  return nullptr;
}

std::string Names(const std::vector<Proposal>& proposals) {
  std::string names;
  for (const Proposal& proposal : proposals) {
    if (proposal.confidence < 0.5) continue;
    if (!names.empty()) names += ' ';
    names += proposal.name;
  }
  return names;
}

struct ChoiceCase {
  const char* name;
  std::vector<std::string> texts;
  const char* names;  // of confidence 0.5 and more
};
void PrintTo(const ChoiceCase& c, std::ostream* out) { *out << c.name; }
class Beginnings : public testing::TestWithParam<ChoiceCase> {};

TEST_P(Beginnings, AreChosen) { EXPECT_EQ(Names(Choose(GetParam().texts)), GetParam().names); }

const ChoiceCase kChoiceCases[] = {
    {"Nothing", {"今天下雨。"}, ""},
    {"WhereANameMustBegin", {"在紫竹社区。"}, "紫竹社区"},
    {"ByWhatItIsRepeatedWith",
     {"居民都爱紫竹社区。", "他们夸紫竹社区。", "紫竹社区。", "我到紫竹社区。"},
     "紫竹社区"},
    {"ALongNameThatIsNeverShorter", {"在锦华苑社区。", "去过锦华苑社区。"}, "锦华苑社区"},
    {"WordsOfNoName", {"在便民食堂。"}, ""},
    {"WordsThatRoadsAreNamedBy", {"在人民路。"}, "人民路"},
    {"OneCharacter", {"在山。", "在大山。"}, ""},
};
INSTANTIATE_TEST_SUITE_P(Cases, Beginnings, testing::ValuesIn(kChoiceCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(ChooseNames, GivesParentsAndForms) {
  const std::vector<Proposal> proposals =
      Choose({"郑州高新区枫杨办事处。", "在高新区。", "枫杨办事处紫竹社区食堂。"});
  const Proposal* const office = Find(proposals, "枫杨办事处");
  ASSERT_NE(office, nullptr);
  EXPECT_EQ(office->type, "office");
  EXPECT_EQ(office->parent, "郑州高新区");
  EXPECT_EQ(office->aliases, (std::vector<std::string>{"郑州高新区枫杨办事处"}));
  EXPECT_EQ(office->found_by, "head 办事处");
  EXPECT_EQ(office->count, 2U);
  EXPECT_EQ(Find(proposals, "郑州高新区")->aliases, (std::vector<std::string>{"高新区"}));
  const Proposal* const canteen = Find(proposals, "紫竹社区食堂");
  ASSERT_NE(canteen, nullptr);
  EXPECT_EQ(canteen->parent, "紫竹社区");
  EXPECT_EQ(canteen->aliases, (std::vector<std::string>{"枫杨办事处紫竹社区食堂"}));
}

TEST(ChooseNames, DoubtsWhatAWordGoesOnBehind) {
  const std::string text = "在塞浦路斯。";
  const double once = Find(Choose({text}), "塞浦路")->confidence;
  const double often = Find(Choose({text, text, text}), "塞浦路")->confidence;
  EXPECT_LT(often, 0.5);
  EXPECT_GT(once, often);
  EXPECT_GT(Find(Choose({text, text, "在塞浦路。"}), "塞浦路")->confidence, 0.5);
}

TEST(ChooseNames, IsSurerOfWhatIsFrequent) {
  const double once = Find(Choose({"在紫竹社区。"}), "紫竹社区")->confidence;
  const double twice = Find(Choose({"在紫竹社区。", "的紫竹社区。"}), "紫竹社区")->confidence;
  EXPECT_GT(twice, once);
}

TEST(ChooseNames, GivesANameOneType) {
  ContextTable table;
  NameContexts contexts;
  contexts.whole = {{"邻里家", "program", 0.8, "quoted name", {"“邻里家”品牌"}},
                    {"邻里家", "facility", 0.6, "quoted name", {}}};
  table.Add(contexts);
  const std::vector<Proposal> proposals = ChooseNames(table);
  ASSERT_EQ(proposals.size(), 1U);
  EXPECT_EQ(proposals[0].type, "program");
  EXPECT_EQ(fmt::format("{:.2f}", proposals[0].confidence), "0.80");
  EXPECT_EQ(proposals[0].aliases, (std::vector<std::string>{"“邻里家”品牌"}));
}

}  // namespace
}  // namespace zhitu::extract
