#include "graph/backbone.h"

#include <gtest/gtest.h>

#include <random>

#include "graph/write_imported.h"
#include "tests/support/import_files.h"
#include "tests/support/slow_backbone.h"
#include "tests/support/test_graph.h"

namespace zhitu::graph {
namespace {

using Strings = std::vector<std::string>;

Strings Kept(const Store& store, double level) {
  const Backbone backbone(store, level);
  std::vector<RelationNumber> numbers;
  store.ForEachLink([&](const Link& link) {
    if (backbone.Keeps(link)) numbers.push_back(link.relation);
  });
  Strings ids;
  for (const RelationNumber number : numbers) ids.push_back(store.Relation(number).id);
  return ids;
}

// Kept co-occurrences as `甲-乙`, other relations as `甲>乙`.
std::string Named(const Store& store, double level) {
  const Backbone backbone(store, level);
  std::string text;
  store.ForEachLink([&](const Link& link) {
    if (!backbone.Keeps(link)) return;
    const bool symmetric = store.PredicateName(link.predicate) == kCoOccurs;
    text += (text.empty() ? "" : " ") + store.Entity(link.subject).name + (symmetric ? '-' : '>') +
            store.Entity(link.object).name;
  });
  return text;
}

std::string Repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

// 乙 and 丙 stand together or not at all, 甲 with everybody and by itself, 乙 and 丁 once.
TestCorpus Corpus() {
  TestCorpus corpus;
  corpus.dictionary = "name,type,parent\n甲,place,\n乙,person,\n丙,person,\n丁,person,甲\n";
  corpus.documents = {{"d1", Repeated("乙丙。", 5) + Repeated("甲。", 40) +
                                 Repeated("甲乙。甲丙。甲丁。", 2) + "乙丁。"}};
  return corpus;
}

TEST(Backbone, KeepsWhatChanceDoesNotExplainAndAllStatements) {
  const TestGraph graph(Corpus());
  EXPECT_EQ(Named(graph.store(), 1), "丁>甲 丙-乙");
  EXPECT_EQ(Named(graph.store(), 0.05), "丁>甲 丙-乙");
  EXPECT_EQ(Named(graph.store(), 1e-9), "丁>甲");
}

TEST(Backbone, OfNothingKeepsNothing) {
  const TestGraph graph(TestCorpus{});
  EXPECT_EQ(Named(graph.store(), 0.05), "");
}

TEST(BackboneTwin, AgreesOnRandomTexts) {
  for (unsigned seed = 1; seed <= 12; ++seed) {
    const TestGraph graph(RandomCorpus(seed));
    for (const double level : {0.97, 0.47, 0.053, 1e-4}) {
      EXPECT_EQ(Kept(graph.store(), level), SlowBackbone(graph.store(), level))
          << seed << " " << level;
    }
  }
}

// An imported graph without texts: edges by hand.
class ImportedBackbone : public testing::Test {
 protected:
  Store Imported(const std::vector<PlainEdge>& edges) {
    ImportedGraph graph;
    Importer importer(graph, false);
    AddEdges(edges, importer);
    importer.Finish();
    WriteImported(graph, folder_ / "g.zhitu", {{"import", "csv"}});
    return Store::Open(folder_ / "g.zhitu");
  }

  const TempFolder folder_;
};

TEST_F(ImportedBackbone, KeepsWhatStandsOutAtOneEnd) {
  std::vector<PlainEdge> edges = {{"hub", "", "strong", "90.5", true}, {"hub", "knows", "weak1"}};
  for (int i = 1; i <= 9; ++i) edges.push_back({"hub", "", "weak" + std::to_string(i), "1", true});
  edges.push_back({"x", "", "y", "1000", true});  // the only one of both
  const Store store = Imported(edges);
  EXPECT_EQ(Named(store, 0.05), "hub-strong hub>weak1");
}

TEST_F(ImportedBackbone, AgreesWithItsTwinOnRandomEdges) {
  for (unsigned seed = 1; seed <= 6; ++seed) {
    std::mt19937 random(seed);
    const auto below = [&](unsigned limit) { return static_cast<unsigned>(random() % limit); };
    std::vector<PlainEdge> edges;
    for (int i = 0; i < 40; ++i) {
      const std::string weight = std::to_string(1 + below(40)) + (below(3) == 0 ? ".5" : "");
      const unsigned source = below(8);
      const unsigned target = (source + 1 + below(7)) % 8;
      edges.push_back({"n" + std::to_string(source), below(5) == 0 ? "knows" : "",
                       "n" + std::to_string(target), weight, true});
    }
    const Store store = Imported(edges);
    for (const double level : {0.5, 0.2, 0.05}) {
      EXPECT_EQ(Kept(store, level), SlowBackbone(store, level)) << seed << " " << level;
    }
  }
}

}  // namespace
}  // namespace zhitu::graph
