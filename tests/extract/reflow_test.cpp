#include "extract/reflow.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <random>
#include <string>
#include <vector>

#include "tests/support/page.h"

namespace zhitu::extract {
namespace {

std::string Show(const std::string& text, const TextConventions& conventions = ChineseNews()) {
  return ShowBlocks(text, Reflow(text, conventions));
}

struct ReflowCase {
  const char* name;
  std::string text;
  std::string expected;
};
void PrintTo(const ReflowCase& c, std::ostream* out) { *out << c.name; }
constexpr auto kName = [](const auto& c) { return std::string(c.param.name); };
class ReflowTest : public testing::TestWithParam<ReflowCase> {};

TEST_P(ReflowTest, GivesBlocks) { EXPECT_EQ(Show(GetParam().text), GetParam().expected); }

// How a line break is written changes nothing.
TEST_P(ReflowTest, TakesEveryLineBreak) {
  EXPECT_EQ(Show(WithLineBreaks(GetParam().text, "\r\n")), GetParam().expected);
  EXPECT_EQ(Show(WithLineBreaks(GetParam().text, "\r")), GetParam().expected);
  EXPECT_EQ(Show("\n\n" + WithLineBreaks(GetParam().text, "\u3000\n")), GetParam().expected);
}

const ReflowCase kBasicCases[] = {
    {"EmptyText", "", ""},
    {"BlankText", " \n\n\u3000\n", ""},
    {"OneSentence", "甲乙。", "body 甲乙。\n"},
    {"OneTitle", "甲乙", "subhead 甲乙\n"},
    {"EachParagraphABlock", "甲乙。\n\n丙丁。\n", "body 甲乙。\nbody 丙丁。\n"},
    {"SpaceAroundIsLeftOut", "\u3000\u3000甲乙。 \n", "body 甲乙。\n"},
};
INSTANTIATE_TEST_SUITE_P(Basics, ReflowTest, testing::ValuesIn(kBasicCases), kName);

// A text that holds a sentence, is long, and stops inside another sentence.
const std::string kOpen =
    "聚力奋进，办好实事。今年以来，办事处把创建工作作为总抓手，紧盯创建目标，结合辖区实际，对";

const ReflowCase kLineStartCases[] = {
    {"CommaOverBlankLines", "甲乙\n\n\n\n，丙丁。\n", "body 甲乙|，丙丁。\n"},
    {"ClosingQuoteAfterASentence", "“甲乙。\n\n”丙丁\n", "body “甲乙。|”丙丁\n"},
    {"SentenceEnd", "甲乙\n。\n", "body 甲乙|。\n"},
    {"IndentedLine", "甲乙\n\n\u3000\u3000、丙丁\n", "subhead 甲乙|、丙丁\n"},
    {"SeveralInARow", "甲\n，乙\n\n，丙\n", "subhead 甲|，乙|，丙\n"},
    {"FirstLineOfAll", "，甲乙。\n", "body ，甲乙。\n"},
    {"NotAfterAByline", "本报记者 李青\n\n，甲乙。\n", "byline 本报记者 李青\nbody ，甲乙。\n"},
    {"NotAfterACaption", "图为甲\n\n，甲乙。\n", "caption 图为甲\nbody ，甲乙。\n"},
};
INSTANTIATE_TEST_SUITE_P(LineStart, ReflowTest, testing::ValuesIn(kLineStartCases), kName);

const ReflowCase kColumnCases[] = {
    {"LinesOfOneWidth", "郑州高新区沟赵办事处\n把支部创建作为总抓手\n取得了显著成效。\n",
     "body 郑州高新区沟赵办事处|把支部创建作为总抓手|取得了显著成效。\n"},
    {"LinesOfOneNumberOfCharacters", "5G进A区,12个，\n郑州高新区沟赵办事\n取得了显著成效。\n",
     "body 5G进A区,12个，|郑州高新区沟赵办事|取得了显著成效。\n"},
    {"HeadingOverThem", "办好实事\n郑州高新区沟赵办事处\n把支部创建作为总抓手\n取得了显著成效。\n",
     "subhead 办好实事\nbody 郑州高新区沟赵办事处|把支部创建作为总抓手|取得了显著成效。\n"},
    {"HeadingBetweenThem",
     "郑州高新区沟赵办事处\n把支部创建作为总抓手\n取得了成效。\n办好实事\n"
     "枫杨办事处坚持为人民\n服务。\n",
     "body 郑州高新区沟赵办事处|把支部创建作为总抓手|取得了成效。\nsubhead 办好实事\n"
     "body 枫杨办事处坚持为人民|服务。\n"},
    {"HeadingBelowAFullLine",
     "郑州高新区沟赵办事处\n把支部创建作为总抓手\n取得了十分显著成效。\n办好实事\n",
     "body 郑州高新区沟赵办事处|把支部创建作为总抓手|取得了十分显著成效。\n"
     "subhead 办好实事\n"},
    {"FullLineThatEndsASentence",
     "郑州高新区沟赵办事处\n取得了十分显著成效。\n下一步把支部创建作为\n总抓手。\n",
     "body 郑州高新区沟赵办事处|取得了十分显著成效。|下一步把支部创建作为|总抓手。\n"},
    {"NoSentenceNoProse", "床前明月光\n疑是地上霜\n举头望明月\n低头思故乡\n",
     "subhead 床前明月光\nsubhead 疑是地上霜\nsubhead 举头望明月\nsubhead 低头思故乡\n"},
    {"EachSentenceOnItsLine", "甲乙。\n丙丁。\n戊己。\n",
     "body 甲乙。\nbody 丙丁。\nbody 戊己。\n"},
    {"IndentBeginsAParagraph",
     "\u3000\u3000郑州高新区沟赵办\n事处把支部创建作为总\n抓手，取得显著成效。\n"
     "\u3000\u3000下一步，办事处将\n继续做好工作。\n",
     "body 郑州高新区沟赵办|事处把支部创建作为总|抓手，取得显著成效。\n"
     "body 下一步，办事处将|继续做好工作。\n"},
    {"IndentOfAllLinesBeginsNone",
     "\u3000\u3000郑州高新区沟赵办事处\n\u3000\u3000取得了显著成效。\n",
     "body 郑州高新区沟赵办事处|取得了显著成效。\n"},
    {"BlankLineEndsAFullColumn",
     "郑州高新区沟赵办事处\n把支部创建作为总抓手\n取得了显著成效。\n\n枫杨办事处坚持为人民\n"
     "服务。\n",
     "body 郑州高新区沟赵办事处|把支部创建作为总抓手|取得了显著成效。\n"
     "body 枫杨办事处坚持为人民|服务。\n"},
    {"CharacterThatCouldNotBeginTheNextLine",
     "郑州高新区沟赵办事处\n把支部创建作为总抓\n手，取得了显著成效，\n受到好评。\n",
     "body 郑州高新区沟赵办事处|把支部创建作为总抓|手，取得了显著成效，|受到好评。\n"},
    {"CharacterThatHangsBehindTheColumn",
     "郑州高新区沟赵办事处，\n把支部创建作为总抓手，\n取得了显著成效受好评\n还将继续。\n",
     "body 郑州高新区沟赵办事处，|把支部创建作为总抓手，|取得了显著成效受好评|还将继续。\n"},
    {"PageOfWideAndWrappedParagraphs",
     Repeat("郑州高新区。", 12) + "\n\n郑州高新区沟赵办事处\n把支部创建作为总抓手\n"
                                  "取得了十分显著的成效\n还将继续。\n",
     "body " + Repeat("郑州高新区。", 12) +
         "\nbody 郑州高新区沟赵办事处|把支部创建作为总抓手|取得了十分显著的成效|还将继续。\n"},
};
INSTANTIATE_TEST_SUITE_P(Columns, ReflowTest, testing::ValuesIn(kColumnCases), kName);

const ReflowCase kOpenTextCases[] = {
    {"GoesOnOverABlankLine", kOpen + "\n\n照标准逐村过筛子。\n",
     "body " + kOpen + "|照标准逐村过筛子。\n"},
    {"NotWithALineWithoutSentenceEnd", kOpen + "\n\n照标准逐村过筛子\n",
     "body " + kOpen + "\nsubhead 照标准逐村过筛子\n"},
    {"NotAfterASentenceEnd", kOpen + "照。\n\n标准逐村过筛子。\n",
     "body " + kOpen + "照。\nbody 标准逐村过筛子。\n"},
    {"NotAfterAColon", kOpen + "：\n\n标准逐村过筛子。\n",
     "body " + kOpen + "：\nbody 标准逐村过筛子。\n"},
    {"NotFromAShortText", "办好实事。结合实际，比\n\n办事处过筛子。\n",
     "body 办好实事。结合实际，比\nbody 办事处过筛子。\n"},
    {"ShortTextWithAnOpenQuote", "“办好实事。结合实际\n\n照标准过筛子。”\n",
     "body “办好实事。结合实际|照标准过筛子。”\n"},
    {"NotIntoAnIndentedParagraph", kOpen + "\n\n\u3000\u3000照标准逐村过筛子。\n",
     "body " + kOpen + "\nbody 照标准逐村过筛子。\n"},
    {"NotOverAByline", kOpen + "\n\n本报记者 李青\n\n照标准逐村过筛子。\n",
     "body " + kOpen + "\nbyline 本报记者 李青\nbody 照标准逐村过筛子。\n"},
    {"Twice", kOpen + "\n\n照标准逐村过筛子。再\n\n接再厉。\n",
     "body " + kOpen + "|照标准逐村过筛子。再|接再厉。\n"},
};
INSTANTIATE_TEST_SUITE_P(OpenText, ReflowTest, testing::ValuesIn(kOpenTextCases), kName);

const ReflowCase kAsideCases[] = {
    {"CaptionInsideAWord", kOpen + "\n\n社区食堂\n\n照标准逐村过筛子。\n",
     "body " + kOpen + "|照标准逐村过筛子。\ncaption 社区食堂\n"},
    {"CaptionAfterAComma", kOpen + "比，\n\n社区食堂\n\n办事处继续努力。\n",
     "body " + kOpen + "比，|办事处继续努力。\ncaption 社区食堂\n"},
    {"CaptionInsideAQuote", kOpen + "“比\n\n社区食堂\n\n办事处”继续努力。\n",
     "body " + kOpen + "“比|办事处”继续努力。\ncaption 社区食堂\n"},
    {"CaptionBeforeAComma", kOpen + "比\n\n社区食堂\n\n，办事处继续努力\n",
     "body " + kOpen + "比|，办事处继续努力\ncaption 社区食堂\n"},
    {"NeitherHalfAsksForTheOther", kOpen + "比\n\n社区食堂\n\n办事处继续努力。\n",
     "body " + kOpen + "比\nsubhead 社区食堂\nbody 办事处继续努力。\n"},
    {"FourCaptions", kOpen + "\n\n一\n\n二\n\n三\n\n四\n\n照标准逐村过筛子。\n",
     "body " + kOpen + "|照标准逐村过筛子。\ncaption 一\ncaption 二\ncaption 三\ncaption 四\n"},
    {"FiveAreTooMany", kOpen + "\n\n一\n\n二\n\n三\n\n四\n\n五\n\n照标准逐村过筛子。\n",
     "body " + kOpen +
         "\nsubhead 一\nsubhead 二\nsubhead 三\nsubhead 四\nsubhead 五\nbody 照标准逐村过筛子。\n"},
    {"NotFromAShortText", "办好实事。结合实际，对\n\n社区食堂\n\n照标准逐村过筛子。\n",
     "body 办好实事。结合实际，对\nsubhead 社区食堂\nbody 照标准逐村过筛子。\n"},
};
INSTANTIATE_TEST_SUITE_P(Asides, ReflowTest, testing::ValuesIn(kAsideCases), kName);

const ReflowCase kSeamCases[] = {
    {"WordAcrossTheBreak", "发挥为民服务“大作用”，今\n\n年来，枫杨办事处打造了工作站。\n",
     "body 发挥为民服务“大作用”，今|年来，枫杨办事处打造了工作站。\n"},
    {"AfterAShortSentence", "办好实事。结合实际，对\n\n照标准过筛子。\n",
     "body 办好实事。结合实际，对|照标准过筛子。\n"},
    {"WordsEndAtTheBreak", "发挥为民服务“大作用”，在\n\n枫杨办事处打造了工作站。\n",
     "subhead 发挥为民服务“大作用”，在\nbody 枫杨办事处打造了工作站。\n"},
    {"NoCommaNoSentence", "发挥为民服务大作用今\n\n年来，枫杨办事处打造了工作站。\n",
     "subhead 发挥为民服务大作用今\nbody 年来，枫杨办事处打造了工作站。\n"},
    {"NextLineHasNoSentenceEnd", "发挥为民服务大作用，今\n\n年来枫杨办事处打造工作站\n",
     "subhead 发挥为民服务大作用，今\nsubhead 年来枫杨办事处打造工作站\n"},
    {"NotFromWhereAPictureStood",
     "甲。\n\n乙。\n\n丙。\n\n\n\n发挥为民服务大作用，今\n\n年来打造了工作站。\n",
     "body 甲。\nbody 乙。\nbody 丙。\ncaption 发挥为民服务大作用，今\nbody 年来打造了工作站。\n"},
};
INSTANTIATE_TEST_SUITE_P(Seams, ReflowTest, testing::ValuesIn(kSeamCases), kName);

const ReflowCase kZoneCases[] = {
    {"TitleAfterTheUsualGap", "甲。\n\n乙。\n\n丙\n", "body 甲。\nbody 乙。\nsubhead 丙\n"},
    {"TitleAfterOneLineMore", "甲。\n\n乙。\n\n\n丙\n", "body 甲。\nbody 乙。\nsubhead 丙\n"},
    {"TitleAfterTwoLinesMore", "甲。\n\n乙。\n\n丙。\n\n\n\n丁\n",
     "body 甲。\nbody 乙。\nbody 丙。\ncaption 丁\n"},
    {"FirstLineIsNotFarOff", "\n\n\n\n甲\n\n乙。\n", "subhead 甲\nbody 乙。\n"},
    {"TextWithASentenceIsNoCaption", "甲。\n\n乙。\n\n\n\n\n丙。\n",
     "body 甲。\nbody 乙。\nbody 丙。\n"},
    {"WidestTitle", Repeat("郑", 59) + "a\n", "subhead " + Repeat("郑", 59) + "a\n"},
    {"TooWideForATitle", Repeat("郑", 60) + "\n", "body " + Repeat("郑", 60) + "\n"},
    {"Byline", "本报记者 李青\n", "byline 本报记者 李青\n"},
    {"CueInsideALine", "李青 本报记者\n", "subhead 李青 本报记者\n"},
    {"BylineOfTwoLines", "文/李青\n通讯员 王小满\n", "byline 文/李青\nbyline 通讯员 王小满\n"},
    {"SentenceIsNoByline", "记者了解到，大家都很高兴。\n", "body 记者了解到，大家都很高兴。\n"},
    {"TooWideForAByline", "记者" + Repeat("郑", 58) + "\n", "body 记者" + Repeat("郑", 58) + "\n"},
    {"CaptionByCue", "甲。\n\n图为社区食堂。\n", "body 甲。\ncaption 图为社区食堂。\n"},
    {"TooWideForACaption", "图为" + Repeat("郑", 58) + "。\n",
     "body 图为" + Repeat("郑", 58) + "。\n"},
    {"WrappedByline",
     "本报记者 刘地 通讯员 李青 见习记者 王小\n满\n郑州高新区沟赵办事处把支部创建作为总抓手\n"
     "取得了显著成效，受到好评，大家都很高兴，\n还说要继续努力。\n",
     "byline 本报记者 刘地 通讯员 李青 见习记者 王小|满\n"
     "body 郑州高新区沟赵办事处把支部创建作为总抓手|取得了显著成效，受到好评，大家都很高兴，|"
     "还说要继续努力。\n"},
    {"BylineNearlyAsWideAsTheColumnBelow",
     "本报记者 刘地青\n郑州高新区沟赵办事处\n把支部创建作为总抓手\n取得了显著成效，受到\n"
     "好评。\n",
     "byline 本报记者 刘地青\n"
     "body 郑州高新区沟赵办事处|把支部创建作为总抓手|取得了显著成效，受到|好评。\n"},
    {"WrappedCaption",
     "图为枫杨办事处社区食堂里的老人们和他们的\n家人\n郑州高新区沟赵办事处把支部创建作为总抓手\n"
     "取得了显著成效，受到好评，大家都很高兴，\n还说要继续努力。\n",
     "caption 图为枫杨办事处社区食堂里的老人们和他们的|家人\n"
     "body 郑州高新区沟赵办事处把支部创建作为总抓手|取得了显著成效，受到好评，大家都很高兴，|"
     "还说要继续努力。\n"},
};
INSTANTIATE_TEST_SUITE_P(Zones, ReflowTest, testing::ValuesIn(kZoneCases), kName);

const ReflowCase kRegressionCases[] = {
    // Each paragraph was a by-line.
    {"WrappedParagraphsThatBeginLikeBylines",
     "\u3000\u3000记者近日走进沟赵\n办事处，看到这里的人\n们都在忙，热火朝天。\n"
     "\u3000\u3000记者了解到，办事\n处将继续做好工作。\n",
     "body 记者近日走进沟赵|办事处，看到这里的人|们都在忙，热火朝天。\n"
     "body 记者了解到，办事|处将继续做好工作。\n"},
    // The paragraph fell apart before the third line, and another article began there.
    {"WrappedLineThatBeginsLikeAByline",
     "郑州高新区沟赵办事处\n把工作做好了，近日，\n记者走进沟赵办事处，\n看到人们热火朝天。\n",
     "body 郑州高新区沟赵办事处|把工作做好了，近日，|记者走进沟赵办事处，|"
     "看到人们热火朝天。\n"},
    // A caption with a full stop was taken for the other half.
    {"CaptionWithASentenceEndBetweenHalves", kOpen + "\n\n图为社区食堂。\n\n照标准逐村过筛子。\n",
     "body " + kOpen + "|照标准逐村过筛子。\ncaption 图为社区食堂。\n"},
    // It was a sub-headline.
    {"TitleBetweenHalvesIsACaption", kOpen + "\n\n社区食堂\n\n照标准逐村过筛子。\n",
     "body " + kOpen + "|照标准逐村过筛子。\ncaption 社区食堂\n"},
};
INSTANTIATE_TEST_SUITE_P(Regression, ReflowTest, testing::ValuesIn(kRegressionCases), kName);

class EnglishReflowTest : public testing::TestWithParam<ReflowCase> {};

TEST_P(EnglishReflowTest, GivesBlocks) {
  EXPECT_EQ(Show(GetParam().text, EnglishNews()), GetParam().expected);
}

const ReflowCase kEnglishCases[] = {
    {"RaggedLines",
     "Willow Park community today launched\nGreen Week, a program for everyone who\n"
     "lives near the harbour, said the director.\n",
     "body Willow Park community today launched|Green Week, a program for everyone who|"
     "lives near the harbour, said the director.\n"},
    {"TitleBylineAndBody", "Green Week opens\n\nBy Ann Reed\n\nIt was fun.\n",
     "subhead Green Week opens\nbyline By Ann Reed\nbody It was fun.\n"},
    {"HeadingOverParagraph",
     "A new program\nWillow Park community today launched\nGreen Week, a program for everyone.\n",
     "subhead A new program\nbody Willow Park community today launched|"
     "Green Week, a program for everyone.\n"},
    {"CaptionByCue", "Photo: the harbour\n\nIt was fun.\n",
     "caption Photo: the harbour\nbody It was fun.\n"},
};
INSTANTIATE_TEST_SUITE_P(Pages, EnglishReflowTest, testing::ValuesIn(kEnglishCases), kName);

class PlainReflowTest : public testing::TestWithParam<ReflowCase> {};

TEST_P(PlainReflowTest, EachLineIsABlock) {
  EXPECT_EQ(Show(GetParam().text, PlainText()), GetParam().expected);
}

const ReflowCase kPlainCases[] = {
    {"EmptyText", "", ""},
    {"WrappedLines", "郑州高新区沟赵办事处\r\n，取得成效。\r\n",
     "body 郑州高新区沟赵办事处\nbody ，取得成效。\n"},
    {"NoZones", "甲\n\n\n\n本报记者 李青\n\n图为甲\n",
     "body 甲\nbody 本报记者 李青\nbody 图为甲\n"},
};
INSTANTIATE_TEST_SUITE_P(Lines, PlainReflowTest, testing::ValuesIn(kPlainCases), kName);

// Each byte but white space and line breaks lies in one piece of one block; blocks and their pieces
// are in order.
void ExpectWholeText(const std::string& text, const std::vector<Block>& blocks) {
  std::vector<int> held(text.size(), 0);
  std::size_t block_begin = 0;
  for (const Block& block : blocks) {
    ASSERT_FALSE(block.pieces.empty()) << text;
    ASSERT_LE(block_begin, block.span().begin) << text;
    block_begin = block.span().begin;
    std::size_t end = 0;
    for (const Span& piece : block.pieces) {
      ASSERT_LE(end, piece.begin) << text;
      ASSERT_LT(piece.begin, piece.end) << text;
      end = piece.end;
      for (std::size_t at = piece.begin; at < end; ++at) ++held[at];
    }
  }
  std::vector<int> expected(text.size(), 0);
  for (const Line& line : ReadLines(text, PlainText())) {
    for (std::size_t at = line.span.begin; at < line.span.end; ++at) expected[at] = 1;
  }
  ASSERT_EQ(held, expected) << text;
}

TEST(ReflowProperty, BlocksHoldTheTextOnce) {
  std::mt19937 random(2);
  for (int round = 0; round < 3000 && !testing::Test::HasFatalFailure(); ++round) {
    const std::string text = RandomPage(random);
    ExpectWholeText(text, Reflow(text, ChineseNews()));
    ExpectWholeText(text, Reflow(text, EnglishNews()));
    ExpectWholeText(text, Reflow(text, PlainText()));
  }
}

TEST(ReflowProperty, LineBreaksAndWhiteSpaceBehindLinesDoNotCount) {
  std::mt19937 random(3);
  for (int round = 0; round < 1000; ++round) {
    std::string text;
    for (const char c : RandomPage(random)) {
      if (c != '\r') text += c;
    }
    const std::string expected = Show(text);
    ASSERT_EQ(Show(WithLineBreaks(text, "\r\n")), expected) << text;
    ASSERT_EQ(Show(WithLineBreaks(text, "\r")), expected) << text;
    ASSERT_EQ(Show("\n" + WithLineBreaks(text, " \u3000\n") + "\n\n"), expected) << text;
  }
}

}  // namespace
}  // namespace zhitu::extract
