#include "export/mend_values.h"

#include <gtest/gtest.h>

#include "tests/support/shown_findings.h"

namespace zhitu::xport {
namespace {

struct ValueCase {
  const char* name;
  LooseKey key;
  std::string text;
  std::string mended;  // TYPE=VALUE, and what was kept as given behind a bar
  std::string findings;
  bool typed = true;
};
void PrintTo(const ValueCase& c, std::ostream* out) { *out << c.name; }
class Values : public testing::TestWithParam<ValueCase> {};

TEST_P(Values, AreMended) {
  LooseGraph graph;
  graph.nodes.keys = {GetParam().key};
  graph.nodes.elements = {{.id = "a", .values = {{0, GetParam().text}}}};
  DoctorFindings findings;
  findings.BeginFile("g", "");
  MendValues(graph, {.typed = GetParam().typed}, findings);
  std::string mended = graph.nodes.keys[0].type + '=';
  for (const LooseValue& value : graph.nodes.elements[0].values) {
    if (value.key > 0) mended += '|' + graph.nodes.keys[value.key].name + '=';
    mended += value.text;
  }
  EXPECT_EQ(mended, GetParam().mended);
  EXPECT_EQ(ShownFindings(findings), GetParam().findings);
}

LooseKey OfType(const char* type) { return {.name = "k", .type = type}; }
LooseKey OfRole(const char* role) { return {.name = role, .type = "double", .role = role}; }

const ValueCase kTypes[] = {
    {"String", OfType("string"), "x", "string=x", ""},
    {"Missing", OfType(""), "x", "string=x", "1:1 type-missing"},
    {"MissingInTables", OfType(""), "x", "string=x", "", false},
    {"OfGephi", OfType("short"), "3", "int=3", "1:1 type-of-gephi"},
    {"ListOfGephi", OfType("ListString"), "[x]", "string=[x]", "1:1 type-of-gephi"},
    {"Unknown", OfType("date"), "2020", "string=2020", "1:1 type-unknown"},
    {"Capitals", OfType("Integer"), "3", "int=3", "1:1 type-unknown"},
};
const ValueCase kWhole[] = {
    {"Fits", OfType("int"), "-7", "int=-7", ""},
    {"Fraction", OfType("int"), "3.0", "int=3", "1:1 value-type"},
    {"Past32", OfType("int"), "2147483648", "long=2147483648", "1:1 value-type"},
    {"Past64", OfType("long"), "9223372036854775808", "string=9223372036854775808",
     "1:1 value-type"},
    {"NoNumber", OfType("int"), "many", "string=many", "1:1 value-type"},
    {"Empty", OfType("int"), "", "int=", "1:1 value-type"},
};
const ValueCase kFractions[] = {
    {"Fits", OfType("double"), "1e-5", "double=1e-5", ""},
    {"Infinity", OfType("double"), "inf", "double=INF", "1:1 infinity"},
    {"InfinityAsSaid", OfType("float"), "-INF", "float=-INF", ""},
    {"NotANumber", OfType("double"), "nan", "double=NaN", "1:1 infinity"},
    {"PastDouble", OfType("double"), "1e400", "string=1e400", "1:1 value-type"},
};
const ValueCase kBooleans[] = {
    {"Capitals", OfType("boolean"), "TRUE", "boolean=true", ""},
    {"One", OfType("boolean"), "1", "boolean=true", "1:1 boolean-number"},
    {"Zero", OfType("boolean"), "0", "boolean=false", "1:1 boolean-number"},
    {"Yes", OfType("boolean"), "yes", "string=yes", "1:1 boolean"},
};
const ValueCase kWeights[] = {
    {"Fits", OfRole("weight"), "2.5", "double=2.5", ""},
    {"Zero", OfRole("weight"), "-0.0", "double=0.000001|weight_as_given=-0.0", "1:1 weight-zero"},
    {"Negative", OfRole("weight"), "-2", "double=2|weight_as_given=-2", "1:1 weight-negative"},
    {"PastFloat", OfRole("weight"), "1e39", "double=1|weight_as_given=1e39", "1:1 weight"},
    {"PastFloatAndNegative", OfRole("weight"), "-1e39", "double=1|weight_as_given=-1e39",
     "1:1 weight"},
    {"BelowFloat", OfRole("weight"), "1e-40", "double=1|weight_as_given=1e-40", "1:1 weight"},
    {"BelowFloatAndNegative", OfRole("weight"), "-1e-40", "double=1|weight_as_given=-1e-40",
     "1:1 weight"},
    {"NotANumber", OfRole("weight"), "NaN", "double=1|weight_as_given=NaN", "1:1 weight"},
    {"Empty", OfRole("weight"), "", "double=1|weight_as_given=", "1:1 weight"},
};
const ValueCase kPlaces[] = {
    {"Fits", OfRole("x"), "-3e38", "double=-3e38", ""},
    {"PastFloat", OfRole("x"), "4e38", "double=|x_as_given=4e38", "1:1 position"},
    {"NotANumber", OfRole("y"), "NaN", "double=|y_as_given=NaN", "1:1 position"},
    {"SizeBelowZero", OfRole("size"), "-1", "double=|size_as_given=-1", "1:1 position"},
    {"SizeZero", OfRole("size"), "0", "double=0", ""},
};
const ValueCase kColours[] = {
    {"Fits", OfRole("r"), "255", "int=255", ""},
    {"TooLarge", OfRole("r"), "256", "int=255|r_as_given=256", "1:1 colour"},
    {"Negative", OfRole("g"), "-1", "int=0|g_as_given=-1", "1:1 colour"},
    {"Fraction", OfRole("b"), "0.5", "int=1|b_as_given=0.5", "1:1 colour"},
    {"NoNumber", OfRole("b"), "red", "int=|b_as_given=red", "1:1 colour"},
    {"Shades", OfRole("color"), "1,2,3", "string=#010203|color_as_given=1,2,3", "1:1 colour"},
    {"NoColour", OfRole("color"), "1,2", "string=|color_as_given=1,2", "1:1 colour"},
};
const ValueCase kTexts[] = {
    {"Inf", OfType("string"), "INFO", "string=INFO", "1:1 inf-in-text"},
    {"InfInALabel",
     {.name = "label", .type = "string", .role = "label"},
     "INFO",
     "string=INFO",
     ""},
    {"InfInTables", OfType("string"), "INFO", "string=INFO", "", false},
    {"SmallInf", OfType("string"), "info", "string=info", ""},
};
constexpr auto kName = [](const auto& c) { return std::string(c.param.name); };
INSTANTIATE_TEST_SUITE_P(Types, Values, testing::ValuesIn(kTypes), kName);
INSTANTIATE_TEST_SUITE_P(Whole, Values, testing::ValuesIn(kWhole), kName);
INSTANTIATE_TEST_SUITE_P(Fractions, Values, testing::ValuesIn(kFractions), kName);
INSTANTIATE_TEST_SUITE_P(Booleans, Values, testing::ValuesIn(kBooleans), kName);
INSTANTIATE_TEST_SUITE_P(Weights, Values, testing::ValuesIn(kWeights), kName);
INSTANTIATE_TEST_SUITE_P(Places, Values, testing::ValuesIn(kPlaces), kName);
INSTANTIATE_TEST_SUITE_P(Colours, Values, testing::ValuesIn(kColours), kName);
INSTANTIATE_TEST_SUITE_P(Texts, Values, testing::ValuesIn(kTexts), kName);

// Mending changes what the type of the column was chosen for: the order of values must not matter.
TEST(MendedValues, OfAColumnFitOneType) {
  LooseGraph graph;
  graph.edges.keys = {OfType("int"), OfType("int")};
  graph.edges.elements = {{.values = {{0, "1"}, {1, "3.0"}}},
                          {.values = {{0, "many"}, {1, "5000000000"}}},
                          {.values = {{0, "2"}, {1, "7"}}}};
  DoctorFindings findings;
  findings.BeginFile("g", "");
  MendValues(graph, {.typed = true}, findings);
  EXPECT_EQ(graph.edges.keys[0].type, "string");
  EXPECT_EQ(graph.edges.keys[1].type, "long");
  EXPECT_EQ(findings.counts().at("value-type"), 3U);
}

}  // namespace
}  // namespace zhitu::xport
