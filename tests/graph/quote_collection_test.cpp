#include "graph/quote_collection.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "extract/error.h"
#include "extract/utf8.h"
#include "tests/support/test_graph.h"

namespace zhitu::graph {
namespace {

using Strings = std::vector<std::string>;

std::string Place(std::string_view file, std::int64_t line, std::int64_t column) {
  return std::string(file) + ":" + std::to_string(line) + ":" + std::to_string(column);
}

std::string Part(const std::string& text, std::size_t begin, std::size_t end) {
  const extract::OffsetIndex index(text);
  return text.substr(index.Byte(begin), index.Byte(end) - index.Byte(begin));
}

// A quote in a line: place, words, rule and what else is known.
std::string Told(const RelationQuote& quote, const std::vector<QuotedText>& texts) {
  const std::string rest = " " + std::string(quote.rule) + " " + std::to_string(quote.confidence) +
                           " " + std::string(quote.modality) + " " + std::string(quote.date);
  if (quote.parts.empty()) return Place(quote.file, quote.line, 0) + rest;
  const QuotedPart& part = quote.parts.front();
  const QuotedText& text = texts.at(part.text);
  if (quote.line == 0) return Place(text.file, text.line, text.column) + " " + text.text + rest;
  return Place(text.file, quote.line, quote.column) + " " + Part(text.text, part.begin, part.end) +
         rest;
}

// The same from what the store tells of one relation.
std::string Told(const EvidenceRecord& evidence) {
  const std::string words = evidence.column == 0 ? "" : " " + evidence.quote;
  return Place(evidence.file, evidence.line, evidence.column) + words + " " + evidence.rule + " " +
         std::to_string(evidence.confidence) + " " + evidence.modality + " " + evidence.date;
}

std::vector<QuotedText> TextsOf(QuoteCollection& quotes) {
  std::vector<QuotedText> texts;
  // The views do not outlive the visit; the file's name is made to.
  static std::set<std::string, std::less<>> names;
  quotes.ReadTexts([&](const QuotedText& text) {
    texts.push_back(text);
    texts.back().file = *names.emplace(text.file).first;
  });
  return texts;
}

void ExpectAsOneByOne(const Selection& selection, std::int64_t each) {
  QuoteCollection quotes(selection, {each, 1'000'000});
  const std::vector<QuotedText> texts = TextsOf(quotes);
  std::vector<RelationQuote> found;
  selection.ForEachRelation([&](const RelationRecord& relation) {
    EXPECT_EQ(quotes.Read(relation.number, found), relation.mentions) << relation.id;
    Strings told;
    for (const RelationQuote& quote : found) told.push_back(Told(quote, texts));
    // Of one place the store gives what the table has; of more what the windows tell.
    std::vector<EvidenceRecord> all = selection.store().Evidence(relation, 1000);
    all.resize(std::min(all.size(), static_cast<std::size_t>(each)));
    Strings expected;
    for (const EvidenceRecord& evidence : all) expected.push_back(Told(evidence));
    EXPECT_EQ(told, expected) << relation.predicate;
  });
}

TEST(QuoteCollection, GivesWhatTheStoreTellsOfEachRelation) {
  for (unsigned seed = 0; seed < 20; ++seed) {
    const TestGraph graph(RandomCorpus(seed));
    for (const std::int64_t each : {1, 2, 20}) {
      ExpectAsOneByOne(Selection(graph.store(), {}), each);
      SelectionFilter part;
      part.types = {"person", "place"};
      ExpectAsOneByOne(Selection(graph.store(), part), each);
    }
  }
}

TEST(QuoteCollection, MarksEveryMentionOfTheSelection) {
  for (unsigned seed = 0; seed < 8; ++seed) {
    const TestGraph graph(RandomCorpus(seed));
    const Selection selection(graph.store(), {});
    QuoteCollection quotes(selection, {});
    for (const QuotedText& text : TextsOf(quotes)) {
      for (const TextMark& mark : text.marks) {
        const EntityRecord entity = graph.store().Entity(mark.entity);
        const std::string words = Part(text.text, mark.begin, mark.end);
        const bool known = words == entity.name || words == "戊";
        EXPECT_TRUE(known) << words << " for " << entity.id;
      }
    }
  }
}

TestCorpus Corpus() {
  TestCorpus corpus;
  corpus.dictionary = "name,type,parent\n甲,person,\n乙,office,丙\n丙,place,\n";
  corpus.documents = {
      {"a.txt",
       "一句。甲说。\n乙\n办了。",
       "",
       {{"person:甲",
         "leads",
         "office:乙",
         {"办了", "甲"},
         "title",
         0.9,
         extract::Modality::kPlanned,
         "2024-05"}}},
      {"b.txt", "甲和丙。甲与丙。丙和甲。", "2020", {}},
  };
  return corpus;
}

TEST(QuoteCollection, GivesEndsThatStandElsewhere) {
  const TestGraph graph(Corpus());
  const Selection selection(graph.store(), {});
  QuoteCollection quotes(selection, {});
  const std::vector<QuotedText> texts = TextsOf(quotes);
  std::vector<RelationQuote> found;
  Strings told;
  for (RelationNumber i = 1; i <= graph.store().last_relation(); ++i) {
    quotes.Read(i, found);
    if (graph.store().Relation(i).predicate != "leads") continue;
    for (const RelationQuote& quote : found) {
      told.push_back(Told(quote, texts));
      for (const QuotedPart& part : quote.parts) told.push_back(texts.at(part.text).text);
    }
  }
  EXPECT_EQ(told, (Strings{"a.txt:3:1 办了 title 900 planned 2024-05", "办了。", "甲说。"}));
}

struct LimitCase {
  const char* name;
  QuoteLimits limits;
  std::int64_t each;
};
void PrintTo(const LimitCase& c, std::ostream* out) { *out << c.name; }
class QuoteLimitsOf : public testing::TestWithParam<LimitCase> {};

// Of the three relations one has three quotes, the others one.
TEST_P(QuoteLimitsOf, BoundEachRelation) {
  const TestGraph graph(Corpus());
  const Selection selection(graph.store(), {});
  QuoteCollection quotes(selection, GetParam().limits);
  EXPECT_EQ(quotes.each(), GetParam().each);
  TextsOf(quotes);
  std::vector<RelationQuote> found;
  std::int64_t most = 0;
  for (RelationNumber i = 1; i <= graph.store().last_relation(); ++i) {
    EXPECT_EQ(quotes.Read(i, found), graph.store().Relation(i).mentions);
    most = std::max(most, static_cast<std::int64_t>(found.size()));
  }
  EXPECT_EQ(most, std::min<std::int64_t>(GetParam().each, 3));
}

const LimitCase kLimitCases[] = {
    {"Usual", {}, 20},           {"OneOfEach", {1, 1000}, 1}, {"TwoOfEach", {2, 1000}, 2},
    {"AllThatFit", {20, 5}, 20}, {"FewerForAll", {20, 4}, 2}, {"AtLeastOne", {20, 0}, 1},
    {"NoneIsOne", {0, 1000}, 1},
};
INSTANTIATE_TEST_SUITE_P(Basics, QuoteLimitsOf, testing::ValuesIn(kLimitCases),
                         [](const auto& c) { return std::string(c.param.name); });

struct DamageCase {
  const char* name;
  const char* sql;
  const char* told;
};
void PrintTo(const DamageCase& c, std::ostream* out) { *out << c.name; }
class QuotesOfDamaged : public testing::TestWithParam<DamageCase> {};

TEST_P(QuotesOfDamaged, AreTold) {
  const TestGraph graph(Corpus());
  Change(graph.path(), GetParam().sql);
  const Store store = Store::Open(graph.path());
  const Selection selection(store, {});
  try {
    QuoteCollection quotes(selection, {});
    TextsOf(quotes);
    FAIL() << "not told";
  } catch (const extract::InputError& error) {
    EXPECT_NE(std::string(error.problems().front().what).find(GetParam().told), std::string::npos)
        << error.problems().front().what;
  }
}

const DamageCase kDamageCases[] = {
    {"Document", "DELETE FROM document WHERE number = 1", "a document is missing"},
    {"LastDocument", "UPDATE evidence SET document = 9 WHERE rule = 'title'",
     "a document is missing"},
    {"Sentence", "DELETE FROM sentence WHERE number = 0", "a sentence is missing"},
    {"Place", "UPDATE document SET \"end\" = 9000000000000000000", "no place in its file"},
    {"Mention", "UPDATE mention SET entity = 77 WHERE begin = 4", "an entity is missing"},
};
INSTANTIATE_TEST_SUITE_P(Faults, QuotesOfDamaged, testing::ValuesIn(kDamageCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(QuotesOfOddPlaces, StayInsideTheText) {
  const TestGraph graph(Corpus());
  Change(graph.path(), "UPDATE evidence SET begin = -9000000000000000000, \"end\" = 9e18");
  Change(graph.path(), "UPDATE mention SET \"end\" = begin + 4000000000000000000");
  const Store store = Store::Open(graph.path());
  const Selection selection(store, {});
  QuoteCollection quotes(selection, {});
  EXPECT_FALSE(TextsOf(quotes).empty());
}

}  // namespace
}  // namespace zhitu::graph
