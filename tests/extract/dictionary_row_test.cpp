#include "extract/dictionary_row.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

namespace zhitu::extract {
namespace {

// Rows as `line:column key=text key=[item|item|]`, one a line, then the faults.
std::string Read(const std::string& path, std::string_view text) {
  std::vector<Problem> problems;
  std::string shown;
  ReadDictionaryRows(path, text, problems, [&](const DictionaryRow& row) {
    shown += std::to_string(row.where.line) + ':' + std::to_string(row.where.column);
    for (const DictionaryValue& value : row.values) {
      shown.append(" ").append(value.key).append("=");
      shown += value.is_list ? "[" : value.text;
      for (const std::string& item : value.list) shown += item + '|';
      if (value.is_list) shown += ']';
    }
    shown += '\n';
  });
  for (const Problem& problem : problems) shown += Describe(problem) + '\n';
  return shown;
}

struct RowsCase {
  const char* name;
  std::string text;
  const char* rows;
};
void PrintTo(const RowsCase& c, std::ostream* out) { *out << c.name; }
constexpr auto kName = [](const auto& c) { return std::string(c.param.name); };

class CsvDictionary : public testing::TestWithParam<RowsCase> {};

TEST_P(CsvDictionary, IsRead) { EXPECT_EQ(Read("d.csv", GetParam().text), GetParam().rows); }

const RowsCase kTables[] = {
    {"HeaderOnly", "name,type", ""},
    {"Rows", "name,type\n甲,office\n乙,person\n",
     "2:1 name=甲 type=office\n3:1 name=乙 type=person\n"},
    {"AnyOrder", "type,x,name\r\noffice,1,甲\r\n", "2:1 type=office x=1 name=甲\n"},
    {"WhiteSpaceIsDropped", " name , type \n 甲　,\toffice\n", "2:1 name=甲 type=office\n"},
    {"EmptyCellsAreLeftOut", "name,type,x\n甲,, \n", "2:1 name=甲\n"},
    {"QuotedNewline", "name,type\n\"甲\n乙\",office\n丙,office\n",
     "2:1 name=甲\n乙 type=office\n4:1 name=丙 type=office\n"},
    {"NoListsInTables", "name,type,aliases\n甲,office,a|b\n",
     "2:1 name=甲 type=office aliases=a|b\n"},
};
const RowsCase kTableFaults[] = {
    {"RowTooShort", "name,type,x\n甲,office\n乙,office,1\n",
     "3:1 name=乙 type=office x=1\nd.csv:2:1: row has 2 cells; expected 3 as in the header\n"},
    {"RowTooLong", "name,type\n甲,office,1,2\n",
     "d.csv:2:1: row has 4 cells; expected 2 as in the header\n"},
    {"OneCell", "name,type\n  \n", "d.csv:2:1: row has 1 cell; expected 2 as in the header\n"},
    {"OtherSeparator", "name;type\n甲;office\n",
     "d.csv:1:1: column 'name' is missing; expected a header with name and type\n"
     "d.csv:1:1: column 'type' is missing; expected a header with name and type\n"},
    {"MissingType", "\n\nname,Type\n甲,office\n",
     "d.csv:3:1: column 'type' is missing; expected a header with name and type\n"},
    {"ColumnTwice", "name,type,x, x \n甲,office,1,2\n",
     "d.csv:1:13: column 'x' stands twice; expected each name once\n"},
    {"NamelessColumns", "name,type,,\n甲,office,,\n",
     "d.csv:1:11: column without a name; expected a name in every cell of the header\n"
     "d.csv:1:12: column without a name; expected a name in every cell of the header\n"},
    {"Quotes", "name,type\n\"甲\"x,office\n乙,office\n\"丙,office\n",
     "3:1 name=乙 type=office\n"
     "d.csv:2:4: text after a closing quote; expected a separator or the end of the line\n"
     "d.csv:4:1: quote is never closed; expected a closing \"\n"},
};
const RowsCase kTableRegression[] = {
    // The row after a broken header was taken for the header.
    {"BrokenHeader", "\"name\"x,type\n甲,office\n",
     "d.csv:1:7: text after a closing quote; expected a separator or the end of the line\n"},
};
INSTANTIATE_TEST_SUITE_P(Rows, CsvDictionary, testing::ValuesIn(kTables), kName);
INSTANTIATE_TEST_SUITE_P(Faults, CsvDictionary, testing::ValuesIn(kTableFaults), kName);
INSTANTIATE_TEST_SUITE_P(Regression, CsvDictionary, testing::ValuesIn(kTableRegression), kName);

class JsonDictionary : public testing::TestWithParam<RowsCase> {};

TEST_P(JsonDictionary, IsRead) { EXPECT_EQ(Read("d.jsonl", GetParam().text), GetParam().rows); }

const RowsCase kJson[] = {
    {"Empty", "", ""},
    {"Rows", "{\"name\":\"甲\",\"type\":\"office\"}\n\n \r\n{\"name\":\"乙\"}\r\n",
     "1:1 name=甲 type=office\n4:1 name=乙\n"},
    {"Array", R"({"aliases":["甲 ","a|b","",null],"context":[]})",
     "1:1 aliases=[甲|a|b|] context=[]\n"},
    {"Numbers", R"({"a":12345678901234567890,"b":-1.50e3,"c":[1,2.0]})",
     "1:1 a=12345678901234567890 b=-1.50e3 c=[1|2.0|]\n"},
    {"BooleansAndNull", R"({"a":true,"b":false,"c":null,"d":""})", "1:1 a=true b=false\n"},
    {"Escapes", R"({"name":"\u7ff0\ud842\udfb7\"\\|"})", "1:1 name=翰𠮷\"\\|\n"},
    {"WhiteSpaceIsDropped", "{\"name\":\" 甲　\"}", "1:1 name=甲\n"},
};
const RowsCase kJsonFaults[] = {
    {"NoJson", "name,type\n",
     "d.jsonl:1:2: not JSON: Invalid value.; expected one object a line\n"},
    {"NoObject", "[]\n\"a\"\n",
     "d.jsonl:1:1: not a JSON object; expected one object a line\n"
     "d.jsonl:2:1: not a JSON object; expected one object a line\n"},
    {"TwoObjects", "{\"a\":\"x\"} {}",
     "d.jsonl:1:11: not JSON: The document root must not be followed by other values.; "
     "expected one object a line\n"},
    {"ObjectOverLines", "{\"a\":\n\"x\"}\n{\"a\":\"y\"}",
     "3:1 a=y\n"
     "d.jsonl:1:6: not JSON: Invalid value.; expected one object a line\n"
     "d.jsonl:2:4: not JSON: The document root must not be followed by other values.; "
     "expected one object a line\n"},
    {"LoneSurrogate", R"({"甲":"\ud842"})",
     "d.jsonl:1:7: not JSON: The surrogate pair in string is invalid.; expected one object a "
     "line\n"},
    {"NaN", R"({"a":NaN})", "d.jsonl:1:6: not JSON: Invalid value.; expected one object a line\n"},
    {"Nested", R"({"a":{"b":1},"c":[["d"]],"e":[{}]})",
     "d.jsonl:1:1: value of 'a' is nested; expected text, a number, true, false or a list of "
     "texts\n"
     "d.jsonl:1:1: value of 'c' is nested; expected text, a number, true, false or a list of "
     "texts\n"
     "d.jsonl:1:1: value of 'e' is nested; expected text, a number, true, false or a list of "
     "texts\n"},
    {"KeyTwice", R"({"a":"","a":"x"})",
     "d.jsonl:1:1: key 'a' stands twice; expected each key once\n"},
    {"NamelessKey", R"({"":"x"," ":"y"})",
     "d.jsonl:1:1: key without a name; expected a name for every value\n"
     "d.jsonl:1:1: key without a name; expected a name for every value\n"},
};
const RowsCase kJsonRegression[] = {
    // What followed a NUL byte was not looked at.
    {"NulEndsNothing", std::string("{\"a\":\"x\"}\0, rubbish", 19),
     "d.jsonl:1:10: not JSON: NUL byte; expected one object a line\n"},
};
INSTANTIATE_TEST_SUITE_P(Rows, JsonDictionary, testing::ValuesIn(kJson), kName);
INSTANTIATE_TEST_SUITE_P(Faults, JsonDictionary, testing::ValuesIn(kJsonFaults), kName);
INSTANTIATE_TEST_SUITE_P(Regression, JsonDictionary, testing::ValuesIn(kJsonRegression), kName);

TEST(ReadDictionaryRows, TakesTheFormatFromTheEnding) {
  EXPECT_EQ(Read("d.tsv", "name\ttype\n甲,乙\toffice\n"), "2:1 name=甲,乙 type=office\n");
  EXPECT_EQ(Read("d", "name\ttype\n甲\toffice\n"), "2:1 name=甲 type=office\n");
  EXPECT_EQ(Read("csv/d.txt", "name\ttype\n甲\toffice\n"), "2:1 name=甲 type=office\n");
}

TEST(ReadDictionaryRows, TakesDeepJson) {
  const std::string deep = "{\"a\":" + std::string(1'000'000, '[');
  EXPECT_EQ(Read("d.jsonl", deep + std::string(1'000'000, ']') + '}'),
            "d.jsonl:1:1: value of 'a' is nested; expected text, a number, true, false or a list "
            "of texts\n");
  EXPECT_EQ(Read("d.jsonl", deep).substr(0, 29), "d.jsonl:1:1000006: not JSON: ");
}

TEST(ReadDictionaryRows, TakesManyColumnsAndKeys) {
  const auto begin = std::chrono::steady_clock::now();
  std::string header = "name,type";
  std::string row = "甲,office";
  std::string object = "{\"name\":\"甲\"";
  for (int i = 0; i < 100'000; ++i) {
    header += ",c" + std::to_string(i);
    row += ',';
    object += ",\"c" + std::to_string(i) + "\":\"\"";
  }
  EXPECT_EQ(Read("d.csv", header + '\n' + row), "2:1 name=甲 type=office\n");
  EXPECT_EQ(Read("d.jsonl", object + '}'), "1:1 name=甲\n");
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
}

TEST(SplitBars, GivesTrimmedItems) {
  using Items = std::vector<std::string>;
  EXPECT_EQ(SplitBars(""), Items{});
  EXPECT_EQ(SplitBars("甲"), Items{"甲"});
  EXPECT_EQ(SplitBars("甲|乙 丙| 丁　"), (Items{"甲", "乙 丙", "丁"}));
  EXPECT_EQ(SplitBars("|甲|| |"), Items{"甲"});
  EXPECT_EQ(SplitBars(R"(a\|b|c)"), (Items{"a|b", "c"}));
  EXPECT_EQ(SplitBars(R"(a\\|b)"), (Items{"a\\", "b"}));
  EXPECT_EQ(SplitBars(R"(a\\\|b)"), Items{R"(a\|b)"});
  EXPECT_EQ(SplitBars(R"(a\b\)"), Items{R"(a\b\)"});
}

}  // namespace
}  // namespace zhitu::extract
