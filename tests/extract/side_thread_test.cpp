#include "extract/side_thread.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <vector>

namespace zhitu::extract {
namespace {

// With one thread and with a second one.
class SideThreadTest : public testing::TestWithParam<std::size_t> {
 protected:
  SideThread side_{GetParam()};
};

TEST_P(SideThreadTest, GivesResultsInWhateverOrderTheyAreAskedFor) {
  std::vector<Later<int>> results;
  for (int i = 0; i < 100; ++i) results.push_back(side_.Run<int>([i] { return i * i; }));
  for (int i = 99; i >= 0; --i) {
    EXPECT_EQ(results[static_cast<std::size_t>(i)].Get(), i * i);
  }
}

TEST_P(SideThreadTest, RunsEachTaskOnce) {
  std::vector<int> runs(1000, 0);
  for (int& run : runs) side_.Run<int>([&run] { return ++run; }).Get();
  EXPECT_EQ(runs, std::vector<int>(1000, 1));
}

TEST_P(SideThreadTest, PassesOnWhatATaskThrows) {
  Later<int> bad = side_.Run<int>([]() -> int { throw std::runtime_error("no"); });
  Later<int> good = side_.Run<int>([] { return 1; });
  EXPECT_EQ(good.Get(), 1);
  EXPECT_THROW(bad.Get(), std::runtime_error);
}

TEST_P(SideThreadTest, NoTaskOutlivesItsResult) {
  for (int i = 0; i < 1000; ++i) {
    auto seen = std::make_unique<std::string>("here");
    const Later<bool> dropped = side_.Run<bool>([&seen] { return seen->size() == 4; });
  }
  Later<bool> replaced = side_.Run<bool>([] { return false; });
  replaced = side_.Run<bool>([] { return true; });
  EXPECT_TRUE(replaced.valid());
  EXPECT_TRUE(replaced.Get());
  EXPECT_FALSE(replaced.valid());
}

TEST_P(SideThreadTest, MadeAheadGivesAllInOrder) {
  MadeAhead<std::string> texts(side_, 50, [](std::size_t i) { return std::to_string(i); });
  for (std::size_t i = 0; i < 50; ++i) EXPECT_EQ(texts.Next(), std::to_string(i));
}

TEST_P(SideThreadTest, MadeAheadMayBeLeftEarlyOrHoldNothing) {
  std::vector<int> numbers = {1, 2, 3};
  MadeAhead<int> left(side_, 3, [&numbers](std::size_t i) { return numbers[i]; });
  EXPECT_EQ(left.Next(), 1);
  const MadeAhead<int> nothing(side_, 0, [](std::size_t) { return 0; });
}

INSTANTIATE_TEST_SUITE_P(Threads, SideThreadTest, testing::Values(1, 2));

}  // namespace
}  // namespace zhitu::extract
