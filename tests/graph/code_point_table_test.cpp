#include "graph/code_point_table.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace zhitu::graph {
namespace {

TEST(CodePointTableTwin, AgreesWithCountingFromTheBeginning) {
  std::string text;
  std::vector<std::size_t> begins;
  std::mt19937 random(9);
  for (int i = 0; i < 4000; ++i) {
    begins.push_back(text.size());
    text += std::vector<std::string>{"a", "é", "枫", "𠮷"}[random() % 4];
  }
  begins.push_back(text.size());
  CodePointTable table;
  const std::string longer(100000, 'a');  // leaves nothing behind
  table.Read(longer);
  table.Read(text);
  for (std::size_t i = 0; i < begins.size(); ++i) ASSERT_EQ(table.At(begins[i]), i);
}

TEST(CodePointTable, CountsUpToTheEndOfShortTexts) {
  CodePointTable table;
  std::string text;
  for (std::size_t i = 0; i < 200; ++i) {
    table.Read(text);
    ASSERT_EQ(table.At(text.size()), i);
    text += i % 3 == 0 ? "a" : "枫";
  }
}

}  // namespace
}  // namespace zhitu::graph
