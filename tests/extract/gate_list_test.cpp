#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/list_case.h"

namespace zhitu::extract {
namespace {

class GateList : public testing::TestWithParam<ListCase> {};

TEST_P(GateList, GivesRows) { ExpectRows("gate", GetParam(), {"lists.def"}); }

const ListCase kCases[] = {
    {"IndexAndLists",
     {{"lists.def",
       "city.lst:location:city\ngov.lst:organization:government:zh\nfirst.lst:person_first\n"},
      {"city.lst", "甲市\nA & B&kind=city\n乙市\tkind=city\n"},
      {"gov.lst", "某局\n"},
      {"first.lst", "某\n"}},
     {},
     "place:甲市,甲市,place,,,\nplace:A & B,A & "
     "B,place,,,\nplace:乙市,乙市,place,,,\noffice:某局,某局,office,,,\n",
     "first.lst:1:1: tag person_first 1\n",
     ""},
    {"OwnType",
     {{"lists.def", "a.lst:x:y\nb.lst:x\n"}, {"a.lst", "甲\n"}, {"b.lst", "乙\n"}},
     {"x:y=road", "x=place"},
     "road:甲,甲,road,,,\nplace:乙,乙,place,,,\n",
     "",
     ""},
    {"ListElsewhere",
     {{"lists.def", "../a.lst:location\n/etc/passwd:location\n:location\n"}},
     {},
     "",
     "",
     "lists.def:1:1: list '../a.lst' lies elsewhere; expected a file in the folder of the index\n"
     "lists.def:2:1: list '/etc/passwd' lies elsewhere; expected a file in the folder of the "
     "index\n"
     "lists.def:3:1: not a line of an index; expected 'file.lst:major[:minor]'"},
    {"ListMissing",
     {{"lists.def", "a.lst:location\n"}},
     {},
     "",
     "",
     "a.lst: No such file or directory"},
};
INSTANTIATE_TEST_SUITE_P(All, GateList, testing::ValuesIn(kCases),
                         [](const auto& c) { return std::string(c.param.name); });

}  // namespace
}  // namespace zhitu::extract
