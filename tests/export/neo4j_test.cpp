#include "export/neo4j.h"

#include <gtest/gtest.h>

#include "export/portable_names.h"
#include "export/xml_text.h"
#include "extract/csv.h"
#include "tests/support/sample_graph.h"

namespace zhitu::xport {
namespace {

using Row = std::vector<std::string>;

struct Tables {
  std::vector<Row> nodes;  // the header first
  std::vector<Row> relationships;
};

std::vector<Row> Rows(const std::string& csv) {
  extract::CsvReader reader(csv, ',');
  std::vector<Row> rows;
  while (const auto cells = reader.Next()) {
    Row& row = rows.emplace_back();
    for (const extract::CsvCell& cell : *cells) row.push_back(cell.value);
  }
  return rows;
}

Tables Written(const SampleGraph& graph) {
  StringSink nodes;
  StringSink relationships;
  StringSink note;
  Neo4jWriter writer(nodes, relationships, note);
  WriteGraph(graph, writer);
  EXPECT_NE(note.text().find("neo4j-admin database import full --nodes=nodes.csv"),
            std::string::npos);
  return {Rows(nodes.text()), Rows(relationships.text())};
}

TEST(Neo4j, HasTypedColumns) {
  const Tables tables = Written(PlainGraph());
  EXPECT_EQ(tables.nodes.at(0),
            (Row{"id:ID", "label", ":LABEL", "x:double", "y:double", "size:double", "color", "type",
                 "aliases:string[]", "mentions:long", "documents:long", "first_seen", "last_seen",
                 "pagerank:double", "betweenness:double", "community:long", "district", "note"}));
  EXPECT_EQ(tables.nodes.at(1),
            (Row{"office:沟赵办事处", "沟赵办事处", "Entity;office", "-12.25", "0.333333", "9.5",
                 "#ff7f0e", "office", "沟赵;沟赵|办", "12", "2", "2023-01-05", "2024-02", "0.125",
                 "", "1", "高新区", ""}));
  EXPECT_EQ(tables.nodes.at(3).back(), "a=b, \"c\"");
  EXPECT_EQ(tables.relationships.at(0),
            (Row{":START_ID", ":END_ID", ":TYPE", "id", "weight:double", "predicate", "count:long",
                 "documents:long", "npmi:double", "llr:double", "confidence:double", "first_seen",
                 "last_seen", "symmetric:boolean", "evidence"}));
  EXPECT_EQ(tables.relationships.at(2),
            (Row{"office:沟赵办事处", "place:郑州高新区", "part_of", "00000000000000cc", "7",
                 "part_of", "1", "1", "", "", "1", "", "", "false", ""}));
}

TEST(Neo4j, KeepsHostileTexts) {
  const SampleGraph graph = HostileGraph();
  const Tables tables = Written(graph);
  ASSERT_EQ(tables.nodes.size(), graph.nodes.size() + 1);
  ASSERT_EQ(tables.relationships.size(), graph.edges.size() + 1);
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    const Row& row = tables.nodes[i + 1];
    ASSERT_EQ(row.size(), tables.nodes[0].size());
    EXPECT_EQ(row[0], PortableId(graph.nodes[i].id));
    const std::string& label = graph.nodes[i].label;
    EXPECT_EQ(row[1], label.empty() ? row[0] : XmlCharacters(label));
  }
  for (const Row& row : tables.relationships) EXPECT_EQ(row.size(), 15U);
}

TEST(Neo4j, KeepsItemsOfListsAndTypesOfColumnsApart) {
  SampleGraph graph = EmptyGraph();
  graph.header.attributes = {"a:long", "a_long", "color"};
  Node node;
  node.id = "x";
  node.type = "a;b";
  node.aliases = {"one;two", "", "three"};
  graph.nodes = {node};
  const Tables tables = Written(graph);
  EXPECT_EQ(Row(tables.nodes[0].begin() + 13, tables.nodes[0].end()),
            (Row{"a_long", "a_long_", "color_"}));
  EXPECT_EQ(tables.nodes[1][2], "Entity;a；b");
  EXPECT_EQ(tables.nodes[1][8], "one；two;three");
}

}  // namespace
}  // namespace zhitu::xport
