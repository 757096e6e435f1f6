#include "graph/import_number.h"

#include <gtest/gtest.h>

#include <string>

namespace zhitu::graph {
namespace {

TEST(ParseNumber, ReadsDecimalNumbers) {
  EXPECT_EQ(ParseNumber("0"), 0.0);
  EXPECT_EQ(ParseNumber("348.4"), 348.4);
  EXPECT_EQ(ParseNumber(" 12 "), 12.0);
  EXPECT_EQ(ParseNumber("\t007"), 7.0);
  EXPECT_EQ(ParseNumber("-1"), -1.0);
  EXPECT_EQ(ParseNumber(".5"), 0.5);
  EXPECT_EQ(ParseNumber("1E-5"), 1e-5);
  EXPECT_EQ(ParseNumber("999999999999999"), 999999999999999.0);
  EXPECT_EQ(ParseNumber("12345678901234567890"), 12345678901234567890.0);
}

TEST(ParseNumber, RefusesAllElse) {
  for (const std::string bad : {"", " ", "x", "1,5", "1 2", "0x10", "+1", "nan", "NaN", "inf",
                                "-Infinity", "1e999", "1e", "١", "1\n"}) {
    EXPECT_EQ(ParseNumber(bad), std::nullopt) << bad;
  }
}

}  // namespace
}  // namespace zhitu::graph
