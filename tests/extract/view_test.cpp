#include "extract/view.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "extract/reflow.h"
#include "tests/support/page.h"

namespace zhitu::extract {
namespace {

Document Laid(const std::string& text, const TextConventions& conventions) {
  Document document;
  document.text = text;
  document.blocks = Reflow(text, conventions);
  return document;
}

// The sentences in folded form, each as `[block]text`.
std::string Show(const View& view) {
  std::string shown;
  for (const Sentence& sentence : view.sentences()) {
    shown += '[' + std::to_string(sentence.block) + ']';
    shown += sentence.folded.In(view.folded().text());
  }
  return shown;
}

struct ViewCase {
  const char* name;
  const char* text;
  const char* expected;
};
void PrintTo(const ViewCase& c, std::ostream* out) { *out << c.name; }
constexpr auto kName = [](const auto& c) { return std::string(c.param.name); };

class ChineseViewTest : public testing::TestWithParam<ViewCase> {};

TEST_P(ChineseViewTest, GivesSentences) {
  const Document document = Laid(GetParam().text, ChineseNews());
  EXPECT_EQ(Show(View(document, ChineseNews())), GetParam().expected);
}

const ViewCase kChineseCases[] = {
    {"EmptyText", "", ""},
    {"NoSentenceEnd", "甲乙", "[0]甲乙"},
    {"OneSentence", "甲乙。", "[0]甲乙。"},
    {"EachEnd", "甲。乙！丙？丁；戊!己?庚", "[0]甲。[0]乙![0]丙?[0]丁;[0]戊![0]己?[0]庚"},
    {"CommaAndColonEndNone", "甲，乙：丙、丁…戊", "[0]甲,乙:丙、丁...戊"},
    {"LatinFullStopEndsNoneHere", "甲. 乙", "[0]甲. 乙"},
    {"NarrowSemicolonEndsNoneHere", "甲;乙", "[0]甲;乙"},
    {"RunOfEnds", "甲！！？乙", "[0]甲!!?[0]乙"},
    {"ClosingQuote", "“甲。”乙", "[0]\"甲。\"[0]乙"},
    {"OpeningQuoteBelongsToTheNext", "甲。“乙。”", "[0]甲。[0]\"乙。\""},
    {"ClosingQuotesAndBrackets", "（“甲。”）乙", "[0](\"甲。\")[0]乙"},
    {"EndBehindTheQuote", "“甲。”。乙", "[0]\"甲。\"。[0]乙"},
    {"QuoteWithoutEnd", "“甲”乙。", "[0]\"甲\"乙。"},
    {"SpaceAfterTheEndBelongsToTheNext", "甲。 a", "[0]甲。[0] a"},
    {"BlocksPartSentences", "甲\n\n乙。\n\n丙", "[0]甲[1]乙。[2]丙"},
    {"JoinedLinesAreOne", "甲\n，乙。", "[0]甲,乙。"},
    {"QuoteOnTheNextLine", "“甲。\n”乙。", "[0]\"甲。\"[0]乙。"},
    {"LineOfOnlyInvisibleCharacters", "甲。\n\n\u200B\n\n乙。", "[0]甲。[2]乙。"},
};
INSTANTIATE_TEST_SUITE_P(Chinese, ChineseViewTest, testing::ValuesIn(kChineseCases), kName);

class EnglishViewTest : public testing::TestWithParam<ViewCase> {};

TEST_P(EnglishViewTest, GivesSentences) {
  const Document document = Laid(GetParam().text, EnglishNews());
  EXPECT_EQ(Show(View(document, EnglishNews())), GetParam().expected);
}

const ViewCase kEnglishCases[] = {
    {"FullStop", "We met. They left.", "[0]we met.[0] they left."},
    {"Number", "It cost 1.5 pounds.", "[0]it cost 1.5 pounds."},
    {"WebAddress", "See www.example.org now.", "[0]see www.example.org now."},
    {"OtherEnds", "Who?Me!Yes;no", "[0]who?[0]me![0]yes;[0]no"},
    {"ClosingQuote", "“We met.” They left.", "[0]\"we met.\"[0] they left."},
    {"ClosingBracket", "(We met.) They left.", "[0](we met.)[0] they left."},
    {"Ellipsis", "We met... They left.", "[0]we met...[0] they left."},
    {"FullStopAtALineBreak",
     "They all met at the old harbour\nof the town. It was very windy.\n"
     "They all left the old town soon\nagain.",
     "[0]they all met at the old harbour of the town.[0] it was very windy."
     "[0] they all left the old town soon again."},
};
INSTANTIATE_TEST_SUITE_P(English, EnglishViewTest, testing::ValuesIn(kEnglishCases), kName);

TEST(ViewTest, WithoutConventionsOnlyWideMarksEndSentences) {
  const Document document = Laid("甲！”乙! 丙。丁. 戊；己;", PlainText());
  EXPECT_EQ(Show(View(document, PlainText())), "[0]甲![0]\"乙! 丙。[0]丁. 戊;[0]己;");
}

TEST(ViewTest, BlocksAreThoseOfTheDocument) {
  const Document document = Laid("甲Ａ\n\n乙\n，丙。\n\n丁", ChineseNews());
  const View view(document, ChineseNews());
  EXPECT_EQ(&view.document(), &document);
  EXPECT_EQ(view.folded().text(), "甲a\n乙,丙。\n丁\n");
  EXPECT_EQ(view.blocks(), (std::vector<Span>{{0, 4}, {5, 15}, {16, 19}}));
}

TEST(ViewTest, OriginalTakesCutCharactersWhole) {
  const Document document = Laid("甲㍿乙", ChineseNews());  // folds to 株式会社
  const View view(document, ChineseNews());
  EXPECT_EQ(view.folded().text(), "甲株式会社乙\n");
  EXPECT_EQ(view.Original({6, 9}), (Span{3, 6}));
  EXPECT_EQ(view.Original({0, 6}), (Span{0, 6}));
  EXPECT_EQ(view.Original({0, 18}), (Span{0, 9}));
}

TEST(View, HanCharactersMayCloseSentences) {
  TextConventions conventions;
  conventions.closers = U"”毕";
  const Document document = Laid("到了。毕他去。”她来", conventions);
  EXPECT_EQ(Show(View(document, conventions)), "[0]到了。毕[0]他去。\"[0]她来");
}

// Sentences hold all of each block, in order; `SentenceAt` knows each by all its bytes.
void ExpectWholeBlocks(const Document& document, const TextConventions& conventions) {
  const View view(document, conventions);
  ASSERT_EQ(view.blocks().size(), document.blocks.size());
  std::size_t number = 0;
  for (std::uint32_t block = 0; block < view.blocks().size(); ++block) {
    std::size_t at = view.blocks()[block].begin;
    for (; number < view.sentences().size() && view.sentences()[number].block == block; ++number) {
      const Span sentence = view.sentences()[number].folded;
      ASSERT_EQ(sentence.begin, at) << document.text;
      ASSERT_GT(sentence.size(), 0U) << document.text;
      at = sentence.end;
      for (std::size_t byte = sentence.begin; byte < sentence.end; ++byte)
        ASSERT_EQ(view.SentenceAt(byte), number) << document.text;
      for (std::uint32_t first = 0; first <= number; ++first)
        ASSERT_EQ(view.SentenceAt(sentence.end - 1, first), number) << document.text;
    }
    ASSERT_EQ(at, view.blocks()[block].end) << document.text;
  }
  ASSERT_EQ(number, view.sentences().size());
}

TEST(ViewProperty, SentencesHoldTheBlocks) {
  std::mt19937 random(5);
  for (int round = 0; round < 2000 && !testing::Test::HasFatalFailure(); ++round) {
    const std::string text = RandomPage(random);
    for (const TextConventions& conventions : {ChineseNews(), EnglishNews(), PlainText()})
      ExpectWholeBlocks(Laid(text, conventions), conventions);
  }
}

// Originals of the sentences of a block are apart and in order.
TEST(ViewProperty, OriginalsAreInOrder) {
  std::mt19937 random(6);
  for (int round = 0; round < 2000; ++round) {
    const Document document = Laid(RandomPage(random), ChineseNews());
    const View view(document, ChineseNews());
    for (std::size_t i = 1; i < view.sentences().size(); ++i) {
      if (view.sentences()[i].block != view.sentences()[i - 1].block) continue;
      ASSERT_LE(view.Original(view.sentences()[i - 1].folded).end,
                view.Original(view.sentences()[i].folded).begin)
          << document.text;
    }
  }
}

}  // namespace
}  // namespace zhitu::extract
