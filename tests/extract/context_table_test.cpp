#include "extract/context_table.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace zhitu::extract {
namespace {

HeadContext Head(const std::string& left, const std::string& word, char32_t after = U'的') {
  HeadContext context;
  context.left = left;
  context.word = word;
  context.after = after;
  return context;
}

WholeContext Whole(const std::string& name, double score, std::vector<std::string> aliases = {}) {
  return {name, "program", score, "quoted name", std::move(aliases)};
}

TEST(ContextTable, CountsPlacesAndDocuments) {
  ContextTable table;
  NameContexts first;
  first.heads = {Head("紫竹", "社区"), Head("紫竹", "社区")};
  first.alone = {"高新区"};
  NameContexts second;
  second.heads = {Head("紫竹", "社区", U'有'), Head("枣陈", "村")};
  table.Add(first);
  table.Add(second);
  const std::vector<CountedHead> heads = table.TakeHeads();
  ASSERT_EQ(heads.size(), 2U);
  EXPECT_EQ(heads[0].context.word, "村");
  EXPECT_EQ(heads[0].count, 1U);
  EXPECT_EQ(heads[0].context.after, U'的');
  EXPECT_EQ(heads[1].count, 3U);
  EXPECT_EQ(heads[1].documents, 2U);
  EXPECT_EQ(heads[1].context.after, HeadContext::kGoesOn);
  EXPECT_EQ(table.documents(), 2U);
  EXPECT_EQ(table.Alone("高新区"), 1U);
  EXPECT_EQ(table.Alone("新区"), 0U);
}

TEST(ContextTable, SortsByWhatStandsBeforeTheHeadReadBackwards) {
  ContextTable table;
  NameContexts contexts;
  contexts.heads = {Head("ac", "x"), Head("b", "x"), Head("ab", "x"), Head("a", "w")};
  table.Add(contexts);
  std::string shown;
  for (const CountedHead& head : table.TakeHeads())
    shown += head.context.left + head.context.word + ' ';
  EXPECT_EQ(shown, "aw bx abx acx ");
}

TEST(ContextTable, JoinsWhatIsWrittenAlike) {
  ContextTable table;
  NameContexts contexts;
  contexts.whole = {Whole("Ａ計劃", 0.5, {"x"}), Whole("a计划", 0.8, {"x", "y"})};
  table.Add(contexts);
  const std::vector<CountedWhole> whole = table.TakeWhole();
  ASSERT_EQ(whole.size(), 1U);
  EXPECT_EQ(whole[0].context.name, "Ａ計劃");
  EXPECT_EQ(whole[0].folded, "a计划");
  EXPECT_EQ(whole[0].count, 2U);
  EXPECT_EQ(whole[0].documents, 1U);
  EXPECT_EQ(whole[0].context.score, 0.8);
  EXPECT_EQ(whole[0].context.aliases, (std::vector<std::string>{"x", "y"}));
}

TEST(ContextTable, ForgetsTheRarestWhenItIsFull) {
  ContextTable table(3);
  for (int i = 0; i < 9; ++i) {
    NameContexts contexts;
    contexts.heads = {Head("紫竹", "社区"), Head("甲" + std::to_string(i), "社区")};
    contexts.whole = {Whole("三亮一争", 0.6), Whole("乙" + std::to_string(i), 0.6)};
    table.Add(contexts);
  }
  std::size_t most = 0;
  const std::vector<CountedHead> heads = table.TakeHeads();
  for (const CountedHead& head : heads) most = std::max(most, head.count);
  EXPECT_EQ(most, 9U);
  EXPECT_LE(heads.size(), 3U);
  const std::vector<CountedWhole> whole = table.TakeWhole();
  EXPECT_LE(whole.size(), 3U);
  EXPECT_EQ(whole[0].folded, "三亮一争");
  EXPECT_EQ(whole[0].count, 9U);
}

}  // namespace
}  // namespace zhitu::extract
