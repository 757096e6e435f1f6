#include "serve/name_search.h"

#include <gtest/gtest.h>

namespace zhitu::serve {
namespace {

// By number: 1 紫竹社区 (紫竹), 2 重庆, 3 Zhengzhou East, 4 紫竹路, 5 大紫竹.
NameSearch Names() {
  NameSearch names;
  names.Add(1, 0, "紫竹社区", 5);
  names.Add(1, 1, "紫竹", 5);
  names.Add(2, 0, "重庆", 1);
  names.Add(3, 0, "Zhengzhou East", 1);
  names.Add(4, 0, "紫竹路", 2);
  names.Add(5, 0, "大紫竹", 9);
  return names;
}

struct SearchCase {
  const char* text;
  std::vector<std::pair<graph::EntityNumber, std::uint32_t>> hits;  // entity, alias
};
void PrintTo(const SearchCase& c, std::ostream* out) { *out << c.text; }
class NameSearchFind : public testing::TestWithParam<SearchCase> {};

TEST_P(NameSearchFind, GivesHits) {
  std::vector<std::pair<graph::EntityNumber, std::uint32_t>> hits;
  for (const NameHit& hit : Names().Find(GetParam().text, 10)) {
    hits.emplace_back(hit.entity, hit.alias);
  }
  EXPECT_EQ(hits, GetParam().hits);
}

const SearchCase kSearches[] = {
    {"", {}},
    {"  ", {}},
    {"没有", {}},
    {"紫竹社區", {{1, 0}}},
    {" 紫 竹 社 ", {{1, 0}}},
    {"紫竹", {{1, 1}, {4, 0}, {5, 0}}},  // whole alias, begin, inside
    {"zizhushequ", {{1, 0}}},
    {"zzsq", {{1, 0}}},
    {"zizhusq", {{1, 0}}},
    {"zi'zhu", {{1, 1}, {4, 0}, {5, 0}}},
    {"ZZL", {{4, 0}}},
    {"chongqing", {{2, 0}}},
    {"zhongq", {{2, 0}}},
    {"zhengzhoueast", {{3, 0}}},
    {"sq", {{1, 0}}},  // pinyin inside
    {"zhuz", {}},
};
INSTANTIATE_TEST_SUITE_P(Basics, NameSearchFind, testing::ValuesIn(kSearches));

TEST(NameSearch, GivesTheMostImportantOfEquals) {
  NameSearch names;
  names.Add(1, 0, "东湖", 1);
  names.Add(2, 0, "东湖", 3);
  const std::vector<NameHit> hits = names.Find("东湖", 1);
  ASSERT_EQ(hits.size(), 1U);
  EXPECT_EQ(hits[0].entity, 2);
}

}  // namespace
}  // namespace zhitu::serve
