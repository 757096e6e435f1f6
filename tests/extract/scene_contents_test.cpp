#include "extract/scene_contents.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "tests/support/marked_scene.h"

namespace zhitu::extract {
namespace {

constexpr char kPreset[] = R"(
text: {sentence_end: "。"}
groups: {unit: [office, community]}
lexicons: {start: [打造, 启动], join: [和], never: [无]}
rules: [{id: r, pattern: PATTERN, predicate: p, subject: document, object: o}]
)";

// A sign for each sentence of a text: whether a pattern may match in it.
std::string Sentences(const std::string& pattern, const char* text) {
  std::string preset = kPreset;
  preset.replace(preset.find("PATTERN"), 7, '"' + pattern + '"');
  const MarkedScene scene(preset, text);
  const RuleInput& input = scene.input();
  SceneContents contents(input.knowledge.rules);
  std::string shown;
  for (const Sentence& sentence : input.view.sentences()) {
    const RuleScene rules(input.view, input.knowledge.conventions, sentence, input.mentions,
                          input.words.hits());
    contents.Read(rules.hits(), rules.mentions());
    shown += '-';
    contents.ForEachPattern([&](std::size_t) { shown.back() = '+'; });
  }
  return shown;
}

struct ContentsCase {
  const char* name;
  const char* pattern;
  const char* text;
  const char* expected;  // a sign a sentence
};
void PrintTo(const ContentsCase& c, std::ostream* out) { *out << c.name; }
class Contents : public testing::TestWithParam<ContentsCase> {};

TEST_P(Contents, TellWhatCannotMatch) {
  EXPECT_EQ(Sentences(GetParam().pattern, GetParam().text), GetParam().expected);
}

const ContentsCase kCases[] = {
    {"Slot", "{o:road}", "[甲:road]。[乙:office]。好。", "+--"},
    {"SlotOfAGroup", "{o:unit}", "[甲:road]。[乙:office]。[丙:community]。", "-++"},
    {"NestedMention", "{o:place}", "[[甲:place]乙:office]。", "+"},
    {"Lexicon", "{o:road} <start>", "[甲:road]打造。[甲:road]启动。[甲:road]和。打造。", "++--"},
    {"LexiconAnywhere", "{o:road} <start>", "打造[甲:road]。", "+"},
    {"LexiconThatIsNowhere", "{o:road} <never>", "[甲:road]打造。", "-"},
    {"LexiconsOfTheSentence", "{o:road} <start>", "[甲:road]。打造。", "--"},
    {"Optional", "{o:road} <start>?", "[甲:road]。", "+"},
    {"OptionalSlot", "{o:road} {s:office}?", "[甲:road]。", "+"},
    {"TextIsNotLookedAt", "{o:road} '好'", "[甲:road]。", "+"},
    {"SlotInASlot", "{o:road[x:place]}", "[甲:road]。[[丙:place]路:road]。[乙:place]。", "-+-"},
    {"SlotInASlotOfAnyDepth", "{o:road[x:place]}", "[乙:road]和[[甲:place]丙:office]。", "+"},
    {"NothingThatMustBe", "'好' {o:road}?", "好。坏。", "++"},
    {"TwoSlotsAndOneMention", "{s:road} {o:road}", "[甲:road]。", "+"},
};
INSTANTIATE_TEST_SUITE_P(Basics, Contents, testing::ValuesIn(kCases),
                         [](const auto& c) { return std::string(c.param.name); });

// More needs than are told apart: the patterns of the others may match anywhere.
TEST(SceneContents, NeverRulesOutWhatMayMatch) {
  constexpr std::size_t kRules = 400;
  std::string lexicons = "lexicons: {";
  std::string rules = "}\nrules:\n";
  std::string text;
  for (std::size_t i = 0; i < kRules; ++i) {
    const std::string number = std::to_string(i);
    lexicons += "l" + number + ": [w" + number + "], ";
    rules += "  - {id: r" + number + ", pattern: '{o:road} <l" + number +
             ">', predicate: p, subject: document, object: o}\n";
    text += "[甲:road]w" + number + "。";
  }
  const MarkedScene scene("text: {sentence_end: 。}\n" + lexicons + rules, text);
  const RuleInput& input = scene.input();
  SceneContents contents(input.knowledge.rules);
  std::size_t visited = 0;
  for (std::size_t i = 0; i < kRules; ++i) {
    const RuleScene rule_scene(input.view, input.knowledge.conventions, input.view.sentences()[i],
                               input.mentions, input.words.hits());
    contents.Read(rule_scene.hits(), rule_scene.mentions());
    bool found = false;
    contents.ForEachPattern([&](std::size_t pattern) {
      ++visited;
      found = found || pattern == i;
    });
    EXPECT_TRUE(found) << i;
  }
  EXPECT_LT(visited, kRules * kRules / 2);
}

}  // namespace
}  // namespace zhitu::extract
