#include "graph/store.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <random>

#include "extract/error.h"
#include "graph/file_header.h"
#include "graph/query.h"
#include "graph/stored_text.h"
#include "tests/support/test_graph.h"

namespace zhitu::graph {
namespace {

const char kDictionary[] =
    "name,type,aliases,parent\n"
    "枫杨办事处,office,枫杨办,郑州高新区\n"
    "郑州高新区,place,高新区,\n"
    "翰林社区,community,,枫杨办事处\n"
    "黄蓉蓉,person,,\n"
    "Ｇ２０,program,,\n";

TestCorpus Newspaper() {
  TestCorpus corpus;
  corpus.dictionary = kDictionary;
  corpus.documents = {
      {"a.txt",
       "标题\n枫杨办翰林社区的黄蓉蓉来了。G20来了。\n",
       "2024-05-01",
       {{"person:黄蓉蓉", "leads", "community:翰林社区", {"翰林社区的黄蓉蓉"}, "title", 0.9}}},
      {"b.txt",
       "黄蓉蓉在翰林社区。\n翰林社区黄蓉蓉。",
       "",
       {{"person:黄蓉蓉",
         "leads",
         "community:翰林社区",
         {"黄蓉蓉"},
         "in",
         0.5,
         extract::Modality::kPlanned}}},
  };
  return corpus;
}

std::vector<std::string> Ids(const std::vector<EntityRecord>& entities) {
  std::vector<std::string> ids;
  for (const EntityRecord& entity : entities) ids.push_back(entity.id);
  return ids;
}

struct NameCase {
  const char* name;
  const char* asked;
  std::vector<std::string> expected;
};
void PrintTo(const NameCase& c, std::ostream* out) { *out << c.name; }
class FindByName : public testing::TestWithParam<NameCase> {};

TEST_P(FindByName, GivesEntitiesOfThatName) {
  const TestGraph graph(Newspaper());
  EXPECT_EQ(Ids(graph.store().FindByName(GetParam().asked)), GetParam().expected);
}

const NameCase kNameCases[] = {
    {"Name", "黄蓉蓉", {"person:黄蓉蓉"}},
    {"Alias", "枫杨办", {"office:枫杨办事处"}},
    {"Traditional", "鄭州高新區", {"place:郑州高新区"}},
    {"Width", "g20", {"program:Ｇ２０"}},
    {"Spaces", " 黄 蓉蓉 ", {"person:黄蓉蓉"}},
    {"Document", "a.txt", {"document:a.txt"}},
    {"Nothing", "", {}},
    {"Unknown", "黄蓉", {}},
    {"Quote", "' OR 1=1 --", {}},
};
INSTANTIATE_TEST_SUITE_P(Basics, FindByName, testing::ValuesIn(kNameCases),
                         [](const auto& c) { return std::string(c.param.name); });

class SuggestName : public testing::TestWithParam<NameCase> {};

TEST_P(SuggestName, GivesNamesNearby) {
  const TestGraph graph(Newspaper());
  EXPECT_EQ(graph.store().Suggest(GetParam().asked, 3), GetParam().expected);
}

const NameCase kSuggestCases[] = {
    {"OneWrong", "黄容蓉", {"黄蓉蓉"}},
    {"Part", "高新", {"高新区", "郑州高新区"}},
    {"Longer", "郑州高新区管委会", {"郑州高新区", "高新区"}},
    {"FarAway", "太阳系", {}},
    {"NothingInCommon", "一", {}},
    {"Nothing", "", {}},
    {"NoDocuments", "a.tx", {}},
};
INSTANTIATE_TEST_SUITE_P(Basics, SuggestName, testing::ValuesIn(kSuggestCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(StoreEntities, AreInOrderOfId) {
  const TestGraph graph(Newspaper());
  const std::vector<std::string> ids = {"community:翰林社区", "document:a.txt", "document:b.txt",
                                        "office:枫杨办事处",  "person:黄蓉蓉",  "place:郑州高新区",
                                        "program:Ｇ２０"};
  EXPECT_EQ(ReadEntities(graph.store()), ids);
  EXPECT_EQ(graph.store().last_entity(), 7);
  for (const std::string& id : ids) EXPECT_EQ(graph.store().EntityId(graph.Number(id)), id);
  EXPECT_EQ(graph.store().EntityType(graph.Number("person:黄蓉蓉")), "person");
  EXPECT_EQ(graph.store().FindById("person:黄"), std::nullopt);
}

TEST(StoreRelations, AreInCanonicalOrder) {
  const TestGraph graph(Newspaper());
  std::vector<PlainRelation> relations = ReadRelations(graph.store());
  const std::vector<PlainRelation> in_order = relations;
  std::sort(relations.begin(), relations.end());
  EXPECT_EQ(in_order, relations);
  EXPECT_EQ(in_order.size(), static_cast<std::size_t>(graph.store().last_relation()));
  EXPECT_EQ(graph.store().Predicates(),
            (std::vector<std::string>{"", "co_occurs", "leads", "part_of"}));
}

RelationRecord FindRelation(const Store& store, const std::string& predicate,
                            const std::string& subject) {
  RelationRecord found;
  store.ForEachRelation([&](const RelationRecord& relation) {
    if (relation.predicate == predicate && store.EntityId(relation.subject) == subject) {
      found = relation;
    }
  });
  return found;
}

TEST(StoreEvidence, QuotesStatements) {
  const TestGraph graph(Newspaper());
  const auto evidence =
      graph.store().Evidence(FindRelation(graph.store(), "leads", "person:黄蓉蓉"), 10);
  ASSERT_EQ(evidence.size(), 2U);
  EXPECT_EQ(evidence[0].document, "a.txt");
  EXPECT_EQ(evidence[0].file, "a.txt");
  EXPECT_EQ(evidence[0].line, 2);
  EXPECT_EQ(evidence[0].column, 4);
  EXPECT_EQ(evidence[0].begin, 6);
  EXPECT_EQ(evidence[0].end, 14);
  EXPECT_EQ(evidence[0].quote, "翰林社区的黄蓉蓉");
  EXPECT_EQ(evidence[0].rule, "title");
  EXPECT_EQ(evidence[0].confidence, 900);
  EXPECT_EQ(evidence[0].modality, "");
  EXPECT_EQ(evidence[1].document, "b.txt");
  EXPECT_EQ(evidence[1].modality, "planned");
}

TEST(StoreEvidence, SaysWhereElseAnEndIsNamed) {
  TestCorpus corpus;
  corpus.dictionary = kDictionary;
  corpus.documents = {
      {"a.txt",
       "黄蓉蓉来了。\n她在翰林社区。\n她又去了。",
       "",
       {{"person:黄蓉蓉", "leads", "community:翰林社区", {"她在翰林社区", "黄蓉蓉"}},
        {"person:黄蓉蓉", "leads", "community:翰林社区", {"她又去了", "翰林社区", "黄蓉蓉"}}}}};
  const TestGraph graph(corpus);
  const RelationRecord relation = FindRelation(graph.store(), "leads", "person:黄蓉蓉");
  const auto evidence = graph.store().Evidence(relation, 10);
  ASSERT_EQ(evidence.size(), 2U);
  EXPECT_EQ(evidence[0].quote, "她在翰林社区");
  EXPECT_EQ(evidence[0].elsewhere, (std::vector<Stretch>{{0, 3}}));
  EXPECT_EQ(evidence[1].quote, "她又去了");
  EXPECT_EQ(evidence[1].elsewhere, (std::vector<Stretch>{{9, 13}, {0, 3}}));
  EXPECT_EQ(graph.store().Evidence(relation, 1).front().elsewhere.size(), 1U);
  EXPECT_EQ(graph.store().Evidence(relation, 1).size(), 1U);
}

TEST(StoreEvidence, NamesTheDictionaryLine) {
  const TestGraph graph(Newspaper());
  const auto evidence =
      graph.store().Evidence(FindRelation(graph.store(), "part_of", "community:翰林社区"), 10);
  ASSERT_EQ(evidence.size(), 1U);
  EXPECT_EQ(evidence[0].document, "");
  EXPECT_EQ(evidence[0].file, "dictionary.csv");
  EXPECT_EQ(evidence[0].line, 4);
  EXPECT_EQ(evidence[0].column, 0);
  EXPECT_EQ(evidence[0].quote, "翰林社区");
  EXPECT_EQ(evidence[0].rule, "dictionary");
}

TEST(StoreEvidence, QuotesWindowsOfCoOccurrence) {
  const TestGraph graph(Newspaper());
  RelationRecord relation;
  graph.store().ForEachRelation([&](const RelationRecord& found) {
    if (found.symmetric() && graph.store().EntityId(found.subject) == "community:翰林社区" &&
        graph.store().EntityId(found.object) == "person:黄蓉蓉") {
      relation = found;
    }
  });
  ASSERT_EQ(relation.sentences, 3);
  const auto all = graph.store().Evidence(relation, 10);
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0].quote, "枫杨办翰林社区的黄蓉蓉来了。");
  EXPECT_EQ(all[1].quote, "黄蓉蓉在翰林社区。");
  EXPECT_EQ(all[2].line, 2);
  EXPECT_EQ(all[2].quote, "翰林社区黄蓉蓉。");
  EXPECT_EQ(graph.store().Evidence(relation, 2).size(), 2U);
  EXPECT_EQ(graph.store().Evidence(relation, 0).size(), 0U);
  const auto first = graph.store().Evidence(relation, 1);
  ASSERT_EQ(first.size(), 1U);
  EXPECT_EQ(first[0].begin, all[0].begin);
  EXPECT_EQ(first[0].quote, all[0].quote);
}

TEST(StoreMentions, ShowTheWordsAround) {
  const TestGraph graph(Newspaper());
  const auto mentions = graph.store().Mentions(graph.Number("person:黄蓉蓉"), 2);
  ASSERT_EQ(mentions.size(), 2U);
  EXPECT_EQ(mentions[0].place.quote, "黄蓉蓉");
  EXPECT_EQ(mentions[0].place.line, 2);
  EXPECT_EQ(mentions[0].before, "枫杨办翰林社区的");
  EXPECT_EQ(mentions[0].after, "来了。");
  EXPECT_EQ(mentions[0].kind, "name");
  EXPECT_EQ(mentions[0].place.rule, "dictionary.csv:5");
  EXPECT_EQ(mentions[1].place.document, "b.txt");
  EXPECT_EQ(mentions[1].before, "");
}

TEST(StoreNeighbours, AreRelationsFromEitherEnd) {
  const TestGraph graph(Newspaper());
  std::int64_t ends = 0;
  for (EntityNumber entity = 1; entity <= graph.store().last_entity(); ++entity) {
    for (const Neighbour& neighbour : graph.store().Neighbours(entity)) {
      ++ends;
      const RelationRecord relation = graph.store().Relation(neighbour.relation);
      EXPECT_EQ(neighbour.outgoing, relation.subject == entity || relation.symmetric());
      EXPECT_EQ(neighbour.other, relation.subject == entity ? relation.object : relation.subject);
      EXPECT_EQ(graph.store().PredicateName(neighbour.predicate), relation.predicate);
      EXPECT_EQ(neighbour.weight, relation.mentions);
      EXPECT_EQ(neighbour.documents, relation.documents);
      EXPECT_EQ(neighbour.confidence, relation.confidence);
      if (!relation.symmetric()) continue;
      EXPECT_EQ(neighbour.windows,
                (WindowCounts{relation.sentences, graph.store().Entity(entity).windows,
                              graph.store().Entity(neighbour.other).windows,
                              graph.store().Counts().windows}));
    }
  }
  EXPECT_EQ(ends, 2 * graph.store().last_relation());
}

// What the views show agrees with what the class gives, on random graphs.
class StoreViews : public testing::TestWithParam<unsigned> {};

TEST_P(StoreViews, AgreeWithTheStore) {
  const TestGraph graph(RandomCorpus(GetParam()));
  std::string named;
  std::string quotes;
  std::int64_t windows = 0;
  graph.store().ForEachRelation([&](const RelationRecord& relation) {
    named += relation.id + "|" + graph.store().EntityId(relation.subject) + "|" +
             relation.predicate + "|" + graph.store().EntityId(relation.object) + "\n";
    if (relation.symmetric()) windows += relation.sentences;
    for (const EvidenceRecord& evidence : graph.store().Evidence(relation, 100)) {
      if (relation.symmetric()) continue;
      quotes += relation.id + "|" + evidence.document + "|" + evidence.file + "|" +
                std::to_string(evidence.line) + "|" + evidence.quote + "\n";
    }
  });
  EXPECT_EQ(Query(graph.path(), "SELECT id, subject, predicate, object FROM relation_named"),
            named);
  EXPECT_EQ(Query(graph.path(),
                  "SELECT relation, document, file, line, quote FROM evidence_quote "
                  "WHERE predicate <> 'co_occurs'"),
            quotes);
  EXPECT_EQ(Query(graph.path(), "SELECT count(*) FROM co_occurrence_evidence"),
            std::to_string(windows) + "\n");
  EXPECT_EQ(Query(graph.path(), "SELECT count(*) FROM mention_quote WHERE entity IS NOT NULL"),
            std::to_string(graph.counts().mentions) + "\n");
  EXPECT_EQ(Query(graph.path(),
                  "SELECT count(*) FROM mention_quote AS m WHERE length(quote) <> \"end\" - begin"),
            "0\n");
}

// What is marked in a quote are the outermost mentions of the ends, as one goes through them all.
TEST_P(StoreViews, MarkTheEndsInQuotes) {
  const TestGraph graph(RandomCorpus(GetParam()));
  const Store& store = graph.store();
  store.ForEachRelation([&](const RelationRecord& relation) {
    for (const EvidenceRecord& evidence : store.Evidence(relation, 100)) {
      std::vector<std::string> expected;
      if (!evidence.document.empty()) {
        const DocumentRecord document = store.FindDocument(evidence.document).value();
        const StoredText text(document.text, document.begin, document.line, document.record);
        std::int64_t end = evidence.begin;
        for (const QuotedPlace& mention : store.MentionPlaces(document.number)) {
          const Stretch& place = mention.place;
          const bool of_end =
              mention.entity == relation.subject || mention.entity == relation.object;
          if (!of_end || place.begin < end || place.end > evidence.end) continue;
          expected.push_back(text.Quote(place));
          end = place.end;
        }
      }
      std::vector<std::string> marked;
      for (const extract::Span& name : evidence.named) {
        marked.emplace_back(name.In(evidence.quote));
      }
      EXPECT_EQ(marked, expected) << relation.id << " " << evidence.quote;
    }
  });
}

TEST_P(StoreViews, KeepTheFirstPlaceOfCoOccurrence) {
  const TestGraph graph(RandomCorpus(GetParam()));
  graph.store().ForEachRelation([&](const RelationRecord& relation) {
    const auto one = graph.store().Evidence(relation, 1);
    const auto all = graph.store().Evidence(relation, 1000);
    ASSERT_EQ(one.size(), 1U);
    ASSERT_FALSE(all.empty());
    EXPECT_EQ(graph.store().CountEvidence(relation), static_cast<std::int64_t>(all.size()));
    EXPECT_EQ(one[0].document, all[0].document);
    EXPECT_EQ(one[0].begin, all[0].begin);
    EXPECT_EQ(one[0].end, all[0].end);
    if (relation.symmetric()) {
      EXPECT_EQ(static_cast<std::int64_t>(all.size()), relation.sentences);
    }
  });
}

INSTANTIATE_TEST_SUITE_P(Random, StoreViews, testing::Range(0U, 20U));

TEST(StoreViewLines, CountEveryKindOfLineBreak) {
  TestCorpus corpus;
  corpus.dictionary = kDictionary;
  corpus.documents = {{"a.txt",
                       "一\r\n二\r三\n\n黄蓉蓉。",
                       "",
                       {{"person:黄蓉蓉", "leads", "community:翰林社区", {"黄蓉蓉"}}}}};
  const TestGraph graph(corpus);
  EXPECT_EQ(
      graph.store().Evidence(graph.store().Relation(graph.store().last_relation()), 1)[0].line, 5);
  EXPECT_EQ(Query(graph.path(), "SELECT line FROM evidence_quote WHERE predicate = 'leads'"),
            "5\n");
}

TEST(StoreEmpty, IsReadByAll) {
  const TestGraph graph({});
  const Store& store = graph.store();
  EXPECT_EQ(store.Counts(), StoreCounts());
  EXPECT_EQ(store.last_entity(), 0);
  EXPECT_EQ(store.last_relation(), 0);
  EXPECT_EQ(ReadEntities(store), std::vector<std::string>());
  EXPECT_EQ(ReadRelations(store), std::vector<PlainRelation>());
  EXPECT_EQ(store.Suggest("甲", 3), std::vector<std::string>());
  EXPECT_EQ(store.AttributeNames([](EntityNumber) { return true; }), std::vector<std::string>());
}

struct OpenCase {
  const char* name;
  std::string bytes;
  const char* problem;
};
void PrintTo(const OpenCase& c, std::ostream* out) { *out << c.name; }
class OpenRefuses : public testing::TestWithParam<OpenCase> {};

TEST_P(OpenRefuses, NamingTheFileAndTheReason) {
  const TempFolder folder;
  const std::string path = folder.Write("g.zhitu", GetParam().bytes);
  try {
    Store::Open(path);
    FAIL() << "was opened";
  } catch (const extract::InputError& error) {
    EXPECT_EQ(error.what(), path + ": " + GetParam().problem);
  }
}

std::string EmptyGraph() { return TestGraph({}).folder().Read("g.zhitu"); }

std::string With(std::string bytes, std::size_t at, char byte) {
  bytes[at] = byte;
  return bytes;
}

const char kNotAGraph[] = "not a graph file; expected a file written by `zhitu build`";
const OpenCase kOpenCases[] = {
    {"Empty", "", kNotAGraph},
    {"Text", std::string(5000, 'x'), kNotAGraph},
    {"Short", "SQLite format 3", kNotAGraph},
    {"OtherApplication", With(EmptyGraph(), 68, 'X'), kNotAGraph},
    {"NewerVersion", With(EmptyGraph(), 63, 2),
     "graph file of version 2; expected version 1, or a newer zhitu to read it"},
    {"OlderVersion", With(EmptyGraph(), 63, 0),
     "graph file of version 0; expected version 1; build it again"},
    {"CutShort", EmptyGraph().substr(0, 20000), "damaged graph file (cut short); build it again"},
};
INSTANTIATE_TEST_SUITE_P(Faults, OpenRefuses, testing::ValuesIn(kOpenCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(OpenMissing, IsAnIoError) {
  const TempFolder folder;
  for (const char* name : {"missing.zhitu", ""}) {
    EXPECT_THROW(Store::Open(folder / name), extract::IoError) << name;
  }
  EXPECT_THROW(Store::Open("/dev/null"), extract::IoError);
  EXPECT_THROW(Store::Open(""), extract::IoError);
}

TEST(OpenLiterally, TakesNamesThatSqliteWouldRead) {
  const TempFolder folder;
  const std::string old = std::filesystem::current_path();
  folder.Write("file:g?mode=rw", EmptyGraph());
  folder.Write(":memory:", EmptyGraph());
  std::filesystem::current_path(folder.path());
  for (const char* name : {"file:g?mode=rw", ":memory:"}) {
    EXPECT_EQ(Store::Open(name).Counts(), StoreCounts()) << name;
  }
  std::filesystem::current_path(old);
}

TEST(IsGraphFile, LooksAtTheHeaderOnly) {
  const TempFolder folder;
  EXPECT_TRUE(Store::IsGraphFile(folder.Write("g", EmptyGraph())));
  EXPECT_TRUE(Store::IsGraphFile(folder.Write("newer", With(EmptyGraph(), 63, 9))));
  EXPECT_FALSE(Store::IsGraphFile(folder.Write("text", "text")));
  EXPECT_FALSE(Store::IsGraphFile(folder / "missing"));
  EXPECT_FALSE(Store::IsGraphFile(folder.path()));
}

// Reads all there is, by every way.
void ReadEverything(const std::string& path) {
  const Store store = Store::Open(path);
  store.ForEachEntity([&](const EntityRecord& entity) {
    store.Neighbours(entity.number);
    store.Mentions(entity.number, 5);
    store.FindByName(entity.name);
    FindRelated(store, entity.number, 2, 3, {});
  });
  store.ForEachRelation([&](const RelationRecord& relation) { store.Evidence(relation, 5); });
  store.ForEachLink([](const Link&) {});
  store.ForEachDocument(
      true, [&](const DocumentRecord& document) { store.MentionPlaces(document.number); });
  store.ForEachEvidencePlace([](const QuotedPlace&) {});
  store.Suggest("黄蓉", 3);
}

TEST(DamagedFiles, AreToldAndNeverCrash) {
  const TestGraph graph(Newspaper());
  const std::string good = graph.folder().Read("g.zhitu");
  const TempFolder folder;
  std::mt19937 random(5);
  int told = 0;
  for (int round = 0; round < 300; ++round) {
    std::string bad = good;
    for (int i = 0; i < 1 + round % 40; ++i) {
      bad[100 + random() % (bad.size() - 100)] = static_cast<char>(random());
    }
    const std::string path = folder.Write("bad.zhitu", bad);
    try {
      ReadEverything(path);
    } catch (const extract::InputError& error) {
      ++told;
      EXPECT_EQ(std::string(error.what()).find(path + ": damaged graph file ("), 0U)
          << error.what();
    }
  }
  EXPECT_GT(told, 50);
}

struct DamageCase {
  const char* name;
  const char* sql;
  const char* problem;
};
void PrintTo(const DamageCase& c, std::ostream* out) { *out << c.name; }
class Damage : public testing::TestWithParam<DamageCase> {};

TEST_P(Damage, IsTold) {
  const TestGraph graph(Newspaper());
  Change(graph.path(), GetParam().sql);
  try {
    ReadEverything(graph.path());
    FAIL() << "was not told";
  } catch (const extract::InputError& error) {
    EXPECT_EQ(error.what(),
              graph.path() + ": damaged graph file (" + GetParam().problem + "); build it again");
  }
}

const DamageCase kDamageCases[] = {
    {"RelationWithoutSubject", "UPDATE relation SET subject = 99 WHERE number = 1",
     "an entity is missing"},
    {"RelationWithNegativeObject", "UPDATE relation SET object = -1 WHERE number = 2",
     "an entity is missing"},
    {"NoRelations", "DELETE FROM relation", "a relation is missing"},
    {"UnknownPredicate", "UPDATE relation SET predicate = 'x' WHERE number = 1",
     "a predicate is missing"},
    {"HoleInPredicates", "DELETE FROM predicate WHERE number = 1", "a predicate is missing"},
    {"Neighbours", "UPDATE adjacency SET neighbours = X'FF'",
     "the neighbours of an entity cannot be read"},
    {"NeighboursOfOneEnd",
     "UPDATE adjacency SET neighbours = X'00' WHERE entity = "
     "(SELECT subject FROM relation WHERE predicate = 'co_occurs')",
     "the neighbours of two entities disagree"},
    {"NoDocuments", "DELETE FROM document", "a document is missing"},
    {"NoTable", "DROP VIEW relation_named; DROP VIEW evidence_quote; DROP TABLE evidence",
     "no such table: evidence"},
};
INSTANTIATE_TEST_SUITE_P(Faults, Damage, testing::ValuesIn(kDamageCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(StoreTexts, KeepUnicodeAndNul) {
  TestCorpus corpus;
  corpus.documents = {{"a", std::string("\0𠮷\xEF\xBF\xBF", 8), "", {}}};
  const TestGraph graph(corpus);
  graph.store().ForEachDocument(true, [](const DocumentRecord& document) {
    EXPECT_EQ(document.text, "\xEF\xBF\xBD𠮷\xEF\xBF\xBF");
    EXPECT_EQ(document.end, 3);
  });
  EXPECT_EQ(Query(graph.path(), "SELECT length(text) FROM document"), "3\n");
}

}  // namespace
}  // namespace zhitu::graph
