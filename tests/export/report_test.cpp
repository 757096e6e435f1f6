#include "export/report.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/sample_graph.h"

namespace zhitu::xport {
namespace {

std::string Written(const SampleGraph& graph) {
  StringSink sink;
  ReportWriter writer(sink);
  WriteGraph(graph, writer);
  return sink.text();
}

TEST(Report, OfNothingSaysSo) {
  EXPECT_EQ(Written(EmptyGraph()),
            "# Who and what the texts name\n\n0 entities and 0 relations. Every relation below "
            "stands with the words that say it.\n\n| type | entities |\n|---|---:|\n");
}

TEST(Report, ShowsEntitiesByTypeWithTheirEvidence) {
  SampleGraph graph = PlainGraph();
  graph.edges[2].file = "a.txt";
  graph.edges[2].line = 4;
  graph.edges[2].column = 2;
  graph.edges[2].quote = "书记黄蓉蓉";
  EXPECT_EQ(Written(graph),
            "# Who and what the texts name\n\n3 entities and 3 relations. Every relation below "
            "stands with the words that say it.\n\n"
            "| type | entities |\n|---|---:|\n| office | 1 |\n| person | 1 |\n| place | 1 |\n\n"
            "| relation | relations | pieces of evidence |\n|---|---:|---:|\n"
            "| co\\_occurs | 1 | 4 |\n| leads | 1 | 1 |\n| part\\_of | 1 | 1 |\n\n"
            "## office\n\n### 沟赵办事处\n\n"
            "12 mentions in 2 documents, 2023\\-01\\-05 to 2024\\-02. "
            "Also called 沟赵, 沟赵\\|办.\n\n"
            "- **part\\_of** → 郑州高新区 (1 piece of evidence, confidence 1)\n"
            "- 黄蓉蓉 → **leads** (1 piece of evidence, confidence 0.9)\n"
            "  > “书记黄蓉蓉”  \n  > a\\.txt, line 4, column 2\n\n"
            "Named together with 黄蓉蓉 (4).\n\n"
            "## person\n\n### 黄蓉蓉\n\n"
            "3 mentions in 2 documents, 2023\\-01\\-05 to 2023\\-01\\-05.\n\n"
            "- **leads** → 沟赵办事处 (1 piece of evidence, confidence 0.9)\n"
            "  > “书记黄蓉蓉”  \n  > a\\.txt, line 4, column 2\n\n"
            "Named together with 沟赵办事处 (4).\n\n"
            "## place\n\n### 郑州高新区\n\n3 mentions in 2 documents.\n\n"
            "- 沟赵办事处 → **part\\_of** (1 piece of evidence, confidence 1)\n");
}

// A hub with many ties, and many entities beside it.
TEST(Report, ShowsTheBestAndCountsTheRest) {
  SampleGraph graph = EmptyGraph();
  Node hub;
  hub.id = hub.label = "hub";
  hub.type = "person";
  hub.mentions = 100;
  graph.nodes.push_back(hub);
  for (int i = 100; i < 160; ++i) {
    Node node;
    node.id = node.label = "n" + std::to_string(i);
    node.type = "person";
    graph.nodes.push_back(node);
    for (const char* predicate : {"co_occurs", "knows"}) {
      Edge edge;
      edge.id = predicate + node.id;
      edge.source = "hub";
      edge.target = node.id;
      edge.predicate = predicate;
      edge.symmetric = edge.predicate == "co_occurs";
      edge.count = i;
      graph.edges.push_back(edge);
    }
  }
  const std::string report = Written(graph);
  const std::string of_hub =
      report.substr(report.find("### hub"), report.find("### n100") - report.find("### hub"));
  EXPECT_EQ(std::count(of_hub.begin(), of_hub.end(), '-'), 20 + 1) << of_hub;
  EXPECT_NE(of_hub.find("\n- **knows** → n159 (159 pieces of evidence, confidence 1)\n- **knows** "
                        "→ n158 (158"),
            std::string::npos);
  EXPECT_NE(of_hub.find("\n- and 40 more\n"), std::string::npos);
  EXPECT_NE(of_hub.find("Named together with n159 (159), n158 (158)"), std::string::npos);
  EXPECT_NE(of_hub.find("n150 (150) and 50 more.\n"), std::string::npos);
  EXPECT_EQ(report.find("### n149"), std::string::npos);
  EXPECT_NE(report.find("\nand 11 more with fewer mentions.\n"), std::string::npos);
}

TEST(Report, KeepsHostileTextsOnTheirLines) {
  const std::string report = Written(HostileGraph());
  EXPECT_EQ(report.find("<img"), report.find("\\<img") + 1);
  EXPECT_EQ(report.find("</script"), report.find("\\</script") + 1);
  EXPECT_EQ(report.find("\nbreak"), std::string::npos);
  EXPECT_EQ(report.find("\xE2\x80\xAE"), std::string::npos);
  EXPECT_LT(report.size(), 60000U);  // though names and quotes are longer
}

}  // namespace
}  // namespace zhitu::xport
