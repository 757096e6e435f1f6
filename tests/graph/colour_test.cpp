#include "graph/colour.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <tuple>

namespace zhitu::graph {
namespace {

TEST(Colours, OfKnownTypesAreDistinct) {
  std::set<std::tuple<int, int, int>> colours;
  for (const char* type : {"office", "community", "person", "program", "organization", "facility",
                           "place", "road", "document"}) {
    const Colour colour = ColourOf(type);
    colours.insert({colour.r, colour.g, colour.b});
  }
  EXPECT_EQ(colours.size(), 9U);
}

TEST(Colours, OfOtherTypesAreFixed) {
  EXPECT_EQ(ColourOf("ship"), ColourOf(std::string("sh") + "ip"));
  std::set<int> reds;
  for (int i = 0; i < 50; ++i) reds.insert(ColourOf("type" + std::to_string(i)).r);
  EXPECT_GT(reds.size(), 5U);
}

}  // namespace
}  // namespace zhitu::graph
