#include "extract/quantity_finder.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <ostream>
#include <random>
#include <string>
#include <vector>

#include "extract/document_reader.h"
#include "extract/extraction.h"
#include "extract/preset.h"
#include "extract/temporal_finder.h"
#include "tests/support/marked_scene.h"
#include "tests/support/page.h"
#include "tests/support/test_knowledge.h"

namespace zhitu::extract {
namespace {

constexpr char kPreset[] = R"(
text: {clause_end: "，、", sentence_end: "。", openers: "“（", closers: "”）"}
discourse: {subject: [community, office], main: [community, office]}
quantities:
  digits: {〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 五: 5}
  scales: {十: 10, 百: 100, 万: 10000}
  more: [余, 多]
  several: [几, 数]
  about: [近, 超过, 约]
  bound: [以上, 左右]
  ordinal: [第, 星期]
  unit: [名, 人, 人次, 件, 个, 间, 张, 年, 平方米, '%']
  stop: [共, 参加, 新建, 的]
times: {words: {year: [今年]}, year: [年], month: [月], consecutive: [连续], duration: [年]}
)";

// The quantities of a text: `4000余名=4000~名(党员)@甲`, with `~` where it is approximate, what is
// counted in brackets and whose it is behind `@`, where they are known.
std::string Show(const RuleInput& input) {
  std::vector<Span> taken;
  for (const TemporalExpression& time : FindTemporalExpressions(input, NumeralsOf(input))) {
    if (!time.counts) taken.push_back(time.folded);
  }
  const Topics topics(input.view, input.knowledge, input.words, input.mentions);
  const Document& document = input.view.document();
  std::string shown;
  for (const Quantity& quantity : FindQuantities(input, NumeralsOf(input), topics, taken)) {
    shown += shown.empty() ? "" : " ";
    shown += fmt::format("{}={}{}{}", SurfaceOf(document, quantity.span), quantity.value,
                         quantity.approximate ? "~" : "", quantity.unit);
    if (quantity.of.size() > 0) shown += '(' + SurfaceOf(document, quantity.of) + ')';
    if (quantity.entity != kNoEntity) shown += '@' + input.entities.Name(quantity.entity);
  }
  return shown;
}

struct QuantityCase {
  const char* name;
  const char* text;
  const char* expected;
};
void PrintTo(const QuantityCase& c, std::ostream* out) { *out << c.name; }
constexpr auto kName = [](const auto& c) { return std::string(c.param.name); };
class Quantities : public testing::TestWithParam<QuantityCase> {};

TEST_P(Quantities, AreFound) {
  EXPECT_EQ(Show(MarkedScene(kPreset, GetParam().text).input()), GetParam().expected);
}

const QuantityCase kNumbers[] = {
    {"NoText", "", ""},
    {"NoNumber", "名人", ""},
    {"Digits", "1203名，", "1203名=1203名"},
    {"Groups", "1,203名，", "1,203名=1203名"},
    {"Several", "5名、3个，", "5名=5名 3个=3个"},
    {"SideBySide", "5名3个，", "5名=5名 3个=3个"},
    {"Characters", "两个，二十余名，", "两个=2个 二十余名=20~名"},
    {"LoneOne", "一名，", ""},
    {"CharactersWithoutScale", "一二三名，", ""},
    {"FullWidth", "１２０３名，", "１２０３名=1203名"},
    {"WithoutUnit", "5，五，", ""},
    {"UnitOfAnother", "5月5名，", "5名=5名"},
    {"LongestUnit", "5人次，5平方米，", "5人次=5人次 5平方米=5平方米"},
    {"UnitOfAscii", "5%，", "5%=5%"},
    {"UnitIsFolded", "5％，", "5％=5%"},
    {"SpaceBeforeTheUnit", "5 名，", "5 名=5名"},
    {"SpacesBeforeTheUnit", "5   名，", "5   名=5名"},
    {"NotOverBlocks", "5\n名，", ""},
    {"Fraction", "1.5万人，", "1.5万人=15000人"},
    {"Codes", "A4张，5G个，v2.3个，1.a5个，", ""},
    {"FirstPartOfACode", "5个A，", "5个=5个"},
    {"Ordinals", "第三名，第3名，星期三人，", ""},
    {"NumberBehindAnOrdinal", "第一件，3名，", "3名=3名"},
    {"Year", "2023年，", ""},
    {"YearOfTwoDigits", "23年，", "23年=23年"},
    {"YearAndMonth", "2023年5月，", ""},
    {"Consecutive", "连续两年[甲:person]，", "两年=2年(甲)@甲"},
    {"HugeRun", "12345678901234567890名，", ""},
    {"HugeRunOfGroups", "1,234,567,890,123,456,789名，", ""},
    {"HugeRunWithPoints", "123456789012345.6789012345678901234.5个，", ""},
    {"Largest", "1000000000000000名，", "1000000000000000名=1000000000000000名"},
    {"BeyondTheLargest", "1000000000000001名，", ""},
};
INSTANTIATE_TEST_SUITE_P(Numbers, Quantities, testing::ValuesIn(kNumbers), kName);

const QuantityCase kApproximations[] = {
    {"More", "4000余名，", "4000余名=4000~名"},
    {"MoreAndScale", "1.9万余名，30余万人，", "1.9万余名=19000~名 30余万人=300000~人"},
    {"Several", "几十名，数百名，十几名，", "几十名=10~名 数百名=100~名 十几名=10~名"},
    {"ScaleAlone", "百余名，百名，", "百余名=100~名"},
    {"About", "近5名，超过5名，", "近5名=5~名 超过5名=5~名"},
    {"AboutBehindOthers", "共约5名，", "约5名=5~名"},
    {"Bound", "5名以上，5名左右，", "5名以上=5~名 5名左右=5~名"},
    {"AboutAndBound", "约5名以上，", "约5名以上=5~名"},
    {"BoundBeforeTheUnit", "5以上名，", ""},
};
INSTANTIATE_TEST_SUITE_P(Approximations, Quantities, testing::ValuesIn(kApproximations), kName);

const QuantityCase kCounted[] = {
    {"MentionBehind", "5名[甲:person]来。", "5名=5名(甲)@甲"},
    {"MentionInQuotesBehind", "5个“[甲:program]”来。", "5个=5个(甲)@甲"},
    {"MentionBehindABound", "5名以上[甲:person]来。", "5名以上=5~名(甲)@甲"},
    {"OuterMentionBehind", "5个[[甲:office]乙:program]。", "5个=5个(甲乙)@甲乙"},
    {"MentionFurtherBehind", "5名好[甲:person]来。", "5名=5名(好甲来)"},
    {"MentionBehindOverAMention", "[甲:program]5名[乙:person]。", "5名=5名(乙)@乙"},
    {"NounBehind", "5名党员参加。", "5名=5名(党员)"},
    {"NounUpToAStop", "5名优秀的党员。", "5名=5名(优秀)"},
    {"NounOfEightCharacters", "5名甲乙丙丁戊己庚辛壬癸。", "5名=5名(甲乙丙丁戊己庚辛)"},
    {"NounUpToAClause", "5名党员，好。", "5名=5名(党员)"},
    {"NounUpToASentence", "5名党员。好。", "5名=5名(党员)"},
    {"NounUpToTheBlock", "5名党员\n好。", "5名=5名(党员)"},
    {"NounUpToAQuote", "5名党员“好”。", "5名=5名(党员)"},
    {"NounUpToABracket", "5名党员（好）。", "5名=5名(党员)"},
    {"NounUpToASpace", "5名党员 A。", "5名=5名(党员)"},
    {"NounUpToALetter", "5名党员A。", "5名=5名(党员)"},
    {"NounUpToANumber", "5名党员3个好。", "5名=5名(党员) 3个=3个(好)"},
    {"MentionBefore", "[甲:program]85件。", "85件=85件(甲)@甲"},
    {"MentionInQuotesBefore", "“[甲:program]”85件。", "85件=85件(甲)@甲"},
    {"MentionBeforeAnAbout", "[甲:program]近85件。", "近85件=85~件(甲)@甲"},
    {"OuterMentionBefore", "[甲[乙:program]:office]85件。", "85件=85件(甲乙)@甲乙"},
    {"MentionBeforeAtTheEndOfTheBlock", "[甲:program]85件\n好。", "85件=85件(甲)@甲"},
    {"MentionBeforeInsideAClause", "[甲:program]85件好。", "85件=85件(好)"},
    {"MentionFurtherBefore", "[甲:program]新建85件。", "85件=85件"},
    {"NounBefore", "新建房屋85间。", "85间=85间(房屋)"},
    {"NounBeforeUpToAClause", "好，房屋85间。", "85间=85间(房屋)"},
    {"NounBeforeUpToAQuote", "“好”房屋85间。", "85间=85间(房屋)"},
    {"NounBeforeUpToTheBlock", "好\n房屋85间。", "85间=85间(房屋)"},
    {"NounBeforeAtTheBeginning", "房屋85间。", "85间=85间(房屋)"},
    {"NounBeforeOfEightCharacters", "甲乙丙丁戊己庚辛壬癸85间。", "85间=85间(丙丁戊己庚辛壬癸)"},
    {"NounBehindWins", "房屋85间好。", "85间=85间(好)"},
    {"NothingCounted", "新建85间的，", "85间=85间"},
};
INSTANTIATE_TEST_SUITE_P(Counted, Quantities, testing::ValuesIn(kCounted), kName);

const QuantityCase kWhose[] = {
    {"OfTheTopic", "[甲:community]新建房屋85间。", "85间=85间(房屋)@甲"},
    {"OfTheTopicOfTheSentence", "[甲:community]好，新建房屋85间。", "85间=85间(房屋)@甲"},
    {"OfWhatIsCounted", "[甲:community]新建85个[乙:facility]。", "85个=85个(乙)@乙"},
    {"OfTheDocument", "headline> [甲:office]\n好。房屋85间。", "85间=85间(房屋)@甲"},
    {"OfNoOne", "[甲:person]新建房屋85间。", "85间=85间(房屋)"},
};
INSTANTIATE_TEST_SUITE_P(Whose, Quantities, testing::ValuesIn(kWhose), kName);

const QuantityCase kRegression[] = {
    // The end of a number that is none had been another: 三名, 567,890,123,456,789名.
    {"RestOfCharacters", "一二三名，五三十人，", ""},
    {"RestOfGroups", "第1,234,567,890,123,456,789名，", ""},
    // The unit of the quantity or date before had been what is counted.
    {"BehindAQuantity", "5名3个，", "5名=5名 3个=3个"},
    {"BehindADate", "5月5名，", "5名=5名"},
    {"BehindAQuantityAndANoun", "5名党员3个，", "5名=5名(党员) 3个=3个(党员)"},
    {"BehindSeveral", "人数三十人，", "三十人=30人(人数)"},
};
INSTANTIATE_TEST_SUITE_P(Regression, Quantities, testing::ValuesIn(kRegression), kName);

TEST(QuantityFinder, FindsNothingWithoutASection) {
  EXPECT_EQ(Show(MarkedScene("text: {clause_end: '，'}\n", "5名党员，").input()), "");
}

TEST(QuantityFinder, LeavesOutWhatIsTaken) {
  const MarkedScene scene(kPreset, "5名，3名。");
  const Topics topics(scene.input().view, scene.input().knowledge, scene.input().words,
                      scene.input().mentions);
  const auto count = [&](const std::vector<Span>& taken) {
    return FindQuantities(scene.input(), NumeralsOf(scene.input()), topics, taken).size();
  };
  EXPECT_EQ(count({}), 2U);
  EXPECT_EQ(count({{0, 1}}), 1U);
  EXPECT_EQ(count({{1, 4}}), 2U);
  EXPECT_EQ(count({{0, 4}, {5, 9}}), 0U);
}

// The number is read over the line break, and its span is that of the page.
TEST(QuantityFinder, ReadsOverPrintedLines) {
  const Knowledge knowledge = KnowledgeOf(kPreset);
  const MarkedNames names("共二十余名党员");
  Document document = names.document();
  const std::size_t first = document.text.find("十");
  document.text.insert(first, "\n");
  const std::size_t second = document.text.find("员");
  document.text.insert(second, "\r\n");
  document.blocks[0].pieces = {
      {0, first}, {first + 1, second}, {second + 2, document.text.size() - 1}};
  const Extraction extraction = ReadDocument(document, names.gazetteer(), knowledge, {});
  ASSERT_EQ(extraction.quantities.size(), 1U);
  EXPECT_EQ(extraction.quantities[0].span.In(extraction.document.text), "二\n十余名");
  EXPECT_EQ(extraction.Surface(extraction.quantities[0].of), "党员");
}

// Quantities, then dates, as the preset of the program has them.
class NewsQuantities : public testing::TestWithParam<QuantityCase> {
 protected:
  static std::string Read(const char* text) {
    static const Preset news = Preset::Load("zh-news", {});
    const MarkedNames names(text);
    Document document = names.document();
    document.date = "2024-05-20";
    const Extraction extraction = ReadDocument(document, names.gazetteer(), news.knowledge(), {});
    std::string shown;
    for (const Quantity& quantity : extraction.quantities) {
      shown += fmt::format("{}={}{}({}) ", extraction.Surface(quantity.span), quantity.value,
                           quantity.approximate ? "~" : "", extraction.Surface(quantity.of));
    }
    for (const TemporalExpression& date : extraction.dates)
      shown += fmt::format("{}={}/{} ", extraction.Surface(date.span), date.from, date.to);
    return shown;
  }
};

TEST_P(NewsQuantities, AreFound) { EXPECT_EQ(Read(GetParam().text), GetParam().expected); }

const QuantityCase kNews[] = {
    {"People", "活动吸引4000余名党员群众参加。", "4000余名=4000~(党员群众) "},
    {"CountedBefore", "完成[社区微实事:program]85件，受益群众1.9万余人次。",
     "85件=85(社区微实事) 1.9万余人次=19000~(群众) "},
    {"Teens", "组织十五名志愿者、二十余场活动。", "十五名=15(志愿者) 二十余场=20~(活动) "},
    {"Money", "投资1亿2000万元，超过两亿三千万元。",
     "1亿2000万元=120000000(投资) 超过两亿三千万元=230000000~() "},
    {"Ordinals", "第三届、第5期、A4纸、5G网。", ""},
    {"Dates", "2023年7月以来，截至今年8月底，去年12月5日，每周，日前。",
     "2023年7月以来=2023-07/2024-05-20 截至今年8月底=/2024-08 "
     "去年12月5日=2023-12-05/2023-12-05 每周=/ 日前=/ "},
    {"Consecutive", "连续两年[甲:program]，近年来好。", "两年=2(甲) 连续两年=/ 近年来=/ "},
    {"MonthsInCharacters", "十二月来，十一月份走。",
     "十二月来=2023-12/2024-05-20 十一月份=2023-11/2023-11 "},
};
INSTANTIATE_TEST_SUITE_P(News, NewsQuantities, testing::ValuesIn(kNews), kName);

// What holds of every text: quantities lie inside it, in order and side by side.
std::string Faults(const RuleInput& input, std::size_t& found) {
  const Topics topics(input.view, input.knowledge, input.words, input.mentions);
  const std::string& text = input.view.document().text;
  std::size_t at = 0;
  for (const Quantity& quantity : FindQuantities(input, NumeralsOf(input), topics, {})) {
    ++found;
    const Span& span = quantity.span;
    if (span.begin < at || span.size() == 0 || span.end > text.size()) return "span";
    if (!std::isfinite(quantity.value) || quantity.value < 0) return "value";
    if (quantity.unit.empty()) return "unit";
    if (quantity.of.end > text.size() || quantity.of.begin > quantity.of.end) return "of";
    if (quantity.of.size() > 0 && quantity.of.Overlaps(span)) return "counts itself";
    at = span.end;
  }
  return "";
}

TEST(QuantitiesRandom, LieSideBySide) {
  const std::vector<std::string> parts = {
      "1",          "23", "０", ",",    ".",  "一", "二", "三",
      "十",         "百", "万", "余",   "几", "数", "近", "以上",
      "第",         "名", "个", "年",   " ",  "A",  "“",  "”",
      "，",         "。", "\n", "参加", "党", "的", "%",  "[甲:community]",
      "[乙:person]"};
  std::mt19937 random(5);
  std::size_t found = 0;
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (std::size_t i = random() % 30; i > 0; --i) text += parts[random() % parts.size()];
    const MarkedScene scene(kPreset, text);
    ASSERT_EQ(Faults(scene.input(), found), "") << text;
  }
  EXPECT_GT(found, 500U);
}

// Far below the limit where time grows with the length, far above it where it grows with its
// square.
class QuantityTime : public testing::Test {
 protected:
  void TearDown() override {
    EXPECT_LT(std::chrono::steady_clock::now() - begin_, std::chrono::seconds(60));
  }
  static std::size_t Count(const std::string& text) {
    static const Knowledge knowledge = KnowledgeOf(kPreset);
    const MarkedNames names(text);
    const Extraction extraction = ReadDocument(names.document(), names.gazetteer(), knowledge, {});
    return extraction.quantities.size() + extraction.dates.size();
  }
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

TEST_F(QuantityTime, OneMegabyteOfDigits) {
  EXPECT_EQ(Count(std::string(1'000'000, '7') + "名"), 0U);
  EXPECT_EQ(Count(Repeat("123,", 250'000) + "456名"), 0U);
  EXPECT_EQ(Count(Repeat("1.", 500'000) + "5名"), 0U);
}

TEST_F(QuantityTime, OneMegabyteOfNumerals) {
  EXPECT_EQ(Count(Repeat("三", 330'000) + "名"), 0U);
  EXPECT_EQ(Count(Repeat("十", 330'000) + "名"), 0U);
  EXPECT_EQ(Count("1" + Repeat("万", 330'000) + "名"), 0U);
  EXPECT_EQ(Count(Repeat("几", 330'000) + "名"), 0U);
  EXPECT_EQ(Count(Repeat("几十", 160'000) + "，"), 0U);
}

TEST_F(QuantityTime, OneSentenceOfQuantities) {
  EXPECT_EQ(Count(Repeat("5名党员", 100'000)), 100'000U);
  EXPECT_EQ(Count("[甲:community]" + Repeat("[乙:person]5名，", 60'000)), 60'000U);
}

}  // namespace
}  // namespace zhitu::extract
