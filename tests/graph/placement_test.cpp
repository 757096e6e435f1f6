#include "graph/placement.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "tests/support/test_graph.h"

namespace zhitu::graph {
namespace {

// `count` names, each in a sentence with the next; every `gap`th pair is left out.
TestCorpus Rope(int count, int gap) {
  TestCorpus corpus;
  std::string text;
  for (int i = 0; i < count; ++i) {
    const std::string name = "N" + std::to_string(i);
    corpus.dictionary += name + ",person\n";
    const bool alone = gap > 0 && i % gap == 0;
    text += name + (alone ? "。" : " N" + std::to_string((i + 1) % count) + "。");
  }
  corpus.documents = {{"d", text, "", {}}};
  return corpus;
}

struct PlaceCase {
  const char* name;
  TestCorpus corpus;
};
void PrintTo(const PlaceCase& c, std::ostream* out) { *out << c.name; }
class Placed : public testing::TestWithParam<PlaceCase> {};

TEST_P(Placed, NodesAreApartFiniteAndCentred) {
  const TestGraph graph(GetParam().corpus);
  const Selection selection(graph.store(), {});
  const std::vector<Place> places = PlaceAll(selection);
  ASSERT_EQ(places.size(), static_cast<std::size_t>(graph.store().last_entity()) + 1);
  std::set<std::pair<double, double>> points;
  double reach = 0;
  selection.ForEachEntity([&](const EntityRecord& entity) {
    const Place& place = places[static_cast<std::size_t>(entity.number)];
    EXPECT_TRUE(std::isfinite(place.x) && std::isfinite(place.y));
    EXPECT_TRUE(place.size >= 8 && place.size <= 40);
    EXPECT_TRUE(points.insert({place.x, place.y}).second) << "two at one place";
    reach = std::max({reach, std::abs(place.x), std::abs(place.y)});
  });
  if (points.size() > 1) {
    EXPECT_GT(reach, 500);
    EXPECT_LT(reach,
              1000.001 * std::max(1.0, std::sqrt(static_cast<double>(points.size()) / 2000)));
  }
}

TEST_P(Placed, AreTheSameAgain) {
  const TestGraph graph(GetParam().corpus);
  const std::vector<Place> one = PlaceAll(Selection(graph.store(), {}));
  const std::vector<Place> two = PlaceAll(Selection(graph.store(), {}));
  for (std::size_t i = 0; i < one.size(); ++i) {
    EXPECT_TRUE(one[i].x == two[i].x && one[i].y == two[i].y && one[i].size == two[i].size);
  }
}

const PlaceCase kPlaceCases[] = {
    {"Nothing", {}},
    {"One", Rope(1, 1)},
    {"Two", Rope(2, 0)},
    {"TwoApart", Rope(2, 1)},
    {"ManyAlone", Rope(50, 1)},
    {"Ring", Rope(100, 0)},
    {"Pieces", Rope(100, 4)},
    {"MoreThanForces", Rope(2500, 7)},
};
INSTANTIATE_TEST_SUITE_P(Shapes, Placed, testing::ValuesIn(kPlaceCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(Placement, DrawsHubsLargerAndNeighboursNearer) {
  TestCorpus corpus;
  corpus.dictionary = "name,type\n甲,office\n";
  std::string text;
  for (int i = 0; i < 20; ++i) {
    corpus.dictionary += "N" + std::to_string(i) + ",person\nM" + std::to_string(i) + ",person\n";
    text += "甲N" + std::to_string(i) + "。M" + std::to_string(i) + "。";
  }
  corpus.documents = {{"d", text, "", {}}};
  const TestGraph graph(corpus);
  const std::vector<Place> places = PlaceAll(Selection(graph.store(), {}));
  const Place& hub = places[static_cast<std::size_t>(graph.Number("office:甲"))];
  EXPECT_EQ(hub.size, 40);
  const auto distance = [&](const std::string& id) {
    const Place& place = places[static_cast<std::size_t>(graph.Number(id))];
    return std::hypot(place.x - hub.x, place.y - hub.y);
  };
  double joined = 0;
  double alone = 0;
  for (int i = 0; i < 20; ++i) {
    joined += distance("person:N" + std::to_string(i));
    alone += distance("person:M" + std::to_string(i));
  }
  EXPECT_LT(joined, alone * 0.8);
}

TEST(Placement, TakesTheLayoutOfTheWhole) {
  const TestGraph graph(Rope(5, 0));
  std::vector<EntityLayout> layout(static_cast<std::size_t>(graph.store().last_entity()) + 1);
  for (std::size_t i = 0; i < layout.size(); ++i) layout[i].point = {static_cast<double>(i), 7};
  SelectionFilter filter;
  filter.top = 3;
  const std::vector<Place> places = PlaceAll(Selection(graph.store(), filter), &layout);
  EXPECT_EQ(places[2].x, 2);
  EXPECT_EQ(places[2].y, 7);
  EXPECT_EQ(places[5].y, 0) << "not selected";
}

}  // namespace
}  // namespace zhitu::graph
