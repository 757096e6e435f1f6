#include "extract/records.h"

#include <gtest/gtest.h>

#include <string>

namespace zhitu::extract {
namespace {

using std::string_literals::operator""s;

struct RecordCase {
  const char* name;
  std::string text;
  const char* expected;
};
void PrintTo(const RecordCase& c, std::ostream* out) { *out << c.name; }

// Texts as `line id title|date|source text`, then what was skipped, one a line.
std::string Show(const FileContent& content) {
  std::string shown;
  for (const SourceText& text : content.texts) {
    EXPECT_TRUE(text.record);
    EXPECT_EQ(text.file, "a");
    shown += std::to_string(text.line) + ' ' + text.name + ' ' + text.title + '|' + text.date +
             '|' + text.source + ' ' + text.text + '\n';
  }
  for (const Problem& problem : content.skipped) shown += Describe(problem) + '\n';
  return shown;
}

class JsonRecords : public testing::TestWithParam<RecordCase> {};

TEST_P(JsonRecords, AreReadOrSkipped) {
  FileContent content;
  ReadJsonRecords("a", GetParam().text, {}, content);
  EXPECT_EQ(Show(content), GetParam().expected);
}

const RecordCase kJsonCases[] = {
    {"AllFields", R"({"id":"x","text":"知图","title":"T","date":"2024-05","source":"S","other":1})",
     "1 x T|2024-05|S 知图\n"},
    {"NumberAsId", "{\"id\":12345678901234567890123,\"text\":\"a\"}\n{\"id\":-1.50,\"text\":\"b\"}",
     "1 12345678901234567890123 || a\n2 -1.50 || b\n"},
    {"NoIdCountsRecords", "{\"text\":\"a\"}\n\n{\"text\":\"b\"}\n", "1 a#1 || a\n3 a#2 || b\n"},
    {"OtherShapesAreNoId",
     "{\"id\":null,\"text\":\"a\"}\n{\"id\":true,\"text\":\"b\"}\n{\"id\":[1],\"text\":\"c\"}\n"
     "{\"id\":\"\",\"text\":\"d\"}\n{\"id\":\"\\u0000\",\"text\":\"e\"}",
     "1 a#1 || a\n2 a#2 || b\n3 a#3 || c\n4 a#4 || d\n5 a#5 || e\n"},
    {"EmptyTextIsADocument", R"({"text":""})", "1 a#1 || \n"},
    {"NumberAsText", R"({"text":1.0})", "1 a#1 || 1.0\n"},
    {"LastOfTwoKeys", R"({"text":"a","text":"b"})", "1 a#1 || b\n"},
    {"EscapesAndLineBreaks", R"({"text":"\u77e5\n\ud83d\ude00"})", "1 a#1 || 知\n😀\n"},
    {"CarriageReturns", "{\"text\":\"a\"}\r\n \t\r\n{\"text\":\"b\"}\r\n",
     "1 a#1 || a\n3 a#2 || b\n"},
    {"Empty", "", ""},
};
INSTANTIATE_TEST_SUITE_P(Basics, JsonRecords, testing::ValuesIn(kJsonCases),
                         [](const auto& c) { return std::string(c.param.name); });

const RecordCase kBadJsonCases[] = {
    {"BadLinesCountToo", "{\"text\":\"a\"}\nnot json\n{\"text\":\"c\"}\n",
     "1 a#1 || a\n3 a#3 || c\n"
     "a:2:2: not JSON: Invalid value.; expected one object a line\n"},
    {"ColumnsCountCodePoints", R"({"知图":1,})",
     "a:1:9: not JSON: Missing a name for object member.; expected one object a line\n"},
    {"NotAnObject", "[1]\n\"text\"",
     "a:1:1: not a JSON object; expected one object a line\n"
     "a:2:1: not a JSON object; expected one object a line\n"},
    {"TwoObjects", "{}{}",
     "a:1:3: not JSON: The document root must not be followed by other values.; expected one "
     "object a line\n"},
    {"NoText", "{\"id\":\"x\"}\n{\"text\":null}\n{\"text\":[\"a\"]}",
     "a:1:1: record has no text in the field 'text'; expected it there (or name the field with "
     "--text-field)\n"
     "a:2:1: record has no text in the field 'text'; expected it there (or name the field with "
     "--text-field)\n"
     "a:3:1: record has no text in the field 'text'; expected it there (or name the field with "
     "--text-field)\n"},
    {"NulInText", R"({"text":"a\u0000b"})",
     "a:1:1: field 'text' holds a NUL character; expected text\n"},
    {"NulEndsNothing", "{\"text\":\"知\"}\0{\"text\":\"b\"}"s,
     "a:1:13: NUL byte; expected one object a line\n"},
    {"DeepNesting", std::string(100'000, '['),
     "a:1:100001: not JSON: Invalid value.; expected one object a line\n"},
};
INSTANTIATE_TEST_SUITE_P(Bad, JsonRecords, testing::ValuesIn(kBadJsonCases),
                         [](const auto& c) { return std::string(c.param.name); });

class CsvRecords : public testing::TestWithParam<RecordCase> {};

TEST_P(CsvRecords, AreReadOrSkipped) {
  FileContent content;
  ReadCsvRecords("a", GetParam().text, {}, content);
  EXPECT_EQ(Show(content), GetParam().expected);
}

const RecordCase kCsvCases[] = {
    {"AllFields", "source,text,id,extra,date,title\nS,知图,x,e,2024,T\n", "2 x T|2024|S 知图\n"},
    {"OnlyText", "text\na\n\nb\n", "2 a#1 || a\n4 a#2 || b\n"},
    {"QuotedLineBreaks", "id,text\n1,\"a\nb\"\n2,c\n", "2 1 || a\nb\n4 2 || c\n"},
    {"WindowsLines", "id,text\r\n1,a\r\n2,\"b \"\"c\"\"\"\r\n", "2 1 || a\n3 2 || b \"c\"\n"},
    {"EmptyText", "id,text\n1,\n", "2 1 || \n"},
    {"OnlyAHeader", "id,text\n", ""},
    {"Empty", "", ""},
};
INSTANTIATE_TEST_SUITE_P(Basics, CsvRecords, testing::ValuesIn(kCsvCases),
                         [](const auto& c) { return std::string(c.param.name); });

const RecordCase kBadCsvCases[] = {
    {"NoTextColumn", "id,body\n1,a\n",
     "a:1:1: table has no column 'text'; expected the text there (or name it with "
     "--text-field)\n"},
    {"RowOfAnotherLength", "id,text\n1,a,b\n2\n3,c\n",
     "4 3 || c\n"
     "a:2:1: row has 3 cells; expected 2 as in the header\n"
     "a:3:1: row has 1 cells; expected 2 as in the header\n"},
    {"BadRowsCountToo", "text\n\"a\"x\nb\n",
     "3 a#2 || b\n"
     "a:2:4: text after a closing quote; expected a separator or the end of the line\n"},
    {"QuoteNeverClosed", "text\na\n\"b\nc\n",
     "2 a#1 || a\n"
     "a:3:1: quote is never closed; expected a closing \"\n"},
    {"NoRowIsTakenForTheHeader", "id,\"text\"x\nid,text\n1,a\n",
     "a:1:10: text after a closing quote; expected a separator or the end of the line\n"},
    {"NulInText", "text\na\0b\n"s, "a:2:1: field 'text' holds a NUL character; expected text\n"},
};
INSTANTIATE_TEST_SUITE_P(Bad, CsvRecords, testing::ValuesIn(kBadCsvCases),
                         [](const auto& c) { return std::string(c.param.name); });

const RecordFields kOtherFields = {"body", "key", "head", "when", "where"};

TEST(RecordFieldsTest, NameTheFields) {
  FileContent content;
  ReadJsonRecords("a", R"({"text":"no","body":"yes","key":"k","head":"h","when":"w","where":"e"})",
                  kOtherFields, content);
  ReadCsvRecords("a", "where,when,head,key,body,id\ne,w,h,k,yes,no\n", kOtherFields, content);
  EXPECT_EQ(Show(content), "1 k h|w|e yes\n2 k h|w|e yes\n");
}

TEST(RecordFieldsTest, StandInMessages) {
  FileContent content;
  ReadJsonRecords("a", R"({"text":"no"})", kOtherFields, content);
  ReadCsvRecords("a", "text\nno\n", kOtherFields, content);
  EXPECT_EQ(Show(content),
            "a:1:1: record has no text in the field 'body'; expected it there (or name the field "
            "with --text-field)\n"
            "a:1:1: table has no column 'body'; expected the text there (or name it with "
            "--text-field)\n");
}

}  // namespace
}  // namespace zhitu::extract
