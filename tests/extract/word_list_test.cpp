#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "tests/support/imported_list.h"

namespace zhitu::extract {
namespace {

struct WordCase {
  const char* name;
  const char* format;
  std::string text;
  std::vector<std::string> types;
  std::string rows;
  std::string left_out;
};
void PrintTo(const WordCase& c, std::ostream* out) { *out << c.name; }
class WordList : public testing::TestWithParam<WordCase> {};

TEST_P(WordList, GivesRows) {
  const WordCase& c = GetParam();
  const ImportedList list = ImportList(c.format, {{"w.txt", c.text}}, c.types);
  EXPECT_EQ(list.rows, c.rows);
  EXPECT_EQ(list.left_out, c.left_out);
  EXPECT_EQ(list.fault, "");
}

const WordCase kJieba[] = {
    {"Tags",
     "jieba",
     "\xEF\xBB\xBF甲某 3 nr\r\n\n乙镇 ns\n丙社 100 nto\n丁 5 nz\n",
     {},
     "person:甲某,甲某,person,,,\nplace:乙镇,乙镇,place,,,\norganization:丙社,丙社,organization,,,"
     "\n"
     "program:丁,丁,program,,,\n",
     ""},
    {"WithoutType",
     "jieba",
     "甲 3 v\n乙\n丙 2\n丁 v\n",
     {},
     "",
     "w.txt:2:1: tag - 2\nw.txt:1:1: tag v 2\n"},
    {"OwnTypes",
     "jieba",
     "甲 3 v\n乙\n丙 nr\n丁 x\n",
     {"v=program", "-=road", "*=place", "nr=office"},
     "program:甲,甲,program,,,\nroad:乙,乙,road,,,\noffice:丙,丙,office,,,\nplace:丁,丁,place,,,\n",
     ""},
    {"TooManyFields",
     "jieba",
     "甲 3 nr x\n  乙 nr\n",
     {},
     "person:乙,乙,person,,,\n",
     "w.txt:1:1: line has more than a word, a frequency and a tag; expected 'word [frequency] "
     "[tag]'\n"},
    {"Repeated",
     "jieba",
     "甲 nr\n甲 9 nr\n甲 ns\n",
     {},
     "person:甲,甲,person,,,\nplace:甲,甲,place,,,\n",
     ""},
    {"ControlCharacter",
     "jieba",
     "a\x01 nr\n",
     {},
     "",
     "w.txt:1:1: name holds a control character; expected plain text\n"},
    {"Ignored", "jieba", "甲 x\n", {"x=ignore"}, "ignore:甲,甲,ignore,,,\n", ""},
};
INSTANTIATE_TEST_SUITE_P(Jieba, WordList, testing::ValuesIn(kJieba),
                         [](const auto& c) { return std::string(c.param.name); });

const WordCase kHanlp[] = {
    {"Tags",
     "hanlp",
     "甲某 nr 3 n 1\n某局 nto 1\n某酒店 ntch 1\n某医院 nth 2\n某公司 ntc 2\n",
     {},
     "person:甲某,甲某,person,,,\noffice:某局,某局,office,,,\nfacility:某酒店,某酒店,facility,,,\n"
     "facility:某医院,某医院,facility,,,\norganization:某公司,某公司,organization,,,\n",
     ""},
    {"TabsKeepSpaces", "hanlp", "New York\tns\t3\n", {}, "place:New York,New York,place,,,\n", ""},
    {"NoFrequency",
     "hanlp",
     "甲 nr x\n乙 nr\n",
     {},
     "person:乙,乙,person,,,\n",
     "w.txt:1:1: 'x' is no frequency; expected 'word [tag frequency]...'\n"},
};
INSTANTIATE_TEST_SUITE_P(Hanlp, WordList, testing::ValuesIn(kHanlp),
                         [](const auto& c) { return std::string(c.param.name); });

}  // namespace
}  // namespace zhitu::extract
