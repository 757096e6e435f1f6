#include "extract/parallel.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <vector>

namespace zhitu::extract {
namespace {

TEST(ForEachPart, TakesEachPartOnce) {
  for (const std::size_t threads : {1U, 2U, 9U}) {
    for (const std::size_t parts : {0U, 1U, 5U, 1000U}) {
      std::vector<std::atomic<int>> taken(parts);
      ForEachPart(parts, threads, [&](std::size_t part) { ++taken[part]; });
      for (const std::atomic<int>& times : taken) EXPECT_EQ(times, 1);
    }
  }
}

TEST(ForEachPart, PassesOnWhatIsThrown) {
  for (const std::size_t threads : {1U, 4U}) {
    std::atomic<int> done = 0;
    const auto run = [&] {
      ForEachPart(100, threads, [&](std::size_t part) {
        if (part == 3) throw std::runtime_error("part 3");
        ++done;
      });
    };
    EXPECT_THROW(run(), std::runtime_error);
    EXPECT_LT(done, 100);
  }
}

}  // namespace
}  // namespace zhitu::extract
