#include "export/page_columns.h"

#include <gtest/gtest.h>

#include <ostream>

namespace zhitu::xport {
namespace {

struct StringCase {
  const char* name;
  std::string value;
  const char* json;
};
void PrintTo(const StringCase& c, std::ostream* out) { *out << c.name; }
class PageString : public testing::TestWithParam<StringCase> {};

TEST_P(PageString, MayStandInAScript) {
  std::string json;
  AppendPageString(json, GetParam().value);
  EXPECT_EQ(json, GetParam().json);
}

const StringCase kStringCases[] = {
    {"Plain", "紫竹", "\"紫竹\""},
    {"Empty", "", "\"\""},
    {"EndOfScript", "</script><!--", R"("\u003c/script>\u003c!--")"},
    {"Quotes", "\"\\", R"("\"\\")"},
    {"Controls", std::string("a\0\n\x1f", 4), R"("a\u0000\n\u001F")"},
    {"LineSeparator", "\u2028", "\"\u2028\""},
    {"IllFormed", "a\xff<",
     R"("a)"
     "\uFFFD"
     R"(\u003c")"},
};
INSTANTIATE_TEST_SUITE_P(Basics, PageString, testing::ValuesIn(kStringCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(PageTable, HoldsColumns) {
  PageTable table({{"name", ""}, {"count", "1"}, {"x", "0"}, {"list", "0"}});
  const auto add = [&](std::string_view name, std::int64_t count, double x, std::string_view list) {
    table[0].Text(name);
    table[1].Integer(count);
    table[2].Number(x);
    table[3].Raw(list);
    table.EndRow();
  };
  add("a", 1, 0, "0");
  add("b", 1, 0.5, "[1]");
  EXPECT_EQ(table.rows(), 2U);
  EXPECT_GT(table.bytes(), 10U);
  EXPECT_EQ(table.Take(), R"({"rows":2,"name":["a","b"],"x":[0,0.5],"list":[0,[1]]})");
  add("c", 2, 0, "0");
  EXPECT_EQ(table.Take(), R"({"rows":1,"name":["c"],"count":[2]})");
  EXPECT_EQ(table.Take(), R"({"rows":0})");
}

}  // namespace
}  // namespace zhitu::xport
