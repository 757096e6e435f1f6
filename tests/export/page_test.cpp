#include "export/page.h"

#include <gtest/gtest.h>

#include <ostream>

#include "export/write_graph.h"
#include "tests/support/page_data.h"
#include "tests/support/sample_graph.h"
#include "tests/support/test_graph.h"

namespace zhitu::xport {
namespace {

std::string PageOf(const SampleGraph& graph) {
  StringSink sink;
  PageWriter writer(sink);
  WriteGraph(graph, writer);
  return sink.text();
}

std::string PageOf(const graph::Store& store, std::size_t threads = 1,
                   const graph::QuoteLimits& limits = {}) {
  StringSink sink;
  PageWriter writer(sink);
  WriteGraph(graph::Selection(store, {}), writer, threads, limits);
  return sink.text();
}

struct ColumnCase {
  const char* name;
  const char* kind;
  const char* column;
  const char* usual;
  const char* values;
};
void PrintTo(const ColumnCase& c, std::ostream* out) { *out << c.name; }
class PageOfPlainGraph : public testing::TestWithParam<ColumnCase> {};

TEST_P(PageOfPlainGraph, HoldsColumns) {
  const ColumnCase& expected = GetParam();
  const auto parts = PageDataOf(PageOf(PlainGraph()), expected.kind);
  EXPECT_EQ(PageColumnOf(parts, expected.column, expected.usual), expected.values);
}

const ColumnCase kColumnCases[] = {
    {"NodeIds", "nodes", "id", R"("")", R"("" "" "")"},
    {"NodeNames", "nodes", "name", "", R"("沟赵办事处" "黄蓉蓉" "郑州高新区")"},
    {"NodeTypes", "nodes", "type", "0", "0 1 2"},
    {"NodeMentions", "nodes", "mentions", "0", "12 3 3"},
    {"NodeDocuments", "nodes", "documents", "0", "2 2 2"},
    {"NodeDates", "nodes", "first", "0", "1 1 0"},
    {"NodeLastDates", "nodes", "last", "0", "2 1 0"},
    {"NodeX", "nodes", "x", "0", "-12.3 40 1000000"},
    {"NodeY", "nodes", "y", "0", "0.3 -7.5 0"},
    {"NodeSizes", "nodes", "size", "0", "9.5 4 2"},
    {"NodeAliases", "nodes", "aliases", "0", R"(["沟赵","沟赵|办"] 0 0)"},
    {"NodeAttributes", "nodes", "attributes", "0", R"([0,"高新区"] 0 [1,"a=b, \"c\""])"},
    {"NodeRanks", "nodes", "rank", "null", "0.125 0.5 null"},
    {"NodeCommunities", "nodes", "community", "null", "1 0 null"},
    {"EdgeSources", "edges", "source", "", "0 0 1"},
    {"EdgeTargets", "edges", "target", "", "1 2 0"},
    {"EdgePredicates", "edges", "predicate", "0", "0 1 2"},
    {"EdgeCounts", "edges", "count", "1", "4 1 1"},
    {"EdgeWeights", "edges", "weight", "0", "2.5 7 0"},
    {"EdgeDocuments", "edges", "documents", "0", "2 1 1"},
    {"EdgeConfidence", "edges", "confidence", "1000", "1000 1000 900"},
    {"EdgeDates", "edges", "last", "0", "3 0 0"},
    {"EdgeNpmi", "edges", "npmi", "null", "-123 null null"},
};
INSTANTIATE_TEST_SUITE_P(Basics, PageOfPlainGraph, testing::ValuesIn(kColumnCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(PageWriter, TellsWhatNumbersStandFor) {
  const std::string page = PageOf(PlainGraph());
  const auto tables = PageDataOf(page, "tables");
  ASSERT_EQ(tables.size(), 1U);
  EXPECT_EQ(JsonOf(tables[0]["types"]), R"(["office","person","place"])");
  EXPECT_EQ(JsonOf(tables[0]["colours"]), R"(["#ff7f0e","#000000","#000000"])");
  EXPECT_EQ(JsonOf(tables[0]["predicates"]), R"([" co_occurs","part_of","leads"])");
  EXPECT_EQ(JsonOf(tables[0]["dates"]), R"(["","2023-01-05","2024-02","2024"])");
  EXPECT_EQ(JsonOf(tables[0]["attributes"]), R"(["district","note"])");
  const auto head = PageDataOf(page, "head");
  ASSERT_EQ(head.size(), 1U);
  EXPECT_EQ(head[0]["nodes"].GetInt(), 3);
  EXPECT_EQ(head[0]["edges"].GetInt(), 3);
}

// What the picture needs stands before the program, quotes behind it.
TEST(PageWriter, PutsThePictureFirst) {
  const graph::TestGraph graph(graph::RandomCorpus(3));
  const std::string page = PageOf(graph.store());
  const std::size_t program = page.find("<script>");
  for (const char* kind : {"head", "nodes", "edges", "tables"}) {
    EXPECT_LT(page.find("data-kind=\"" + std::string(kind) + "\">"), program) << kind;
  }
  for (const char* kind : {"texts", "quotes", "names"}) {
    EXPECT_GT(page.find("data-kind=\"" + std::string(kind) + "\">"), program) << kind;
  }
}

TEST(PageWriter, KeepsHostileTextsInert) {
  const SampleGraph graph = HostileGraph();
  const std::string page = PageOf(graph);
  const std::size_t program = page.find("<script>") + 8;
  const std::size_t end = page.find("</script>", program);
  const std::string rest = page.substr(0, program) + page.substr(end);
  std::size_t tags = 0;
  for (std::size_t at = rest.find("<script"); at != std::string::npos; ++tags) {
    at = rest.find("<script", at + 1);
  }
  // head, nodes, edges, tables, program, names, licences
  EXPECT_EQ(tags, 7U);
  const auto nodes = PageDataOf(page, "nodes");
  ASSERT_EQ(nodes.size(), 1U);
  EXPECT_EQ(nodes[0]["rows"].GetInt(), static_cast<int>(graph.nodes.size()));
  EXPECT_EQ(PageDataOf(page, "edges").at(0)["rows"].GetInt(), static_cast<int>(graph.edges.size()));
}

TEST(PageWriter, WritesAnEmptyGraph) {
  const std::string page = PageOf(EmptyGraph());
  EXPECT_TRUE(PageDataOf(page, "nodes").empty());
  EXPECT_EQ(PageDataOf(page, "tables").size(), 1U);
  EXPECT_TRUE(page.ends_with("</html>\n"));
}

// Many nodes and edges come in several parts, which together hold all.
TEST(PageWriter, WritesInParts) {
  constexpr int kNodes = 10000;
  SampleGraph graph;
  for (int i = 0; i < kNodes; ++i) {
    Node node;
    node.id = node.label = std::to_string(100000 + i);
    node.type = "t";
    graph.nodes.push_back(node);
    for (int k = 1; k < 5; ++k) {
      Edge edge;
      edge.source = node.id;
      edge.target = std::to_string(100000 + (i + k) % kNodes);
      edge.predicate = "p";
      graph.edges.push_back(edge);
    }
  }
  const std::string page = PageOf(graph);
  const auto nodes = PageDataOf(page, "nodes");
  const auto edges = PageDataOf(page, "edges");
  EXPECT_GT(nodes.size(), 2U);
  EXPECT_GT(edges.size(), 2U);
  int rows = 0;
  for (const auto& part : edges) rows += part["rows"].GetInt();
  EXPECT_EQ(rows, 4 * kNodes);
}

TEST(PageWriter, GivesTheSameBytesForAnyThreads) {
  for (const unsigned seed : {1U, 2U, 3U}) {
    const graph::TestGraph graph(graph::RandomCorpus(seed));
    EXPECT_EQ(PageOf(graph.store(), 1), PageOf(graph.store(), 2));
  }
}

graph::TestCorpus Corpus() {
  graph::TestCorpus corpus;
  corpus.dictionary = "name,type,parent\n甲,person,\n乙,office,丙\n丙,place,\n";
  corpus.documents = {{"a.txt",
                       "一句。\n甲在乙。",
                       "2024-05-01",
                       {{"person:甲",
                         "leads",
                         "office:乙",
                         {"在"},
                         "title",
                         0.9,
                         extract::Modality::kPlanned,
                         "2023"}}},
                      {"b.txt", "丙。甲、乙。甲和乙。<甲>与乙。", "", {}}};
  return corpus;
}

class PageOfTexts : public testing::Test {
 protected:
  PageOfTexts() : page_(PageOf(graph_.store(), 1, {2, 1000})) {}
  std::string Column(const char* kind, const char* column, const char* usual) const {
    return PageColumnOf(PageDataOf(page_, kind), column, usual);
  }

  graph::TestGraph graph_{Corpus()};
  std::string page_;
};

TEST_F(PageOfTexts, HoldsSentencesWithMentions) {
  EXPECT_EQ(Column("texts", "text", ""), R"("甲在乙。" "甲、乙。")");
  EXPECT_EQ(Column("texts", "document", "0"), "0 1");
  EXPECT_EQ(Column("texts", "line", "0"), "2 1");
  EXPECT_EQ(Column("texts", "column", "1"), "1 3");
  // Nodes: 乙, 甲, 丙.
  EXPECT_EQ(Column("texts", "marks", "0"), "[0,1,1,2,3,0] [0,1,1,2,3,0]");
}

TEST_F(PageOfTexts, HoldsQuotesUpToTheLimit) {
  EXPECT_EQ(Column("quotes", "quotes", ""),
            R"([0,1,{"all":4}] [{"r":0,"l":3,"f":0}] )"
            R"([{"r":1,"l":2,"k":2,"c":900,"m":1,"d":1,"p":[0,1,2]}])");
  EXPECT_EQ(PageDataOf(page_, "tables").at(0)["each"].GetInt(), 2);
}

TEST_F(PageOfTexts, NamesDocumentsRulesAndDictionaries) {
  const auto names = PageDataOf(page_, "names");
  ASSERT_EQ(names.size(), 1U);
  EXPECT_EQ(JsonOf(names[0]["documents"]),
            R"({"rows":2,"id":["a.txt","b.txt"],"date":["2024-05-01",""]})");
  EXPECT_EQ(JsonOf(names[0]["rules"]), R"(["dictionary","title"])");
  EXPECT_EQ(JsonOf(names[0]["modalities"]), R"(["","planned"])");
  EXPECT_EQ(JsonOf(names[0]["dates"]), R"(["","2023"])");
  EXPECT_EQ(JsonOf(names[0]["files"]), R"(["dictionary.csv"])");
}

TEST_F(PageOfTexts, IsNamedByTheGraphFile) {
  EXPECT_EQ(std::string(PageDataOf(page_, "head").at(0)["title"].GetString()), "g");
  EXPECT_NE(page_.find("<title>g</title>"), std::string::npos);
}

}  // namespace
}  // namespace zhitu::xport
