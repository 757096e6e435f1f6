#include "graph/write_imported.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <random>
#include <tuple>

#include "graph/store.h"
#include "tests/support/import_files.h"
#include "tests/support/temp_folder.h"
#include "tests/support/test_graph.h"

namespace zhitu::graph {
namespace {

class WriteImportedTest : public testing::Test {
 protected:
  ImportedCounts Write(const std::vector<PlainEdge>& edges, const std::string& name = "g.zhitu") {
    ImportedGraph graph;
    Importer importer(graph, false);
    AddEdges(edges, importer);
    importer.Finish();
    return WriteImported(graph, folder_ / name, {{"import", "csv"}});
  }
  std::string Ask(const std::string& sql) const { return Query(folder_ / "g.zhitu", sql); }

  const TempFolder folder_;
};

TEST_F(WriteImportedTest, MergesEdgesOfOneRelation) {
  const ImportedCounts result = Write({{"b", "knows", "a", "2"},
                                       {"a", "knows", "b", "0.25"},
                                       {"b", "knows", "a", "0.5"},
                                       {"b", "", "a", "3", true},
                                       {"a", "", "b", "4", true}});
  EXPECT_EQ(result.merged, 2);
  EXPECT_EQ(result.counts.entities, 2);
  EXPECT_EQ(result.counts.relations, 3);
  EXPECT_EQ(Ask("SELECT number, subject, predicate, object, mentions, sentences, documents "
                "FROM relation"),
            "1|1|co_occurs|2|7|0|0\n"
            "2|1|knows|2|1|0|0\n"
            "3|2|knows|1|3|0|0\n");
  EXPECT_EQ(Ask("SELECT * FROM relation_weight"), "2|0.25\n3|2.5\n");
  EXPECT_EQ(Ask("SELECT relation, statement, place, document, begin, \"end\", rule FROM evidence"),
            "1|1|1|0|5|1|import\n"
            "1|2|1|0|6|1|import\n"
            "2|1|1|0|3|1|import\n"
            "3|1|1|0|2|1|import\n"
            "3|2|1|0|4|1|import\n");
}

TEST_F(WriteImportedTest, KeepsThatDirectionMeansNothing) {
  Write({{"b", "married", "a", "", true}, {"a", "married", "b"}});
  EXPECT_EQ(Ask("SELECT subject, object, predicate, line, rule FROM evidence_quote"),
            "a|b|married|2|import_undirected\na|b|married|3|import\n");
}

TEST_F(WriteImportedTest, NamesWhatIsNotNamed) {
  Write({{"x", "", "y"}, {"x", "", "y", "", true}});
  EXPECT_EQ(Ask("SELECT subject, predicate, object FROM relation_named"),
            "x|co_occurs|y\nx|related_to|y\n");
  EXPECT_EQ(Ask("SELECT id, name, type, why FROM entity"), "x|x|node|e.csv:2\ny|y|node|e.csv:2\n");
}

TEST_F(WriteImportedTest, KeepsValuesByLineAndQuotesTheEvidenceTheyCite) {
  Write({{"a", "p", "b"},
         {"a", "p", "b", "", false, {{"note", "n"}, {"evidence", "a.txt:1:1 “b”"}}}});
  EXPECT_EQ(Ask("SELECT * FROM evidence_attribute"),
            "1|2|1|note|n\n1|2|2|evidence|a.txt:1:1 “b”\n");
  EXPECT_EQ(Ask("SELECT file, line, quote FROM evidence_quote"),
            "e.csv|2|a\ne.csv|3|a.txt:1:1 “b”\n");
  const Store store = Store::Open(folder_ / "g.zhitu");
  const std::vector<EvidenceRecord> evidence = store.Evidence(store.Relation(1), 5);
  ASSERT_EQ(evidence.size(), 2U);
  EXPECT_EQ(evidence[0].quote, "a");
  EXPECT_EQ(evidence[0].cited, "");
  EXPECT_EQ(evidence[1].line, 3);
  EXPECT_EQ(evidence[1].quote, "a.txt:1:1 “b”");
  EXPECT_EQ(evidence[1].cited, "a.txt:1:1 “b”");
}

TEST_F(WriteImportedTest, GivesTheSameBytes) {
  const std::vector<PlainEdge> edges = {{"b", "p", "a", "2.5"}, {"c", "", "a", "1", true}};
  Write(edges);
  Write(edges, "h.zhitu");
  EXPECT_EQ(folder_.Read("g.zhitu"), folder_.Read("h.zhitu"));
}

TEST_F(WriteImportedTest, WritesAnEmptyGraph) {
  EXPECT_EQ(Write({}).counts.relations, 0);
  EXPECT_EQ(Store::Open(folder_ / "g.zhitu").last_entity(), 0);
}

using Key = std::tuple<std::string, std::string, std::string>;

// The plain twin: a map from subject, predicate and object to the sum of the weights.
std::map<Key, double> SumUp(const std::vector<PlainEdge>& edges) {
  std::map<Key, double> sums;
  for (const PlainEdge& edge : edges) {
    if (edge.source == edge.target) continue;
    Key key{edge.source, edge.predicate, edge.target};
    const bool symmetric = edge.undirected || edge.predicate == kCoOccurs;
    if (symmetric && edge.target < edge.source) key = {edge.target, edge.predicate, edge.source};
    sums[key] += std::stod(edge.weight);
  }
  return sums;
}

std::vector<PlainEdge> RandomEdges(unsigned seed) {
  std::mt19937 random(seed);
  const auto below = [&](unsigned bound) { return static_cast<unsigned>(random() % bound); };
  const std::string predicates[] = {"co_occurs", "p", "q"};
  std::vector<PlainEdge> edges;
  for (unsigned i = below(60); i > 0; --i) {
    edges.push_back({"n" + std::to_string(below(12)), predicates[below(3)],
                     "n" + std::to_string(below(12)), std::to_string(1 + below(4)), below(2) == 0});
  }
  return edges;
}

TEST_F(WriteImportedTest, AgreesWithAPlainSum) {
  for (unsigned seed = 0; seed < 50; ++seed) {
    const std::vector<PlainEdge> edges = RandomEdges(seed);
    Write(edges);
    const Store store = Store::Open(folder_ / "g.zhitu");
    std::map<Key, double> relations;
    std::map<std::pair<EntityNumber, RelationNumber>, std::int64_t> ends;
    store.ForEachRelation([&](const RelationRecord& relation) {
      relations[{store.EntityId(relation.subject), relation.predicate,
                 store.EntityId(relation.object)}] = static_cast<double>(relation.mentions);
      ends[{relation.subject, relation.number}] = relation.mentions;
      ends[{relation.object, relation.number}] = relation.mentions;
    });
    ASSERT_EQ(relations, SumUp(edges)) << seed;
    std::map<std::pair<EntityNumber, RelationNumber>, std::int64_t> neighbours;
    for (EntityNumber entity = 1; entity <= store.last_entity(); ++entity) {
      for (const Neighbour& neighbour : store.Neighbours(entity)) {
        const RelationRecord relation = store.Relation(neighbour.relation);
        EXPECT_EQ(relation.subject + relation.object, entity + neighbour.other);
        EXPECT_EQ(neighbour.outgoing, relation.symmetric() || relation.subject == entity);
        EXPECT_EQ(store.PredicateName(neighbour.predicate), relation.predicate);
        neighbours[{entity, neighbour.relation}] = neighbour.weight;
      }
    }
    ASSERT_EQ(neighbours, ends) << seed;
  }
}

}  // namespace
}  // namespace zhitu::graph
