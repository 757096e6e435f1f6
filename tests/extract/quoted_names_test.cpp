#include "extract/quoted_names.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <chrono>
#include <ostream>
#include <random>
#include <string>
#include <vector>

#include "extract/document_reader.h"
#include "extract/extraction.h"
#include "tests/support/marked_names.h"
#include "tests/support/page.h"
#include "tests/support/test_knowledge.h"

namespace zhitu::extract {
namespace {

constexpr char kPreset[] = R"(
text:
  clause_end: "，、："
  sentence_end: "。"
  openers: "“‘「《（"
  closers: "”’」》）"
  list_separator: ["、", 和]
lexicons: {team: [服务队, 合唱队]}
quoted_names:
  program: [品牌, 工作法, 活动]
  organization: [<team>]
  ignore: [两委]
)";

const Knowledge& TestKnowledge() {
  static const Knowledge knowledge = KnowledgeOf(kPreset);
  return knowledge;
}

Extraction Extract(const MarkedNames& names) {
  return ReadDocument(names.document(), names.gazetteer(), TestKnowledge(), {});
}

// Ids of the names that the dictionary does not have, in the order of the text.
std::string Show(const Extraction& extraction) {
  std::string shown;
  for (const Mention& mention : extraction.mentions) {
    if (mention.why != "quoted name") continue;
    shown += (shown.empty() ? "" : " ") + extraction.EntityId(mention.entity);
  }
  return shown;
}

struct QuoteCase {
  const char* name;
  std::string text;
  const char* expected;
};
void PrintTo(const QuoteCase& c, std::ostream* out) { *out << c.name; }
constexpr auto kName = [](const auto& c) { return std::string(c.param.name); };
class QuotedNames : public testing::TestWithParam<QuoteCase> {};

TEST_P(QuotedNames, AreFound) {
  EXPECT_EQ(Show(Extract(MarkedNames(GetParam().text))), GetParam().expected);
}

const QuoteCase kQuotes[] = {
    {"NoText", "", ""},
    {"NoQuote", "墨香邻里品牌", ""},
    {"Name", "“墨香邻里”品牌", "program:墨香邻里"},
    {"OfAnotherType", "“墨香邻里”服务队", "organization:墨香邻里"},
    {"OtherQuotes", "「墨香邻里」品牌，‘一网清’品牌", "program:墨香邻里 program:一网清"},
    {"BracketsAreNoQuotes", "《墨香邻里》品牌，（一网清）品牌", ""},
    {"StraightQuotes", "\"墨香邻里\"品牌", ""},
    {"Rhetoric", "按下“加速键”，好", ""},
    {"WordBefore", "品牌“墨香邻里”", ""},
    {"FourCharactersBetween", "“墨香邻里”一二三四品牌", "program:墨香邻里"},
    {"FiveCharactersBetween", "“墨香邻里”一二三四五品牌", ""},
    {"TheNearerWord", "“墨香邻里”服务队品牌", "organization:墨香邻里"},
    {"ClauseBetween", "“墨香邻里”，品牌", ""},
    {"SentenceBetween", "“墨香邻里”。品牌", ""},
    {"BracketBetween", "“墨香邻里”（品牌）", ""},
    {"QuoteBetween", "“墨香邻里”的“好”品牌", ""},
    {"BlockBetween", "“墨香邻里”\n品牌", ""},
    {"OneCharacter", "“墨”品牌", ""},
    {"TwoCharacters", "“墨香”品牌", "program:墨香"},
    {"TwentyCharacters", "“" + Repeat("墨", 20) + "”品牌",
     "program:墨墨墨墨墨墨墨墨墨墨墨墨墨墨墨墨墨墨墨墨"},
    {"TwentyOneCharacters", "“" + Repeat("墨", 21) + "”品牌", ""},
    {"Ignored", "“两委”活动", ""},
    {"IgnoredInAnotherForm", "“兩委”活动", ""},
    {"IgnoredAsPartOfAName", "“两委好”活动", "program:两委好"},
    {"Clause", "“墨香，邻里”品牌", ""},
    {"Colon", "“墨香：邻里”品牌", ""},
    {"Sentence", "“墨香邻里。”品牌", ""},
    {"ListInside", "“墨香、邻里”品牌", "program:墨香、邻里"},
    {"Empty", "“”品牌", ""},
};
INSTANTIATE_TEST_SUITE_P(Quotes, QuotedNames, testing::ValuesIn(kQuotes), kName);

const QuoteCase kNesting[] = {
    {"Nested", "“墨香‘邻里’家”品牌", "program:墨香‘邻里’家"},
    {"InnerAlone", "“墨香‘邻里’品牌”好", ""},
    {"NestedOfOneKind", "““墨香邻里””品牌", "program:“墨香邻里”"},
    {"NeverClosed", "“墨香邻里品牌", ""},
    {"NeverOpened", "墨香邻里”品牌", ""},
    {"InnerNeverClosed", "“墨香‘邻里”品牌", ""},
    {"ClosedInTheNextBlock", "“墨香\n邻里”品牌", ""},
    {"OpenBlockBefore", "“墨香\n“一网清”品牌", "program:一网清"},
    {"ClosedByAnother", "“墨香」品牌", "program:墨香"},
    {"EightDeep", Repeat("“", 8) + "墨香" + Repeat("”", 8) + "品牌", "program:“““““““墨香”””””””"},
};
INSTANTIATE_TEST_SUITE_P(Nesting, QuotedNames, testing::ValuesIn(kNesting), kName);

const QuoteCase kLists[] = {
    {"Adjoining", "“一网清”“一表通”品牌", "program:一网清 program:一表通"},
    {"Separated", "“一网清”、“一表通”和“一码办”品牌",
     "program:一网清 program:一表通 program:一码办"},
    {"OtherWordBetween", "“一网清”与“一表通”品牌", "program:一表通"},
    {"SeparatorAndMore", "“一网清”、好“一表通”品牌", "program:一表通"},
    {"NoWordBehind", "“一网清”“一表通”好", ""},
    {"OnlyTheLastHasAWord", "“一网清”，“一表通”品牌", "program:一表通"},
    {"IgnoredMember", "“一网清”“两委”“一表通”品牌", "program:一网清 program:一表通"},
    {"TwoLists", "“一网清”“一表通”品牌，“墨香”“邻里”服务队",
     "program:一网清 program:一表通 organization:墨香 organization:邻里"},
    {"SameNameTwice", "“一网清”品牌，“一网清”品牌", "program:一网清 program:一网清"},
    {"SameNameOfTwoTypes", "“一网清”品牌，“一网清”服务队", "program:一网清 organization:一网清"},
};
INSTANTIATE_TEST_SUITE_P(Lists, QuotedNames, testing::ValuesIn(kLists), kName);

const QuoteCase kDictionary[] = {
    {"TheName", "“[墨香邻里:program]”品牌", ""},
    {"NameInside", "“墨香[邻里:program]”品牌", ""},
    {"NameAround", "[东“墨香”西:program]品牌", ""},
    {"NameInTheMember", "“[一网清:program]”“一表通”品牌", "program:一表通"},
    {"NameBefore", "[竹溪社区:community]“墨香”品牌", "program:墨香"},
    {"NameBehind", "“墨香”[品牌日:program]品牌", "program:墨香"},
    {"NestedNameBefore", "[[竹溪:place]社区:community]“墨香”品牌，[竹溪:place]“邻里”品牌",
     "program:墨香 program:邻里"},
};
INSTANTIATE_TEST_SUITE_P(Dictionary, QuotedNames, testing::ValuesIn(kDictionary), kName);

TEST(QuotedName, TellsWhereItStands) {
  const MarkedNames names("headline> 好\ncaption> 好。在“墨香”品牌");
  const Extraction extraction = Extract(names);
  ASSERT_EQ(extraction.mentions.size(), 1U);
  const Mention& m = extraction.mentions[0];
  EXPECT_EQ(fmt::format("{} {} {} {} block {} sentence {} {}", extraction.Surface(m.span),
                        MentionKindName(m.kind), m.confidence, ZoneName(m.zone), m.block,
                        m.sentence, m.why),
            "墨香 name 0.6 caption block 1 sentence 2 quoted name");
  EXPECT_FALSE(m.nested);
}

TEST(QuotedName, IsAnEntityOnce) {
  const MarkedNames names("[甲:office]的“墨香”品牌，“邻里”品牌，“墨香”活动");
  std::string shown;
  for (const Entity& entity : Extract(names).found)
    shown += entity.id + ' ' + entity.name + ' ' + entity.type + ' ' + entity.why + '\n';
  EXPECT_EQ(shown,
            "program:墨香 墨香 program quoted name\nprogram:邻里 邻里 program quoted name\n");
}

// The name is read over the line break, and the entity's has none.
TEST(QuotedName, GoesOverPrintedLines) {
  MarkedNames names("在“墨香邻里”品牌");
  Document document = names.document();
  const std::size_t inside = document.text.find("邻");
  document.text.insert(inside, "\r\n");
  const std::size_t behind = document.text.find("牌");
  document.text.insert(behind, "\n");
  document.blocks[0].pieces = {
      {0, inside}, {inside + 2, behind}, {behind + 1, document.text.size() - 1}};
  const Extraction extraction = ReadDocument(document, names.gazetteer(), TestKnowledge(), {});
  ASSERT_EQ(extraction.found.size(), 1U);
  EXPECT_EQ(extraction.found[0].id, "program:墨香邻里");
  EXPECT_EQ(extraction.mentions.at(0).span.In(extraction.document.text), "墨香\r\n邻里");
}

TEST(QuotedName, IsNotLookedForWithoutASection) {
  const MarkedNames names("“墨香”品牌");
  const Knowledge knowledge =
      KnowledgeOf("text: {openers: “, closers: ”}\nreferences: {title: [书记]}\n");
  EXPECT_EQ(ReadDocument(names.document(), names.gazetteer(), knowledge, {}).mentions.size(), 0U);
}

struct FaultCase {
  const char* name;
  const char* yaml;
  const char* expected;
};
void PrintTo(const FaultCase& c, std::ostream* out) { *out << c.name; }
class QuotedNameFaults : public testing::TestWithParam<FaultCase> {};

TEST_P(QuotedNameFaults, AreTold) {
  try {
    KnowledgeOf(GetParam().yaml);
    FAIL() << "no fault";
  } catch (const InputError& error) {
    EXPECT_STREQ(error.what(), GetParam().expected);
  }
}

const FaultCase kFaults[] = {
    {"NoMap", "quoted_names: [品牌]\n",
     "p.yaml:1:15: quoted_names is no map; expected keys with values"},
    {"NoType", "quoted_names:\n  Program: [品牌]\n",
     "p.yaml:2:12: 'Program' is no type name; expected small letters, digits and _"},
    {"TypeTwice", "quoted_names:\n  program: [品牌]\n  program: [活动]\n",
     "p.yaml:3:3: key 'program' stands twice; expected each key once"},
    {"WordsAreAMap", "quoted_names: {program: {a: b}}\n",
     "p.yaml:1:25: program is no list; expected a list of texts"},
    {"WordIsAList", "quoted_names: {program: [[a]]}\n",
     "p.yaml:1:26: item of program is no text; expected a text"},
    {"EmptyWord", "quoted_names: {program: [品牌, '']}\n",
     "p.yaml:1:30: word is empty; expected visible characters"},
    {"UnknownLexicon", "lexicons: {team: [队]}\nquoted_names: {program: [<tean>]}\n",
     "p.yaml:2:26: lexicon 'tean' is unknown; expected one of `lexicons`; did you mean 'team'?"},
    {"IgnoreIsAMap", "quoted_names: {ignore: {a: b}}\n",
     "p.yaml:1:24: ignore is no list; expected a list of texts"},
};
INSTANTIATE_TEST_SUITE_P(Basics, QuotedNameFaults, testing::ValuesIn(kFaults), kName);

// A preset that has no rules but names in quotes had found none.
TEST(QuotedNameRegression, NeedsNoRules) {
  const Knowledge knowledge =
      KnowledgeOf("text: {openers: “, closers: ”}\nquoted_names: {program: [品牌]}\n");
  const MarkedNames names("“墨香”品牌");
  EXPECT_EQ(Show(ReadDocument(names.document(), names.gazetteer(), knowledge, {})), "program:墨香");
}

// What holds of every text: mentions lie inside it in order, and names do not overlap.
std::string Faults(const Extraction& extraction) {
  std::size_t end = 0;
  for (const Mention& mention : extraction.mentions) {
    if (mention.span.size() == 0 || mention.span.end > extraction.document.text.size())
      return "span";
    if (mention.entity >= extraction.gazetteer->size() + extraction.found.size()) return "entity";
    if (mention.nested) continue;
    if (mention.span.begin < end) return "overlaps";
    end = mention.span.end;
  }
  return "";
}

TEST(QuotedNamesRandom, LieSideBySide) {
  const std::vector<std::string> parts = {"“",
                                          "”",
                                          "“",
                                          "”",
                                          "‘",
                                          "’",
                                          "「",
                                          "」",
                                          "（",
                                          "）",
                                          "\"",
                                          "、",
                                          "和",
                                          "，",
                                          "。",
                                          "\n",
                                          " ",
                                          "品牌",
                                          "品牌",
                                          "服务队",
                                          "两委",
                                          "墨香",
                                          "邻里",
                                          "一",
                                          "[墨香:program]",
                                          "[[竹溪:place]社区:community]",
                                          "A"};
  std::mt19937 random(3);
  std::size_t found = 0;
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (std::size_t i = random() % 40; i > 0; --i) text += parts[random() % parts.size()];
    const MarkedNames names(text);
    const Extraction extraction = Extract(names);
    ASSERT_EQ(Faults(extraction), "") << text;
    found += extraction.found.size();
  }
  EXPECT_GT(found, 100U);
}

// Far below the limit where time grows with the length, far above it where it grows with its
// square.
class QuotedNameTime : public testing::Test {
 protected:
  void TearDown() override {
    EXPECT_LT(std::chrono::steady_clock::now() - begin_, std::chrono::seconds(60));
  }
  static std::size_t Count(const std::string& text) {
    return Extract(MarkedNames(text)).mentions.size();
  }
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

TEST_F(QuotedNameTime, TenThousandQuotes) {
  EXPECT_EQ(Count(Repeat("“一网清”", 10'000) + "品牌"), 10'000U);
  EXPECT_EQ(Count(Repeat("“一网清”好", 100'000) + "品牌"), 1U);
  EXPECT_EQ(Count(Repeat("“一网清”、[甲:office]", 30'000) + "品牌"), 30'000U);
}

// Each entity had been looked for among all that were found before.
TEST_F(QuotedNameTime, ManyDifferentNames) {
  std::string text;
  for (int i = 0; i < 200'000; ++i) text += fmt::format("“墨香{}”", i);
  EXPECT_EQ(Count(text + "品牌"), 200'000U);
}

TEST_F(QuotedNameTime, NestedAndNeverClosed) {
  EXPECT_EQ(Count(Repeat("“", 330'000) + "品牌"), 0U);
  EXPECT_EQ(Count(Repeat("“", 160'000) + Repeat("”", 160'000) + "品牌"), 0U);
  EXPECT_EQ(Count(Repeat("“墨香", 100'000) + "”品牌"), 0U);
}

}  // namespace
}  // namespace zhitu::extract
