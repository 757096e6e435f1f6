#include "graph/importer.h"

#include <gtest/gtest.h>

#include <functional>
#include <ostream>

#include "tests/support/import_files.h"

namespace zhitu::graph {
namespace {

// Columns are the number of the field, from 1, so that messages show which one was asked for.
extract::LineColumn PlaceOf(std::size_t line, ImportField field) {
  return {line, static_cast<std::size_t>(field) + 1};
}

void AddNode(Importer& importer, ImportedNode node) {
  const std::size_t line = node.line;
  importer.AddNode(node, [line](ImportField f, std::string_view) { return PlaceOf(line, f); });
}
void AddEdge(Importer& importer, ImportedEdge edge) {
  const std::size_t line = edge.line;
  importer.AddEdge(edge, [line](ImportField f, std::string_view) { return PlaceOf(line, f); });
}

ImportedNode Node(std::size_t line, std::string_view id) {
  ImportedNode node;
  node.line = line;
  node.id = id;
  return node;
}
ImportedEdge Edge(std::size_t line, std::string_view source, std::string_view target) {
  ImportedEdge edge;
  edge.line = line;
  edge.source = source;
  edge.target = target;
  return edge;
}

// The nodes a and b stand on lines 2 and 3; the fault is added behind them.
struct FaultCase {
  const char* name;
  std::function<void(Importer&)> add;
  std::string message;
};
void PrintTo(const FaultCase& c, std::ostream* out) { *out << c.name; }
class ImporterFaults : public testing::TestWithParam<FaultCase> {};

TEST_P(ImporterFaults, AreToldAtTheirPlace) {
  ImportedGraph graph;
  Importer importer(graph, /*strict=*/true);
  importer.BeginFile({"f", "f", ""});
  AddNode(importer, Node(2, "a"));
  AddNode(importer, Node(3, "b"));
  GetParam().add(importer);
  try {
    importer.Finish();
    FAIL() << "no fault";
  } catch (const extract::InputError& error) {
    EXPECT_EQ(error.what(), "f:9:" + GetParam().message);
  }
}

FaultCase OfNode(const char* name, std::string_view ImportedNode::* field, std::string_view value,
                 std::string message) {
  return {name,
          [=](Importer& importer) {
            ImportedNode node = Node(9, "c");
            node.*field = value;
            AddNode(importer, node);
          },
          std::move(message)};
}
FaultCase OfEdge(const char* name, std::string_view ImportedEdge::* field, std::string_view value,
                 std::string message) {
  return {name,
          [=](Importer& importer) {
            ImportedEdge edge = Edge(9, "a", "b");
            edge.*field = value;
            AddEdge(importer, edge);
          },
          std::move(message)};
}

const std::string kHuge(2000000, 'x');

const FaultCase kNodeFaults[] = {
    OfNode("EmptyId", &ImportedNode::id, "", "1: id is empty; expected the id of the node"),
    OfNode("DuplicateId", &ImportedNode::id, "a",
           "1: id 'a' is already that of line 2; expected each id once"),
    OfNode("ControlInId", &ImportedNode::id, "c\n",
           "1: id holds a control character; expected plain text on one line"),
    OfNode("HugeId", &ImportedNode::id, kHuge,
           "1: id has 2000000 characters; expected at most 10000"),
    OfNode("ControlInName", &ImportedNode::name, "a\x01",
           "2: label holds a control character; expected plain text"),
    OfNode("HugeName", &ImportedNode::name, kHuge,
           "2: label has 2000000 characters; expected at most 1000000"),
    OfNode("MalformedType", &ImportedNode::type, "Office!",
           "3: type 'Office!' is malformed; expected small letters, digits and _, a letter first; "
           "did you mean 'office'?"),
    OfNode("StrictType", &ImportedNode::type, "offices",
           "3: type 'offices' is not one of the known types; did you mean 'office'?"),
    OfNode("Mentions", &ImportedNode::mentions, "1.5",
           "5: mentions is '1.5'; expected a whole number from 0 to 4e9"),
    OfNode("Documents", &ImportedNode::documents, "-1",
           "6: documents is '-1'; expected a whole number from 0 to 4e9"),
    OfNode("FirstSeen", &ImportedNode::first_seen, "May",
           "7: first_seen is 'May'; expected a date as in ISO 8601, such as 2024-05-17"),
    OfNode("LastSeen", &ImportedNode::last_seen, "2024-05\t",
           "8: last_seen is '2024-05\\t'; expected a date as in ISO 8601, such as 2024-05-17"),
};
INSTANTIATE_TEST_SUITE_P(Nodes, ImporterFaults, testing::ValuesIn(kNodeFaults),
                         [](const auto& c) { return std::string(c.param.name); });

const FaultCase kEdgeFaults[] = {
    OfEdge("EmptySource", &ImportedEdge::source, "",
           "9: source is empty; expected the id of a node"),
    OfEdge("UnknownTarget", &ImportedEdge::target, "c",
           "10: target 'c' is no node; expected the id of one"),
    OfEdge("LongValuesAreCut", &ImportedEdge::target, kHuge,
           "10: target '" + std::string(60, 'x') + "…' is no node; expected the id of one"),
    OfEdge("ControlInPredicate", &ImportedEdge::predicate, "a\tb",
           "11: predicate holds a control character; expected plain text on one line"),
    OfEdge("WeightZero", &ImportedEdge::weight, "0",
           "12: weight is '0'; expected a number above 0, at most 1e12"),
    OfEdge("WeightNegative", &ImportedEdge::weight, "-2",
           "12: weight is '-2'; expected a number above 0, at most 1e12"),
    OfEdge("WeightNan", &ImportedEdge::weight, "NaN",
           "12: weight is 'NaN'; expected a number above 0, at most 1e12"),
    OfEdge("WeightInfinite", &ImportedEdge::weight, "inf",
           "12: weight is 'inf'; expected a number above 0, at most 1e12"),
    OfEdge("WeightTooLarge", &ImportedEdge::weight, "1e999",
           "12: weight is '1e999'; expected a number above 0, at most 1e12"),
    OfEdge("WeightWithComma", &ImportedEdge::weight, "1,5",
           "12: weight is '1,5'; expected a number above 0, at most 1e12"),
    OfEdge("Confidence", &ImportedEdge::confidence, "2",
           "13: confidence is '2'; expected a number from 0 to 1"),
    OfEdge("Documents", &ImportedEdge::documents, "many",
           "6: documents is 'many'; expected a whole number from 0 to 4e9"),
    {"ControlInAttribute",
     [](Importer& importer) {
       ImportedEdge edge = Edge(9, "a", "b");
       edge.attributes = {{"note", "\x1b[31m"}};
       AddEdge(importer, edge);
     },
     "14: 'note' holds a control character; expected plain text"},
};
INSTANTIATE_TEST_SUITE_P(Edges, ImporterFaults, testing::ValuesIn(kEdgeFaults),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(Importer, TellsAllFaultsByPlaceAndNoneThatFollowsFromAnother) {
  ImportedGraph graph;
  Importer importer(graph, false);
  importer.BeginFile({"n.csv", "n.csv", ""});
  ImportedNode faulty = Node(3, "a");
  faulty.type = "No!";
  faulty.mentions = "x";
  AddNode(importer, faulty);
  importer.Report({2, 1}, "earlier");
  importer.BeginFile({"e.csv", "e.csv", ""});
  AddEdge(importer, Edge(2, "a", "b"));
  try {
    importer.Finish();
    FAIL() << "no fault";
  } catch (const extract::InputError& error) {
    EXPECT_STREQ(
        error.what(),
        "n.csv:2:1: earlier\n"
        "n.csv:3:3: type 'No!' is malformed; expected small letters, digits and _, a letter "
        "first\n"
        "n.csv:3:5: mentions is 'x'; expected a whole number from 0 to 4e9\n"
        "e.csv:2:10: target 'b' is no node; expected the id of one");
  }
}

TEST(Importer, EndsReadingAfterManyFaults) {
  ImportedGraph graph;
  Importer importer(graph, false);
  importer.BeginFile({"f", "f", ""});
  for (std::size_t i = 1; i < Importer::kMostFaults; ++i) AddNode(importer, Node(i, ""));
  EXPECT_THROW(AddNode(importer, Node(9, "")), extract::InputError);
}

TEST(Importer, CountsWhatItChanges) {
  ImportedGraph graph;
  Importer importer(graph, false);
  AddEdges({{"a", "", "a"},
            {"a", "", "b", "1.5"},
            {"a", "knows", "b", "2", true},
            {"a", "", "b", "", true},
            {"b", "", "b"},
            {"a", "", "b", "", false, {{"evidence", "x"}, {"empty", ""}}},
            {"a", "", "b", "", false, {{"note", "x"}}}},
           importer);
  importer.Finish();
  const ImportTallies& tallies = importer.tallies();
  EXPECT_EQ(tallies.self_loops.count, 2);
  EXPECT_EQ(tallies.self_loops.first.line, 2U);
  EXPECT_EQ(tallies.fractional.count, 1);
  EXPECT_EQ(tallies.undirected.count, 1);
  EXPECT_EQ(tallies.undirected.first.line, 4U);
  EXPECT_EQ(tallies.made_nodes.count, 2);
  EXPECT_EQ(tallies.edge_attributes.count, 1);
  EXPECT_EQ(tallies.edge_attributes.first.line, 8U);
  EXPECT_EQ(graph.edges.size(), 5U);
}

TEST(Importer, WritesTypesInSmallLetters) {
  ImportedGraph graph;
  Importer importer(graph, /*strict=*/false);
  importer.BeginFile({"f", "f", ""});
  for (const auto& [line, type] :
       {std::pair<std::size_t, const char*>{2, "Office"}, {3, "office"}, {4, "Local Place-Name"}}) {
    const std::string id = std::to_string(line);
    ImportedNode node = Node(line, id);
    node.type = type;
    AddNode(importer, node);
  }
  importer.Finish();
  EXPECT_EQ(graph.types.Text(graph.nodes[0].type), "office");
  EXPECT_EQ(graph.types.Text(graph.nodes[1].type), "office");
  EXPECT_EQ(graph.types.Text(graph.nodes[2].type), "local_place_name");
  EXPECT_EQ(importer.tallies().respelled.count, 2);
  EXPECT_EQ(importer.tallies().respelled.first.line, 2U);
}

TEST(Importer, WarnsOfAnUnknownTypeOnce) {
  ImportedGraph graph;
  Importer importer(graph, false);
  importer.BeginFile({"f", "f", ""});
  for (const std::string_view id : {"a", "b"}) {
    ImportedNode node = Node(2, id);
    node.type = "ship";
    AddNode(importer, node);
  }
  AddNode(importer, Node(4, "c"));  // without a type
  importer.Finish();
  ASSERT_EQ(importer.warnings().size(), 1U);
  EXPECT_EQ(extract::Describe(importer.warnings()[0]),
            "f:2:3: type 'ship' is not one of the known types");
}

}  // namespace
}  // namespace zhitu::graph
