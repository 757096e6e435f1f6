#include "serve/relation_filter.h"

#include <gtest/gtest.h>

#include "tests/support/test_graph.h"

namespace zhitu::serve {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;
constexpr std::string_view kKnown[] = {
    "type", "without_type", "predicate", "without_predicate", "min_weight", "since", "until"};

// 甲 leads 乙 (2024-05), twice; 甲 knows 丙 (2023); 甲 knows 丁, without a date.
graph::TestCorpus Corpus() {
  graph::TestCorpus corpus;
  corpus.dictionary = "name,type\n甲,person\n乙,office\n丙,person\n丁,road\n";
  corpus.documents = {
      {"a",
       "甲。乙。一。二",
       "2024-05",
       {{"person:甲", "leads", "office:乙", {"一"}}, {"person:甲", "leads", "office:乙", {"二"}}}},
      {"b", "甲。丙。一", "2023", {{"person:甲", "knows", "person:丙", {"一"}}}},
      {"c", "甲。丁。一", "", {{"person:甲", "knows", "road:丁", {"一"}}}}};
  return corpus;
}

struct FilterCase {
  const char* name;
  Pairs parameters;
  std::string kept;  // names of the other ends
};
void PrintTo(const FilterCase& c, std::ostream* out) { *out << c.name; }
class RelationFilterKeeps : public testing::TestWithParam<FilterCase> {};

TEST_P(RelationFilterKeeps, These) {
  const graph::TestGraph graph(Corpus());
  const GraphBrief brief(graph.store());
  const RelationFilter filter(Parameters(GetParam().parameters, kKnown), brief);
  std::string kept;
  for (const graph::Neighbour& one : graph.store().Neighbours(graph.Number("person:甲"))) {
    if (filter.Keeps(one)) kept += graph.store().Entity(one.other).name;
  }
  EXPECT_EQ(kept, GetParam().kept);
}

const FilterCase kFilters[] = {
    {"All", {}, "乙丙丁"},
    {"Type", {{"type", "person"}}, "丙"},
    {"Types", {{"type", "person"}, {"type", "road"}}, "丙丁"},
    {"WithoutType", {{"without_type", "person"}}, "乙丁"},
    {"BothNamed", {{"type", "person"}, {"without_type", "person"}}, ""},
    {"UnknownType", {{"type", "ship"}}, ""},
    {"WithoutUnknownType", {{"without_type", "ship"}}, "乙丙丁"},
    {"Predicate", {{"predicate", "knows"}}, "丙丁"},
    {"WithoutPredicate", {{"without_predicate", "knows"}}, "乙"},
    {"UnknownPredicate", {{"predicate", "x"}}, ""},
    {"Weight", {{"min_weight", "2"}}, "乙"},
    {"MoreWeight", {{"min_weight", "3"}}, ""},
    {"SinceYear", {{"since", "2023"}}, "乙丙"},
    {"SinceADayOfTheMonth", {{"since", "2024-05-31"}}, "乙"},
    {"SinceLater", {{"since", "2024-06"}}, ""},
    {"UntilADayOfTheYear", {{"until", "2023-01-01"}}, "丙"},
    {"Until", {{"until", "2024-05-01"}}, "乙丙"},
    {"Between", {{"since", "2024"}, {"until", "2024"}}, "乙"},
    {"AllAtOnce", {{"type", "office"}, {"predicate", "leads"}, {"since", "2024"}}, "乙"},
};
INSTANTIATE_TEST_SUITE_P(Parameters, RelationFilterKeeps, testing::ValuesIn(kFilters),
                         [](const auto& c) { return std::string(c.param.name); });

}  // namespace
}  // namespace zhitu::serve
