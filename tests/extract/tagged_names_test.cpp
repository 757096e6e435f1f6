#include "extract/tagged_names.h"

#include <gtest/gtest.h>

#include <memory>
#include <ostream>
#include <sstream>
#include <string>
#include <vector>

#include "extract/dictionary.h"
#include "extract/extractor.h"
#include "extract/model.h"
#include "extract/tagger_trainer.h"
#include "tests/support/marked_texts.h"
#include "tests/support/temp_folder.h"

namespace zhitu::extract {
namespace {

struct ResolveCase {
  const char* name;
  std::vector<Span> known;
  std::vector<Span> tagged;
  std::vector<Span> stay;
  std::vector<NameFate> fates;
};
void PrintTo(const ResolveCase& c, std::ostream* out) { *out << c.name; }
class ResolveNamesTest : public testing::TestWithParam<ResolveCase> {};

TEST_P(ResolveNamesTest, Chooses) {
  std::vector<TaggedName> tagged;
  for (const Span& span : GetParam().tagged) tagged.push_back({span, 0});
  EXPECT_EQ(ResolveNames(GetParam().known, tagged), GetParam().fates);
  std::vector<Span> stay;
  for (const TaggedName& name : tagged) stay.push_back(name.span);
  EXPECT_EQ(stay, GetParam().stay);
}

constexpr NameFate kStays = NameFate::kStays;
constexpr NameFate kNested = NameFate::kNested;
constexpr NameFate kDropped = NameFate::kDropped;
const ResolveCase kResolveCases[] = {
    {"Nothing", {}, {}, {}, {}},
    {"Apart", {{0, 3}}, {{3, 6}}, {{3, 6}}, {kStays}},
    {"TheSame", {{0, 3}}, {{0, 3}}, {}, {kStays}},
    {"InsideOfADictionaryName", {{0, 9}}, {{3, 6}}, {}, {kStays}},
    {"AroundDictionaryNames", {{0, 3}, {6, 9}}, {{0, 12}}, {{0, 12}}, {kNested, kNested}},
    {"AroundNestedOnes", {{0, 6}, {0, 3}}, {{0, 9}}, {{0, 9}}, {kNested, kNested}},
    {"CrossingAShorterOne", {{0, 6}}, {{3, 12}}, {{3, 12}}, {kDropped}},
    {"CrossingAnEquallyLongOne", {{0, 6}}, {{3, 9}}, {}, {kStays}},
    {"CrossingALongerOne", {{0, 9}}, {{6, 12}}, {}, {kStays}},
    {"SeveralOfEach",
     {{0, 3}, {9, 18}, {9, 12}},
     {{0, 6}, {12, 15}, {18, 21}},
     {{0, 6}, {18, 21}},
     {kNested, kStays, kStays}},
};
INSTANTIATE_TEST_SUITE_P(Basics, ResolveNamesTest, testing::ValuesIn(kResolveCases),
                         [](const auto& c) { return std::string(c.param.name); });

// A dictionary and a model on disk.
class TaggedNames : public testing::Test {
 protected:
  TaggedNames() {
    TrainingCounts counts;
    std::string bytes;
    Model model;
    model.tagger = TrainTagger(MarkedTexts(), {}, counts);
    WriteModel(model, [&](std::string_view part) { bytes += part; });
    options_.model = folder_.Write("m.zmodel", bytes);
    std::vector<Problem> warnings;
    gazetteer_ = std::make_unique<Gazetteer>(LoadDictionaries(
        {folder_.Write("d.csv", "name,type\n洛阳,place\n天气,weather\n")}, false, warnings));
  }

  // Mentions as `id kind why`, a bar behind each.
  std::string MentionsOf(const std::string& text) const {
    const Extractor extractor(*gazetteer_, options_);
    SourceText source;
    source.name = source.file = "a.txt";
    source.text = text;
    std::string shown;
    for (const Extraction& extraction : extractor.Run(std::move(source))) {
      for (const Mention& mention : extraction.mentions) {
        shown += extraction.EntityId(mention.entity) + ' ' + extraction.Surface(mention.span) +
                 (mention.nested ? " nested" : "") + ' ' + extraction.Why(mention) + '|';
      }
    }
    return shown;
  }

  TempFolder folder_;
  ExtractorOptions options_;
  std::unique_ptr<Gazetteer> gazetteer_;
};

TEST_F(TaggedNames, StandBesideThoseOfTheDictionary) {
  options_.preset = "none";
  const std::string text = "记者张建国昨天去了洛阳市，天气很好。\n记者王伟回到洛阳市的办事处。\n";
  EXPECT_EQ(MentionsOf(text),
            "PER:张建国 张建国 model|LOC:洛阳市 洛阳市 model|place:洛阳 洛阳 nested d.csv:2|"
            "weather:天气 天气 d.csv:3|PER:王伟 王伟 model|LOC:洛阳市 洛阳市 model|"
            "place:洛阳 洛阳 nested d.csv:2|");
  options_.outermost_only = true;
  EXPECT_EQ(MentionsOf(text),
            "PER:张建国 张建国 model|LOC:洛阳市 洛阳市 model|weather:天气 天气 d.csv:3|"
            "PER:王伟 王伟 model|LOC:洛阳市 洛阳市 model|");
}

TEST_F(TaggedNames, RunOverJoinedLinesWithAPreset) {
  options_.preset = "zh-news";
  const std::string text =
      "天气很好，记者张建国昨天去了洛阳市，记者王小明昨天去了洛\n"
      "阳市，天气很好。天气很好，记者李建国昨天去了郑州市，记者\n"
      "陈丽华离开金水区的办事处。\n";
  const std::string shown = MentionsOf(text);
  EXPECT_NE(shown.find("PER:张建国 张建国 model|"), std::string::npos) << shown;
  EXPECT_NE(shown.find("LOC:金水区 金水区 model|"), std::string::npos) << shown;
  EXPECT_NE(shown.find("PER:王小明 王小明 model|LOC:洛阳市 洛阳市 model|place:洛阳 洛阳 nested"),
            std::string::npos)
      << shown;
}

TEST_F(TaggedNames, ComeFromAModelAlone) {
  options_.preset = "none";
  std::vector<Problem> warnings;
  gazetteer_ = std::make_unique<Gazetteer>(LoadDictionaries({}, false, warnings));
  EXPECT_EQ(MentionsOf("记者张建国昨天去了洛阳市，天气很好。"),
            "PER:张建国 张建国 model|LOC:洛阳市 洛阳市 model|");
  EXPECT_EQ(MentionsOf("天气很好。"), "");
}

}  // namespace
}  // namespace zhitu::extract
