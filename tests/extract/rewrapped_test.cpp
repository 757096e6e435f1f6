// Texts printed anew in other layouts: the two articles of examples/zhengzhou, out of which the
// same is read, and pages whose paragraphs begin like by-lines.
#include <gtest/gtest.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "extract/dictionary.h"
#include "extract/extractor.h"
#include "extract/fold.h"
#include "extract/reflow.h"
#include "tests/support/page.h"
#include "tests/support/wrapped_text.h"

namespace zhitu::extract {
namespace {

const Gazetteer& Dictionary() {
  static const Gazetteer gazetteer = [] {
    std::vector<Problem> warnings;
    return LoadDictionaries({ZHITU_EXAMPLES "/zhengzhou/dictionary.csv"}, true, warnings);
  }();
  return gazetteer;
}

std::vector<Extraction> Read(const std::string& text) {
  static const Extractor extractor(Dictionary(), {});
  SourceText source;
  source.name = "articles.txt";
  source.file = "articles.txt";
  source.text = text;
  return extractor.Run(source);
}

const std::string& Articles() {
  static const std::string text = ReadBytes(ZHITU_EXAMPLES "/zhengzhou/articles.txt");
  return text;
}

// Printed words without spaces: a line that is broken at a space loses it.
std::string Words(const Extraction& extraction, const Span& span) {
  std::string words = extraction.Surface(span);
  std::erase(words, ' ');
  return words;
}

// What was read, without places: words and entities, zones, and statements with their evidence.
std::string Show(const Extraction& extraction) {
  std::string shown = extraction.document.title;
  std::erase(shown, ' ');
  shown.append(" ").append(extraction.document.id).append("\n");
  for (const Mention& mention : extraction.mentions) {
    shown.append(Words(extraction, mention.span)).append(mention.nested ? " ^ " : " ");
    shown.append(extraction.EntityId(mention.entity)).append(" ").append(ZoneName(mention.zone));
    shown += " sentence " + std::to_string(mention.sentence) + '\n';
  }
  for (const Statement& statement : extraction.statements) {
    shown.append(extraction.EntityId(statement.subject)).append(" ").append(statement.predicate);
    shown.append(" ").append(extraction.EntityId(statement.object)).append(" ");
    shown.append(statement.rule);
    for (const Span& span : statement.evidence)
      shown.append(" [").append(Words(extraction, span)).append("]");
    shown += '\n';
  }
  for (const Span& sentence : extraction.sentences)
    shown.append(Words(extraction, sentence)).append("\n");
  return shown;
}

std::string Show(const std::vector<Extraction>& extractions) {
  std::string shown;
  for (const Extraction& extraction : extractions) shown += Show(extraction);
  return shown;
}

// The articles in another layout. As on the page they were copied from, pictures leave a gap before
// their captions.
std::string Printed(const Layout& layout) {
  std::string text;
  for (const Extraction& extraction : Read(Articles())) {
    for (const Paragraph& paragraph : Paragraphs(extraction.document)) {
      if (!text.empty()) text += layout.between;
      if (paragraph.zone == Zone::kCaption) text += layout.line_break + layout.line_break;
      text += Print({paragraph}, layout);
      text.pop_back();  // its line feed: `between` has one
    }
  }
  return text + layout.line_break;
}

TEST(SeedArticles, AreTwo) {
  const std::vector<Extraction> extractions = Read(Articles());
  ASSERT_EQ(extractions.size(), 2U);
  EXPECT_EQ(extractions[0].document.text + extractions[1].document.text, Articles());
  EXPECT_EQ(extractions[0].document.id, "articles.txt#1");
  EXPECT_EQ(extractions[0].document.title,
            "郑州高新区沟赵办事处 念好『五星』创建『三字诀』写好民生福祉大『文章』");
  EXPECT_EQ(extractions[1].document.id, "articles.txt#2");
  EXPECT_EQ(extractions[1].document.title,
            "郑州高新区枫杨办事处 党建领航『枫』正劲 奋楫『杨』帆谱新篇");
}

// All blocks of more than one line, each by the characters around its seam.
TEST(SeedArticles, SixBrokenSentencesAreJoined) {
  std::string seams;
  for (const Extraction& extraction : Read(Articles())) {
    for (const Block& block : extraction.document.blocks) {
      for (std::size_t i = 1; i < block.pieces.size(); ++i) {
        const std::string_view text = extraction.document.text;
        seams.append(text.substr(block.pieces[i - 1].end - 3, 3)).append("|");
        seams.append(text.substr(block.pieces[i].begin, 3)).append(" ");
      }
    }
  }
  EXPECT_EQ(seams, "对|照 协|同 一|老 附|属 554|件 今|年 ");
}

// Every block that is no body text.
TEST(SeedArticles, HaveZones) {
  std::string shown;
  for (const Extraction& extraction : Read(Articles())) {
    std::vector<Block> blocks = extraction.document.blocks;
    std::erase_if(blocks, [](const Block& block) { return block.zone == Zone::kBody; });
    shown += ShowBlocks(extraction.document.text, blocks) + "--\n";
  }
  EXPECT_EQ(shown,
            "headline 郑州高新区沟赵办事处\n"
            "headline 念好『五星』创建『三字诀』写好民生福祉大『文章』\n"
            "caption 技能培训进社区，按下就业惠民“加速键”\n"
            "caption 社区“邻里议事会”，把群众难题摆出来“议一议”，让民心“聚一聚”\n"
            "subhead 用“统”字诀建机制 让创建举措更“精准”\n"
            "subhead 用“带”字诀聚力量 让创建氛围更“火热”\n"
            "subhead 用“抓”字诀促落实 让创建“成果”不断深化\n"
            "byline 本报记者 刘地 通讯员 李金星\n"
            "--\n"
            "caption 社区惠民食堂，解决辖区居民最现实、最迫切的“一餐热饭”难题\n"
            "caption 网格员贴心服务，让居民幸福“满格”\n"
            "subhead 党建引领凝聚力 办好民生“微”实事\n"
            "subhead 培育基层“领头羊” 建强组织战斗堡垒\n"
            "subhead 专属网格赋能 让“小网格”发挥“大力量”\n"
            "byline 本报记者 刘地 通讯员 沈莹\n"
            "caption “走出去”开展廉政教育活动，学纪知纪筑牢思想防线\n"
            "caption 辖区人居环境不断优化，为群众生活擦亮幸福底色\n"
            "headline 郑州高新区枫杨办事处\n"
            "headline 党建领航『枫』正劲 奋楫『杨』帆谱新篇\n"
            "--\n");
}

struct LayoutCase {
  const char* name;
  Layout layout;  // its columns are those of the narrowest
  std::size_t widest;
  std::size_t step;
};
void PrintTo(const LayoutCase& c, std::ostream* out) { *out << c.name; }
class RewrappedArticles : public testing::TestWithParam<LayoutCase> {};

TEST_P(RewrappedArticles, GiveTheSame) {
  const std::string expected = Show(Read(Articles()));
  Layout layout = GetParam().layout;
  for (; layout.columns <= GetParam().widest; layout.columns += GetParam().step)
    EXPECT_EQ(Show(Read(Printed(layout))), expected) << layout.columns << " columns";
}

const std::string kNoLineStart = "，。、；：！？”’）』";

const LayoutCase kLayouts[] = {
    {"HandJoined", {0, "", "\n\n", "\n", ""}, 0, 1},
    {"HandJoinedCrLf", {0, "", "\r\n\r\n", "\r\n", ""}, 0, 1},
    {"HandJoinedIndented", {0, "\u3000\u3000", "\n", "\n", ""}, 0, 1},
    {"HandJoinedWithoutBlankLines", {0, "", "\n", "\n", ""}, 0, 1},
    {"Columns", {28, "", "\n\n", "\n", ""}, 80, 1},
    {"ColumnsCrLf", {40, "", "\r\n\r\n", "\r\n", ""}, 42, 1},
    {"ColumnsCr", {40, "", "\r\r", "\r", ""}, 42, 1},
    {"HangingPunctuation", {28, "", "\n\n", "\n", kNoLineStart}, 80, 2},
    {"Indented", {28, "\u3000\u3000", "\n\n", "\n", ""}, 80, 1},
    {"IndentedHangingPunctuation", {28, "\u3000\u3000", "\n\n", "\n", kNoLineStart}, 80, 2},
    {"IndentedWithoutBlankLines", {66, "\u3000\u3000", "\n", "\n", ""}, 96, 1},
};
INSTANTIATE_TEST_SUITE_P(Layouts, RewrappedArticles, testing::ValuesIn(kLayouts),
                         [](const auto& c) { return std::string(c.param.name); });

// Paragraphs as they are found on a printed page, lines that Latin words end joined by a space.
std::vector<Paragraph> Found(const std::string& page, const TextConventions& conventions) {
  std::vector<Paragraph> paragraphs;
  for (const Block& block : Reflow(page, conventions))
    paragraphs.push_back({block.zone, JoinPieces(page, block.pieces)});
  return paragraphs;
}

std::string Show(const std::vector<Paragraph>& paragraphs) {
  std::string shown;
  for (const Paragraph& paragraph : paragraphs)
    shown.append(ZoneName(paragraph.zone)).append(" ").append(paragraph.text).append("\n");
  return shown;
}

class RewrappedParagraphs : public testing::TestWithParam<LayoutCase> {
 protected:
  static void ExpectFound(const std::vector<Paragraph>& paragraphs,
                          const TextConventions& conventions) {
    Layout layout = GetParam().layout;
    for (; layout.columns <= GetParam().widest; layout.columns += GetParam().step) {
      EXPECT_EQ(Show(Found(Print(paragraphs, layout), conventions)), Show(paragraphs))
          << layout.columns << " columns";
    }
  }
};

TEST_P(RewrappedParagraphs, Chinese) {
  ExpectFound(
      {{Zone::kSubhead, "走进沟赵"},
       {Zone::kByline, "本报记者 刘地"},
       {Zone::kBody,
        "记者近日走进沟赵办事处，看到这里的人们都在忙，热火朝天。办事处党工委把创建作为总抓手，"
        "紧盯创建目标，取得显著成效。"},
       {Zone::kBody,
        "记者了解到，办事处将继续做好工作，推行班子成员全员创建机制，强化联动共管，一体推进，"
        "把工作抓实抓细，找到最小公倍数。"},
       {Zone::kBody,
        "通讯员制度是办事处的好办法，通过举办培训，让村社区有方向、落实有标尺，建立摸排机制，"
        "记者和居民一起走进社区，结合实际。"}},
      ChineseNews());
}

TEST_P(RewrappedParagraphs, English) {
  ExpectFound({{Zone::kSubhead, "Willow Park opens its doors"},
               {Zone::kByline, "By Tom Hale"},
               {Zone::kBody,
                "Willow Park community today launched Green Week, a program for everyone who lives "
                "near the old harbour, said Ann Reed, the director of the Harbour Office. More "
                "than 4000 people came to see it; all of them went home happy and full of plans."},
               {Zone::kBody,
                "By the end of the day it was over, and nobody minded, said the director. The "
                "Harbour Office paid for it, as it had paid for the Reading Room, the Garden Club "
                "and the Tool Shed in the years before."},
               {Zone::kBody,
                "We met here, she said, and we will meet again. The office (which is small, by its "
                "own account) now runs three programs by itself, among them Safe Steps, which was "
                "founded in 2019 by a group of five people from Willow Park."}},
              EnglishNews());
}

// Wider pages have too few broken lines to show their column.
const LayoutCase kParagraphLayouts[] = {
    {"Joined", {0, "", "\n\n", "\n", ""}, 0, 1},
    {"Columns", {28, "", "\n\n", "\n", ""}, 54, 1},
    {"HangingPunctuation", {28, "", "\n\n", "\n", kNoLineStart}, 54, 1},
    {"Indented", {28, "\u3000\u3000", "\n\n", "\n", ""}, 54, 1},
    {"IndentedHangingPunctuation", {28, "\u3000\u3000", "\n\n", "\n", kNoLineStart}, 54, 1},
};
INSTANTIATE_TEST_SUITE_P(Layouts, RewrappedParagraphs, testing::ValuesIn(kParagraphLayouts),
                         [](const auto& c) { return std::string(c.param.name); });

}  // namespace
}  // namespace zhitu::extract
