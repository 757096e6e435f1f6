#include "export/json_text.h"

#include <gtest/gtest.h>

#include <limits>
#include <ostream>

namespace zhitu::xport {
namespace {

using namespace std::string_literals;

struct JsonCase {
  const char* name;
  void (*write)(JsonText&);
  const char* expected;
};
void PrintTo(const JsonCase& c, std::ostream* out) { *out << c.name; }
class JsonTextOf : public testing::TestWithParam<JsonCase> {};

TEST_P(JsonTextOf, IsWritten) {
  JsonText json;
  GetParam().write(json);
  EXPECT_EQ(json.text(), GetParam().expected);
}

const JsonCase kJsonCases[] = {
    {"String", [](JsonText& j) { j.String("知图 \"\\/<"); }, R"("知图 \"\\/<")"},
    {"Controls", [](JsonText& j) { j.String("\n\x01\0"s); }, R"("\n\u0001\u0000")"},
    {"IllFormed", [](JsonText& j) { j.String("a\xFF\xED\xA0\x80"); }, R"("a����")"},
    {"IllFormedKey",
     [](JsonText& j) {
       j.StartObject();
       j.Key("\xFF");
       j.Null();
       j.EndObject();
     },
     R"({"�":null})"},
    {"StringOrNull", [](JsonText& j) { j.StringOrNull("x"); }, R"("x")"},
    {"NoString", [](JsonText& j) { j.StringOrNull(""); }, "null"},
    {"Whole", [](JsonText& j) { j.Number(1); }, "1.0"},
    {"Fraction", [](JsonText& j) { j.Number(2.0 / 3); }, "0.666667"},
    {"Exponent", [](JsonText& j) { j.Number(1e-9); }, "1e-09"},
    {"NotANumber", [](JsonText& j) { j.Number(std::numeric_limits<double>::quiet_NaN()); }, "0.0"},
    {"Integer", [](JsonText& j) { j.Integer(-9007199254740993); }, "-9007199254740993"},
    {"Nested",
     [](JsonText& j) {
       j.StartObject();
       j.Key("a");
       j.StartArray();
       j.Boolean(true);
       j.Boolean(false);
       j.Raw("1e5");
       j.EndArray();
       j.EndObject();
     },
     R"({"a":[true,false,1e5]})"},
};
INSTANTIATE_TEST_SUITE_P(Basics, JsonTextOf, testing::ValuesIn(kJsonCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(JsonText, StartsOverAfterClear) {
  JsonText json;
  json.StartArray();
  json.EndArray();
  json.Clear();
  EXPECT_EQ(json.text(), "");
  json.String("again");
  EXPECT_EQ(json.text(), "\"again\"");
}

}  // namespace
}  // namespace zhitu::xport
