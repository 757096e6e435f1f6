#include "extract/lint_rules.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace zhitu::extract {
namespace {

TEST(LintRules, AreReadFromTheirFiles) {
  const LintRules rules = ReadLintRules();
  EXPECT_TRUE(rules.common.contains("居民"));
  EXPECT_TRUE(rules.common.contains("company"));
  EXPECT_TRUE(rules.common.contains("中心社区"));  // of the file of divisions
  EXPECT_FALSE(rules.common.contains("翰林社区"));
  EXPECT_TRUE(rules.InSeries(U'三') && rules.InSeries(U'东') && rules.InSeries(U'7'));
  EXPECT_FALSE(rules.InSeries(U'杨') || rules.InSeries(U'a'));
  EXPECT_TRUE(std::is_sorted(rules.series.begin(), rules.series.end()));
  EXPECT_GE(rules.endings.size(), 5U);
  EXPECT_NE(rules.separators.find(U'；'), std::u32string::npos);
}

}  // namespace
}  // namespace zhitu::extract
