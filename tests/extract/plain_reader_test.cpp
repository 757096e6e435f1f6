#include "extract/plain_reader.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "extract/line.h"
#include "extract/link.h"
#include "extract/utf8.h"
#include "extract/view.h"
#include "tests/support/brute_force_matcher.h"
#include "tests/support/letters.h"
#include "tests/support/page.h"

namespace zhitu::extract {
namespace {

Document DocumentOf(const std::string& text) {
  SourceText source;
  source.name = source.file = "a.txt";
  source.text = text;
  source.record = true;  // a document even where nothing is visible
  std::vector<Document> documents = PlainDocuments(std::move(source));
  return documents.at(0);
}

Knowledge Names(bool outermost_only) {
  Knowledge knowledge;
  knowledge.names_only = true;
  knowledge.outermost_only = outermost_only;
  knowledge.conventions = PlainText();
  return knowledge;
}

// The slow twin of `ReadPlainDocument`: folds the whole text, then matches and links.
Extraction ReadSlowly(const Document& document, const Gazetteer& gazetteer,
                      const Knowledge& knowledge) {
  Extraction extraction;
  const View view(document, knowledge.conventions);
  std::vector<Match> matches = gazetteer.Find(view.folded(), document.text);
  std::erase_if(matches,
                [&](const Match& match) { return knowledge.outermost_only && match.nested; });
  for (LinkedMention& linked : LinkMatches(gazetteer, view, matches)) {
    extraction.mentions.push_back(std::move(linked.mention));
  }
  for (const Sentence& sentence : view.sentences()) {
    extraction.sentences.push_back(view.Original(sentence.folded));
  }
  return extraction;
}

// Sentences and mentions, with all that is known of them.
std::vector<std::string> Show(const Extraction& extraction) {
  std::vector<std::string> shown;
  const auto number = [&](auto value) { shown.back() += ' ' + std::to_string(value); };
  const auto span = [&](const Span& bytes) {
    shown.back() += ' ' + std::to_string(bytes.begin) + '-' + std::to_string(bytes.end);
  };
  for (const Span& sentence : extraction.sentences) {
    shown.emplace_back("sentence");
    span(sentence);
  }
  for (const Mention& mention : extraction.mentions) {
    shown.emplace_back("mention");
    span(mention.span);
    span(mention.antecedent);
    number(mention.entity);
    number(static_cast<int>(mention.kind));
    number(static_cast<int>(mention.nested));
    number(static_cast<int>(mention.zone));
    number(mention.confidence);
    number(mention.block);
    number(mention.sentence);
    for (const Candidate& candidate : mention.candidates) {
      number(candidate.entity);
      number(candidate.score);
    }
    shown.back() += mention.why;
  }
  return shown;
}

void ExpectSame(const Gazetteer& gazetteer, const std::string& text, const Knowledge& knowledge) {
  const Document document = DocumentOf(text);
  const Extraction extraction = ReadPlainDocument(document, gazetteer, knowledge);
  const std::vector<std::string> shown = Show(extraction);
  const std::vector<std::string> expected = Show(ReadSlowly(document, gazetteer, knowledge));
  const auto differs = std::mismatch(shown.begin(), shown.end(), expected.begin(), expected.end());
  ASSERT_TRUE(shown == expected) << (differs.first == shown.end() ? "nothing" : *differs.first)
                                 << " instead of "
                                 << (differs.second == expected.end() ? "nothing" : *differs.second)
                                 << " in " << testing::PrintToString(text.substr(0, 1000));
  EXPECT_EQ(extraction.gazetteer, &gazetteer);
  EXPECT_EQ(extraction.document.text, text);
}

void ExpectSame(const Gazetteer& gazetteer, const std::string& text) {
  for (const bool outermost_only : {true, false}) {
    ExpectSame(gazetteer, text, Names(outermost_only));
    if (testing::Test::HasFatalFailure()) return;
  }
}

// A dictionary with two entities of one name, one of which has a word that speaks for it.
Gazetteer Ambiguous() {
  GazetteerBuilder builder;
  builder.AddFile("names.csv", "");
  builder.Add({"1", "老师", "t", {"a b"}, {"学"}, {}, kNoEntity, {}}, {}, 0, 1);
  builder.Add({"2", "老师", "t", {"师"}, {}, {}, kNoEntity, {}}, {}, 0, 2);
  builder.Add({"3", "学", "t", {"学老", "b"}, {}, {}, kNoEntity, {}}, {}, 0, 3);
  builder.SetParent(1, 2);
  return builder.Build();
}

struct SentenceCase {
  const char* name;
  const char* text;
  const char* expected;
};
void PrintTo(const SentenceCase& c, std::ostream* out) { *out << c.name; }
constexpr auto kName = [](const auto& c) { return std::string(c.param.name); };

class PlainSentences : public testing::TestWithParam<SentenceCase> {};

TEST_P(PlainSentences, AreThoseOfTheLines) {
  const Extraction extraction =
      ReadPlainDocument(DocumentOf(GetParam().text), Gazetteer(), Names(true));
  std::string shown;
  for (const Span& sentence : extraction.sentences) {
    shown += '[' + std::string(sentence.In(extraction.document.text)) + ']';
  }
  EXPECT_EQ(shown, GetParam().expected);
  ExpectSame(Gazetteer(), GetParam().text);
}

const SentenceCase kSentences[] = {
    {"None", "", ""},
    {"WithoutAnEnd", "甲乙", "[甲乙]"},
    {"EachEnd", "甲。乙！丙？丁；戊", "[甲。][乙！][丙？][丁；][戊]"},
    {"NarrowEndsEndNone", "甲!乙?丙;丁.戊", "[甲!乙?丙;丁.戊]"},
    {"HalfWidthFullStop", "ｶ｡乙", "[ｶ｡][乙]"},
    {"VerticalFullStop", "甲︒乙", "[甲︒][乙]"},
    {"SmallMarksEndNone", "甲﹖乙﹔丙", "[甲﹖乙﹔丙]"},
    {"SeveralEnds", "甲。！｡乙", "[甲。！｡][乙]"},
    {"LinesEndSentences", "甲\n乙。\r\n丙\r丁", "[甲][乙。][丙][丁]"},
    {"BlankLines", " \n\u3000\n甲\n\n \r \r\n", "[甲]"},
    {"SpacesOfALineAreLeftOut", "\u3000甲 乙\t\n", "[甲 乙]"},
    {"SpaceBehindAnEnd", "甲。 乙", "[甲。][ 乙]"},
    {"InvisibleBetweenEnds", "甲。\u200B！乙", "[甲。\u200B！][乙]"},
    {"InvisibleBehindAnEnd", "甲。\u200B乙", "[甲。][乙]"},
    {"InvisibleAtTheEnds", "\u200B甲。\u200B", "[甲。]"},
    {"OnlyInvisible", "\u200B", ""},
    {"EndsAlone", "。\n！？", "[。][！？]"},
};
const SentenceCase kMarks[] = {
    {"MarkBehindAnEnd", "甲。\u0301乙", "[甲。][\u0301乙]"},
    {"MarkBehindTheSecondEnd", "甲。！\u0301乙", "[甲。][！][\u0301乙]"},
};
INSTANTIATE_TEST_SUITE_P(Basics, PlainSentences, testing::ValuesIn(kSentences), kName);
INSTANTIATE_TEST_SUITE_P(Regression, PlainSentences, testing::ValuesIn(kMarks), kName);

TEST(PlainDocuments, HoldWhatTheCorpusTells) {
  const SourceText text{"a.csv#2", "a.csv", " 甲\r\n\n乙 ", "t", "2024-05-01", "s", 7, true};
  const std::vector<Document> documents = PlainDocuments(text);
  ASSERT_EQ(documents.size(), 1U);
  const Document& document = documents[0];
  EXPECT_EQ(document.id, "a.csv#2");
  EXPECT_EQ(document.file, "a.csv");
  EXPECT_EQ(document.title, "t");
  EXPECT_EQ(document.date, "2024-05-01");
  EXPECT_EQ(document.source, "s");
  EXPECT_EQ(document.begin_line, 7U);
  EXPECT_TRUE(document.record);
  EXPECT_EQ(document.text, text.text);
  EXPECT_EQ(ShowBlocks(document.text, document.blocks), "body 甲\nbody 乙\n");
}

TEST(PlainDocuments, AreNoneOfAFileWithoutVisibleCharacters) {
  for (const char* const text : {"", " ", "\r\n\u3000\t\n\u2028"}) {
    SourceText source;
    source.text = text;
    EXPECT_TRUE(PlainDocuments(source).empty());
    source.record = true;
    ASSERT_EQ(PlainDocuments(source).size(), 1U);
    EXPECT_TRUE(PlainDocuments(source)[0].blocks.empty());
  }
}

// The lines that layout sees (extract/line.h), each a block.
TEST(PlainDocumentsTwin, HaveTheLinesOfTheText) {
  std::vector<std::string> texts = TextsOver({"a", " ", "\n", "\r", "\u3000", "水"}, 5);
  std::mt19937 random(37);
  for (int i = 0; i < 2000; ++i) texts.push_back(RandomPage(random));
  for (const std::string& text : texts) {
    std::vector<Span> expected;
    for (const Line& line : ReadLines(text, PlainText())) expected.push_back(line.span);
    std::vector<Span> lines;
    for (const Block& block : DocumentOf(text).blocks) lines.push_back(block.span());
    ASSERT_EQ(lines, expected) << testing::PrintToString(text);
  }
}

TEST(ReadPlainDocumentTwin, AgreesOnShortTexts) {
  const Gazetteer gazetteer = Ambiguous();
  const std::string text =
      OnLines(TextsOver({"。", "！", "｡", "!", "\u200B", " ", "师", "\u0301"}, 5));
  ExpectSame(gazetteer, text);
  for (const std::string& one : TextsOver({"。", "\u200B", " ", "师", "\n", "\r"}, 4)) {
    ExpectSame(gazetteer, one);
    if (HasFatalFailure()) return;
  }
}

TEST(ReadPlainDocumentTwin, AgreesOnRandomTexts) {
  std::mt19937 random(41);
  const Gazetteer gazetteer = Ambiguous();
  const Letters own = {"老师", "师", "学", "老", "a b", "b", "。", "！", "｡", "；", "!", "?"};
  Letters all = EveryKindOfLetter();
  for (int i = 0; i < 6; ++i) all.insert(all.end(), own.begin(), own.end());
  for (int round = 0; round < 3000 && !HasFatalFailure(); ++round) {
    const Letters letters = SomeOf(random, all, 3 + random() % 12);
    ExpectSame(gazetteer, RandomText(random, letters, random() % 80));
  }
}

TEST(ReadPlainDocumentTwin, AgreesOnEveryCodePoint) {
  std::string text;
  for (char32_t c = 1; c < 0x110000; c += c < 0x20000 ? 1 : 97) {
    if (c >= 0xD800 && c < 0xE000) continue;
    text += "学。";
    AppendUtf8(c, text);
    text += c % 3 == 0 ? "。学\n" : "学";
  }
  ExpectSame(Ambiguous(), text);
}

// Regression: the next LF was looked for anew at each CR, to the end of the text.
TEST(PlainDocuments, TakeNoTimeForManyCarriageReturns) {
  std::string text;
  for (int i = 0; i < 3'000'000; ++i) text += "甲\r";
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_EQ(DocumentOf(text).blocks.size(), 3'000'000U);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(60));
}

}  // namespace
}  // namespace zhitu::extract
