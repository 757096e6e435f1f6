#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/list_case.h"

namespace zhitu::extract {
namespace {

class TermList : public testing::TestWithParam<ListCase> {};

TEST_P(TermList, GivesRows) { ExpectRows("cortext", GetParam()); }

const ListCase kCases[] = {
    {"FormsAndHeader",
     {{"t.tsv", "main form\tforms\tfrequency\n民宿\t民宿|&| 民宿业 |&|农家乐\t3\n只有主词\n"}},
     {},
     "concept:民宿,民宿,concept,民宿业|农家乐,,\nconcept:只有主词,只有主词,concept,,,\n",
     "",
     ""},
    {"BarsAndCommasAreEscaped",
     {{"t.tsv", "a|b\ta|b|&|c\\\\d|&|e,f\n"}},
     {"-=program"},
     "program:a|b,a|b,program,\"c\\\\\\\\d|e,f\",,\n",
     "",
     ""},
    {"NoMainForm",
     {{"t.tsv", "甲\n\t乙|&|丙\n"}},
     {},
     "concept:甲,甲,concept,,,\n",
     "t.tsv:2:1: main form is empty; expected 'main form <TAB> forms'\n",
     ""},
    {"WordsWithSpacesAreOneForm",
     {{"t.txt", "New York\n"}},
     {"*=place"},
     "concept:New York,New York,concept,,,\n",
     "",
     ""},
    {"OtherEncoding",
     {{"t.tsv", "\xB0\xA1\xB0\xA1\n"}},
     {},
     "",
     "",
     "t.tsv: not UTF-8 but GB18030; convert it first: iconv -f GB18030 -t UTF-8 't.tsv' > "
     "'t.utf8.tsv'"},
};
INSTANTIATE_TEST_SUITE_P(All, TermList, testing::ValuesIn(kCases),
                         [](const auto& c) { return std::string(c.param.name); });

}  // namespace
}  // namespace zhitu::extract
