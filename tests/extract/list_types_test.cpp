#include "extract/list_types.h"

#include <gtest/gtest.h>

#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "extract/error.h"

namespace zhitu::extract {
namespace {

struct TypeCase {
  const char* name;
  const char* format;
  std::vector<std::string> rules;
  const char* tag;
  const char* expected;  // empty: none
};
void PrintTo(const TypeCase& c, std::ostream* out) { *out << c.name; }
class ListTypeOf : public testing::TestWithParam<TypeCase> {};

TEST_P(ListTypeOf, GivesType) {
  ListTypes types(GetParam().format, GetParam().rules);
  EXPECT_EQ(types.TypeOf(GetParam().tag).value_or(""), GetParam().expected);
}

const TypeCase kTypes[] = {
    {"Known", "jieba", {}, "ns", "place"},
    {"Refined", "jieba", {}, "nrt", "person"},
    {"LongestBeginning", "hanlp", {}, "nto", "office"},
    {"NotRefined", "spacy", {}, "PERSONS", ""},
    {"Unknown", "jieba", {}, "v", ""},
    {"NoTag", "jieba", {}, "", ""},
    {"NoTagWithType", "cortext", {}, "", "concept"},
    {"OwnComesFirst", "jieba", {"nr=office"}, "nr", "office"},
    {"OwnIsNotRefined", "jieba", {"nr=office"}, "nrt", "person"},
    {"LastOwnCounts", "jieba", {"v=office", "v=road"}, "v", "road"},
    {"AnyOther", "jieba", {"*=road"}, "v", "road"},
    {"AnyOtherWithoutTag", "jieba", {"*=road"}, "", "road"},
    {"AnyIsLast", "jieba", {"*=road"}, "nr", "person"},
    {"OwnNoTag", "jieba", {"-=road"}, "", "road"},
    {"EqualsInTag", "jieba", {"a=b=road"}, "a=b", "road"},
    {"Ignored", "jieba", {"v=ignore"}, "v", "ignore"},
    {"UnknownFormat", "nothing", {}, "nr", ""},
};
INSTANTIATE_TEST_SUITE_P(All, ListTypeOf, testing::ValuesIn(kTypes),
                         [](const auto& c) { return std::string(c.param.name); });

std::string RuleFault(const std::string& rule) {
  try {
    ListTypes("jieba", {rule});
  } catch (const UsageError& error) {
    return error.what();
  }
  return "none";
}

TEST(ListTypes, RefusesRules) {
  EXPECT_EQ(RuleFault("nr"),
            "--type is 'nr'; expected TAG=TYPE, as in nr=person, -=place or *=program");
  EXPECT_EQ(RuleFault("=place"),
            "--type is '=place'; expected TAG=TYPE, as in nr=person, -=place or *=program");
  EXPECT_EQ(RuleFault("nr=Person"),
            "--type nr=Person: type 'Person' is malformed; expected small letters, digits and _, a "
            "letter first; did you mean 'person'?");
  EXPECT_EQ(RuleFault("nr=document"),
            "--type nr=document: documents are those of a corpus; expected another type");
  EXPECT_EQ(RuleFault("nr=own"), "none");
}

TEST(ListTypes, TellsOfRulesThatWereNeverNeeded) {
  ListTypes types("jieba", {"nrr=person", "v=ship", "*=place"});
  types.TypeOf("nr");
  types.TypeOf("v");
  const std::vector<std::pair<std::string, std::string>> unused = {{"*", ""}, {"nrr", "nr"}};
  EXPECT_EQ(types.UnusedRules(), unused);
  EXPECT_EQ(types.unknown_types(), std::vector<std::string>{"ship"});
}

}  // namespace
}  // namespace zhitu::extract
