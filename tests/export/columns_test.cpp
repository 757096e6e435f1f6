#include "export/columns.h"

#include <gtest/gtest.h>

#include <ostream>

namespace zhitu::xport {
namespace {

std::string Describe(std::span<const Column> columns) {
  std::string text;
  for (const Column& column : columns) {
    text += column.key + "=" + column.name + ":" + std::string(ValueTypeName(column.type)) + " ";
  }
  return text;
}

constexpr char kFixed[] =
    "n_type=type:string n_aliases=aliases:string n_mentions=mentions:long "
    "n_documents=documents:long n_first_seen=first_seen:string n_last_seen=last_seen:string ";

TEST(NodeColumns, AreThoseOfTheContract) { EXPECT_EQ(Describe(NodeColumns({}).columns()), kFixed); }

TEST(NodeColumns, HoldRanksAndDictionaryAttributes) {
  GraphHeader header;
  header.ranked = true;
  header.attributes = {"Label", "district"};
  EXPECT_EQ(
      Describe(NodeColumns(header).columns()),
      std::string(kFixed) +
          "n_pagerank=pagerank:double n_betweenness=betweenness:double n_community=community:long "
          "n_a1=Label_:string n_a2=district:string ");
}

TEST(NodeColumns, HaveTheTypesOfAttributes) {
  GraphHeader header;
  header.attributes = {"p", "q", "s"};
  header.attribute_types = {ValueType::kDouble, ValueType::kLong};
  EXPECT_EQ(Describe(NodeColumns(header).columns()),
            std::string(kFixed) + "n_a1=p:double n_a2=q:long n_a3=s:string ");
}

TEST(EdgeColumns, AreThoseOfTheContract) {
  EXPECT_EQ(Describe(EdgeColumns()),
            "e_predicate=predicate:string e_count=count:long e_documents=documents:long "
            "e_npmi=npmi:double e_llr=llr:double e_confidence=confidence:double "
            "e_first_seen=first_seen:string e_last_seen=last_seen:string "
            "e_symmetric=symmetric:boolean e_evidence=evidence:string ");
}

// Values as text, one a column.
struct Collected {
  std::vector<std::string> texts;

  void Put(std::size_t column, const std::string& text) {
    EXPECT_EQ(column, texts.size());
    texts.push_back(text);
  }
  void None(std::size_t column) { Put(column, ""); }
  void Text(std::size_t column, std::string_view value) { Put(column, std::string(value)); }
  void Integer(std::size_t column, std::int64_t value) { Put(column, std::to_string(value)); }
  void Number(std::size_t column, double value) { Put(column, std::to_string(value)); }
  void Literal(std::size_t column, std::string_view value) {
    Put(column, "#" + std::string(value));
  }
  void Boolean(std::size_t column, bool value) { Put(column, value ? "true" : "false"); }
};

std::vector<std::string> ValuesOf(const GraphHeader& header, const Node& node) {
  Collected values;
  NodeColumns(header).Give(node, values);
  return values.texts;
}

struct AliasCase {
  const char* name;
  std::vector<std::string> aliases;
  const char* expected;
};
void PrintTo(const AliasCase& c, std::ostream* out) { *out << c.name; }
class JoinedAliases : public testing::TestWithParam<AliasCase> {};

TEST_P(JoinedAliases, AreOneValue) {
  Node node;
  node.aliases = GetParam().aliases;
  EXPECT_EQ(ValuesOf({}, node).at(1), GetParam().expected);
}

const AliasCase kAliasCases[] = {
    {"None", {}, ""},
    {"One", {"沟赵"}, "沟赵"},
    {"Two", {"沟赵", "沟赵办"}, "沟赵|沟赵办"},
    {"Bar", {"a|b", "c"}, "a\\|b|c"},
    {"Same", {"a", "a"}, "a|a"},
};
INSTANTIATE_TEST_SUITE_P(Basics, JoinedAliases, testing::ValuesIn(kAliasCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(NodeColumns, GiveNumbersAsTheyAreSpelled) {
  GraphHeader header;
  header.attributes = {"a", "b", "c"};
  header.attribute_types = {ValueType::kDouble, ValueType::kLong};
  Node node;
  node.attributes = {{"a", "1.50"}, {"c", "2"}};
  const std::vector<std::string> values = ValuesOf(header, node);
  ASSERT_EQ(values.size(), 9U);
  EXPECT_EQ(values[6], "#1.50");
  EXPECT_EQ(values[7], "");
  EXPECT_EQ(values[8], "2");
}

TEST(NodeColumns, LeaveOutAttributesTheNodeHasNot) {
  GraphHeader header;
  header.attributes = {"a", "b", "c"};
  Node node;
  node.attributes = {{"b", "2"}};
  const std::vector<std::string> values = ValuesOf(header, node);
  EXPECT_EQ(std::vector<std::string>(values.begin() + 6, values.end()),
            (std::vector<std::string>{"", "2", ""}));
}

TEST(NodeColumns, GiveRanksWhereTheyAreKnown) {
  GraphHeader header;
  header.ranked = true;
  Node node;
  EXPECT_EQ(ValuesOf(header, node).at(6), "");
  node.pagerank = 0.5;
  node.betweenness = 0.25;
  node.community = 3;
  const std::vector<std::string> values = ValuesOf(header, node);
  EXPECT_EQ(std::vector<std::string>(values.begin() + 6, values.end()),
            (std::vector<std::string>{"0.500000", "0.250000", "3"}));
}

TEST(EdgeColumns, GiveOneValueEach) {
  Edge edge;
  edge.predicate = "leads";
  edge.count = 2;
  edge.llr = 1.5;
  edge.confidence = 0.25;
  edge.last_seen = "2024";
  edge.evidence = "a.txt:1";
  Collected values;
  GiveEdge(edge, values);
  EXPECT_EQ(values.texts.size(), EdgeColumns().size());
  EXPECT_EQ(values.texts, (std::vector<std::string>{"leads", "2", "1", "", "1.500000", "0.250000",
                                                    "", "2024", "false", "a.txt:1"}));
}

}  // namespace
}  // namespace zhitu::xport
