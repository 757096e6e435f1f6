#include "export/graph_feed.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>

namespace zhitu::xport {
namespace {

// Keeps ids in order; fails at one of them.
class IdWriter final : public GraphWriter {
 public:
  explicit IdWriter(std::string bad = "none") : bad_(std::move(bad)) {}
  void Begin(const GraphHeader& /*header*/) override {}
  void AddNode(const Node& node) override { Add(node.id); }
  void AddEdge(const Edge& edge) override { Add(edge.id + edge.evidence); }
  void End() override {}
  bool Help() override { return help_-- > 0; }
  const std::string& ids() const { return ids_; }

 private:
  void Add(const std::string& id) {
    if (id == bad_) throw std::runtime_error("bad " + id);
    ids_ += id + ' ';
  }

  std::string bad_;
  std::string ids_;
  int help_ = 3;  // works that wait
};

// What is done with each edge, once.
void Complete(Edge& edge) { edge.evidence = edge.evidence.empty() ? "!" : "again"; }

std::string Feed(std::size_t nodes, std::size_t edges, GraphFeed& feed) {
  std::string ids;
  for (std::size_t i = 0; i < nodes; ++i) {
    feed.NextNode().id = "n" + std::to_string(i);
    ids += "n" + std::to_string(i) + ' ';
  }
  for (std::size_t i = 0; i < edges; ++i) {
    Edge& edge = feed.NextEdge();
    edge.id = "e" + std::to_string(i);
    edge.evidence.clear();
    ids += "e" + std::to_string(i) + "! ";
  }
  return ids;
}

// With so many threads.
class GraphFeedTest : public testing::TestWithParam<std::size_t> {};

TEST_P(GraphFeedTest, GivesAllInOrder) {
  for (const std::size_t nodes : {0U, 1U, 255U, 256U, 257U, 1000U}) {
    for (const std::size_t edges : {0U, 1U, 256U, 900U}) {
      IdWriter writer;
      GraphFeed feed(writer, GetParam(), Complete);
      const std::string expected = Feed(nodes, edges, feed);
      feed.Finish();
      EXPECT_EQ(writer.ids(), expected);
    }
  }
}

TEST_P(GraphFeedTest, PassesOnWhatTheWriterThrows) {
  IdWriter writer("e300!");
  std::string problem;
  try {
    GraphFeed feed(writer, GetParam(), Complete);
    Feed(10, 2000, feed);
    feed.Finish();
  } catch (const std::runtime_error& error) {
    problem = error.what();
  }
  EXPECT_EQ(problem, "bad e300!");
  EXPECT_TRUE(writer.ids().ends_with("e299! "));
}

TEST_P(GraphFeedTest, MayBeLeftUnfinished) {
  IdWriter writer;
  GraphFeed feed(writer, GetParam(), Complete);
  Feed(1000, 0, feed);
}

INSTANTIATE_TEST_SUITE_P(Threads, GraphFeedTest, testing::Values(1, 2));

}  // namespace
}  // namespace zhitu::xport
