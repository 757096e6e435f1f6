#include "extract/rule_names.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <ostream>
#include <random>
#include <string>
#include <vector>

#include "extract/document_reader.h"
#include "extract/extraction.h"
#include "extract/gazetteer_builder.h"
#include "extract/preset.h"
#include "tests/support/marked_names.h"
#include "tests/support/name_scene.h"
#include "tests/support/page.h"
#include "tests/support/test_knowledge.h"

namespace zhitu::extract {
namespace {

constexpr char kPreset[] = R"(
text: {clause_end: "，、：", sentence_end: "。！？", openers: “, closers: ”, list_separator: ["、"]}
quoted_names: {program: [品牌]}
names:
  extensions:
    - {words: [党委, 政府], of: [place, office], type: office}
    - {words: [党群服务中心, AI], of: [place, program], type: facility}
  heads:
    - {words: [有限公司], with: [place], free: true, type: organization}
    - {words: [中学], with: [place], type: facility}
    - {words: [小区], behind: [place], type: community}
  stop: [的, 在]
  lead_in: [打造]
  title: [党委书记]
  persons:
    surname: [李, 王]
    before: [书记, 记者]
    says: [说]
    given: 伟明小青芳丽
    never: 的了在
rules:
  - id: leads
    pattern: "{o:place} ..6 {s:person}"
    predicate: leads
    subject: s
    object: o
  - id: of
    pattern: "{o:office} ..6 {s:person}"
    predicate: member_of
    subject: s
    object: o
)";

const Knowledge& TestKnowledge() {
  static const Knowledge knowledge = KnowledgeOf(kPreset);
  return knowledge;
}

Extraction Extract(const MarkedNames& names, const Knowledge& knowledge, bool explained = false) {
  return ReadDocument(BrokenAtBars(names.document()), names.gazetteer(), knowledge, knowledge.rules,
                      {}, explained);
}

// All mentions as `id`, with `^` where nested, and `(surface)` where that is not the name.
std::string Show(const Extraction& extraction) {
  std::string shown;
  for (const Mention& mention : extraction.mentions) {
    if (!shown.empty()) shown += ' ';
    if (mention.nested) shown += '^';
    shown += extraction.EntityId(mention.entity);
    const std::string surface = extraction.Surface(mention.span);
    if (surface != extraction.EntityName(mention.entity)) shown += '(' + surface + ')';
  }
  return shown;
}

struct NameCase {
  const char* name;
  std::string text;
  const char* expected;
};
void PrintTo(const NameCase& c, std::ostream* out) { *out << c.name; }
constexpr auto kName = [](const auto& c) { return std::string(c.param.name); };
class RuleNames : public testing::TestWithParam<NameCase> {};

TEST_P(RuleNames, AreMentions) {
  const MarkedNames names(GetParam().text);
  EXPECT_EQ(Show(Extract(names, TestKnowledge())), GetParam().expected);
}

const NameCase kBasics[] = {
    {"NoText", "", ""},
    {"NoName", "昨天来了。", ""},
    {"KnownOnesStay", "[兴泉镇:place]的[[云川:place]办:office]来了。",
     "place:兴泉镇 office:云川办 ^place:云川"},
    {"KnownNameInside", "昨天[兴泉镇:place]党委来了。", "office:兴泉镇党委 ^place:兴泉镇"},
    {"KnownNamesInside", "[[兴泉:place]镇:place]党委来了。",
     "office:兴泉镇党委 ^place:兴泉镇 ^place:兴泉"},
    {"KnownNameBefore", "[兴泉镇:place]春禾小区好。", "place:兴泉镇 community:春禾小区"},
    {"Person", "书记李小青来了。", "person:李小青"},
    {"AtBothEnds", "时荔有限公司来了，李小青说", "organization:时荔有限公司 person:李小青"},
    {"SentenceBetween", "[兴泉镇:place]。党委来了。书记。李小青来了。", "place:兴泉镇"},
    {"BlockUnits", "[兴泉镇:place]\n党委来了，书记\n李小青来了。", "place:兴泉镇"},
    {"LineBreaksInside", "在[兴泉镇:place]|党|委，书记李|小青来了。",
     "office:兴泉镇党委 ^place:兴泉镇 person:李小青"},
    {"Traditional", "在[興泉鎮:place]黨委和[兴泉镇:place]党委。",
     "office:興泉鎮黨委 ^place:興泉鎮 office:興泉鎮黨委(兴泉镇党委) ^place:兴泉镇"},
    {"BehindAQuotedName", "“墨香”品牌，“墨香”党群服务中心好。", "program:墨香"},
    {"Byline", "byline> 记者 李小青 王明\n[兴泉镇:place]好。",
     "person:李小青 person:王明 place:兴泉镇"},
};
INSTANTIATE_TEST_SUITE_P(Basics, RuleNames, testing::ValuesIn(kBasics), kName);

const NameCase kChoice[] = {
    {"KnownRatherThanTheSame", "在[兴泉镇:place]好，[兴泉镇党委:party]好。",
     "place:兴泉镇 party:兴泉镇党委 ^place:兴泉镇"},
    {"KnownLongerOneRatherThanThePart", "书记[李小青年:program]来了。", "program:李小青年"},
    {"KnownRatherThanACutOne", "书记李[小青年队:organization]来了。", "organization:小青年队"},
    {"HeadOfAKnownName", "[甲县:place]下辖[竹溪中学:facility]好。", "place:甲县 facility:竹溪中学"},
    {"CutByALongerOne", "[甲县:place]老城关中[学会:organization]好。",
     "facility:甲县老城关中学 ^place:甲县"},
    {"CutOnesInsideStandForThemselves",
     "[甲县:place]党群服务中[心[[食堂:facility]饭:program]:organization]好。",
     "facility:甲县党群服务中心 ^place:甲县 program:食堂饭 ^facility:食堂"},
    {"CutOnesInsideOfTheNameStayNested", "[甲县:place]党群服务[[中心:place]饭:program]好。",
     "facility:甲县党群服务中心 ^place:甲县 ^place:中心"},
    {"PersonRatherThanNone", "[兴泉镇:place]书记李小青说好。", "place:兴泉镇 person:李小青"},
    {"LongerCandidate", "[兴泉镇:place]党委在[兴泉镇:place]党委有限公司。",
     "office:兴泉镇党委 ^place:兴泉镇 organization:兴泉镇党委有限公司 ^place:兴泉镇"},
};
INSTANTIATE_TEST_SUITE_P(Choice, RuleNames, testing::ValuesIn(kChoice), kName);

const NameCase kRepeated[] = {
    {"Person", "书记李小青来了。李小青在家，大家请李小青来。",
     "person:李小青 person:李小青 person:李小青"},
    {"BeforeIt", "大家请李小青来。书记李小青来了。", "person:李小青 person:李小青"},
    {"InAnotherBlock", "书记李小青来了。\n大家请李小青来。", "person:李小青 person:李小青"},
    {"OverALineBreak", "书记李小青来了，大家请李|小青来。", "person:李小青 person:李小青"},
    {"TraditionalIsTheSame", "记者李偉青说，大家请李伟青来。",
     "person:李偉青 person:李偉青(李伟青)"},
    {"NotInsideAKnownName", "书记李小青来了。[李小青工作室:facility]好。",
     "person:李小青 facility:李小青工作室"},
    {"NotOverTwoBlocks", "书记李小青来了。好李\n小青来了。", "person:李小青"},
    {"Body", "在[云川:place]春禾小区。春禾小区好，在春禾小区。",
     "place:云川 community:春禾小区 community:春禾小区 community:春禾小区"},
    {"NotInAWord", "[墨香:program]AI好，[墨香:program]AIB好。",
     "facility:墨香AI ^program:墨香 program:墨香"},
};
INSTANTIATE_TEST_SUITE_P(Repeated, RuleNames, testing::ValuesIn(kRepeated), kName);

TEST(RuleName, TellsWhereItStands) {
  const MarkedNames names(
      "headline> 好\ncaption> 好。在[兴泉镇:place]|党委，书记李小青来，李小青好。");
  const Extraction extraction = Extract(names, TestKnowledge());
  std::string shown;
  for (const Mention& m : extraction.mentions) {
    shown += fmt::format("{} {} {:.3f} {} block {} sentence {} {} {}\n", extraction.Surface(m.span),
                         MentionKindName(m.kind), m.confidence, ZoneName(m.zone), m.block,
                         m.sentence, m.span.size(), extraction.Why(m));
  }
  EXPECT_EQ(shown,
            "兴泉镇党委 name 0.850 caption block 1 sentence 2 16 extended name\n"
            "兴泉镇 name 1.000 caption block 1 sentence 2 9 marked:1\n"
            "李小青 name 0.614 caption block 1 sentence 2 9 name of a person\n"
            "李小青 name 0.552 caption block 1 sentence 2 9 repeated name\n");
}

TEST(RuleName, TellsWhatItWasWeighedAgainst) {
  const MarkedNames names(
      "[甲县:place]老城关中[学会:organization]好。书记[李小青年:program]在[乙县:place]。");
  EXPECT_TRUE(Extract(names, TestKnowledge()).weighed.empty());
  const Extraction extraction = Extract(names, TestKnowledge(), /*explained=*/true);
  std::string shown;
  for (const WeighedName& name : extraction.weighed) {
    shown += fmt::format("{} {} {:.3f} {} {}\n", extraction.Surface(name.span), name.type,
                         name.weight, name.chosen, name.why);
  }
  EXPECT_EQ(shown,
            "甲县老城关中学 facility 6.388 true name with a head\n"
            "甲县 place 2.000 false marked:1\n"
            "学会 organization 2.000 false marked:1\n"
            "李小青年 program 4.000 true marked:1\n"
            "李小青 person 2.594 false name of a person\n");
}

TEST(RuleName, IsAnEntityOnce) {
  const MarkedNames names(
      "[兴泉镇:place]党委，[兴泉镇:place]黨委，书记李小青，李小青说，“墨香”品牌");
  std::string shown;
  for (const Entity& entity : Extract(names, TestKnowledge()).found)
    shown += entity.id + ' ' + entity.name + ' ' + entity.type + ' ' + entity.why + '\n';
  EXPECT_EQ(shown,
            "program:墨香 墨香 program quoted name\n"
            "office:兴泉镇党委 兴泉镇党委 office extended name\n"
            "person:李小青 李小青 person name of a person\n");
}

// Statements as `subject predicate object: evidence`.
std::string Statements(const std::string& marked) {
  const MarkedNames names(marked);
  const Extraction extraction = Extract(names, TestKnowledge());
  std::string shown;
  for (const Statement& statement : extraction.statements) {
    shown += extraction.EntityId(statement.subject) + ' ' + statement.predicate + ' ' +
             extraction.EntityId(statement.object) + ": " +
             extraction.Surface(statement.evidence.front()) + '\n';
  }
  return shown;
}

// 兴泉镇党委书记 is the secretary of a town: rules see the town and not its committee.
TEST(RuleNameInATitle, ShowsTheNameInsideToRules) {
  EXPECT_EQ(Statements("[兴泉镇:place]党委书记李小青来了。"),
            "person:李小青 leads place:兴泉镇: 兴泉镇党委书记李小青\n");
}

TEST(RuleNameInATitle, ShowsNamesInsideAsTheyStoodAlone) {
  EXPECT_EQ(Statements("[[云川:road]镇:place]党委书记李小青来了。"),
            "person:李小青 leads place:云川镇: 云川镇党委书记李小青\n");
  EXPECT_EQ(Statements("[云川:place][兴泉镇:place]党委书记李小青来了。"),
            "person:李小青 leads place:兴泉镇: 兴泉镇党委书记李小青\n");
}

TEST(RuleNameInATitle, OthersAreSeenThemselves) {
  EXPECT_EQ(Statements("[兴泉镇:place]党委的书记李小青来了。"),
            "person:李小青 leads place:兴泉镇: 兴泉镇党委的书记李小青\nperson:李小青 member_of "
            "office:兴泉镇党委: 兴泉镇党委的书记李小青\n");
}

Gazetteer Dictionary(const std::vector<std::pair<std::string, std::string>>& ids,
                     const std::vector<std::string>& ignored) {
  GazetteerBuilder builder;
  builder.AddFile("d.csv", "");
  for (const auto& [id, name] : ids) {
    Entity entity;
    entity.id = id;
    entity.name = name;
    entity.type = id.substr(0, id.find(':'));
    builder.Add(entity, {}, 0, 1);
  }
  for (const std::string& surface : ignored) builder.Ignore(surface);
  return builder.Build();
}

std::string Read(const std::string& text, const Gazetteer& gazetteer) {
  Document document;
  document.id = "document";
  document.text = text;
  document.blocks = {{Zone::kBody, {{0, text.size()}}}};
  return Show(ReadDocument(std::move(document), gazetteer, TestKnowledge(), {}));
}

// It had been an entity of its own, with the id of the dictionary's or beside it. The dictionary's
// name is not found where another begins before it.
TEST(RuleNameOfTheDictionary, IsTheDictionarysEntity) {
  const Gazetteer gazetteer = Dictionary({{"road:r", "记李"}, {"person:p1", "李小青"}}, {});
  EXPECT_EQ(Read("书记李小青说", gazetteer), "person:p1");
}

TEST(RuleNameOfTheDictionary, OfSeveralIsThatOfItsType) {
  const Gazetteer gazetteer =
      Dictionary({{"road:r", "记李"}, {"program:p1", "李小青"}, {"person:p2", "李小青"}}, {});
  EXPECT_EQ(Read("书记李小青说", gazetteer), "person:p2");
}

TEST(RuleNameOfTheDictionary, OfSeveralOfOtherTypesIsNone) {
  const Gazetteer gazetteer =
      Dictionary({{"road:r", "记李"}, {"program:p1", "李小青"}, {"program:p2", "李小青"}}, {});
  EXPECT_EQ(Read("书记李小青说", gazetteer), "person:李小青");
}

// What is no name had been found by rule.
TEST(RuleNameOfTheDictionary, IgnoredFormsAreNone) {
  const Gazetteer gazetteer = Dictionary({{"place:兴泉镇", "兴泉镇"}}, {"李小青", "兴泉镇党委"});
  EXPECT_EQ(Read("书记李小青来了。李小青说好，书记王明说好，兴泉镇党委好。", gazetteer),
            "person:王明");
}

// Mentions of a text. 竹溪小区 belongs to 丁镇, which belongs to 丙市; 兰溪小区 to none.
std::string WithUnits(const std::string& text) {
  GazetteerBuilder builder;
  builder.AddFile("d.csv", "");
  for (const char* name : {"丙市", "丁镇", "甲镇", "竹溪小区", "兰溪小区"}) {
    Entity entity;
    entity.name = name;
    entity.type = entity.name.ends_with("小区") ? "community" : "place";
    entity.id = entity.name;
    builder.Add(entity, {}, 0, 1);
  }
  builder.SetParent(1, 0);
  builder.SetParent(3, 1);
  return Read(text, builder.Build());
}

struct UnitCase {
  const char* name;
  const char* text;
  const char* expected;
};
void PrintTo(const UnitCase& c, std::ostream* out) { *out << c.name; }
class RuleNameOfAListedOne : public testing::TestWithParam<UnitCase> {};

TEST_P(RuleNameOfAListedOne, IsLongerOnlyInAnotherUnit) {
  EXPECT_EQ(WithUnits(GetParam().text), GetParam().expected);
}

const UnitCase kUnits[] = {
    {"OneCharacterInAnotherUnit", "甲镇南竹溪小区好。", "甲镇 community:南竹溪小区 ^竹溪小区"},
    {"OneCharacterInItsUnit", "丁镇南竹溪小区好。", "丁镇 竹溪小区"},
    {"OneCharacterInALargerUnit", "丙市南竹溪小区好。", "丙市 竹溪小区"},
    {"OneCharacterAndNoUnitOfTheName", "甲镇南兰溪小区好。", "甲镇 兰溪小区"},
    {"TwoCharacters", "甲镇下辖竹溪小区好。", "甲镇 竹溪小区"},
    {"NoCharacter", "甲镇竹溪小区好。", "甲镇 竹溪小区"},
    {"NoUnitBefore", "好南竹溪小区好。", "竹溪小区"},
    {"AtTheBeginning", "竹溪小区好。", "竹溪小区"},
};
INSTANTIATE_TEST_SUITE_P(Units, RuleNameOfAListedOne, testing::ValuesIn(kUnits), kName);

TEST(RuleName, IsNotLookedForWithoutASection) {
  const Knowledge knowledge = KnowledgeOf("text: {clause_end: '，'}\n");
  const MarkedNames names("[兴泉镇:place]党委书记李小青");
  EXPECT_EQ(Show(Extract(names, knowledge)), "place:兴泉镇");
}

// Fifty names of a document are looked for again, those that come first.
TEST(RuleName, FiftyAreRepeated) {
  const std::vector<std::string> given = {"伟", "明", "小", "青", "芳", "丽"};
  std::string text;
  std::string again;
  for (std::size_t i = 0; i < 60; ++i) {
    const std::string name = (i < 36 ? "李" : "王") + given[i / 6 % 6] + given[i % 6];
    text += "记者" + name + "，";
    again += "请" + name + "来，";
  }
  const Extraction extraction = Extract(MarkedNames(text + again), TestKnowledge());
  EXPECT_EQ(extraction.found.size(), 60U);
  EXPECT_EQ(extraction.mentions.size(), 110U);
}

class NewsNames : public testing::TestWithParam<NameCase> {
 protected:
  static const Preset& News() {
    static const Preset preset = Preset::Load("zh-news", {});
    return preset;
  }
};

TEST_P(NewsNames, AreFound) {
  const MarkedNames names(GetParam().text);
  EXPECT_EQ(Show(Extract(names, News().knowledge())), GetParam().expected);
}

const NameCase kNews[] = {
    {"Bodies", "[兴泉镇:place]党群服务中心和[兴泉镇:place]人民政府举办活动。",
     "facility:兴泉镇党群服务中心 ^place:兴泉镇 office:兴泉镇人民政府 ^place:兴泉镇"},
    {"Title", "[兴泉镇:place]党委书记李小青介绍，居民王明同志来了。",
     "office:兴泉镇党委 ^place:兴泉镇 person:李小青 person:王明"},
    {"Companies", "近日，云川时荔塑业有限公司成立。", "organization:云川时荔塑业有限公司"},
    {"Estate", "走进[云川区:place]春禾小区，居民孟小满说：“好！”",
     "place:云川区 community:春禾小区 person:孟小满"},
    {"WordsAreNone", "居民高兴地说，群众方便了，书记安排工作，严格管理。", ""},
    {"Addresses", "张阿姨说好，李大妈笑了。", "person:张阿姨@document person:李大妈@document"},
};
INSTANTIATE_TEST_SUITE_P(News, NewsNames, testing::ValuesIn(kNews), kName);

// What holds of every text: names lie side by side, and what is nested lies in one of them.
std::string Faults(const Extraction& extraction) {
  std::string faults;
  const Mention* outer = nullptr;
  for (const Mention& mention : extraction.mentions) {
    const std::string surface = extraction.Surface(mention.span);
    if (mention.span.size() == 0 || mention.span.end > extraction.document.text.size())
      faults += "span of " + surface + '\n';
    if (mention.entity >= extraction.gazetteer->size() + extraction.found.size())
      faults += "entity of " + surface + '\n';
    const bool inside = outer != nullptr && mention.span.begin < outer->span.end;
    if (mention.nested && (!inside || mention.span.end > outer->span.end))
      faults += "not in another: " + surface + '\n';
    if (!mention.nested && inside) faults += "overlaps: " + surface + '\n';
    if (!mention.nested) outer = &mention;
  }
  return faults;
}

TEST(RuleNamesRandom, LieSideBySide) {
  const std::vector<std::string> parts = {"[兴泉镇:place]",
                                          "[[云川:place]区:place]",
                                          "[学[食堂:facility]:facility]",
                                          "[李小青年:program]",
                                          "[[关中:place]学会:organization]",
                                          "[小区委:office]",
                                          "党委",
                                          "政府",
                                          "党群服务中心",
                                          "有限公司",
                                          "中学",
                                          "小区",
                                          "打造",
                                          "的",
                                          "书记",
                                          "记者",
                                          "说",
                                          "李",
                                          "王",
                                          "小",
                                          "青",
                                          "明",
                                          "老城",
                                          "关",
                                          "，",
                                          "。",
                                          "、",
                                          " ",
                                          "\n",
                                          "|",
                                          "“",
                                          "”品牌",
                                          "A",
                                          "黨委",
                                          "1",
                                          "：",
                                          "·"};
  std::mt19937 random(7);
  std::size_t found = 0;
  std::size_t nested = 0;
  for (int round = 0; round < 5000; ++round) {
    std::string text = "好";
    for (std::size_t i = random() % 40; i > 0; --i) text += parts[random() % parts.size()];
    for (std::size_t at = text.find("|"); at != std::string::npos; at = text.find("|", at + 1)) {
      // A line break stands between characters of a block.
      const bool between = text[at - 1] != '\n' && text[at - 1] != '|' && at + 1 < text.size() &&
                           text[at + 1] != '\n';
      if (!between) text[at] = '-';
    }
    const MarkedNames names(text);
    const Extraction extraction = Extract(names, TestKnowledge());
    ASSERT_EQ(Faults(extraction), "") << text;
    found += extraction.found.size();
    nested += static_cast<std::size_t>(
        std::count_if(extraction.mentions.begin(), extraction.mentions.end(),
                      [](const Mention& mention) { return mention.nested; }));
  }
  EXPECT_GT(found, 1000U);
  EXPECT_GT(nested, 1000U);
}

// Far below the limit where time grows with the length, far above it where it grows with its
// square.
class RuleNameTime : public testing::Test {
 protected:
  void TearDown() override {
    EXPECT_LT(std::chrono::steady_clock::now() - begin_, std::chrono::seconds(60));
  }
  static std::size_t Count(const std::string& marked) {
    const MarkedNames names(marked);
    return ReadDocument(names.document(), names.gazetteer(), TestKnowledge(), {}).mentions.size();
  }
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

TEST_F(RuleNameTime, OneNameManyTimes) {
  EXPECT_EQ(Count("书记李小青，" + Repeat("李小青", 100'000)), 100'001U);
  EXPECT_EQ(Count(Repeat("[兴泉镇:place]党委，", 30'000)), 60'000U);
}

TEST_F(RuleNameTime, ManyDifferentNames) {
  std::string text;
  for (int i = 0; i < 30'000; ++i) text += fmt::format("春{:c}{}公司有限公司，", 'A' + i % 26, i);
  Count(text);
  std::string people;
  for (int i = 0; i < 30'000; ++i) people += "书记李小青，记者王明说，书记李伟青，";
  EXPECT_EQ(Count(people), 90'000U);
}

TEST_F(RuleNameTime, CandidatesThatOverlap) {
  EXPECT_EQ(Count("[甲:place]" + Repeat("中学小区", 50'000)), 2U);
  EXPECT_EQ(Count("书记" + Repeat("李小青明说", 50'000)), 50'000U);
}

}  // namespace
}  // namespace zhitu::extract
