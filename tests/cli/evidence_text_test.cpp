#include "cli/evidence_text.h"

#include <gtest/gtest.h>

#include <ostream>

#include "extract/utf8.h"
#include "tests/support/capture.h"

namespace zhitu::cli {
namespace {

struct QuoteCase {
  const char* name;
  std::string quote;
  std::vector<std::string> names;
  bool in_colour;
  std::string expected;
};
void PrintTo(const QuoteCase& c, std::ostream* out) { *out << c.name; }

class Quote : public testing::TestWithParam<QuoteCase> {};

TEST_P(Quote, HasItsNamesMarked) {
  Capture capture;
  Session session = capture.session();
  session.out_in_colour = GetParam().in_colour;
  EXPECT_EQ(MarkedQuote(GetParam().quote, GetParam().names, session), GetParam().expected);
}

std::string Repeat(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

const QuoteCase kQuoteCases[] = {
    {"Empty", "", {"a"}, false, ""},
    {"NoName", "abc", {}, false, "abc"},
    {"EveryPlace", "甲乙甲", {"甲"}, false, "[甲]乙[甲]"},
    {"Colour", "甲乙", {"乙"}, true, "甲\x1b[1m乙\x1b[0m"},
    {"LongestAtEachPlace", "甲乙丙", {"甲", "甲乙", "乙丙"}, false, "[甲乙]丙"},
    {"NoMatchInsideACharacter", "\u4e59\u4e58", {"\xb9"}, false, "\u4e59\u4e58"},
    {"ControlsAreEscaped", "a\x1b甲\n", {"甲"}, false, "a\\x1b[甲]\\n"},
    {"LongIsCutBehind", Repeat("乙", 200), {}, false, Repeat("乙", 160) + "…"},
    {"LongIsCutAroundTheFirstName",
     Repeat("乙", 100) + "甲" + Repeat("丙", 200),
     {"甲"},
     false,
     "…" + Repeat("乙", 30) + "[甲]" + Repeat("丙", 129) + "…"},
    {"NameThatIsCutIsNotMarked",
     "甲" + Repeat("乙", 158) + "丁丁" + Repeat("乙", 50),
     {"甲", "丁丁"},
     false,
     "[甲]" + Repeat("乙", 158) + "丁…"},
};
INSTANTIATE_TEST_SUITE_P(Names, Quote, testing::ValuesIn(kQuoteCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(EvidenceLineOf, ATextMarksItsMentionsALineOfATableItsNames) {
  Capture capture;
  const Session session = capture.session();
  graph::EvidenceRecord evidence;
  evidence.file = "a";
  evidence.line = 3;
  evidence.quote = "她来甲社区";
  evidence.rule = "r";
  EXPECT_EQ(EvidenceLine(evidence, {"甲社区"}, session), "a:3  “她来[甲社区]”  r");
  evidence.document = "a";
  evidence.column = 7;
  evidence.named = {{0, 3}};
  EXPECT_EQ(EvidenceLine(evidence, {"甲社区"}, session), "a:3:7  “[她]来甲社区”  r");
}

TEST(Place, OfADictionaryLineHasNoColumn) {
  graph::EvidenceRecord evidence;
  evidence.file = "names\x1b.csv";
  evidence.line = 3;
  EXPECT_EQ(PlaceText(evidence), "names\\x1b.csv:3");
  evidence.column = 7;
  EXPECT_EQ(PlaceText(evidence), "names\\x1b.csv:3:7");
}

struct StepCase {
  const char* name;
  const char* predicate;
  bool forward;
  std::string expected;
};
void PrintTo(const StepCase& c, std::ostream* out) { *out << c.name; }

class StepLine : public testing::TestWithParam<StepCase> {};

TEST_P(StepLine, ShowsTheDirection) {
  graph::Step step;
  step.from.number = 1;
  step.from.name = "甲";
  step.to.number = 2;
  step.to.id = "x:乙";  // shown, since it has no name
  step.relation.predicate = GetParam().predicate;
  step.relation.subject = GetParam().forward ? 1 : 2;
  EXPECT_EQ(StepText(step), GetParam().expected);
}

const StepCase kStepCases[] = {
    {"Forward", "leads", true, "甲 -leads-> x:乙"},
    {"Backward", "leads", false, "甲 <-leads- x:乙"},
    {"Symmetric", "co_occurs", false, "甲 -co_occurs- x:乙"},
};
INSTANTIATE_TEST_SUITE_P(Directions, StepLine, testing::ValuesIn(kStepCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(Json, EscapesWhatCouldSteerATerminal) {
  Capture capture;
  Session session = capture.session();
  xport::JsonText json;
  json.String("a\x1b\u009b\u202e\u4e59");
  PrintJson(json, session);
  EXPECT_EQ(capture.Out(), "\"a\\u001B\\u009b\\u202e\u4e59\"\n");
}

}  // namespace
}  // namespace zhitu::cli
