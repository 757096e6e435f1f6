#include "export/mend_elements.h"

#include <gtest/gtest.h>

#include "tests/support/shown_findings.h"

namespace zhitu::xport {
namespace {

// An edge of a table: its ends, kind and direction.
LooseElement Edge(const char* source, const char* target, const char* kind = "",
                  const char* direction = "directed") {
  return {.source = source, .target = target, .kind = kind, .direction = direction};
}

std::string NodesOf(const LooseGraph& graph) {
  std::string nodes;
  for (const LooseElement& node : graph.nodes.elements) {
    nodes += nodes.empty() ? node.id : ' ' + node.id;
    for (const LooseValue& value : node.values) {
      nodes += '|' + graph.nodes.keys[value.key].name + '=' + value.text;
    }
  }
  return nodes;
}
std::string EdgesOf(const LooseGraph& graph) {
  std::string edges;
  for (const LooseElement& edge : graph.edges.elements) {
    if (!edges.empty()) edges += ' ';
    if (!edge.id.empty()) edges += edge.id + ':';
    edges += edge.source + (edge.direction == "directed" ? '>' : '-') + edge.target;
    if (!edge.kind.empty()) edges += '(' + edge.kind + ')';
    if (!edge.values.empty()) edges += '|' + edge.values[0].text;
  }
  return edges;
}

struct ElementsCase {
  const char* name;
  std::vector<LooseElement> nodes;
  std::vector<LooseElement> edges;
  std::string mended_nodes;
  std::string mended_edges;
  std::string findings;
  MendRules rules = {};
};
void PrintTo(const ElementsCase& c, std::ostream* out) { *out << c.name; }
class Elements : public testing::TestWithParam<ElementsCase> {};

TEST_P(Elements, AreMended) {
  LooseGraph graph;
  graph.directed = true;
  graph.nodes.keys = {{.name = "x"}};
  graph.nodes.elements = GetParam().nodes;
  graph.edges.elements = GetParam().edges;
  DoctorFindings findings;
  const std::string lines(99, '\n');
  findings.BeginFile("g", lines);
  std::size_t line = 0;
  for (LooseElement& node : graph.nodes.elements) node.at = line++;
  for (LooseElement& edge : graph.edges.elements) edge.at = line++;
  MendElements(graph, GetParam().rules, findings);
  EXPECT_EQ(NodesOf(graph), GetParam().mended_nodes);
  EXPECT_EQ(EdgesOf(graph), GetParam().mended_edges);
  EXPECT_EQ(ShownFindings(findings), GetParam().findings);
}

const std::vector<LooseElement> kTwo = {{.id = "a"}, {.id = "b"}};

const ElementsCase kIds[] = {
    {"None", {}, {}, "", "", ""},
    {"Blanks",
     {{.id = " a\n"}, {.id = "b"}},
     {Edge("a ", "b")},
     "a b",
     "a>b",
     "1:1 id-blanks 3:1 id-blanks"},
    {"BlanksAlone", {{.id = "  "}}, {}, "node", "", "1:1 id-blanks 1:1 id-empty"},
    {"Empty",
     {{.id = ""}, {.id = "node"}, {.id = ""}},
     {},
     "node_2 node node_3",
     "",
     "1:1 id-empty 3:1 id-empty"},
    {"Twice",
     {{.id = "a", .values = {{0, "1"}}}, {.id = "a", .values = {{0, "2"}}}},
     {},
     "a|x=1|x_as_given=2",
     "",
     "1:1 value-lost 2:1 id-twice"},
    {"TwiceTheSame",
     {{.id = "a", .values = {{0, "1"}}}, {.id = "a", .values = {{0, "1"}}}},
     {},
     "a|x=1",
     "",
     "2:1 id-twice"},
    {"EdgesTwice",
     kTwo,
     {{.id = "e", .source = "a", .target = "b"},
      {.id = "e", .source = "b", .target = "a"},
      {.id = "e_2", .source = "a", .target = "b", .kind = "k"},
      {.source = "b", .target = "a", .kind = "k"}},
     "a b",
     "e:a>b e_2:b>a e_2_2:a>b(k) edge:b>a(k)",
     "4:1 edge-id-twice 5:1 edge-id-twice"},
};
const ElementsCase kEnds[] = {
    {"Missing", kTwo, {Edge("a", "c"), Edge("c", "b")}, "a b c", "a>c c>b", "3:1 end-missing"},
    {"Loose", {}, {Edge("a", "c")}, "", "a>c", "", {.loose_ends = true}},
    {"Empty",
     kTwo,
     {Edge("a", ""), Edge("", "b")},
     "a b missing missing_2",
     "a>missing missing_2>b",
     "3:1 end-empty 4:1 end-empty"},
    {"ToItself", kTwo, {Edge("a", "a")}, "a b", "a>a", "3:1 self-loop"},
};
const ElementsCase kParallel[] = {
    {"SameKind",
     kTwo,
     {Edge("a", "b"), Edge("a", "b"), Edge("a", "b", "2"), Edge("a", "b")},
     "a b",
     "a>b a>b(2) a>b(2 2) a>b(3)",
     "4:1 parallel-edges 5:1 parallel-edges 6:1 parallel-edges"},
    {"OtherKind", kTwo, {Edge("a", "b", "x"), Edge("a", "b", "y")}, "a b", "a>b(x) a>b(y)", ""},
    {"BothWays", kTwo, {Edge("a", "b"), Edge("b", "a")}, "a b", "a>b b>a", ""},
    {"BothWaysUndirected",
     kTwo,
     {Edge("a", "b", "", "undirected"), Edge("b", "a", "", "undirected")},
     "a b",
     "a-b b-a(2)",
     "4:1 parallel-edges"},
    {"DirectedThenNot",
     kTwo,
     {Edge("a", "b", "x"), Edge("b", "a", "x", "undirected")},
     "a b",
     "a>b(x) b-a(x 2)",
     "4:1 parallel-directions"},
    {"NotThenDirected",
     kTwo,
     {Edge("a", "b", "", "undirected"), Edge("b", "a"), Edge("a", "b")},
     "a b",
     "a-b b>a(2) a>b(2)",
     "4:1 parallel-directions 5:1 parallel-directions"},
    {"LoopOfBoth",
     kTwo,
     {Edge("a", "a"), Edge("a", "a", "", "undirected")},
     "a b",
     "a>a a-a(2)",
     "3:1 self-loop 4:1 self-loop 4:1 parallel-directions"},
};
const ElementsCase kDirections[] = {
    {"Default", kTwo, {Edge("a", "b", "", "")}, "a b", "a>b", ""},
    {"Unknown", kTwo, {Edge("a", "b", "", "both")}, "a b", "a>b", "3:1 direction"},
    {"Mutual", kTwo, {Edge("a", "b", "", "mutual")}, "a b", "a-b", "3:1 direction"},
    {"Mixed",
     kTwo,
     {Edge("a", "b"), Edge("b", "a", "", "undirected")},
     "a b",
     "a>b b>a|true",
     "4:1 mixed-directions",
     {.one_direction = true}},
};
const ElementsCase kOrder[] = {
    {"LabelsNeeded",
     kTwo,
     {},
     "a|label=a b|label=b",
     "",
     "1:1 label-blank 2:1 label-blank",
     {.needs_labels = true}},
    {"NodesAreFirst", kTwo, {Edge("a", "b")}, "a b", "a>b", "", {.ordered = true}},
};
constexpr auto kName = [](const auto& c) { return std::string(c.param.name); };
INSTANTIATE_TEST_SUITE_P(Ids, Elements, testing::ValuesIn(kIds), kName);
INSTANTIATE_TEST_SUITE_P(Ends, Elements, testing::ValuesIn(kEnds), kName);
INSTANTIATE_TEST_SUITE_P(Parallel, Elements, testing::ValuesIn(kParallel), kName);
INSTANTIATE_TEST_SUITE_P(Directions, Elements, testing::ValuesIn(kDirections), kName);
INSTANTIATE_TEST_SUITE_P(Order, Elements, testing::ValuesIn(kOrder), kName);

// No two edges of a kind stand in each other's way, whatever was there: all lists of four edges.
TEST(MendedElements, AreNeverMerged) {
  const LooseElement choices[] = {Edge("a", "b"), Edge("b", "a"), Edge("a", "b", "", "undirected"),
                                  Edge("b", "a", "2"), Edge("a", "b", "2", "undirected")};
  for (std::size_t list = 0; list < std::size_t{625}; ++list) {
    LooseGraph graph;
    graph.nodes.elements = kTwo;
    for (std::size_t rest = list, i = 0; i < 4; ++i, rest /= 5) {
      graph.edges.elements.push_back(choices[rest % 5]);
    }
    DoctorFindings findings;
    findings.BeginFile("g", "");
    MendElements(graph, {}, findings);
    const std::vector<LooseElement>& edges = graph.edges.elements;
    for (std::size_t i = 0; i < 4; ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        const bool both = edges[i].direction == "directed" && edges[j].direction == "directed";
        EXPECT_TRUE(edges[i].kind != edges[j].kind || (both && edges[i].source != edges[j].source))
            << EdgesOf(graph);
      }
    }
  }
}

}  // namespace
}  // namespace zhitu::xport
