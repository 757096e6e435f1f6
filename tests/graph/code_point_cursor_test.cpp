#include "graph/code_point_cursor.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace zhitu::graph {
namespace {

TEST(CodePointCursorTwin, AgreesWithCountingFromTheBeginning) {
  std::string text;
  std::vector<std::size_t> begins;
  std::mt19937 random(9);
  for (int i = 0; i < 4000; ++i) {
    begins.push_back(text.size());
    text += std::vector<std::string>{"a", "é", "枫", "𠮷"}[random() % 4];
  }
  begins.push_back(text.size());
  CodePointCursor cursor(text);
  std::size_t at = 0;
  for (int i = 0; i < 3000; ++i) {
    // Mostly a little on or back, sometimes far.
    const std::size_t step = random() % (i % 10 == 0 ? begins.size() : 30);
    at = (random() % 3 == 0 ? at + begins.size() - step : at + step) % begins.size();
    ASSERT_EQ(cursor.At(begins[at]), at);
  }
}

TEST(CodePointCursor, CountsNothingInNothing) { EXPECT_EQ(CodePointCursor("").At(0), 0U); }

}  // namespace
}  // namespace zhitu::graph
