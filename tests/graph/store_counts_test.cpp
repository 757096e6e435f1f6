#include "graph/store_counts.h"

#include <gtest/gtest.h>

namespace zhitu::graph {
namespace {

using Meta = std::map<std::string, std::string>;

TEST(StoreCounts, AreReadBackAsPut) {
  const StoreCounts counts{1, 2, 3, 4, 5, 6, 7};
  Meta meta;
  PutCounts(counts, meta);
  EXPECT_EQ(meta["windows_left_out"], "7");
  EXPECT_EQ(GetCounts(meta), counts);
}

TEST(StoreCounts, AreZeroWhereMetaIsWrong) {
  for (const char* value : {"", "x", "1x", "-1", " 1", "99999999999999999999"}) {
    EXPECT_EQ(GetCounts({{"mentions", value}}), StoreCounts()) << value;
  }
  EXPECT_EQ(GetCounts({}), StoreCounts());
}

}  // namespace
}  // namespace zhitu::graph
