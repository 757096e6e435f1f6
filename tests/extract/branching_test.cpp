#include "extract/branching.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "tests/support/slow_branching.h"

namespace zhitu::extract {
namespace {

NameContexts One(const std::string& left, const std::string& word, char32_t before) {
  NameContexts contexts;
  HeadContext& context = contexts.heads.emplace_back();
  context.left = left;
  context.word = word;
  context.before = before;
  return contexts;
}

std::string Show(const BranchingByLength& branching) {
  std::string shown;
  for (std::size_t length = 1; branching[length].count > 0; ++length) {
    shown += fmt::format("{}/{}/{} ", branching[length].count, branching[length].closed,
                         branching[length].variety);
  }
  return shown;
}

TEST(CountBranching, CountsPlacesAndWays) {
  ContextTable table;
  table.Add(One("紫竹", "社区", U'在'));
  table.Add(One("紫竹", "社区", U','));
  table.Add(One("民到紫竹", "社区", HeadContext::kGoesOn));
  table.Add(One("石竹", "社区", HeadContext::kLineStart));
  table.Add(One("紫竹", "村", HeadContext::kLineStart));
  const std::vector<CountedHead> heads = table.TakeHeads();
  const std::vector<BranchingByLength> branching = CountBranching(heads);
  ASSERT_EQ(heads.size(), 5U);
  std::vector<std::string> shown;
  for (std::size_t i = 0; i < heads.size(); ++i)
    shown.push_back(heads[i].context.left + heads[i].context.word + " " + Show(branching[i]));
  // 竹 stands four times, behind 石 or 紫; 紫竹 three times, twice where it must begin.
  const std::vector<std::string> expected = {"紫竹村 1/0/1 1/1/1 ", "石竹社区 4/0/2 1/1/1 ",
                                             "紫竹社区 4/0/2 3/2/3 ", "紫竹社区 4/0/2 3/2/3 ",
                                             "民到紫竹社区 4/0/2 3/2/3 1/0/1 1/0/0 "};
  std::vector<std::string> sorted = shown;
  std::sort(sorted.begin(), sorted.end());
  std::vector<std::string> sorted_expected = expected;
  std::sort(sorted_expected.begin(), sorted_expected.end());
  EXPECT_EQ(sorted, sorted_expected);
}

TEST(CountBranching, AgreesWithItsSlowTwin) {
  std::uint64_t state = 7;
  const auto next = [&](std::uint64_t most) {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    return (state >> 33U) % most;
  };
  for (int round = 0; round < 200; ++round) {
    ContextTable table;
    for (std::uint64_t i = 0, all = next(40); i < all; ++i) {
      std::string left;
      for (std::uint64_t k = 0, length = 1 + next(6); k < length; ++k)
        left += next(2) == 0 ? "甲" : "b";
      const char32_t before[] = {HeadContext::kGoesOn, HeadContext::kLineStart, U',', U'在'};
      table.Add(One(left, next(2) == 0 ? "路" : "村", before[next(4)]));
    }
    const std::vector<CountedHead> heads = table.TakeHeads();
    const std::vector<BranchingByLength> fast = CountBranching(heads);
    const std::vector<BranchingByLength> slow = SlowBranching(heads);
    for (std::size_t i = 0; i < heads.size(); ++i)
      ASSERT_EQ(Show(fast[i]), Show(slow[i])) << heads[i].context.left;
  }
}

TEST(CountBranching, OfNothing) { EXPECT_TRUE(CountBranching({}).empty()); }

}  // namespace
}  // namespace zhitu::extract
