#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/list_case.h"

namespace zhitu::extract {
namespace {

class FtmList : public testing::TestWithParam<ListCase> {};

TEST_P(FtmList, GivesRows) { ExpectRows("ftm", GetParam()); }

const ListCase kCases[] = {
    {"NamesAndAliases",
     {{"e.jsonl",
       R"({"id":"NK-1","schema":"Person","properties":{"name":["甲某"," Jia Mou "],"alias":["老甲"],"country":["cn"]}})"
       "\n"
       R"({"id":"NK-2","schema":"PublicBody","properties":{"name":"某局"}})"
       "\n"}},
     {},
     "NK-1,甲某,person,Jia Mou|老甲,,\nNK-2,某局,office,,,\n",
     "",
     ""},
    {"LeftOut",
     {{"e.jsonl", R"({"id":"1","schema":"Ownership","properties":{"owner":["NK-1"]}})"
                  "\n"
                  R"({"schema":"Person","properties":{"name":["甲"]}})"
                  "\n"
                  R"({"id":"3","schema":"Vessel","properties":{"name":["海"]}})"
                  "\n"
                  R"({"id":"4","schema":"Vessel","properties":{"name":["山"]}})"
                  "\n"}},
     {},
     "",
     "e.jsonl:1:1: entity has no name; expected properties.name\n"
     "e.jsonl:2:1: entity has no id; expected one\n"
     "e.jsonl:3:1: tag Vessel 2\n",
     ""},
    {"OwnTypes",
     {{"e.jsonl", R"({"id":"3","schema":"Vessel","properties":{"name":["海"]}})"}},
     {"Vessel=ship"},
     "3,海,ship,,,\n",
     "",
     ""},
    {"IdOfADocument",
     {{"e.jsonl", R"({"id":"document:1","schema":"Person","properties":{"name":["甲"]}})"}},
     {},
     "",
     "e.jsonl:1:1: id 'document:1' begins like that of a document; expected another id\n",
     ""},
    {"NotJson",
     {{"e.jsonl", "{\"id\":\"1\"}\n{\"id\":\n[]\n"}},
     {},
     "",
     "e.jsonl:1:1: entity has no name; expected properties.name\n",
     "e.jsonl:2:7: bad JSON: Invalid value.\ne.jsonl:3:1: not a JSON object; expected one entity a "
     "line"},
};
INSTANTIATE_TEST_SUITE_P(All, FtmList, testing::ValuesIn(kCases),
                         [](const auto& c) { return std::string(c.param.name); });

}  // namespace
}  // namespace zhitu::extract
