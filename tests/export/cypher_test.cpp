#include "export/cypher.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>

#include "tests/support/sample_graph.h"

namespace zhitu::xport {
namespace {

using namespace std::string_literals;

std::string Written(const SampleGraph& graph) {
  StringSink sink;
  CypherWriter writer(sink);
  WriteGraph(graph, writer);
  return sink.text();
}

struct TextCase {
  const char* name;
  std::string text;
  const char* literal;
  const char* identifier;
};
void PrintTo(const TextCase& c, std::ostream* out) { *out << c.name; }
class CypherTexts : public testing::TestWithParam<TextCase> {};

TEST_P(CypherTexts, AreEscaped) {
  EXPECT_EQ(CypherText(GetParam().text), GetParam().literal);
  EXPECT_EQ(CypherName(GetParam().text), GetParam().identifier);
}

const TextCase kTextCases[] = {
    {"Plain", "知图", "'知图'", "`知图`"},
    {"Empty", "", "''", "`_`"},
    {"Quotes", "a'b\"c`d", "'a\\'b\"c`d'", "`a'b\"c``d`"},
    {"BackslashAtTheEnd", "a\\", "'a\\\\'", "`a＼`"},
    // Neo4j reads \u0027 and \u0060 before it looks for the ends of texts and names.
    {"EscapesOfCharacters", "\\u0027\\u0060", "'\\\\\\u00750027\\\\\\u00750060'",
     "`＼u0027＼u0060`"},
    {"LineBreaks", "a\r\n\tb", "'a\\r\\n\\tb'", "`a   b`"},
    {"Controls", "\x01\0\x7f\xC2\x85"s, "'��\\u007F\\u0085'", "`��\x7f\xC2\x85`"},
    {"Statement", "'}) DETACH DELETE n;", "'\\'}) DETACH DELETE n;'", "`'}) DETACH DELETE n;`"},
};
INSTANTIATE_TEST_SUITE_P(Basics, CypherTexts, testing::ValuesIn(kTextCases),
                         [](const auto& c) { return std::string(c.param.name); });

constexpr char kConstraint[] =
    "CREATE CONSTRAINT zhitu_entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;\n";

TEST(Cypher, OfNothingIsTheConstraint) { EXPECT_EQ(Written(EmptyGraph()), kConstraint); }

TEST(Cypher, MergesByTypeAndPredicate) {
  SampleGraph graph = SymmetricGraph();
  graph.nodes.resize(2);
  graph.header.attributes = {"a'b"};
  graph.nodes[1].attributes = {{"a'b", "c"}};
  const std::string cypher = Written(graph);
  EXPECT_EQ(cypher,
            std::string(kConstraint) +
                "UNWIND [\n"
                "{id: 'office:沟赵办事处', properties: {label: '沟赵办事处', x: -12.25, "
                "y: 0.333333, size: 9.5, color: '#ff7f0e', `type`: 'office', "
                "`aliases`: ['沟赵', '沟赵|办'], `mentions`: 12, `documents`: 2, "
                "`first_seen`: '2023-01-05', `last_seen`: '2024-02', `pagerank`: 0.125, "
                "`community`: 1}}\n"
                "] AS row\nMERGE (n:Entity {id: row.id})\nSET n:`office`, n += row.properties;\n"
                "UNWIND [\n"
                "{id: 'person:黄蓉蓉', properties: {label: '黄蓉蓉', x: 40.0, y: -7.5, size: 4.0, "
                "color: '#000000', `type`: 'person', `mentions`: 3, `documents`: 2, "
                "`first_seen`: '2023-01-05', `last_seen`: '2023-01-05', `pagerank`: 0.5, "
                "`community`: 0, `a'b`: 'c'}}\n"
                "] AS row\nMERGE (n:Entity {id: row.id})\nSET n:`person`, n += row.properties;\n"
                "UNWIND [\n"
                "{id: '00000000000000aa', source: 'office:沟赵办事处', target: 'person:黄蓉蓉', "
                "properties: {weight: 2.5, `predicate`: 'co_occurs', `count`: 4, `documents`: 2, "
                "`npmi`: -0.123457, `llr`: 1234567.0, `confidence`: 1.0, "
                "`first_seen`: '2023-01-05', `last_seen`: '2024', `symmetric`: true, "
                "`evidence`: 'a.txt:3:7 “沟赵办事处黄蓉蓉”'}}\n"
                "] AS row\n"
                "MATCH (a:Entity {id: row.source})\nMATCH (b:Entity {id: row.target})\n"
                "MERGE (a)-[r:`co_occurs` {id: row.id}]->(b)\nSET r += row.properties;\n");
}

TEST(Cypher, HasAtMost500RowsAStatement) {
  SampleGraph graph = EmptyGraph();
  for (int i = 0; i < 1201; ++i) {
    Node node;
    node.id = "n" + std::to_string(i);
    node.type = "t";
    graph.nodes.push_back(node);
  }
  const std::string cypher = Written(graph);
  EXPECT_EQ(std::count(cypher.begin(), cypher.end(), ';'), 1 + 3);
  EXPECT_EQ(std::count(cypher.begin(), cypher.end(), '#'), 1201);
}

// Outside of texts and names nothing stands but what we write.
TEST(Cypher, KeepsHostileTextsInside) {
  const std::string cypher = Written(HostileGraph());
  std::string outside;
  for (std::size_t i = 0; i < cypher.size(); ++i) {
    const char quote = cypher[i];
    outside += quote;
    if (quote != '\'' && quote != '`') continue;
    for (++i; i < cypher.size() && cypher[i] != quote; ++i) {
      ASSERT_NE(cypher[i], '\n');
      if (quote == '\'' && cypher[i] == '\\') ++i;
    }
  }
  for (const char* word : {"script", "HYPERLINK", "xxxx", "bidi", "return", "\\"}) {
    EXPECT_EQ(outside.find(word), std::string::npos) << word;
  }
}

}  // namespace
}  // namespace zhitu::xport
