#include "graph/query.h"

#include <gtest/gtest.h>

#include "graph/strength.h"
#include "tests/support/slow_query.h"
#include "tests/support/test_graph.h"

namespace zhitu::graph {
namespace {

// A chain 甲-乙-丙-丁 of statements, 戊 beside it, and a document that is about both ends.
TestCorpus Chain() {
  TestCorpus corpus;
  corpus.dictionary =
      "name,type\n甲,office\n乙,office\n丙,person\n丁,person\n戊,office\n己,office\n";
  corpus.documents = {{"d",
                       "甲。乙。丙。丁。戊。己。一",
                       "",
                       {{"office:甲", "supports", "office:乙", {"一"}},
                        {"office:乙", "supports", "person:丙", {"一"}},
                        {"person:丙", "leads", "person:丁", {"一"}},
                        {"office:乙", "guided_by", "person:丁", {"一"}},
                        {"this", "about", "office:甲", {"一"}},
                        {"this", "about", "office:戊", {"一"}}}}};
  return corpus;
}

struct PathCase {
  const char* name;
  const char* from;
  const char* to;
  std::size_t max_hops;
  QueryFilter filter;
  const char* expected;  // ids; "-" if there is no way
};
void PrintTo(const PathCase& c, std::ostream* out) { *out << c.name; }
class Path : public testing::TestWithParam<PathCase> {};

std::string Told(const std::optional<std::vector<Step>>& walk) {
  if (!walk) return "-";
  std::string told;
  for (const Step& step : *walk) {
    const bool forward = step.relation.subject == step.from.number;
    EXPECT_EQ(forward ? step.relation.object : step.relation.subject, step.to.number);
    told += step.from.name + (forward ? " -" : " <-") + step.relation.predicate +
            (forward ? "> " : " ");
  }
  return walk->empty() ? told : told + walk->back().to.name;
}

TEST_P(Path, IsTheShortest) {
  const TestGraph graph(Chain());
  EXPECT_EQ(Told(FindPath(graph.store(), graph.Number(GetParam().from), graph.Number(GetParam().to),
                          GetParam().max_hops, GetParam().filter)),
            GetParam().expected);
}

const PathCase kPathCases[] = {
    {"ToItself", "office:甲", "office:甲", 3, {}, ""},
    {"Neighbour", "office:甲", "office:乙", 3, {}, "甲 -supports> 乙"},
    {"Backwards", "office:乙", "office:甲", 3, {}, "乙 <-supports 甲"},
    {"Shortest", "office:甲", "person:丁", 3, {}, "甲 -supports> 乙 -guided_by> 丁"},
    {"OtherPredicates",
     "office:甲",
     "person:丁",
     3,
     {{}, {"supports", "leads"}, false},
     "甲 -supports> 乙 -supports> 丙 -leads> 丁"},
    {"TooFar", "office:甲", "person:丁", 1, {}, "-"},
    {"NoHops", "office:甲", "office:乙", 0, {}, "-"},
    {"JustInReach", "office:甲", "person:丁", 2, {}, "甲 -supports> 乙 -guided_by> 丁"},
    {"NotConnected", "office:甲", "office:己", 9, {}, "-"},
    {"OnlyByADocument", "office:甲", "office:戊", 9, {}, "-"},
    {"ThroughADocument", "office:甲", "office:戊", 9, {{}, {}, true}, "甲 <-about d -about> 戊"},
    {"ToADocument", "office:甲", "document:d", 9, {}, "甲 <-about d"},
    {"UnknownPredicate", "office:甲", "office:乙", 9, {{}, {"x"}, false}, "-"},
};
INSTANTIATE_TEST_SUITE_P(Basics, Path, testing::ValuesIn(kPathCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(PathTies, GoByStrengthThenById) {
  TestCorpus corpus;
  corpus.dictionary = "name,type\n甲,office\n乙,office\n丙,office\n丁,office\n";
  std::vector<TestStatement> statements = {{"office:甲", "supports", "office:乙", {"一"}},
                                           {"office:乙", "supports", "office:丁", {"一"}},
                                           {"office:甲", "supports", "office:丙", {"一"}},
                                           {"office:丙", "supports", "office:丁", {"一"}}};
  corpus.documents = {{"d", "一", "", statements}};
  const TestGraph equal(corpus);
  const auto told = [](const TestGraph& graph) {
    return Told(
        FindPath(graph.store(), graph.Number("office:甲"), graph.Number("office:丁"), 9, {}));
  };
  EXPECT_EQ(told(equal), "甲 -supports> 丙 -supports> 丁");  // 丙 is before 乙 in UTF-8
  statements.push_back({"office:甲", "leads", "office:乙", {"一"}, "r", 0.2});
  statements.push_back(statements[1]);
  corpus.documents = {{"d", "一", "", statements}};
  EXPECT_EQ(told(TestGraph(corpus)), "甲 -supports> 乙 -supports> 丁");
}

class QueryTwin : public testing::TestWithParam<unsigned> {};

const QueryFilter kFilters[] = {
    {}, {{}, {}, true}, {{}, {"leads", "supports", "part_of"}, false}, {{}, {"co_occurs"}, true}};

TEST_P(QueryTwin, FindsTheWalkThatTryingAllFinds) {
  const TestGraph graph(RandomCorpus(GetParam()));
  for (const QueryFilter& filter : kFilters) {
    for (EntityNumber from = 1; from <= graph.store().last_entity(); ++from) {
      const EntityNumber to = 1 + (from * 7 + GetParam()) % graph.store().last_entity();
      const auto walk = FindPath(graph.store(), from, to, 4, filter);
      const auto slow = SlowPath(graph.store(), from, to, 4, filter);
      ASSERT_EQ(walk.has_value(), slow.has_value());
      if (!walk) continue;
      std::vector<RelationNumber> relations;
      for (const Step& step : *walk) relations.push_back(step.relation.number);
      EXPECT_EQ(relations, *slow) << from << " to " << to;
    }
  }
}

// Any way through the relations that are kept is a way; what is kept is asked as seen from where
// the walk stands.
TEST_P(QueryTwin, WalksOverWhatIsKeptAsOverWhatAFilterLeaves) {
  const TestGraph graph(RandomCorpus(GetParam()));
  const Store& store = graph.store();
  const QueryFilter filter{{}, {"leads", "supports", "part_of"}, true};
  for (EntityNumber from = 1; from <= store.last_entity(); ++from) {
    const EntityNumber to = 1 + (from * 5 + GetParam()) % store.last_entity();
    const auto walk = FindPathOver(
        store, from, to, 4, [&](const Neighbour& neighbour) { return !neighbour.symmetric; });
    const auto slow = SlowPath(store, from, to, 4, filter);
    ASSERT_EQ(walk.has_value(), slow.has_value()) << from << " to " << to;
    if (!walk) continue;
    std::vector<RelationNumber> relations;
    for (const Step& step : *walk) relations.push_back(step.relation.number);
    EXPECT_EQ(relations, *slow) << from << " to " << to;
  }
}

TEST_P(QueryTwin, ScoresAsTheFormulaSays) {
  const TestGraph graph(RandomCorpus(GetParam()));
  for (const QueryFilter& filter : kFilters) {
    for (EntityNumber start = 1; start <= graph.store().last_entity(); ++start) {
      const auto slow = SlowRelated(graph.store(), start, 3, filter);
      const auto answers = FindRelated(graph.store(), start, 3, 100, filter);
      ASSERT_EQ(answers.size(), slow.size());
      for (const Related& related : answers) {
        const SlowAnswer& expected = slow.at(related.entity.number);
        EXPECT_EQ(related.hops, expected.hops);
        EXPECT_NEAR(related.score, expected.score / slow.at(answers[0].entity.number).score, 1e-9);
        ASSERT_EQ(related.walk.size(), related.hops);
        for (const Step& step : related.walk) {
          EXPECT_EQ(step.from.number, slow.at(step.to.number).before);
        }
      }
    }
  }
}

TEST_P(QueryTwin, AnswersAreInOrderWithTheirWalks) {
  const TestGraph graph(RandomCorpus(GetParam()));
  const auto all = FindRelated(graph.store(), 1, 3, 100, {});
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Related& related = all[i];
    ASSERT_EQ(related.walk.size(), related.hops);
    EXPECT_EQ(related.walk.front().from.number, 1);
    EXPECT_EQ(related.walk.back().to.number, related.entity.number);
    EXPECT_EQ(related.relations.front().number, related.walk.back().relation.number);
    std::int64_t weight = 0;
    for (const RelationRecord& relation : related.relations) weight += relation.mentions;
    EXPECT_EQ(related.weight, weight);
    EXPECT_TRUE(related.score > 0 && related.score <= 1);
    if (i == 0) continue;
    EXPECT_TRUE(all[i - 1].score > related.score ||
                (all[i - 1].score == related.score && all[i - 1].entity.id < related.entity.id));
  }
  const auto top = FindRelated(graph.store(), 1, 3, 2, {});
  ASSERT_EQ(top.size(), std::min<std::size_t>(2, all.size()));
  for (std::size_t i = 0; i < top.size(); ++i) EXPECT_EQ(top[i].entity.id, all[i].entity.id);
}

INSTANTIATE_TEST_SUITE_P(Random, QueryTwin, testing::Range(0U, 15U));

struct RelatedCase {
  const char* name;
  const char* start;
  std::size_t hops;
  QueryFilter filter;
  std::vector<std::string> expected;
};
void PrintTo(const RelatedCase& c, std::ostream* out) { *out << c.name; }
class RelatedEntities : public testing::TestWithParam<RelatedCase> {};

TEST_P(RelatedEntities, AreThose) {
  const TestGraph graph(Chain());
  std::vector<std::string> ids;
  for (const Related& related : FindRelated(graph.store(), graph.Number(GetParam().start),
                                            GetParam().hops, 10, GetParam().filter)) {
    ids.push_back(related.entity.id);
  }
  EXPECT_EQ(ids, GetParam().expected);
}

const RelatedCase kRelatedCases[] = {
    {"Neighbours", "office:甲", 1, {}, {"office:乙"}},
    {"TwoHops", "office:甲", 2, {}, {"office:乙", "person:丁", "person:丙"}},
    {"OfAType", "office:甲", 2, {{"person"}, {}, false}, {"person:丁", "person:丙"}},
    {"ByAPredicate", "office:甲", 2, {{}, {"supports"}, false}, {"office:乙", "person:丙"}},
    {"WithDocuments", "office:甲", 1, {{}, {}, true}, {"document:d", "office:乙"}},
    {"FromADocument", "document:d", 1, {}, {"office:戊", "office:甲"}},
    {"Alone", "office:己", 3, {}, {}},
    {"NoHops", "office:甲", 0, {}, {}},
    {"UnknownType", "office:甲", 2, {{"ship"}, {}, false}, {}},
};
INSTANTIATE_TEST_SUITE_P(Basics, RelatedEntities, testing::ValuesIn(kRelatedCases),
                         [](const auto& c) { return std::string(c.param.name); });

// A document is no step, but where a question begins at one its relations are part of the answer.
TEST(RelatedOfADocument, HasItsRelations) {
  const TestGraph graph(Chain());
  const auto answers = FindRelated(graph.store(), graph.Number("document:d"), 1, 10, {});
  ASSERT_FALSE(answers.empty());
  for (const Related& related : answers) {
    EXPECT_FALSE(related.relations.empty()) << related.entity.id;
    EXPECT_GE(related.weight, 1) << related.entity.id;
  }
}

// Types are asked for one after the other, the best first, until there are enough of the right
// ones.
TEST_P(QueryTwin, AnswersOfATypeAreThoseOfAllInTheSameOrder) {
  const TestGraph graph(RandomCorpus(GetParam()));
  for (const char* type : {"office", "person", "community"}) {
    std::vector<std::string> expected;
    for (const Related& related : FindRelated(graph.store(), 1, 3, 100, {})) {
      if (related.entity.type == type) expected.push_back(related.entity.id);
    }
    for (const std::size_t top : {1U, 2U, 100U}) {
      std::vector<std::string> ids;
      for (const Related& related : FindRelated(graph.store(), 1, 3, top, {{type}, {}, false})) {
        ids.push_back(related.entity.id);
      }
      EXPECT_EQ(ids, std::vector<std::string>(
                         expected.begin(), expected.begin() + static_cast<std::ptrdiff_t>(
                                                                  std::min(top, expected.size()))));
    }
  }
}

struct StrengthCase {
  const char* name;
  Neighbour weaker;
  Neighbour stronger;
};
void PrintTo(const StrengthCase& c, std::ostream* out) { *out << c.name; }
class Strengths : public testing::TestWithParam<StrengthCase> {};

TEST_P(Strengths, GrowWithEvidence) {
  EXPECT_LT(Strength(GetParam().weaker), Strength(GetParam().stronger));
  EXPECT_GT(Strength(GetParam().weaker), 0);
}

Neighbour Stated(std::int64_t weight, std::int64_t documents, PerMille confidence) {
  Neighbour neighbour;
  neighbour.weight = weight;
  neighbour.documents = documents;
  neighbour.confidence = confidence;
  return neighbour;
}

Neighbour Together(std::int64_t both, std::int64_t each, std::int64_t all) {
  Neighbour neighbour = Stated(both, 1, 1000);
  neighbour.symmetric = true;
  neighbour.windows = {both, each, each, all};
  return neighbour;
}

const StrengthCase kStrengthCases[] = {
    {"Confidence", Stated(1, 1, 500), Stated(1, 1, 900)},
    {"Weight", Stated(1, 1, 900), Stated(2, 1, 900)},
    {"DocumentsBeforeRepetition", Stated(3, 1, 900), Stated(3, 3, 900)},
    {"DictionaryAlone", Stated(1, 0, 1000), Stated(1, 1, 1000)},
    {"NoConfidence", Stated(1, 1, 0), Stated(1, 1, 100)},
    {"CoOccurrenceBelowStatement", Together(1, 1, 100), Stated(1, 1, 900)},
    {"OftenTogether", Together(1, 5, 100), Together(4, 5, 100)},
    {"LessThanChance", Together(1, 50, 100), Together(1, 2, 100)},
    {"ForeignCounts", Together(1, 0, 0), Together(1, 1, 100)},
};
INSTANTIATE_TEST_SUITE_P(Basics, Strengths, testing::ValuesIn(kStrengthCases),
                         [](const auto& c) { return std::string(c.param.name); });

}  // namespace
}  // namespace zhitu::graph
