#include "graph/first_quotes.h"

#include <gtest/gtest.h>

#include <thread>

#include "extract/error.h"
#include "tests/support/test_graph.h"

namespace zhitu::graph {
namespace {

std::string Text(const FirstQuote* quote) {
  if (quote == nullptr) return "none";
  return std::string(quote->document) + " " + std::string(quote->file) + ":" +
         std::to_string(quote->line) + ":" + std::to_string(quote->column) + " " +
         std::string(quote->quote);
}

// The same, one relation at a time.
std::string SlowText(const Store& store, const RelationRecord& relation) {
  const std::vector<EvidenceRecord> evidence = store.Evidence(relation, 1);
  if (evidence.empty()) return Text(nullptr);
  const EvidenceRecord& first = evidence.front();
  // Of a dictionary line the name of the subject is the caller's to tell.
  const FirstQuote quote{first.document, first.file, first.line, first.column,
                         first.column == 0 ? std::string_view() : first.quote};
  return Text(&quote);
}

void ExpectAsOneByOne(const Store& store, const FirstQuotes::Batch& batch,
                      const std::function<bool(RelationNumber)>& keep, bool ahead) {
  FirstQuotes quotes(store, keep, batch);
  if (ahead) std::thread([&quotes] { quotes.ReadAhead(); }).join();
  store.ForEachRelation(keep, [&](const RelationRecord& relation) {
    EXPECT_EQ(Text(quotes.Of(relation.number)), SlowText(store, relation)) << relation.number;
  });
}

TEST(FirstQuotes, AreThoseOfEachRelation) {
  for (unsigned seed = 0; seed < 12; ++seed) {
    const TestGraph graph(RandomCorpus(seed));
    for (const FirstQuotes::Batch& batch :
         {FirstQuotes::Batch{}, FirstQuotes::Batch{1, 1}, FirstQuotes::Batch{1000, 3},
          FirstQuotes::Batch{20, 1000}}) {
      for (const bool ahead : {false, true}) {
        ExpectAsOneByOne(graph.store(), batch, [](RelationNumber) { return true; }, ahead);
        ExpectAsOneByOne(
            graph.store(), batch, [](RelationNumber relation) { return relation % 3 == 1; }, ahead);
      }
    }
  }
}

TestCorpus Lines() {
  TestCorpus corpus;
  corpus.dictionary = "name,type,parent\n甲,person,\n乙,office,丙\n丙,place,\n";
  corpus.documents = {
      {"a.txt", "一句。\r\n甲在乙。\n", "", {{"person:甲", "leads", "office:乙", {"甲在乙"}}}},
      {"b.txt", "甲。\n\n甲和丙。", "", {}},
  };
  return corpus;
}

TEST(FirstQuotes, HaveLinesAndColumns) {
  const TestGraph graph(Lines());
  FirstQuotes quotes(graph.store(), [](RelationNumber) { return true; }, {});
  std::vector<std::string> texts;
  graph.store().ForEachRelation([&](const RelationRecord& relation) {
    texts.push_back(relation.predicate + " " + Text(quotes.Of(relation.number)));
  });
  EXPECT_EQ(texts, (std::vector<std::string>{
                       "co_occurs a.txt a.txt:2:1 甲在乙。", "part_of  dictionary.csv:3:0 ",
                       "co_occurs b.txt b.txt:3:1 甲和丙。", "leads a.txt a.txt:2:1 甲在乙"}));
}

TEST(FirstQuotes, TellOfRelationsWithoutEvidence) {
  const TestGraph graph(Lines());
  Change(graph.path(), "DELETE FROM evidence WHERE relation = 2");
  const Store store = Store::Open(graph.path());
  FirstQuotes quotes(store, [](RelationNumber) { return true; }, {});
  EXPECT_NE(quotes.Of(1), nullptr);
  EXPECT_EQ(quotes.Of(2), nullptr);
  EXPECT_NE(quotes.Of(4), nullptr);
  EXPECT_EQ(quotes.Of(5), nullptr);
}

TEST(FirstQuotes, TellOfDocumentsThatAreMissing) {
  const TestGraph graph(Lines());
  Change(graph.path(), "DELETE FROM document WHERE number = 1");
  const Store store = Store::Open(graph.path());
  FirstQuotes quotes(store, [](RelationNumber) { return true; }, {});
  EXPECT_THROW(quotes.Of(1), extract::InputError);
}

}  // namespace
}  // namespace zhitu::graph
