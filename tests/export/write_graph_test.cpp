#include "export/write_graph.h"

#include <gtest/gtest.h>

#include <ostream>

#include "export/graphml.h"
#include "extract/error.h"
#include "graph/colour.h"
#include "graph/placement.h"
#include "tests/support/test_graph.h"

namespace zhitu::xport {
namespace {

using Strings = std::vector<std::string>;

struct Record {
  std::string calls;  // a letter a call
  GraphHeader header;
  std::vector<Node> nodes;
  std::vector<Edge> edges;
};

// Keeps what it is told, in order.
class Recorder final : public GraphWriter {
 public:
  explicit Recorder(Record& record) : record_(record) {}
  void Begin(const GraphHeader& header) override {
    record_.calls += 'b';
    record_.header = header;
  }
  void AddNode(const Node& node) override {
    record_.calls += 'n';
    record_.nodes.push_back(node);
  }
  void AddEdge(const Edge& edge) override {
    record_.calls += 'e';
    record_.edges.push_back(edge);
  }
  void End() override { record_.calls += '.'; }

 private:
  Record& record_;
};

// Two dated texts; 甲 leads 乙, which a dictionary line puts under 丙; 甲 and 乙 stand together.
graph::TestCorpus MakeCorpus() {
  graph::TestCorpus corpus;
  corpus.dictionary =
      "name,type,aliases,parent,note,area\n"
      "甲,person,阿甲|小甲,,主任,\n"
      "乙,office,,丙,,东\n"
      "丙,place,,,,\n";
  corpus.documents = {
      {"a.txt",
       "一句。\n甲在乙。",
       "2024-05-01",
       {{"person:甲", "leads", "office:乙", {"甲在乙"}, "title", 0.9}}},
      {"b.txt", "乙和阿甲。", "2024-06-02", {}},
  };
  return corpus;
}

class WriteGraphOf : public testing::Test {
 protected:
  // Writes the part that a filter gives.
  Record Written(const graph::SelectionFilter& filter = {}) {
    Record record;
    Recorder recorder(record);
    WriteGraph(graph::Selection(graph_.store(), filter), recorder);
    return record;
  }

  graph::TestGraph graph_{MakeCorpus()};
};

TEST_F(WriteGraphOf, AllCallsInTheAgreedOrder) {
  const Record all = Written();
  EXPECT_EQ(all.calls, "bnnneee.");
  EXPECT_EQ(all.header.nodes, 3);
  EXPECT_EQ(all.header.edges, 3);
  EXPECT_TRUE(all.header.dated);
  EXPECT_FALSE(all.header.undirected);
  EXPECT_EQ(all.header.attributes, (Strings{"area", "note"}));
  Strings ids;
  for (const Node& node : all.nodes) ids.push_back(node.id);
  EXPECT_EQ(ids, (Strings{"office:乙", "person:甲", "place:丙"}));
}

// The bytes of a graph as GraphML, written by so many threads.
std::string GraphmlBy(std::size_t threads, const graph::Store& store) {
  StringSink sink;
  GraphmlWriter writer(sink);
  WriteGraph(graph::Selection(store, {}), writer, threads);
  return sink.text();
}

TEST(WriteGraphThreads, GiveTheSameBytes) {
  for (const unsigned seed : {1U, 2U, 3U}) {
    const graph::TestGraph graph(graph::RandomCorpus(seed));
    EXPECT_EQ(GraphmlBy(2, graph.store()), GraphmlBy(1, graph.store()));
  }
}

TEST(WriteGraphThreads, TellTheSameFault) {
  const graph::TestGraph graph(MakeCorpus());
  graph::Change(graph.path(), "DELETE FROM document WHERE number = 1");
  const graph::Store store = graph::Store::Open(graph.path());
  for (const std::size_t threads : {1U, 2U}) {
    EXPECT_THROW(GraphmlBy(threads, store), extract::InputError) << threads;
  }
}

TEST_F(WriteGraphOf, NodesWithAllThatIsKnown) {
  const Node node = Written().nodes.at(1);
  EXPECT_EQ(node.label, "甲");
  EXPECT_EQ(node.type, "person");
  EXPECT_EQ(node.aliases, (Strings{"阿甲", "小甲"}));
  EXPECT_EQ(node.mentions, 2);
  EXPECT_EQ(node.documents, 2);
  EXPECT_EQ(node.first_seen, "2024-05-01");
  EXPECT_EQ(node.last_seen, "2024-06-02");
  ASSERT_EQ(node.attributes.size(), 1U);
  EXPECT_EQ(node.attributes[0], (std::pair<std::string, std::string>("note", "主任")));
}

TEST_F(WriteGraphOf, NodesPlacedAndColoured) {
  const graph::Selection selection(graph_.store(), {});
  const std::vector<graph::Place> places = graph::PlaceAll(selection);
  for (const Node& node : Written().nodes) {
    const graph::Place& place = places.at(static_cast<std::size_t>(graph_.Number(node.id)));
    EXPECT_EQ(node.x, place.x) << node.id;
    EXPECT_EQ(node.y, place.y) << node.id;
    EXPECT_EQ(node.size, place.size) << node.id;
    EXPECT_EQ((graph::Colour{node.r, node.g, node.b}), graph::ColourOf(node.type)) << node.id;
  }
}

struct EdgeCase {
  const char* name;
  std::size_t edge;
  const char* triple;
  double weight;
  std::int64_t documents;
  double confidence;
  bool symmetric;
  const char* first_seen;
  const char* last_seen;
  const char* evidence;
};
void PrintTo(const EdgeCase& c, std::ostream* out) { *out << c.name; }
class WriteGraphEdge : public WriteGraphOf, public testing::WithParamInterface<EdgeCase> {};

TEST_P(WriteGraphEdge, HasAllThatIsKnown) {
  const EdgeCase& expected = GetParam();
  const Edge edge = Written().edges.at(expected.edge);
  EXPECT_EQ(edge.source + " " + edge.predicate + " " + edge.target, expected.triple);
  EXPECT_EQ(edge.label, edge.predicate);
  EXPECT_EQ(edge.weight, expected.weight);
  EXPECT_EQ(edge.count, static_cast<std::int64_t>(expected.weight));
  EXPECT_EQ(edge.documents, expected.documents);
  EXPECT_DOUBLE_EQ(edge.confidence, expected.confidence);
  EXPECT_EQ(edge.symmetric, expected.symmetric);
  EXPECT_EQ(edge.npmi.has_value(), expected.symmetric);
  EXPECT_EQ(edge.llr.has_value(), expected.symmetric);
  EXPECT_EQ(edge.first_seen, expected.first_seen);
  EXPECT_EQ(edge.last_seen, expected.last_seen);
  EXPECT_EQ(edge.evidence, expected.evidence);
  EXPECT_EQ(edge.id.size(), 16U);
}

const EdgeCase kEdgeCases[] = {
    {"CoOccurrence", 0, "office:乙 co_occurs person:甲", 2, 2, 1, true, "2024-05-01", "2024-06-02",
     "a.txt:2:1 “甲在乙。”"},
    {"DictionaryLine", 1, "office:乙 part_of place:丙", 1, 0, 1, false, "", "",
     "dictionary.csv:3 “乙”"},
    {"Rule", 2, "person:甲 leads office:乙", 1, 1, 0.9, false, "2024-05-01", "2024-05-01",
     "a.txt:2:1 “甲在乙”"},
};
INSTANTIATE_TEST_SUITE_P(Basics, WriteGraphEdge, testing::ValuesIn(kEdgeCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST_F(WriteGraphOf, OnlyWhatIsSelected) {
  graph::SelectionFilter filter;
  filter.predicates = {"co_occurs"};
  const Record part = Written(filter);
  EXPECT_EQ(part.calls, "bnne.");
  EXPECT_TRUE(part.header.undirected);
  EXPECT_EQ(part.header.nodes, 2);
  EXPECT_EQ(part.header.edges, 1);
}

}  // namespace
}  // namespace zhitu::xport
