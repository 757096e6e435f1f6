#include "graph/selection.h"

#include <gtest/gtest.h>

#include "tests/support/test_graph.h"

namespace zhitu::graph {
namespace {

TestCorpus Corpus() {
  TestCorpus corpus;
  corpus.dictionary =
      "name,type,phone\n甲,office,1\n乙,office,\n丙,person,\n丁,person,\n戊,place,\n";
  corpus.documents = {
      {"d1", "甲丙。甲丙乙。戊。", "2018-05-03", {{"this", "about", "office:甲", {"甲"}}}},
      {"d2", "丙丁。", "2020", {{"person:丙", "leads", "office:甲", {"丙"}}}},
      {"d3", "丁甲。", "", {}}};
  return corpus;
}

struct SelectCase {
  const char* name;
  SelectionFilter filter;
  const char* entities;
  const char* relations;
};
void PrintTo(const SelectCase& c, std::ostream* out) { *out << c.name; }
class Select : public testing::TestWithParam<SelectCase> {};

TEST_P(Select, KeepsThese) {
  const TestGraph graph(Corpus());
  const Selection selection(graph.store(), GetParam().filter);
  std::string entities;
  std::int64_t degrees = 0;
  selection.ForEachEntity([&](const EntityRecord& entity) {
    entities += entity.name;
    degrees += selection.Degree(entity.number);
    EXPECT_TRUE(selection.Keeps(entity.number));
  });
  EXPECT_EQ(entities, GetParam().entities);
  std::string relations;
  std::int64_t count = 0;
  selection.ForEachRelation([&](const RelationRecord& relation) {
    ++count;
    relations += (relations.empty() ? "" : " ") + graph.store().Entity(relation.subject).name +
                 (relation.symmetric() ? "-" : ">") + graph.store().Entity(relation.object).name;
  });
  EXPECT_EQ(relations, GetParam().relations);
  EXPECT_EQ(degrees, 2 * count);
  EXPECT_EQ(selection.summary().relations, count);
}

SelectionFilter Types(std::vector<std::string> types) {
  SelectionFilter filter;
  filter.types = std::move(types);
  return filter;
}

SelectionFilter Predicates(std::vector<std::string> predicates) {
  SelectionFilter filter;
  filter.predicates = std::move(predicates);
  return filter;
}

SelectionFilter Dates(const char* since, const char* until) {
  SelectionFilter filter;
  filter.since = since;
  filter.until = until;
  return filter;
}

SelectionFilter Weight(std::int64_t weight) {
  SelectionFilter filter;
  filter.min_weight = weight;
  return filter;
}

SelectionFilter Only(double backbone) {
  SelectionFilter filter;
  filter.backbone = backbone;
  return filter;
}

SelectionFilter Top(std::size_t top, std::vector<std::string> types = {}) {
  SelectionFilter filter = Types(std::move(types));
  filter.top = top;
  return filter;
}

// In order of ids: d1, then offices 乙 甲, persons 丁 丙, place 戊.
const SelectCase kSelectCases[] = {
    {"Everything", {}, "d1乙甲丁丙戊", "d1>甲 乙-甲 乙-丙 甲-丁 甲-丙 丁-丙 丙>甲"},
    {"OneType", Types({"office"}), "乙甲", "乙-甲"},
    {"TwoTypes", Types({"office", "person"}), "乙甲丁丙", "乙-甲 乙-丙 甲-丁 甲-丙 丁-丙 丙>甲"},
    {"AskedDocuments", Types({"document"}), "d1d2d3", ""},
    {"DocumentsBesideOthers", Types({"document", "office"}), "d1d2d3乙甲", "d1>甲 乙-甲"},
    {"NoSuchType", Types({"ship"}), "", ""},
    {"Predicate", Predicates({"leads"}), "甲丙", "丙>甲"},
    {"PredicateWithDocument", Predicates({"about"}), "d1甲", "d1>甲"},
    {"NoSuchPredicate", Predicates({"x"}), "", ""},
    {"Weight", Weight(2), "甲丙", "甲-丙"},
    {"Since", Dates("2020", ""), "丁丙", "丁-丙"},
    {"SinceAMonthOfAYearKnownWhole", Dates("2020-07-01", ""), "丁丙", "丁-丙"},
    {"Until", Dates("", "2018"), "d1乙甲丙", "d1>甲 乙-甲 乙-丙 甲-丙"},
    {"UntilTheDayBefore", Dates("", "2018-05-02"), "", ""},
    {"Between", Dates("2018-05", "2018-06"), "d1乙甲丙", "d1>甲 乙-甲 乙-丙 甲-丙"},
    {"BackboneWithoutSingleSentences", Only(0.05), "d1甲丙", "d1>甲 丙>甲"},
    {"Top", Top(2), "d1甲丙", "d1>甲 甲-丙 丙>甲"},
    {"TopOfAType", Top(1, {"person"}), "丁", ""},
    {"TopBeyondAll", Top(99), "d1乙甲丁丙戊", "d1>甲 乙-甲 乙-丙 甲-丁 甲-丙 丁-丙 丙>甲"},
};
INSTANTIATE_TEST_SUITE_P(Basics, Select, testing::ValuesIn(kSelectCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(SelectionSummary, TellsWhatAFileMustDeclare) {
  const TestGraph graph(Corpus());
  const SelectionSummary all = Selection(graph.store(), {}).summary();
  EXPECT_EQ(all.entities, 6);
  EXPECT_EQ(all.relations, 7);
  EXPECT_FALSE(all.symmetric);
  EXPECT_TRUE(all.dated);
  EXPECT_EQ(all.attributes, std::vector<std::string>{"phone"});
  const SelectionSummary pairs = Selection(graph.store(), Predicates({"co_occurs"})).summary();
  EXPECT_TRUE(pairs.symmetric);
  const SelectionSummary persons = Selection(graph.store(), Types({"person"})).summary();
  EXPECT_EQ(persons.attributes, std::vector<std::string>());
}

TEST(SelectionSummary, OfNothingIsNotSymmetric) {
  const TestGraph graph({});
  const SelectionSummary none = Selection(graph.store(), {}).summary();
  EXPECT_EQ(none.entities, 0);
  EXPECT_FALSE(none.symmetric);
  EXPECT_FALSE(none.dated);
}

}  // namespace
}  // namespace zhitu::graph
