#include "export/graphviz.h"

#include <gtest/gtest.h>

#include <ostream>

#include "tests/support/sample_graph.h"

namespace zhitu::xport {
namespace {

using namespace std::string_literals;

std::string Written(const SampleGraph& graph) {
  StringSink sink;
  GraphvizWriter writer(sink);
  WriteGraph(graph, writer);
  return sink.text();
}

struct TextCase {
  const char* name;
  std::string text;
  std::string value;
  std::string id;  // without the hash of one that was changed
};
void PrintTo(const TextCase& c, std::ostream* out) { *out << c.name; }
class GraphvizTexts : public testing::TestWithParam<TextCase> {};

TEST_P(GraphvizTexts, AreQuoted) {
  EXPECT_EQ(GraphvizText(GetParam().text), GetParam().value);
  std::string name = GraphvizName(GetParam().text);
  if (const std::size_t hash = name.rfind('~'); hash != std::string::npos) name.erase(hash, 17);
  EXPECT_EQ(name, GetParam().id);
}

const TextCase kTextCases[] = {
    {"Plain", "知图", R"("知图")", R"("知图")"},
    {"Empty", "", R"("")", R"("")"},
    {"Quotes", R"(a"b)", R"("a\"b")", R"("a\"b")"},
    {"Backslashes", R"(a\N\)", R"("a\\N\\")", R"("a＼N＼")"},
    {"BackslashBeforeQuote", R"(a\"b)", R"("a\\\"b")", R"("a＼\"b")"},
    {"LineBreaks", "a\r\nb", R"("a \nb")", R"("a  b")"},
    {"Entities", "a&lt;b&#38;c&;d & e", R"("a&amp;lt;b&amp;#38;c&;d & e")",
     R"("a&lt;b&#38;c&;d & e")"},
    {"Html", "<b>x</b>", R"("<b>x</b>")", R"("<b>x</b>")"},
    {"Controls", "a\x01\x1b\0b"s, R"("a���b")", R"("a���b")"},
};
INSTANTIATE_TEST_SUITE_P(Basics, GraphvizTexts, testing::ValuesIn(kTextCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(Graphviz, KeepsIdsApart) { EXPECT_NE(GraphvizName("a\\b"), GraphvizName("a＼b")); }

TEST(Graphviz, OfNothingIsAGraph) {
  const std::string dot = Written(EmptyGraph());
  EXPECT_TRUE(dot.starts_with("digraph zhitu {\n"));
  EXPECT_TRUE(dot.ends_with(";\n}\n"));
}

TEST(Graphviz, HasANodeOrEdgeALine) {
  const std::string dot = Written(PlainGraph());
  EXPECT_NE(dot.find("\n\"office:沟赵办事处\" [label=\"沟赵办事处\" pos=\"-12.25,0.333333\" "
                     "width=0.131944 height=0.131944 fillcolor=\"#ff7f0e\" \"type\"=\"office\" "
                     "\"aliases\"=\"沟赵|沟赵\\\\|办\" \"mentions\"=12"),
            std::string::npos)
      << dot;
  EXPECT_NE(dot.find("\n\"office:沟赵办事处\" -> \"person:黄蓉蓉\" [label=\"co_occurs\" "
                     "id=\"00000000000000aa\" weight=\"2.5\" dir=none \"predicate\"=\"co_occurs\""),
            std::string::npos)
      << dot;
  EXPECT_NE(dot.find("\n\"person:黄蓉蓉\" -> \"office:沟赵办事处\" [label=\"leads\" "
                     "id=\"00000000000000bb\" weight=\"1\" \"predicate\"=\"leads\""),
            std::string::npos)
      << dot;
}

TEST(Graphviz, IsUndirectedIfAllIsCoOccurrence) {
  const std::string dot = Written(SymmetricGraph());
  EXPECT_TRUE(dot.starts_with("graph zhitu {\n"));
  EXPECT_NE(dot.find("\"office:沟赵办事处\" -- \"person:黄蓉蓉\" ["), std::string::npos);
  EXPECT_EQ(dot.find("dir="), std::string::npos);
}

// Quotes are balanced on every line, so no name ends a statement.
TEST(Graphviz, KeepsHostileTextsInside) {
  const std::string dot = Written(HostileGraph());
  bool quoted = false;
  for (std::size_t i = 0; i < dot.size(); ++i) {
    if (quoted && dot[i] == '\\') {
      ++i;
    } else if (dot[i] == '"') {
      quoted = !quoted;
    } else if (dot[i] == '\n') {
      ASSERT_FALSE(quoted) << dot.substr(i > 200 ? i - 200 : 0, 200);
    }
  }
  EXPECT_FALSE(quoted);
}

TEST(Graphviz, RenamesAttributesThatItTakesForItsOwn) {
  SampleGraph graph = EmptyGraph();
  graph.header.attributes = {"URL", "image", "pos"};
  Node node;
  node.id = "x";
  node.attributes = {{"URL", "javascript:x"}, {"image", "/etc/x"}, {"pos", "1,1!"}};
  graph.nodes = {node};
  EXPECT_NE(
      Written(graph).find(" \"URL_\"=\"javascript:x\" \"image_\"=\"/etc/x\" \"pos_\"=\"1,1!\"];\n"),
      std::string::npos)
      << Written(graph);
}

}  // namespace
}  // namespace zhitu::xport
