#include "graph/key_order.h"

#include <gtest/gtest.h>

namespace zhitu::graph {
namespace {

struct KeyOrderCase {
  const char* name;
  std::vector<int> keys;
  std::vector<std::uint32_t> expected;
};
void PrintTo(const KeyOrderCase& c, std::ostream* out) { *out << c.name; }
class KeyOrder : public testing::TestWithParam<KeyOrderCase> {};

TEST_P(KeyOrder, GivesTheFirstOfEachKeyInOrder) {
  const std::vector<int>& keys = GetParam().keys;
  EXPECT_EQ(OrderByKey(keys.size(), [&](std::uint32_t i) { return keys[i]; }), GetParam().expected);
}

const KeyOrderCase kKeyOrderCases[] = {
    {"Nothing", {}, {}},
    {"One", {7}, {0}},
    {"Ascending", {1, 2, 5}, {0, 1, 2}},
    {"Descending", {5, 2, 1}, {2, 1, 0}},
    {"TwiceInARow", {1, 2, 2, 3}, {0, 1, 3}},
    {"TwiceApart", {2, 1, 2, 1}, {1, 0}},
    {"AllEqual", {4, 4, 4}, {0}},
};
INSTANTIATE_TEST_SUITE_P(Basics, KeyOrder, testing::ValuesIn(kKeyOrderCases),
                         [](const auto& c) { return std::string(c.param.name); });

}  // namespace
}  // namespace zhitu::graph
