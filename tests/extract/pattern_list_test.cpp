#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/list_case.h"

namespace zhitu::extract {
namespace {

class PatternList : public testing::TestWithParam<ListCase> {};

TEST_P(PatternList, GivesRows) { ExpectRows("spacy", GetParam()); }

const ListCase kCases[] = {
    {"TextsAndIds",
     {{"p.jsonl",
       "{\"label\":\"ORG\",\"pattern\":\"甲公司\"}\n"
       "{\"label\":\"GPE\",\"pattern\":\"San Francisco\",\"id\":\"sf\"}\n"
       "{\"label\":\"GPE\",\"pattern\":[{\"LOWER\":\"san\"},{\"LOWER\":\"fran\"}],\"id\":\"sf\"}\n"
       "{\"label\":\"GPE\",\"pattern\":[{\"TEXT\":\"南\"},{\"ORTH\":\"京\"}]}\n"}},
     {},
     "organization:甲公司,甲公司,organization,,,\nGPE:sf,San Francisco,place,san fran,,\n"
     "place:南京,南京,place,,,\n",
     "",
     ""},
    {"PatternsThatAreNoTexts",
     {{"p.jsonl",
       "{\"label\":\"ORG\",\"pattern\":[{\"LOWER\":\"a\",\"OP\":\"+\"}]}\n"
       "{\"label\":\"ORG\",\"pattern\":[{\"TEXT\":{\"REGEX\":\"a.\"}}]}\n"
       "{\"label\":\"ORG\",\"pattern\":3}\n{\"label\":\"ORG\"}\n{\"label\":\"ORG\",\"pattern\":[]}"
       "\n"}},
     {},
     "",
     "p.jsonl:1:26: pattern asks for more than texts; expected tokens with TEXT, ORTH or LOWER\n"
     "p.jsonl:2:26: pattern asks for more than texts; expected tokens with TEXT, ORTH or LOWER\n"
     "p.jsonl:3:26: pattern asks for more than texts; expected tokens with TEXT, ORTH or LOWER\n"
     "p.jsonl:4:1: label or pattern is missing; expected both\n"
     "p.jsonl:5:26: name has no visible character; expected a name\n",
     ""},
    {"NotAnObject",
     {{"p.jsonl", "[1]\n"}},
     {},
     "",
     "",
     "p.jsonl:1:1: not a JSON object; expected one pattern a line"},
};
INSTANTIATE_TEST_SUITE_P(All, PatternList, testing::ValuesIn(kCases),
                         [](const auto& c) { return std::string(c.param.name); });

}  // namespace
}  // namespace zhitu::extract
