#include "extract/suggest_reader.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "extract/error.h"
#include "extract/knowledge.h"
#include "tests/support/test_knowledge.h"

namespace zhitu::extract {
namespace {

bool Holds(const Knowledge& knowledge, const WordSet& set, std::string_view word) {
  return knowledge.lexicons.At(word, 0, set).end == word.size();
}

TEST(SuggestReader, ReadsHeads) {
  const Knowledge knowledge = KnowledgeOf(R"(
groups: {unit: [office, place]}
suggest:
  heads:
    - {words: [社区, 片区], type: community, longest: 6, within: [unit]}
    - {words: [路口], type: place, with: [road], joins: true, alone: true, weak: true, plain: true}
)");
  const std::vector<SuggestHead>& heads = knowledge.suggest.heads;
  ASSERT_EQ(heads.size(), 2U);
  EXPECT_TRUE(Holds(knowledge, heads[0].words, "片区"));
  EXPECT_EQ(heads[0].type, "community");
  EXPECT_EQ(heads[0].longest, 6U);
  EXPECT_TRUE(heads[0].within.Has("place"));
  EXPECT_FALSE(heads[0].joins || heads[0].alone || heads[0].weak || heads[0].plain);
  EXPECT_TRUE(heads[1].with.Has("road"));
  EXPECT_TRUE(heads[1].joins && heads[1].alone && heads[1].weak && heads[1].plain);
  EXPECT_TRUE(Holds(knowledge, knowledge.suggest.head_words, "社区"));
  EXPECT_TRUE(Holds(knowledge, knowledge.suggest.head_words, "路口"));
  EXPECT_TRUE(knowledge.suggest.MayStart(U'社'));
  EXPECT_FALSE(knowledge.suggest.MayStart(U'区'));
}

TEST(SuggestReader, ReadsListsAndTypedWords) {
  const Knowledge knowledge = KnowledgeOf(R"(
lexicons: {run: [开展]}
suggest:
  stop: [在]
  launch: [<run>, 打造]
  quoted: {program: [品牌], facility: [食堂]}
  quoted_ends: {program: [节]}
  phrases: {program: [市集]}
  standing: {office: [党中央]}
  capitals: {ends: {road: [Street]}, titles: [Mayor], joins: [of], plain: [The], other: place}
)");
  const SuggestRules& rules = knowledge.suggest;
  EXPECT_TRUE(Holds(knowledge, rules.stop, "在"));
  EXPECT_TRUE(Holds(knowledge, rules.launch, "开展"));
  EXPECT_TRUE(Holds(knowledge, rules.launch, "打造"));
  ASSERT_EQ(rules.quoted.size(), 2U);
  EXPECT_EQ(rules.quoted[1].type, "facility");
  EXPECT_EQ(rules.quoted_ends.size(), 1U);
  EXPECT_EQ(rules.phrases.size(), 1U);
  EXPECT_TRUE(Holds(knowledge, rules.standing_words, "党中央"));
  ASSERT_EQ(rules.capital_ends.size(), 1U);
  EXPECT_TRUE(Holds(knowledge, rules.titles, "mayor"));
  EXPECT_EQ(rules.other, "place");
  EXPECT_FALSE(rules.empty());
  EXPECT_TRUE(KnowledgeOf("text: {}").suggest.empty());
}

struct FaultCase {
  const char* name;
  const char* yaml;
  const char* fault;
};
void PrintTo(const FaultCase& c, std::ostream* out) { *out << c.name; }
class SuggestFaults : public testing::TestWithParam<FaultCase> {};

TEST_P(SuggestFaults, AreToldByPlace) {
  try {
    KnowledgeOf(GetParam().yaml);
    FAIL() << "no fault";
  } catch (const InputError& error) {
    EXPECT_STREQ(error.what(), GetParam().fault);
  }
}

const FaultCase kFaultCases[] = {
    {"UnknownKey", "suggest: {haeds: []}",
     "p.yaml:1:11: key 'haeds' is unknown; expected one of heads, not_heads, stop, measure, keep, "
     "generic, quoted, quoted_ends, launch, figure, phrases, standing, between, figure_ends, "
     "phrase_stop, capitals; did you mean 'heads'?"},
    {"HeadsAreNoList", "suggest: {heads: {}}",
     "p.yaml:1:18: heads is no list; expected a list of maps"},
    {"AHeadIsNoMap", "suggest: {heads: [社区]}",
     "p.yaml:1:19: item of heads is no map; expected keys with values"},
    {"AHeadLacksItsType", "suggest: {heads: [{words: [社区]}]}",
     "p.yaml:1:19: head lacks words or type; expected both"},
    {"BadType", "suggest: {heads: [{words: [社区], type: A}]}",
     "p.yaml:1:39: 'A' is no type name; expected small letters, digits and _"},
    {"BadLength", "suggest: {heads: [{words: [社区], type: a, longest: 16}]}",
     "p.yaml:1:51: longest is '16'; expected a whole number from 1 to 15"},
    {"BadFlag", "suggest: {heads: [{words: [社区], type: a, weak: perhaps}]}",
     "p.yaml:1:48: weak is 'perhaps'; expected true or false"},
    {"BadTypeOfWords", "suggest: {quoted: {A: [x]}}",
     "p.yaml:1:23: 'A' is no type name; expected small letters, digits and _"},
    {"UnknownLexicon", "suggest: {stop: [<no>]}",
     "p.yaml:1:18: lexicon 'no' is unknown; expected one of `lexicons`"},
    {"BadOther", "suggest: {capitals: {other: A b}}",
     "p.yaml:1:29: 'A b' is no type name; expected small letters, digits and _"},
    {"UnknownKeyOfCapitals", "suggest: {capitals: {end: x}}",
     "p.yaml:1:22: key 'end' is unknown; expected one of ends, titles, joins, plain, other; did "
     "you mean 'ends'?"},
};
INSTANTIATE_TEST_SUITE_P(Faults, SuggestFaults, testing::ValuesIn(kFaultCases),
                         [](const auto& c) { return std::string(c.param.name); });

}  // namespace
}  // namespace zhitu::extract
