#include "extract/work_behind.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>

namespace zhitu::extract {
namespace {

// On the caller's thread and on one of its own.
class WorkBehindTest : public testing::TestWithParam<bool> {};

TEST_P(WorkBehindTest, WritesAllPiecesInOrder) {
  std::string written;
  std::string expected;
  WorkBehind<std::string> behind(
      [&written](std::string& piece) {
        written += piece;
        piece.clear();
      },
      GetParam());
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

TEST_P(WorkBehindTest, FinishesWithoutAPiece) {
  WorkBehind<std::string> behind([](std::string&) { FAIL(); }, GetParam());
  behind.Finish();
}

TEST_P(WorkBehindTest, EndsUnfinished) {
  std::string written;
  {
    WorkBehind<std::string> behind(
        [&written](std::string& piece) {
          written += piece;
          piece.clear();
        },
        GetParam());
    std::string piece = "a";
    behind.Take(piece);
  }
  EXPECT_LE(written.size(), 1U);
}

TEST_P(WorkBehindTest, TellsAFailureAtTheLatestWhenFinished) {
  WorkBehind<std::string> behind([](std::string&) { throw std::runtime_error("full"); },
                                 GetParam());
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

INSTANTIATE_TEST_SUITE_P(Threads, WorkBehindTest, testing::Bool());

}  // namespace
}  // namespace zhitu::extract
