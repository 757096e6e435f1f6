#include "export/merge_columns.h"

#include <gtest/gtest.h>

#include "export/mend_columns.h"
#include "tests/support/shown_findings.h"

namespace zhitu::xport {
namespace {

struct MergeCase {
  const char* name;
  std::vector<LooseKey> keys;
  std::vector<LooseElement> elements;
  std::string merged;  // NAME:TYPE of the columns; the values of each element, NUMBER=TEXT
  std::string findings;
};
void PrintTo(const MergeCase& c, std::ostream* out) { *out << c.name; }
class MergedColumns : public testing::TestWithParam<MergeCase> {};

std::string Shown(const LooseGraph::Part& part) {
  std::string shown;
  for (const LooseKey& key : part.keys) shown += key.name + ':' + key.type + ' ';
  for (const LooseElement& element : part.elements) {
    shown += '|';
    for (const LooseValue& value : element.values) {
      shown += ' ' + std::to_string(value.key) + '=' + value.text;
    }
  }
  return shown;
}

TEST_P(MergedColumns, HoldAllValues) {
  LooseGraph::Part part{GetParam().keys, GetParam().elements};
  DoctorFindings findings;
  const std::string lines(9, '\n');
  findings.BeginFile("g", lines);
  for (std::size_t i = 0; i < part.keys.size(); ++i) part.keys[i].at = i;
  MergeColumns(part, findings);
  EXPECT_EQ(Shown(part), GetParam().merged);
  EXPECT_EQ(ShownFindings(findings), GetParam().findings);
}

LooseKey Key(const char* name, const char* type) { return {.name = name, .type = type}; }
LooseElement With(std::vector<LooseValue> values) { return {.values = std::move(values)}; }

const MergeCase kCases[] = {
    {"None", {}, {}, "", ""},
    {"OtherNames",
     {Key("a", "int"), Key("b", "int")},
     {With({{0, "1"}}), With({{1, "2"}})},
     "a:int b:int | 0=1| 1=2",
     ""},
    {"Numbers",
     {Key("a", "string"), Key("w", "long"), Key("w", "double"), Key("z", "string")},
     {With({{2, "2.5"}, {3, "x"}}), With({{0, "y"}, {1, "1"}})},
     "a:string w:double z:string | 1=2.5 2=x| 0=y 1=1",
     "3:1 name-twice"},
    {"Three",
     {Key("w", "int"), Key("w", "long"), Key("w", "boolean")},
     {With({{0, "1"}}), With({{1, "2"}}), With({{2, "true"}})},
     "w:string | 0=1| 0=2| 0=true",
     "2:1 name-twice 3:1 name-twice"},
    {"BothInOneElement",
     {Key("w", "int"), Key("w", "double")},
     {With({{0, "1"}}), With({{0, "2"}, {1, "3"}})},
     "w:int w:double | 0=1| 0=2 1=3",
     ""},
    {"ThirdBesideTheFirst",  // the second stands beside the first in one element
     {Key("w", "int"), Key("w", "double"), Key("w", "string")},
     {With({{0, "1"}, {1, "2"}}), With({{2, "x"}})},
     "w:string w:double | 0=1 1=2| 0=x",
     "3:1 name-twice"},
    {"ThirdBesideThoseJoined",
     {Key("w", "int"), Key("w", "int"), Key("w", "int")},
     {With({{1, "1"}, {2, "2"}}), With({{0, "3"}})},
     "w:int w:int | 0=1 1=2| 0=3",
     "2:1 name-twice"},
    {"Default",
     {Key("w", "int"), {.name = "w", .type = "int", .fallback = "1", .has_fallback = true}},
     {With({{0, "1"}})},
     "w:int w:int | 0=1",
     ""},
    {"Role",
     {{.name = "label", .type = "string", .role = "label"}, Key("label", "string")},
     {With({{0, "1"}}), With({{1, "2"}})},
     "label:string label:string | 0=1| 1=2",
     ""},
    {"Times",
     {Key("w", "int"), {.name = "w", .type = "int", .dynamic = true}},
     {With({{0, "1"}}), With({{1, "2"}})},
     "w:int w:int | 0=1| 1=2",
     ""},
};
INSTANTIATE_TEST_SUITE_P(Columns, MergedColumns, testing::ValuesIn(kCases),
                         [](const auto& c) { return std::string(c.param.name); });

struct TypeCase {
  const char* name;
  const char* first;
  const char* second;
  const char* merged;
};
void PrintTo(const TypeCase& c, std::ostream* out) { *out << c.name; }
class MergedType : public testing::TestWithParam<TypeCase> {};

TEST_P(MergedType, IsTheSameInEitherOrder) {
  for (const bool turned : {false, true}) {
    const char* const first = turned ? GetParam().second : GetParam().first;
    const char* const second = turned ? GetParam().first : GetParam().second;
    LooseGraph::Part part{{Key("w", first), Key("w", second)}, {}};
    DoctorFindings findings;
    findings.BeginFile("g", "");
    MergeColumns(part, findings);
    ASSERT_EQ(part.keys.size(), 1U);
    EXPECT_EQ(part.keys[0].type, GetParam().merged);
  }
}

const TypeCase kTypes[] = {
    {"Same", "boolean", "boolean", "boolean"},  {"IntLong", "int", "long", "long"},
    {"LongDouble", "long", "double", "double"}, {"FloatDouble", "float", "double", "double"},
    {"LongFloat", "long", "float", "double"},   {"IntFloat", "int", "float", "double"},
    {"IntBoolean", "int", "boolean", "string"}, {"DoubleString", "double", "string", "string"},
    {"Unknown", "double", "decimal", "string"},
};
INSTANTIATE_TEST_SUITE_P(Types, MergedType, testing::ValuesIn(kTypes),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(MergedColumns, GetTheirRole) {
  LooseGraph graph;
  graph.edges.keys = {Key("weight", "long"), Key("weight", "double")};
  graph.edges.elements = {With({{1, "2.5"}}), With({{0, "1"}})};
  DoctorFindings findings;
  findings.BeginFile("g", "");
  MendColumns(graph, {.roles = MendRules::Roles::kAll}, findings);
  EXPECT_EQ(Shown(graph.edges), "weight:double | 0=2.5| 0=1");
  EXPECT_EQ(graph.edges.keys[0].role, "weight");
}

TEST(MergedColumns, OfTablesKeepTheirPlaces) {
  LooseGraph graph;
  graph.nodes.keys = {Key("n", ""), Key("n", "")};
  graph.nodes.elements = {With({{0, "1"}}), With({{1, "2"}})};
  DoctorFindings findings;
  findings.BeginFile("g", "");
  MendColumns(graph, {.roles = MendRules::Roles::kFew}, findings);
  EXPECT_EQ(Shown(graph.nodes), "n: n_2: | 0=1| 1=2");
}

}  // namespace
}  // namespace zhitu::xport
