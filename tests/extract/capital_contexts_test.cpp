#include "extract/capital_contexts.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "tests/support/whole_names.h"

namespace zhitu::extract {
namespace {

const char kRules[] = R"(
text: {sentence_end: ".!?"}
suggest:
  capitals:
    ends: {road: [Street], office: [Office], facility: [Park, Library]}
    titles: [Mayor, Mr]
    joins: [of, the, of the]
    plain: [The, Monday]
    other: organization
)";

struct CapitalCase {
  const char* name;
  const char* text;
  std::vector<std::string> expected;
};
void PrintTo(const CapitalCase& c, std::ostream* out) { *out << c.name; }
class CapitalNames : public testing::TestWithParam<CapitalCase> {};

TEST_P(CapitalNames, AreFound) {
  EXPECT_EQ(WholeNames(kRules, GetParam().text, FindCapitalNames), GetParam().expected);
}

const CapitalCase kCapitalCases[] = {
    {"Nothing", "they met again.", {}},
    {"AnEnd", "they met in Harbour Street.", {"Harbour Street=road@0.70"}},
    {"AnEndAlone", "they met in the Park.", {"Park=organization@0.25"}},
    {"NoEnd", "they saw Green Week.", {"Green Week=organization@0.35"}},
    {"OneWord", "they saw Westport.", {"Westport=organization@0.25"}},
    {"OneWordAtTheBeginning", "Westport grew.", {}},
    {"AtTheBeginning", "Green Week begins.", {"Green Week=organization@0.20"}},
    {"ATitle", "they met Mayor Ann Reed.", {"Ann Reed=person@0.75"}},
    {"ATitleWithAStop", "they met Mr. Hale.", {"Hale=person@0.75"}},
    {"ATitledNameIsNotJoined",
     "thanked Mayor Reed of Westport.",
     {"Reed=person@0.75", "Westport=organization@0.25"}},
    {"SmallWords", "in the Office of Public Works.", {"Office of Public Works=organization@0.35"}},
    {"TheFirstPartTells",
     "the Harbour Office of the City.",
     {"Harbour Office of the City=office@0.70"}},
    {"ASmallWordAtTheEnd", "saw Green Week of old.", {"Green Week=organization@0.35"}},
    {"PlainWords", "on Monday they met.", {}},
    {"APlainWordEndsIt", "met Ann Monday night.", {"Ann=organization@0.25"}},
    {"AnApostrophe", "met Mayor Jane O'Neil.", {"Jane O'Neil=person@0.75"}},
    {"AcrossLines", "in Harbour\nStreet now.", {"Harbour=organization@0.25"}},
};
INSTANTIATE_TEST_SUITE_P(Capitals, CapitalNames, testing::ValuesIn(kCapitalCases),
                         [](const auto& c) { return std::string(c.param.name); });

}  // namespace
}  // namespace zhitu::extract
