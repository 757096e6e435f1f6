#include "graph/id_table.h"

#include <gtest/gtest.h>

#include <string>

namespace zhitu::graph {
namespace {

TEST(IdTable, NumbersTextsInOrder) {
  IdTable table;
  EXPECT_EQ(table.Find("a"), std::nullopt);
  EXPECT_EQ(table.Number("a"), 0U);
  EXPECT_EQ(table.Number(""), 1U);
  EXPECT_EQ(table.Number(std::string("a\0", 2)), 2U);
  EXPECT_EQ(table.Number("a"), 0U);
  EXPECT_EQ(table.Find(""), 1U);
  EXPECT_EQ(table.Id(2), std::string("a\0", 2));
  EXPECT_EQ(table.size(), 3U);
}

TEST(IdTable, KeepsNumbersAndTextsAsItGrows) {
  IdTable table;
  const std::string_view first = table.Id(table.Number("n0"));
  for (std::uint32_t i = 0; i < 10000; ++i) {
    ASSERT_EQ(table.Number("n" + std::to_string(i)), i);
  }
  for (std::uint32_t i = 0; i < 10000; ++i) {
    ASSERT_EQ(table.Find("n" + std::to_string(i)), i);
  }
  EXPECT_EQ(table.Find("n10000"), std::nullopt);
  EXPECT_EQ(first, "n0");
}

TEST(TextStore, KeepsCopies) {
  TextStore texts;
  std::string text = "窈川乡";
  const std::string_view kept = texts.Keep(text);
  text = "xxxxxxxxx";
  EXPECT_EQ(kept, "窈川乡");
  EXPECT_EQ(texts.Keep(""), "");
}

}  // namespace
}  // namespace zhitu::graph
