#include "export/ftm_schemata.h"

#include <gtest/gtest.h>

#include <ostream>

#include "extract/error.h"

namespace zhitu::xport {
namespace {

using Strings = std::vector<std::string>;

TEST(FtmSchemata, AreFoundByTypeAndPredicate) {
  const FtmSchemata schemata;
  EXPECT_EQ(schemata.OfType("person").schema, "Person");
  EXPECT_EQ(schemata.OfType("person").names, Strings{"name"});
  EXPECT_EQ(schemata.OfType("place").names, (Strings{"name", "full"}));
  EXPECT_EQ(schemata.OfType("vessel").schema, "LegalEntity");
  EXPECT_EQ(schemata.OfType("").schema, "LegalEntity");
  EXPECT_EQ(schemata.OfPredicate("leads", "Person", "PublicBody").schema, "Directorship");
  EXPECT_EQ(schemata.OfPredicate("leads", "Person", "PublicBody").source, "director");
  EXPECT_EQ(schemata.OfPredicate("runs", "Person", "Project").target, "project");
}

TEST(FtmSchemata, FallBackWhereTheEndsDoNotFit) {
  const FtmSchemata schemata;
  EXPECT_EQ(schemata.OfPredicate("leads", "Person", "Project").schema, "UnknownLink");
  EXPECT_EQ(schemata.OfPredicate("leads", "Project", "PublicBody").schema, "UnknownLink");
  EXPECT_EQ(schemata.OfPredicate("no_such", "Person", "Person").schema, "UnknownLink");
}

struct FaultCase {
  const char* name;
  const char* yaml;
  const char* problem;
};
void PrintTo(const FaultCase& c, std::ostream* out) { *out << c.name; }
class FtmSchemataFault : public testing::TestWithParam<FaultCase> {};

TEST_P(FtmSchemataFault, IsTold) {
  try {
    const FtmSchemata schemata("x.yaml", GetParam().yaml);
    FAIL() << "was read";
  } catch (const extract::InputError& error) {
    EXPECT_STREQ(error.what(), GetParam().problem);
  }
}

const FaultCase kFaultCases[] = {
    {"NoDefaultType", "types: {}\nrelations: {'*': {schema: UnknownLink}}\n",
     "x.yaml:1:1: no entry '*'; expected one in types and one in relations"},
    {"UnknownKey", "types: {'*': {shema: A}}\nrelations: {'*': {schema: B}}\n",
     "x.yaml:1:15: key 'shema' is unknown; expected one of schema, name; did you mean 'schema'?"},
};
INSTANTIATE_TEST_SUITE_P(Faults, FtmSchemataFault, testing::ValuesIn(kFaultCases),
                         [](const auto& c) { return std::string(c.param.name); });

}  // namespace
}  // namespace zhitu::xport
