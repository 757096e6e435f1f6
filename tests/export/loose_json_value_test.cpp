#include "export/loose_json_value.h"

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <random>

#include "extract/error.h"
#include "extract/utf8.h"
#include "tests/support/shown_findings.h"

namespace zhitu::xport {
namespace {

struct ValueCase {
  const char* name;
  std::string text;
  std::string json;
  std::string findings;
  std::optional<std::string> joined = std::nullopt;
  std::size_t left = 0;  // pieces behind it
};
void PrintTo(const ValueCase& c, std::ostream* out) { *out << c.name; }
class LooseValueOfJson : public testing::TestWithParam<ValueCase> {};

TEST_P(LooseValueOfJson, IsMended) {
  const std::string& text = GetParam().text;
  DoctorFindings findings;
  findings.BeginFile("j", text);
  const std::vector<JsonToken> tokens = ReadJsonTokens(text, findings);
  std::size_t next = 0;
  const LooseJsonValue value = ReadLooseJsonValue(tokens, next, findings);
  EXPECT_EQ(value.json, GetParam().json);
  EXPECT_EQ(value.joined, GetParam().joined);
  EXPECT_EQ(tokens.size() - next, GetParam().left);
  EXPECT_EQ(ShownFindings(findings), GetParam().findings);
}

const ValueCase kSound[] = {
    {"Text", R"("a\"b" ,)", R"("a\"b")", "", std::nullopt, 1},
    {"Number", "-1.50", "-1.50", ""},
    {"EmptyObject", "{ }", "{}", ""},
    {"Object", R"({"b": [1, {"c": null}], "a": "x"}, 7)", R"({"b":[1,{"c":null}],"a":"x"})", "",
     std::nullopt, 2},
};
const ValueCase kLists[] = {
    {"Empty", "[]", "[]", "", ""},
    {"Items", R"(["a","b|c",1,true,null])", R"(["a","b|c",1,true,null])", "", "a|b\\|c|1|true"},
    {"EmptyText", R"(["","a"])", R"(["","a"])", "", "|a"},
    {"WithAList", R"(["a",["b"]])", R"(["a",["b"]])", ""},
    {"WithAnObject", R"([{},"a"])", R"([{},"a"])", ""},
};
const ValueCase kCommas[] = {
    {"BeforeTheEnd", "[1,]", "[1]", "1:3 json-mark", "1"},
    {"Twice", "[1,,2]", "[1,2]", "1:4 json-mark", "1|2"},
    {"First", "[,1]", "[1]", "1:2 json-mark", "1"},
    {"Alone", "{,}", "{}", "1:2 json-mark"},
    {"Missing", R"({"a":1 "b":2})", R"({"a":1,"b":2})", "1:8 json-mark"},
};
const ValueCase kMembers[] = {
    {"Twice", R"({"a":1,"b":2,"a":{"c":3}})", R"({"a":{"c":3},"b":2})", "1:14 member-twice"},
    {"TwiceInTwo", R"([{"a":1},{"a":1}])", R"([{"a":1},{"a":1}])", ""},
    {"NoColon", R"({"a" 1})", R"({"a":1})", "1:6 json-mark"},
    {"NoValue", R"({"a":,"b":})", R"({"a":null,"b":null})", "1:6 json-mark 1:11 json-mark"},
    {"NoName", R"({:1,[2]})", R"({"1":null,"2":null})",
     "1:2 json-mark 1:3 json-quote 1:4 json-mark 1:4 json-mark 1:5 json-mark 1:6 json-quote "
     "1:7 json-mark 1:7 json-mark 1:7 json-mark",
     std::nullopt, 2},
    {"NumberAsName", "{1:2}", R"({"1":2})", "1:2 json-quote"},
    {"ColonInList", "[1:2]", "[1,2]", "1:3 json-mark 1:4 json-mark", "1|2"},
};
const ValueCase kCut[] = {
    {"List", "[1", "[1]", "1:2 json-cut", "1"},
    {"Nested", R"({"a":[{"b":1)", R"({"a":[{"b":1}]})", "1:12 json-cut"},
    {"BehindName", R"({"a")", R"({"a":null})", "1:2 json-cut"},
    {"BehindColon", R"({"a":)", R"({"a":null})", "1:5 json-cut"},
    {"OtherBracket", R"({"a":[1}, 2)", R"({"a":[1]})", "1:8 json-mark", std::nullopt, 2},
    {"NoValue", "],", "null", "", std::nullopt, 1},
};
constexpr auto kName = [](const auto& c) { return std::string(c.param.name); };
INSTANTIATE_TEST_SUITE_P(Sound, LooseValueOfJson, testing::ValuesIn(kSound), kName);
INSTANTIATE_TEST_SUITE_P(Lists, LooseValueOfJson, testing::ValuesIn(kLists), kName);
INSTANTIATE_TEST_SUITE_P(Commas, LooseValueOfJson, testing::ValuesIn(kCommas), kName);
INSTANTIATE_TEST_SUITE_P(Members, LooseValueOfJson, testing::ValuesIn(kMembers), kName);
INSTANTIATE_TEST_SUITE_P(Cut, LooseValueOfJson, testing::ValuesIn(kCut), kName);

std::string Nested(std::size_t levels) {
  return std::string(levels, '[') + std::string(levels, ']');
}

TEST(LooseJsonValues, LimitDepth) {
  for (const std::size_t levels : {100U, 101U}) {
    const std::string text = Nested(levels);
    DoctorFindings findings;
    findings.BeginFile("j", text);
    const std::vector<JsonToken> tokens = ReadJsonTokens(text, findings);
    std::size_t next = 0;
    if (levels == 100) {
      EXPECT_EQ(ReadLooseJsonValue(tokens, next, findings).json, text);
    } else {
      EXPECT_THROW(ReadLooseJsonValue(tokens, next, findings), extract::InputError);
    }
  }
}

// Whatever the pieces are, a reader takes the value, and all pieces are passed at last.
TEST(LooseJsonValues, AreWellFormed) {
  constexpr std::string_view kPieces[] = {"{", "}",     "[",     "]", ",",
                                          ":", "\"a\"", "\"b\"", "1", "null"};
  std::mt19937 random(7);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (int i = 0; i < 12; ++i) text.append(kPieces[random() % std::size(kPieces)]).append(" ");
    DoctorFindings findings;
    findings.BeginFile("j", text);
    const std::vector<JsonToken> tokens = ReadJsonTokens(text, findings);
    for (std::size_t next = 0; next < tokens.size();) {
      const std::size_t before = next;
      const std::string json = ReadLooseJsonValue(tokens, next, findings).json;
      ASSERT_GT(next, before) << text;
      rapidjson::Document document;
      ASSERT_FALSE(document.Parse(json.c_str()).HasParseError()) << text << " gives " << json;
    }
  }
}

TEST(BeginningOfText, IsOfWholeCharacters) {
  EXPECT_EQ(BeginningOf(""), "");
  EXPECT_EQ(BeginningOf(std::string(40, 'a')), std::string(40, 'a'));
  EXPECT_EQ(BeginningOf(std::string(41, 'a')), std::string(40, 'a'));
  EXPECT_EQ(BeginningOf(std::string(38, 'a') + "翰"), std::string(38, 'a'));
  EXPECT_EQ(BeginningOf(std::string(37, 'a') + "翰林"), std::string(37, 'a') + "翰");
}

}  // namespace
}  // namespace zhitu::xport
