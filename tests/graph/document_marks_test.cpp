#include "graph/document_marks.h"

#include <gtest/gtest.h>

#include "extract/error.h"
#include "tests/support/test_graph.h"

namespace zhitu::graph {
namespace {

class DocumentMarksTwin : public testing::TestWithParam<unsigned> {};

// By key and by one way through all tables the same is read.
TEST_P(DocumentMarksTwin, AreTheSameReadOneByOne) {
  const TestGraph graph(RandomCorpus(GetParam()));
  DocumentMarksReader reader(graph.store());
  std::size_t mentions = 0;
  graph.store().ForEachDocument(true, [&](const DocumentRecord& document) {
    DocumentMarks all;
    reader.Read(document, all);
    const DocumentMarks one = ReadMarks(graph.store(), document);
    ASSERT_EQ(one.sentences.size(), all.sentences.size());
    for (std::size_t i = 0; i < one.sentences.size(); ++i) {
      EXPECT_EQ(one.sentences[i].begin, all.sentences[i].begin);
      EXPECT_EQ(one.sentences[i].end, all.sentences[i].end);
    }
    ASSERT_EQ(one.mentions.size(), all.mentions.size());
    for (std::size_t i = 0; i < one.mentions.size(); ++i) {
      EXPECT_EQ(one.mentions[i].place.begin, all.mentions[i].place.begin);
      EXPECT_EQ(one.mentions[i].place.end, all.mentions[i].place.end);
      EXPECT_EQ(one.mentions[i].entity, all.mentions[i].entity);
      const Stretch around = one.SentencesAround(one.mentions[i].place);
      EXPECT_EQ(around.begin, all.SentencesAround(all.mentions[i].place).begin);
      EXPECT_EQ(around.end, all.SentencesAround(all.mentions[i].place).end);
    }
    mentions += one.mentions.size();
  });
  EXPECT_GT(mentions, 0U);
}
INSTANTIATE_TEST_SUITE_P(Random, DocumentMarksTwin, testing::Range(0U, 6U));

TEST(DocumentMarks, AreOfOneDocument) {
  TestCorpus corpus;
  corpus.dictionary = "name,type\n甲社区,community\n乙街道,office\n";
  corpus.documents = {{"a", "甲社区在乙街道。乙街道大。"}, {"b", "甲社区。"}};
  const TestGraph graph(corpus);
  const DocumentMarks marks = ReadMarks(graph.store(), graph.store().FindDocument("a").value());
  ASSERT_EQ(marks.sentences.size(), 2U);
  ASSERT_EQ(marks.mentions.size(), 3U);
  EXPECT_EQ(marks.mentions[0].entity, graph.Number("community:甲社区"));
  EXPECT_EQ(marks.mentions[1].place.begin, 4);
  EXPECT_EQ(marks.mentions[1].place.end, 7);
  EXPECT_EQ(marks.SentencesAround(marks.mentions[2].place).begin, 8);
  EXPECT_EQ(ReadMarks(graph.store(), graph.store().FindDocument("b").value()).mentions.size(), 1U);
}

TEST(DocumentMarks, NeedAllSentences) {
  TestCorpus corpus;
  corpus.documents = {{"a", "甲。乙。丙。"}};
  const TestGraph graph(corpus);
  Change(graph.path(), "DELETE FROM sentence WHERE number = 1");
  const Store store = Store::Open(graph.path());
  EXPECT_THROW(ReadMarks(store, store.FindDocument("a").value()), extract::InputError);
}

TEST(FindDocument, IsByIdAndHasItsText) {
  TestCorpus corpus;
  corpus.documents = {{"a", "甲。", "2024-05"}, {"b", "乙。"}};
  const TestGraph graph(corpus);
  const auto found = graph.store().FindDocument("a");
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->id, "a");
  EXPECT_EQ(found->text, "甲。");
  EXPECT_EQ(found->date, "2024-05");
  EXPECT_EQ(graph.store().FindDocument("b").value().text, "乙。");
  EXPECT_FALSE(graph.store().FindDocument("c").has_value());
  EXPECT_FALSE(graph.store().FindDocument("").has_value());
}

}  // namespace
}  // namespace zhitu::graph
