#include "extract/json_tree.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>

namespace zhitu::extract {
namespace {

using std::string_literals::operator""s;

std::string ErrorOf(const std::string& line) {
  try {
    const JsonTree tree(line, {"a.jsonl", 3, 0});
  } catch (const InputError& error) {
    return error.what();
  }
  return "no error";
}

// Writes the tree as JSON again, each value followed by `@` and its column.
std::string Show(const JsonValue& value) {
  const std::string at = '@' + std::to_string(value.where().column);
  switch (value.kind()) {
    case JsonKind::kNull:
      return "null" + at;
    case JsonKind::kBool:
      return (value.boolean() ? "true" : "false") + at;
    case JsonKind::kUnsigned:
      return std::to_string(value.number()) + at;
    case JsonKind::kNumber:
      return "number" + at;
    case JsonKind::kString:
      return '"' + std::string(value.string()) + '"' + at;
    case JsonKind::kArray: {
      std::string all = "[";
      for (const JsonValue& item : value.Items()) all += Show(item) + ' ';
      return all + ']' + at;
    }
    case JsonKind::kObject: {
      std::string all = "{";
      for (const char* key : {"a", "b", "知"}) {
        if (const auto member = value.Find(key)) all += key + (':' + Show(*member)) + ' ';
      }
      return all + '}' + at;
    }
  }
  return "?";
}

struct ValueCase {
  const char* name;
  std::string line;
  std::string expected;
};
void PrintTo(const ValueCase& c, std::ostream* out) { *out << c.name; }
class JsonTreeValue : public testing::TestWithParam<ValueCase> {};

TEST_P(JsonTreeValue, HasKindContentAndColumn) {
  const JsonTree tree(GetParam().line, {"a.jsonl", 3, 0});
  EXPECT_EQ(Show(tree.root()), GetParam().expected);
  EXPECT_EQ(tree.root().where().file, "a.jsonl");
  EXPECT_EQ(tree.root().where().line, 3U);
}

const ValueCase kValueCases[] = {
    {"Literals", "[null,true , false]", "[null@2 true@7 false@14 ]@1"},
    {"WholeNumbers", "[0,18446744073709551615]", "[0@2 18446744073709551615@4 ]@1"},
    {"OtherNumbers", "[-1,1.0,18446744073709551616,-0]",
     "[number@2 number@5 number@9 number@30 ]@1"},
    {"EmptyContainers", " [[],{} , [] ]", "[[]@3 {}@6 []@11 ]@2"},
    {"Members", R"({"a": 1, "x":[2] ,"b":{"a" :[3]}})", "{a:1@7 b:{a:[3@30 ]@29 }@23 }@1"},
    {"FirstOfTwoMembers", R"({"a":1,"a":2})", "{a:1@6 }@1"},
    {"KeyIsNoValue", R"({"x":"a","y":1})", "{}@1"},
    {"ColumnsCountCodePoints", R"({"知":"图😀","a":1})", "{a:1@15 知:\"图😀\"@6 }@1"},
    {"Escapes", R"(["\u77e5\n","\ud83d\ude00",1])", "[\"知\n\"@2 \"😀\"@13 1@28 ]@1"},
    {"EscapedNul", R"(["\u0000"])", "[\"\0\"@2 ]@1"s},
    {"PunctuationInStrings", R"([",:[{", "]",7])", "[\",:[{\"@2 \"]\"@10 7@14 ]@1"},
    {"CarriageReturnAtTheEnd", "[1]\r", "[1@2 ]@1"},
    {"LoneValue", " 7 ", "7@2"},
};
INSTANTIATE_TEST_SUITE_P(Basics, JsonTreeValue, testing::ValuesIn(kValueCases),
                         [](const auto& c) { return std::string(c.param.name); });

struct FaultCase {
  const char* name;
  std::string line;
  const char* expected;
};
void PrintTo(const FaultCase& c, std::ostream* out) { *out << c.name; }
class JsonTreeFault : public testing::TestWithParam<FaultCase> {};

TEST_P(JsonTreeFault, IsToldAtItsPlace) {
  EXPECT_EQ(ErrorOf(GetParam().line), GetParam().expected);
}

const FaultCase kFaultCases[] = {
    {"Empty", "", "a.jsonl:3:1: bad JSON: The document is empty."},
    {"Truncated", R"({"知":[1)",
     "a.jsonl:3:8: bad JSON: Missing a comma or ']' after an array element."},
    {"TwoValues", "{}{}",
     "a.jsonl:3:3: bad JSON: The document root must not be followed by other values."},
    {"TrailingComma", "[1,]", "a.jsonl:3:4: bad JSON: Invalid value."},
    {"Comment", "[1 // x", "a.jsonl:3:4: bad JSON: Missing a comma or ']' after an array element."},
    {"NotANumber", "[NaN]", "a.jsonl:3:2: bad JSON: Invalid value."},
    {"HugeNumber", "[1e999]", "a.jsonl:3:2: bad JSON: Number too big to be stored in double."},
    {"LoneSurrogate", R"(["\ud800"])",
     "a.jsonl:3:3: bad JSON: The surrogate pair in string is invalid."},
    {"IllFormed", "[\"\xff\"]", "a.jsonl:3:3: bad JSON: Invalid encoding in string."},
    {"NulAfterTheValue", "{}\0{}"s, "a.jsonl:3:3: NUL byte; expected JSON"},
    {"TooDeep", std::string(5'000'000, '['), "a.jsonl:3:65: JSON nested deeper than 64 levels"},
};
INSTANTIATE_TEST_SUITE_P(Bad, JsonTreeFault, testing::ValuesIn(kFaultCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(JsonTreeLimit, DeepestAllowed) {
  const std::string line = std::string(64, '[') + std::string(64, ']');
  EXPECT_EQ(ErrorOf(line), "no error");
}

TEST(JsonTreeLimit, TooManyValues) {
  std::string line = "[0";
  for (std::size_t i = 0; i < JsonTree::kMaxValues; ++i) line += ",0";
  try {
    const JsonTree tree(line + ']', {"a.jsonl", 3, 0});
    FAIL() << "no error";
  } catch (const LimitError& error) {
    EXPECT_STREQ(error.what(), "a.jsonl:3: JSON of more than 8388608 values");
  }
}

TEST(JsonValueError, StandsAtTheValue) {
  const JsonTree tree(R"({"知":[1,"x"]})", {"a.jsonl", 3, 0});
  const JsonValue item = tree.root().Find("知")->Items()[1];
  EXPECT_STREQ(item.Error("no good").what(), "a.jsonl:3:9: no good");
}

TEST(ReadJsonLine, GivesLinesWithoutTheirEnd) {
  std::istringstream in("a\n\nb\r\n\xff");
  std::string line;
  std::vector<std::string> lines;
  while (ReadJsonLine(in, {"a.jsonl", 1, 0}, 2, line)) lines.push_back(line);
  EXPECT_EQ(lines, (std::vector<std::string>{"a", "", "b\r", "\xff"}));
}

TEST(ReadJsonLine, StopsAtTheLimit) {
  std::istringstream in("ab\nabc\n");
  std::string line;
  EXPECT_TRUE(ReadJsonLine(in, {"a.jsonl", 1, 0}, 2, line));
  try {
    ReadJsonLine(in, {"a.jsonl", 2, 0}, 2, line);
    FAIL() << "no error";
  } catch (const LimitError& error) {
    EXPECT_STREQ(error.what(), "a.jsonl:2: line of more than 2 bytes");
  }
}

TEST(ReadJsonLine, TellsAFailingStream) {
  struct Failing : std::streambuf {
    int_type underflow() override { throw std::runtime_error("disk"); }
  } buffer;
  std::istream in(&buffer);
  std::string line;
  EXPECT_THROW(ReadJsonLine(in, {"a.jsonl", 1, 0}, 2, line), IoError);
}

}  // namespace
}  // namespace zhitu::extract
