#include "export/mend_columns.h"

#include <gtest/gtest.h>

#include "tests/support/shown_findings.h"

namespace zhitu::xport {
namespace {

using Roles = MendRules::Roles;

struct ColumnsCase {
  const char* name;
  Roles roles;
  bool edges;
  std::vector<LooseKey> keys;
  std::string mended;  // NAME or NAME(ROLE), with blanks between
  std::string findings;
};
void PrintTo(const ColumnsCase& c, std::ostream* out) { *out << c.name; }
class Columns : public testing::TestWithParam<ColumnsCase> {};

TEST_P(Columns, AreMended) {
  LooseGraph graph;
  LooseGraph::Part& part = GetParam().edges ? graph.edges : graph.nodes;
  part.keys = GetParam().keys;
  DoctorFindings findings;
  const std::string lines(9, '\n');
  findings.BeginFile("g", lines);
  for (std::size_t i = 0; i < part.keys.size(); ++i) part.keys[i].at = i;
  MendColumns(graph, {.roles = GetParam().roles}, findings);
  std::string mended;
  for (const LooseKey& key : part.keys) {
    if (!mended.empty()) mended += ' ';
    mended += key.name + (key.role.empty() ? "" : '(' + key.role + ')');
  }
  EXPECT_EQ(mended, GetParam().mended);
  EXPECT_EQ(ShownFindings(findings), GetParam().findings);
}

LooseKey Key(const char* id, const char* name) { return {.id = id, .name = name}; }

const ColumnsCase kNames[] = {
    {"Sound", Roles::kAll, false, {Key("c", "n"), Key("d", "m")}, "n m", ""},
    {"Missing", Roles::kAll, false, {Key("c", "")}, "c", "1:1 key-without-name"},
    {"MissingWithoutId", Roles::kFew, false, {Key("", "")}, "column", "1:1 key-without-name"},
    {"Twice",
     Roles::kFew,
     false,
     {Key("", "n"), Key("", "n"), Key("", "n_2"), Key("", "n")},
     "n n_2 n_2_2 n_3",
     "2:1 name-twice 3:1 name-twice 4:1 name-twice"},
    {"IdsByCapitals", Roles::kAll, true, {Key("C", "n"), Key("c", "m")}, "n m", "2:1 key-case"},
};
const ColumnsCase kReserved[] = {
    {"Name",
     Roles::kAll,
     false,
     {Key("c", "ID"), Key("d", "TimeSet")},
     "ID_given TimeSet_given",
     "1:1 key-reserved 2:1 key-reserved"},
    {"Id",
     Roles::kAll,
     false,
     {Key("id", "n"), Key("label", "m")},
     "n m",
     "1:1 key-reserved 2:1 key-reserved"},
    {"EndsOfEdges",
     Roles::kAll,
     true,
     {Key("c", "source"), Key("d", "Target")},
     "source_given Target_given",
     "1:1 key-reserved 2:1 key-reserved"},
    {"EndsAreFreeForNodes", Roles::kAll, false, {Key("c", "source")}, "source", ""},
    {"NotInTables", Roles::kFew, false, {Key("", "timeset")}, "timeset", ""},
};
const ColumnsCase kRoles[] = {
    {"OfGraphml",
     Roles::kAll,
     false,
     {Key("l", "label"), Key("x", "xpos"), Key("w", "weight")},
     "label(label) x(x) weight",
     ""},
    {"OfGraphmlEdges",
     Roles::kAll,
     true,
     {Key("l", "edgelabel"), Key("w", "Edge Weight")},
     "label(label) weight(weight)",
     ""},
    {"Capitals",
     Roles::kAll,
     true,
     {Key("c", "Label"), Key("d", "WEIGHT")},
     "label(label) weight(weight)",
     "1:1 label-not-read 2:1 weight-not-read"},
    {"NameForLabel", Roles::kAll, false, {Key("c", "name")}, "label(label)", "1:1 label-not-read"},
    {"LabelBeforeName",
     Roles::kAll,
     false,
     {Key("c", "name"), Key("d", "label")},
     "name label(label)",
     ""},
    {"NameOfEdges", Roles::kAll, true, {Key("c", "name")}, "name", ""},
    {"OfTables",
     Roles::kFew,
     true,
     {Key("", "LABEL"), Key("", "Weight"), Key("", "r")},
     "LABEL(label) Weight(weight) r",
     ""},
    {"OneEach", Roles::kFew, false, {Key("", "Label"), Key("", "label")}, "Label(label) label", ""},
    {"AsRead",
     Roles::kAsRead,
     false,
     {Key("1", "label"), {.name = "label", .role = "label"}},
     "label label(label)",
     ""},
};
constexpr auto kName = [](const auto& c) { return std::string(c.param.name); };
INSTANTIATE_TEST_SUITE_P(Names, Columns, testing::ValuesIn(kNames), kName);
INSTANTIATE_TEST_SUITE_P(Reserved, Columns, testing::ValuesIn(kReserved), kName);
INSTANTIATE_TEST_SUITE_P(Roles, Columns, testing::ValuesIn(kRoles), kName);

TEST(MendedColumns, WriteDefaultsWithEachElement) {
  LooseGraph graph;
  graph.edges.keys = {{.id = "w", .name = "weight", .fallback = "4", .has_fallback = true},
                      {.id = "k", .name = "kind", .fallback = "", .has_fallback = true}};
  graph.edges.elements = {{.values = {{0, "1"}}}, {.values = {}}};
  DoctorFindings findings;
  findings.BeginFile("g", "");
  MendColumns(graph, {.roles = Roles::kAll}, findings);
  ASSERT_EQ(graph.edges.elements[0].values.size(), 2U);
  EXPECT_EQ(graph.edges.elements[0].values[0].text, "1");
  ASSERT_EQ(graph.edges.elements[1].values.size(), 2U);
  EXPECT_EQ(graph.edges.elements[1].values[0].text, "4");
  EXPECT_EQ(ShownFindings(findings), "1:1 default-ignored");
  EXPECT_FALSE(graph.edges.keys[0].has_fallback);
}

}  // namespace
}  // namespace zhitu::xport
