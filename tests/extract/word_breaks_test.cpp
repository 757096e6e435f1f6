#include "extract/word_breaks.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace zhitu::extract {
namespace {

TEST(WordBreaks, FindsWordsOfChineseAndOthers) {
  WordBreaks breaks;
  EXPECT_EQ(breaks.Find("居民走进"), (std::vector<std::size_t>{0, 6, 12}));
  EXPECT_EQ(breaks.Find("a bc"), (std::vector<std::size_t>{0, 1, 2, 4}));
}

TEST(WordBreaks, KeepsNothingOfTheTextBefore) {
  WordBreaks breaks;
  breaks.Find("居民走进社区");
  EXPECT_EQ(breaks.Find(""), (std::vector<std::size_t>{0}));
  EXPECT_EQ(breaks.Find("村"), (std::vector<std::size_t>{0, 3}));
}

}  // namespace
}  // namespace zhitu::extract
