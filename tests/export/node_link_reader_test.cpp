#include "export/node_link_reader.h"

#include <gtest/gtest.h>

#include <ostream>

#include "tests/support/shown_import.h"

namespace zhitu::xport {
namespace {

struct NodeLinkCase {
  const char* name;
  std::string text;
  std::string shown;
};
void PrintTo(const NodeLinkCase& c, std::ostream* out) { *out << c.name; }
class NodeLinkReader : public testing::TestWithParam<NodeLinkCase> {};

TEST_P(NodeLinkReader, GivesNodesAndEdges) {
  EXPECT_EQ(ShownImport(ReadNodeLinkJson, {{"g.json", GetParam().text}}), GetParam().shown);
}

std::string Deep(std::size_t depth) {
  return "{\"nodes\":[{\"id\":\"a\",\"x\":" + std::string(depth, '[') + std::string(depth, ']') +
         "}]}";
}

const NodeLinkCase kGraphs[] = {
    {"Directed",
     R"({"directed":true,"nodes":[{"id":"a"},{"id":"b"}],"edges":[{"source":"a","target":"b"}]})",
     "a =a :node 0/0 @1\nb =b :node 0/0 @1\na -related_to-> b *1/0 @1\n"},
    {"LinksBeforeAll",
     "{\"links\":[\n{\"source\":1,\"target\":2,\"weight\":2.5}],\n\"nodes\":[{\"id\":1},\n{\"id\":"
     "2}],"
     "\"directed\":true}",
     "1 =1 :node 0/0 @3\n2 =2 :node 0/0 @4\n1 -related_to-> 2 *2.5/0 @2\n"},
    {"UndirectedWithoutAWord",
     R"({"nodes":[{"id":"a"},{"id":"b"}],"edges":[{"source":"a","target":"b"}]})",
     "a =a :node 0/0 @1\nb =b :node 0/0 @1\na -co_occurs- b *1/0 @1\n"},
    {"Members",
     R"({"directed":true,"multigraph":true,"graph":{"name":[{"id":"no"}]},"nodes":[{"id":"a",
"label":"甲","type":"person","aliases":["x","y|z"],"x":1,"open":true,"none":null,"far":{"a":[1]},
"list":[1,[2],3]},{"id":"b"}],"edges":[{"source":"a","target":"b","key":0,"predicate":"leads",
"symmetric":false,"evidence":"q"}]})",
     "a =甲 :person 0/0 @1 |x |y|z [open=true] [list=1|3]\nb =b :node 0/0 @3\n"
     "a -leads-> b *1/0 @3 [evidence=q]\nleft out x 1\nleft out far 1 nested\nleft out key 1 "
     "key\n"},
    {"SymmetricSaysSo",
     R"({"directed":true,"nodes":[{"id":"a"},{"id":"b"}],"edges":[{"source":"a","target":"b","predicate":"co_occurs","symmetric":true}]})",
     "a =a :node 0/0 @1\nb =b :node 0/0 @1\na -co_occurs- b *1/0 @1\n"},
    {"TypeOfAnEdge",
     R"({"directed":true,"nodes":[{"id":"a"},{"id":"b"}],"edges":[{"source":"a","target":"b","type":"knows","label":"l"},{"source":"a","target":"b","type":"Undirected"}]})",
     "a =a :node 0/0 @1\nb =b :node 0/0 @1\na -knows-> b *1/0 @1 [label=l]\n"
     "a -co_occurs- b *1/0 @1\n"},
    {"Name",
     R"({"nodes":[{"id":1,"name":"甲"},{"id":2,"label":"乙","name":"丙"},{"id":3,"label":"3",
"Name":"丁"},{"name":"4","id":4,"label":"4"},{"id":5,"name":"戊","Name":"己"}]})",
     "1 =甲 :node 0/0 @1\n2 =乙 :node 0/0 @1 [name=丙]\n3 =丁 :node 0/0 @1\n4 =4 :node 0/0 @2\n"
     "5 =戊 :node 0/0 @2 [Name=己]\n"},
    {"Escapes", "{\"nodes\":[{\"id\":\"\\u7532\\n\\\"\",\"label\":\"\\ud83d\\ude00\"}]}",
     "g.json:1:17: id holds a control character; expected plain text on one line\n"},
    {"OnlyNodes", R"({"nodes":[]})", ""},
};
INSTANTIATE_TEST_SUITE_P(Graphs, NodeLinkReader, testing::ValuesIn(kGraphs),
                         [](const auto& c) { return std::string(c.param.name); });

const NodeLinkCase kFaults[] = {
    {"NotJson", "<graphml/>", "g.json:1:1: not JSON: Invalid value. expected node-link JSON\n"},
    {"CutOff", "{\"nodes\":[{\"id\":\"a\"},\n",
     "g.json:2:1: not JSON: Invalid value. expected node-link JSON\n"},
    {"NoNodes", R"({"vertices":[]})",
     "g.json:1:1: no list 'nodes'; expected an object with nodes and edges\n"},
    {"AList", R"([{"id":"a"}])",
     "g.json:1:1: no list 'nodes'; expected an object with nodes and edges\n"},
    {"NodesThatAreNone", R"({"nodes":["a",[1],{"id":"b"}]})",
     "g.json:1:13: node is no object; expected one with an id\n"
     "g.json:1:15: node is no object; expected one with an id\n"},
    {"NodeWithoutId", "{\"nodes\":[\n {\"name\":\"a\"}]}",
     "g.json:2:2: id is empty; expected the id of the node\n"},
    {"EdgeToNowhere", R"({"nodes":[{"id":"a"}],"edges":[{"source":"a", "target" : "c"}]})",
     "g.json:1:58: target 'c' is no node; expected the id of one\n"},
    {"LoneSurrogate", R"({"nodes":[{"id":"\ud800"}]})",
     "g.json:1:18: not JSON: The surrogate pair in string is invalid. expected node-link JSON\n"},
    {"TooDeep", Deep(99), "g.json:1:122: nested deeper than 100 levels; expected node-link JSON\n"},
};
INSTANTIATE_TEST_SUITE_P(Faults, NodeLinkReader, testing::ValuesIn(kFaults),
                         [](const auto& c) { return std::string(c.param.name); });

const NodeLinkCase kOthers[] = {
    {"Adjacency",
     R"({"directed":false,"multigraph":false,"graph":[],"nodes":[{"id":"a"},{"id":"b"}],
"adjacency":[[{"id":"b"}],[{"id":"a"}]]})",
     "g.json:1:1: this is adjacency JSON of NetworkX; expected node-link JSON, which "
     "networkx.node_link_data gives\n"},
    {"AdjacencyBesideEdges", R"({"directed":true,"nodes":[{"id":"a"}],"adjacency":1,"edges":[]})",
     "a =a :node 0/0 @1\n"},
    {"Graphology",
     R"({"options":{"type":"mixed"},"attributes":{},"nodes":[{"key":"a","attributes":{"x":1}},
{"key":"b"}],"edges":[{"key":"e","source":"a","target":"b"}]})",
     "g.json:1:1: this is graphology JSON; expected node-link JSON, whose nodes have an id, or "
     "GEXF, which graphology-gexf writes\n"},
    {"KeyBesideId", R"({"nodes":[{"key":"k","id":"a"}]})", "a =a :node 0/0 @1 [key=k]\n"},
    {"Cytoscape", R"({"elements":{"nodes":[{"data":{"id":"a"}}],"edges":[]}})",
     "g.json:1:1: this is Cytoscape JSON; expected node-link JSON, which networkx.node_link_data "
     "gives for networkx.cytoscape_graph, or GraphML, which Cytoscape writes\n"},
    {"ElementsBesideNodes", R"({"elements":[],"nodes":[{"id":"a"}]})", "a =a :node 0/0 @1\n"},
    {"JsonGraphFormat", R"({"graph":{"directed":true,"nodes":{"a":{}},"edges":[]}})",
     "g.json:1:1: this is JSON Graph Format; expected node-link JSON, with lists of nodes and "
     "edges at the top\n"},
    {"SeveralInJsonGraphFormat", R"({"graphs":[{"nodes":{"a":{}}}]})",
     "g.json:1:1: this is JSON Graph Format; expected node-link JSON, with lists of nodes and "
     "edges at the top\n"},
    {"GraphWithNodesBesideNodes", R"({"graph":{"nodes":1},"nodes":[{"id":"a"}]})",
     "a =a :node 0/0 @1\n"},
};
INSTANTIATE_TEST_SUITE_P(OtherForms, NodeLinkReader, testing::ValuesIn(kOthers),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(NodeLinkReaderLimits, DeepListsAreReadWithoutRecursion) {
  EXPECT_EQ(ShownImport(ReadNodeLinkJson, {{"g.json", Deep(90)}}), "a =a :node 0/0 @1\n");
}

}  // namespace
}  // namespace zhitu::xport
