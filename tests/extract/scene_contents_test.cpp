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

// True if some sentence of a text may match a pattern.
std::string Sentences(const std::string& pattern, const char* text) {
  std::string preset = kPreset;
  preset.replace(preset.find("PATTERN"), 7, '"' + pattern + '"');
  const MarkedScene scene(preset, text);
  const RuleInput& input = scene.input();
  std::string shown;
  for (const Sentence& sentence : input.view.sentences()) {
    const RuleScene rules(input.view, input.knowledge.conventions, sentence, input.mentions,
                          input.hits);
    const SceneContents contents(rules, input.knowledge.lexicons);
    shown += contents.MayMatch(input.knowledge.rules.at(0).elements) ? '+' : '-';
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
    {"TwoSlotsAndOneMention", "{s:road} {o:road}", "[甲:road]。", "+"},
};
INSTANTIATE_TEST_SUITE_P(Basics, Contents, testing::ValuesIn(kCases),
                         [](const auto& c) { return std::string(c.param.name); });

}  // namespace
}  // namespace zhitu::extract
