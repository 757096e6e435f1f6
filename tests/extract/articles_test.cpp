#include "extract/articles.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "extract/reflow.h"
#include "extract/utf8.h"
#include "tests/support/page.h"

namespace zhitu::extract {
namespace {

SourceText FileWith(const std::string& text) {
  SourceText source;
  source.name = "a.txt";
  source.file = "a.txt";
  source.text = text;
  return source;
}

// Documents as `id line: title` and their blocks.
std::string Show(const SourceText& source, const TextConventions& conventions) {
  std::string shown;
  for (const Document& document : SplitArticles(source, conventions)) {
    shown += document.id + ' ' + std::to_string(document.begin_line) + ": " + document.title + '\n';
    shown += ShowBlocks(document.text, document.blocks);
  }
  return shown;
}

struct ArticlesCase {
  const char* name;
  const char* text;
  const char* expected;
};
void PrintTo(const ArticlesCase& c, std::ostream* out) { *out << c.name; }
constexpr auto kName = [](const auto& c) { return std::string(c.param.name); };
class ArticlesTest : public testing::TestWithParam<ArticlesCase> {};

TEST_P(ArticlesTest, GivesDocuments) {
  EXPECT_EQ(Show(FileWith(GetParam().text), ChineseNews()), GetParam().expected);
}

TEST_P(ArticlesTest, TakesEveryLineBreak) {
  for (const char* line_break : {"\r\n", "\r"}) {
    EXPECT_EQ(Show(FileWith(WithLineBreaks(GetParam().text, line_break)), ChineseNews()),
              GetParam().expected);
  }
}

const ArticlesCase kOneArticle[] = {
    {"EmptyText", "", ""},
    {"BlankText", " \n\u3000\n", ""},
    {"BodyAlone", "甲文。\n", "a.txt 1: \nbody 甲文。\n"},
    {"HeadlineAndBody", "\n甲题\n\n甲文。\n", "a.txt 1: 甲题\nheadline 甲题\nbody 甲文。\n"},
    {"HeadlineAfterTheBody", "甲文。\n\n甲题\n", "a.txt 1: 甲题\nbody 甲文。\nheadline 甲题\n"},
    {"SeveralHeadlines", "眉题\n\n甲题\n\n甲文。\n\n尾题\n",
     "a.txt 1: 眉题 甲题 尾题\nheadline 眉题\nheadline 甲题\nbody 甲文。\nheadline 尾题\n"},
    {"SubHeadlineBetweenParagraphs", "甲题\n\n文一。\n\n小题\n\n文二。\n",
     "a.txt 1: 甲题\nheadline 甲题\nbody 文一。\nsubhead 小题\nbody 文二。\n"},
    {"CaptionAtTheTopIsNoHeadline", "图为甲\n\n甲文。\n",
     "a.txt 1: \ncaption 图为甲\nbody 甲文。\n"},
    {"NoSentenceAtAllIsBody", "甲\n\n乙\n", "a.txt 1: \nbody 甲\nbody 乙\n"},
    {"BylineWithoutBody", "本报记者 刘地\n", "a.txt 1: \nbyline 本报记者 刘地\n"},
    {"BylineAndTitleWithoutBody", "甲题\n\n本报记者 刘地\n",
     "a.txt 1: \nbody 甲题\nbyline 本报记者 刘地\n"},
    {"BylineAboveTheBody", "甲题\n\n本报记者 刘地\n\n甲文。\n",
     "a.txt 1: 甲题\nheadline 甲题\nbyline 本报记者 刘地\nbody 甲文。\n"},
    {"BylineBelowTheBody", "甲题\n\n甲文。\n\n本报记者 刘地\n",
     "a.txt 1: 甲题\nheadline 甲题\nbody 甲文。\nbyline 本报记者 刘地\n"},
    {"NoBodyAfterTheByline", "甲文。\n\n本报记者 刘地\n\n尾题\n",
     "a.txt 1: 尾题\nbody 甲文。\nbyline 本报记者 刘地\nheadline 尾题\n"},
};
INSTANTIATE_TEST_SUITE_P(One, ArticlesTest, testing::ValuesIn(kOneArticle), kName);

const ArticlesCase kBylinesBelow[] = {
    {"TitlesAbove", "甲题\n\n甲文。\n\n本报记者 刘地\n\n乙题\n\n乙文。\n\n本报记者 李青\n",
     "a.txt#1 1: 甲题\nheadline 甲题\nbody 甲文。\nbyline 本报记者 刘地\n"
     "a.txt#2 6: 乙题\nheadline 乙题\nbody 乙文。\nbyline 本报记者 李青\n"},
    {"TitlesBelow", "甲文。\n\n本报记者 刘地\n\n甲题\n\n乙文。\n\n本报记者 李青\n\n乙题\n",
     "a.txt#1 1: 甲题\nbody 甲文。\nbyline 本报记者 刘地\nheadline 甲题\n"
     "a.txt#2 6: 乙题\nbody 乙文。\nbyline 本报记者 李青\nheadline 乙题\n"},
    {"TitleOfTheFirstAboveAndOfTheLastBelow",
     "甲题\n\n甲文。\n\n本报记者 刘地\n\n乙文。\n\n本报记者 李青\n\n乙题\n",
     "a.txt#1 1: 甲题\nheadline 甲题\nbody 甲文。\nbyline 本报记者 刘地\n"
     "a.txt#2 6: 乙题\nbody 乙文。\nbyline 本报记者 李青\nheadline 乙题\n"},
    {"NextArticleWithoutTitleTakesIt",
     "甲文。\n\n本报记者 刘地\n\n乙题\n\n乙文。\n\n本报记者 李青\n",
     "a.txt#1 1: \nbody 甲文。\nbyline 本报记者 刘地\n"
     "a.txt#2 4: 乙题\nheadline 乙题\nbody 乙文。\nbyline 本报记者 李青\n"},
    {"TwoBylinesInARow", "甲文。\n\n本报记者 刘地\n通讯员 李青\n\n乙文。\n",
     "a.txt#1 1: \nbody 甲文。\nbyline 本报记者 刘地\nbyline 通讯员 李青\n"
     "a.txt#2 5: \nbody 乙文。\n"},
    {"SubHeadlineIsNoHeadline",
     "文一。\n\n小题\n\n文二。\n\n本报记者 刘地\n\n甲题\n\n乙文。\n\n本报记者 李青\n\n乙题\n",
     "a.txt#1 1: 甲题\nbody 文一。\nsubhead 小题\nbody 文二。\nbyline 本报记者 刘地\n"
     "headline 甲题\n"
     "a.txt#2 10: 乙题\nbody 乙文。\nbyline 本报记者 李青\nheadline 乙题\n"},
    {"Three", "甲文。\n\n记者 刘地\n\n乙文。\n\n记者 李青\n\n丙文。\n\n记者 王小满\n",
     "a.txt#1 1: \nbody 甲文。\nbyline 记者 刘地\na.txt#2 4: \nbody 乙文。\nbyline 记者 李青\n"
     "a.txt#3 8: \nbody 丙文。\nbyline 记者 王小满\n"},
};
INSTANTIATE_TEST_SUITE_P(BylinesBelow, ArticlesTest, testing::ValuesIn(kBylinesBelow), kName);

const ArticlesCase kBylinesAbove[] = {
    {"Two", "甲题\n\n本报记者 刘地\n\n甲文。\n\n乙题\n\n本报记者 李青\n\n乙文。\n",
     "a.txt#1 1: 甲题\nheadline 甲题\nbyline 本报记者 刘地\nbody 甲文。\n"
     "a.txt#2 6: 乙题\nheadline 乙题\nbyline 本报记者 李青\nbody 乙文。\n"},
    {"SecondWithoutTitle", "甲题\n\n记者 刘地\n\n甲文。\n\n记者 李青\n\n乙文。\n",
     "a.txt#1 1: 甲题\nheadline 甲题\nbyline 记者 刘地\nbody 甲文。\n"
     "a.txt#2 6: \nbyline 记者 李青\nbody 乙文。\n"},
    {"SeveralTitlesAndCaptions",
     "记者 刘地\n\n甲文。\n\n眉题\n\n乙题\n\n图为乙\n\n记者 李青\n\n乙文。\n",
     "a.txt#1 1: \nbyline 记者 刘地\nbody 甲文。\n"
     "a.txt#2 4: 眉题 乙题\nheadline 眉题\nheadline 乙题\ncaption 图为乙\nbyline 记者 李青\n"
     "body 乙文。\n"},
    {"CaptionInsideASentenceStaysWithIt",
     "记者 刘地\n\n"
     "聚力奋进，办好实事。今年以来，办事处把创建工作作为总抓手，紧盯创建目标，结合实际，对\n\n"
     "社区食堂\n\n照标准过筛子。\n\n乙题\n\n记者 李青\n\n乙文。\n",
     "a.txt#1 1: \nbyline 记者 刘地\nbody "
     "聚力奋进，办好实事。今年以来，办事处把创建工作作为总抓手，紧盯创建目标，结合实际，对|"
     "照标准过筛子。\ncaption 社区食堂\n"
     "a.txt#2 8: 乙题\nheadline 乙题\nbyline 记者 李青\nbody 乙文。\n"},
};
INSTANTIATE_TEST_SUITE_P(BylinesAbove, ArticlesTest, testing::ValuesIn(kBylinesAbove), kName);

TEST(SplitArticles, TitleOfBrokenLinesHasSpacesBetweenWords) {
  const std::string text =
      "By Ann Reed\n\nWillow Park community opens\nits doors again and tells the\n"
      "world how it came to be so\nnew\n\n"
      "Willow Park community opened\nits doors again and told us\nthat it was so new, he said.\n";
  const std::vector<Document> documents = SplitArticles(FileWith(text), EnglishNews());
  ASSERT_EQ(documents.size(), 1U);
  EXPECT_EQ(documents[0].title,
            "Willow Park community opens its doors again and tells the world how it came to be so "
            "new");
}

TEST(SplitArticles, RecordIsOneDocument) {
  SourceText record = FileWith("甲文。\n\n记者 刘地\n\n乙题\n\n乙文。\n");
  record.name = "r7";
  record.line = 7;
  record.record = true;
  EXPECT_EQ(Show(record, ChineseNews()),
            "r7 7: \nbody 甲文。\nbyline 记者 刘地\nsubhead 乙题\nbody 乙文。\n");
}

TEST(SplitArticles, BlankRecordIsADocumentWithoutBlocks) {
  SourceText record = FileWith(" \n");
  record.title = "题";
  record.record = true;
  EXPECT_EQ(Show(record, ChineseNews()), "a.txt 1: 题\n");
}

TEST(SplitArticles, FieldsOfARecordAreKept) {
  SourceText record = FileWith("甲题\n\n甲文。\n");
  record.file = "b.jsonl";
  record.title = "题";
  record.date = "2024-02-29";
  record.source = "晚报";
  record.line = 3;
  record.record = true;
  const std::vector<Document> documents = SplitArticles(record, ChineseNews());
  ASSERT_EQ(documents.size(), 1U);
  EXPECT_EQ(documents[0].file, "b.jsonl");
  EXPECT_EQ(documents[0].title, "题");
  EXPECT_EQ(documents[0].date, "2024-02-29");
  EXPECT_EQ(documents[0].source, "晚报");
  EXPECT_EQ(documents[0].begin_code_point, 0U);
  EXPECT_EQ(documents[0].begin_line, 3U);
  EXPECT_TRUE(documents[0].record);
}

TEST(SplitArticles, TextWhoseLinesAreNotJoinedIsOneDocument) {
  EXPECT_EQ(Show(FileWith("甲文。\n\n记者 刘地\n\n乙文。\n"), PlainText()),
            "a.txt 1: \nbody 甲文。\nbody 记者 刘地\nbody 乙文。\n");
}

// Documents follow each other without gap, are cut at line breaks, and know their place.
void ExpectPartition(const std::string& text, const std::vector<Document>& documents) {
  std::string joined;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const Document& document = documents[i];
    ASSERT_EQ(document.id, documents.size() == 1 ? "a.txt" : "a.txt#" + std::to_string(i + 1));
    ASSERT_EQ(document.begin_code_point, CountCodePoints(joined)) << text;
    ASSERT_EQ(document.begin_line, OffsetIndex(text).Position(joined.size()).line) << text;
    ASSERT_TRUE(joined.empty() || joined.back() == '\n' || joined.back() == '\r') << text;
    ASSERT_FALSE(document.blocks.empty()) << text;
    joined += document.text;
    ASSERT_FALSE(joined.ends_with('\r') && text.substr(joined.size()).starts_with('\n')) << text;
  }
  ASSERT_EQ(joined, documents.empty() ? "" : text);
}

// Splitting only shares out the blocks of the whole text.
void ExpectSameBlocks(const std::string& text, const std::vector<Document>& documents) {
  std::vector<std::vector<Span>> found;
  std::size_t begin = 0;
  for (const Document& document : documents) {
    for (const Block& block : document.blocks) {
      found.emplace_back();
      for (const Span& piece : block.pieces)
        found.back().push_back({piece.begin + begin, piece.end + begin});
    }
    begin += document.text.size();
  }
  std::vector<std::vector<Span>> expected;
  for (const Block& block : Reflow(text, ChineseNews())) expected.push_back(block.pieces);
  ASSERT_TRUE(found == expected) << text;
}

TEST(SplitArticlesProperty, DocumentsPartitionTheText) {
  std::mt19937 random(4);
  std::size_t several = 0;
  for (int round = 0; round < 3000 && !testing::Test::HasFatalFailure(); ++round) {
    const std::string text = RandomPage(random) + RandomPage(random);
    const std::vector<Document> documents = SplitArticles(FileWith(text), ChineseNews());
    ExpectPartition(text, documents);
    ExpectSameBlocks(text, documents);
    if (documents.size() > 1) ++several;
  }
  EXPECT_GT(several, 300U);  // or the pages are of no use here
}

}  // namespace
}  // namespace zhitu::extract
