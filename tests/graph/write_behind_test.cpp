#include "graph/write_behind.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>

namespace zhitu::graph {
namespace {

// On the caller's thread and on one of its own.
class WriteBehindTest : public testing::TestWithParam<bool> {};

TEST_P(WriteBehindTest, WritesAllPiecesInOrder) {
  std::string written;
  std::string expected;
  WriteBehind behind([&written](std::string_view piece) { written += piece; }, GetParam());
  std::string piece;
  for (int i = 0; i < 1000; ++i) {
    piece += std::to_string(i) + ' ';
    expected += std::to_string(i) + ' ';
    if (i % 3 != 0) continue;
    behind.Take(piece);
    EXPECT_TRUE(piece.empty());
  }
  behind.Take(piece);
  behind.Finish();
  EXPECT_EQ(written, expected);
}

TEST_P(WriteBehindTest, FinishesWithoutAPiece) {
  WriteBehind behind([](std::string_view) { FAIL(); }, GetParam());
  behind.Finish();
}

TEST_P(WriteBehindTest, EndsUnfinished) {
  std::string written;
  {
    WriteBehind behind([&written](std::string_view piece) { written += piece; }, GetParam());
    std::string piece = "a";
    behind.Take(piece);
  }
  EXPECT_LE(written.size(), 1U);
}

TEST_P(WriteBehindTest, TellsAFailureAtTheLatestWhenFinished) {
  WriteBehind behind([](std::string_view) { throw std::runtime_error("full"); }, GetParam());
  std::string problem;
  try {
    std::string piece = "a";
    behind.Take(piece);
    behind.Finish();
  } catch (const std::runtime_error& error) {
    problem = error.what();
  }
  EXPECT_EQ(problem, "full");
}

INSTANTIATE_TEST_SUITE_P(Threads, WriteBehindTest, testing::Bool());

}  // namespace
}  // namespace zhitu::graph
