#include "graph/layout.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "graph/layout_file.h"
#include "tests/support/test_graph.h"

namespace zhitu::graph {
namespace {

// Two groups of names, joined by 甲.
TestCorpus TwoGroups() {
  return {"name,type\n甲,office\n乙,office\n丙,office\n丁,person\n戊,person\n己,person\n",
          {{"a", "甲乙丙。乙丙。甲乙。甲丙。", ""}, {"b", "甲丁。丁戊己。戊己。丁戊。丁己。", ""}}};
}

TEST(Layout, MeasuresTheWholeGraph) {
  const TestGraph graph(TwoGroups());
  std::vector<std::string> steps;
  const Layout layout =
      ComputeLayout(graph.store(), 1, [&](std::string_view step) { steps.emplace_back(step); });
  EXPECT_EQ(steps,
            (std::vector<std::string>{"reading", "communities", "ranks", "betweenness", "layout"}));
  const auto of = [&](const std::string& id) {
    return layout.entities.at(static_cast<std::size_t>(graph.Number(id)));
  };
  EXPECT_EQ(layout.communities, 4U) << "two, and two documents without relations";
  EXPECT_EQ(of("office:甲").community, of("office:乙").community);
  EXPECT_EQ(of("person:丁").community, of("person:己").community);
  EXPECT_NE(of("office:甲").community, of("person:丁").community);
  EXPECT_GT(of("office:甲").betweenness, of("office:乙").betweenness);
  double sum = 0;
  std::set<std::pair<double, double>> points;
  for (std::size_t i = 1; i < layout.entities.size(); ++i) {
    sum += layout.entities[i].pagerank;
    points.emplace(layout.entities[i].point.x, layout.entities[i].point.y);
  }
  EXPECT_NEAR(sum, 1, 1e-9);
  EXPECT_EQ(points.size() + 1, layout.entities.size());
}

TEST(Layout, OfAnEmptyGraphIsEmpty) {
  const TestGraph graph(TestCorpus{});
  EXPECT_EQ(ComputeLayout(graph.store(), 1).entities.size(), 1U);
}

TEST(LayoutFile, GivesWhatWasWritten) {
  const TestGraph graph(TwoGroups());
  const std::string before =
      Query(graph.path(), "SELECT * FROM relation") + Query(graph.path(), "SELECT * FROM entity");
  EXPECT_FALSE(ReadLayout(graph.store()));
  const Layout layout = ComputeLayout(graph.store(), 1);
  WriteLayout(graph.path(), layout);
  EXPECT_FALSE(ReadLayout(graph.store())) << "the old file is still open";
  const Store store = Store::Open(graph.path());
  const auto read = ReadLayout(store);
  ASSERT_TRUE(read);
  ASSERT_EQ(read->size(), layout.entities.size());
  for (std::size_t i = 1; i < read->size(); ++i) {
    EXPECT_EQ((*read)[i].point.x, layout.entities[i].point.x);
    EXPECT_EQ((*read)[i].point.y, layout.entities[i].point.y);
    EXPECT_EQ((*read)[i].community, layout.entities[i].community);
    EXPECT_EQ((*read)[i].pagerank, layout.entities[i].pagerank);
    EXPECT_EQ((*read)[i].betweenness, layout.entities[i].betweenness);
  }
  EXPECT_EQ(before, Query(graph.path(), "SELECT * FROM relation") +
                        Query(graph.path(), "SELECT * FROM entity"));
  EXPECT_EQ(Query(graph.path(), "PRAGMA integrity_check"), "ok\n");
  EXPECT_EQ(graph.folder().Names().size(), 4U) << "nothing is left over";
}

TEST(LayoutFile, MayBeWrittenAgain) {
  const TestGraph graph(TwoGroups());
  Layout layout = ComputeLayout(graph.store(), 1);
  WriteLayout(graph.path(), layout);
  layout.entities[1].point.x = 12345;
  WriteLayout(graph.path(), layout);
  EXPECT_EQ(ReadLayout(Store::Open(graph.path())).value()[1].point.x, 12345);
}

TEST(LayoutFile, OfAnotherVersionIsPassedOver) {
  const TestGraph graph(TwoGroups());
  WriteLayout(graph.path(), ComputeLayout(graph.store(), 1));
  Change(graph.path(), "UPDATE meta SET value = '2' WHERE key = 'layout'");
  EXPECT_FALSE(ReadLayout(Store::Open(graph.path())));
}

struct DamageCase {
  const char* name;
  const char* sql;
};
void PrintTo(const DamageCase& c, std::ostream* out) { *out << c.name; }
class DamagedLayout : public testing::TestWithParam<DamageCase> {};

TEST_P(DamagedLayout, IsRefused) {
  const TestGraph graph(TwoGroups());
  WriteLayout(graph.path(), ComputeLayout(graph.store(), 1));
  Change(graph.path(), GetParam().sql);
  const Store store = Store::Open(graph.path());
  EXPECT_THROW(ReadLayout(store), extract::InputError);
}

const DamageCase kDamageCases[] = {
    {"NoTable", "DROP TABLE layout"},
    {"RowMissing", "DELETE FROM layout WHERE entity = 2"},
    {"LastRowMissing", "DELETE FROM layout WHERE entity = (SELECT max(entity) FROM layout)"},
    {"RowTooMany", "INSERT INTO layout VALUES (99, 0, 0, 0, 0, 0)"},
    {"NoPlace", "UPDATE layout SET x = 9e999 WHERE entity = 2"},
    {"NoCommunity", "UPDATE layout SET community = -1 WHERE entity = 2"},
};
INSTANTIATE_TEST_SUITE_P(Kinds, DamagedLayout, testing::ValuesIn(kDamageCases),
                         [](const auto& c) { return std::string(c.param.name); });

}  // namespace
}  // namespace zhitu::graph
