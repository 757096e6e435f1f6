#include "graph/quantity_texts.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

namespace zhitu::graph {
namespace {

struct TextsCase {
  const char* name;
  std::vector<std::pair<EntityNumber, std::string>> texts;
  std::string expected;  // of entity 1
};
void PrintTo(const TextsCase& c, std::ostream* out) { *out << c.name; }
class Texts : public testing::TestWithParam<TextsCase> {};

TEST_P(Texts, AreJoined) {
  QuantityTexts texts;
  for (const auto& [entity, text] : GetParam().texts) texts.Add(entity, text);
  EXPECT_EQ(texts.Of(1), GetParam().expected);
}

std::vector<std::pair<EntityNumber, std::string>> Numbered(std::size_t count) {
  std::vector<std::pair<EntityNumber, std::string>> texts;
  for (std::size_t i = 1; i <= count; ++i) texts.emplace_back(1, std::to_string(i));
  texts.emplace_back(1, "1");
  return texts;
}

const char kTwenty[] = "1|2|3|4|5|6|7|8|9|10|11|12|13|14|15|16|17|18|19|20";

const TextsCase kCases[] = {
    {"None", {}, ""},
    {"OfAnother", {{2, "5名"}}, ""},
    {"One", {{1, "5名"}}, "5名"},
    {"InTheOrderOfTheTexts", {{1, "9名"}, {2, "7名"}, {1, "5名"}}, "9名|5名"},
    {"EachOnce", {{1, "5名"}, {1, "9名"}, {1, "5名"}}, "5名|9名"},
    {"BarInside", {{1, "5|名"}, {1, "|"}}, "5\\|名|\\|"},
    {"Twenty", Numbered(20), kTwenty},
    {"MoreThanTwenty", Numbered(25), kTwenty},
};
INSTANTIATE_TEST_SUITE_P(Basics, Texts, testing::ValuesIn(kCases),
                         [](const auto& c) { return std::string(c.param.name); });

}  // namespace
}  // namespace zhitu::graph
