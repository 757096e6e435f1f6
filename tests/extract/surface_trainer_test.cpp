#include "extract/surface_trainer.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "extract/error.h"
#include "extract/model.h"
#include "extract/tagger.h"
#include "tests/support/marked_texts.h"
#include "tests/support/temp_folder.h"

namespace zhitu::extract {
namespace {

std::string BytesOf(const TaggerModel& model) {
  std::string bytes;
  AppendTagger(model, bytes);
  return bytes;
}

TaggerModel Train(const std::vector<TrainingText>& texts, TrainingOptions options = {}) {
  options.surfaces_only = true;
  TrainingCounts counts;
  return TrainTagger(texts, options, counts);
}

// The names that a model finds, as `TYPE name` each with a bar behind it.
std::string Found(const TaggerModel& model, const std::string& text) {
  Tagger tagger(model);
  std::vector<TaggedName> names;
  const Span whole{0, text.size()};
  tagger.Tag(text, {&whole, 1}, {}, names);
  std::string found;
  for (const TaggedName& name : names) {
    found += model.types[name.type] + ' ' + std::string(name.span.In(text)) + '|';
    EXPECT_GE(name.confidence, 0.01);
    EXPECT_LE(name.confidence, 0.99);
  }
  return found;
}

TEST(TrainSurfaces, FindsFormsOfTheTextsAndNoOthers) {
  const TaggerModel model = Train(MarkedTexts());
  EXPECT_EQ(Found(model, "记者张建国昨天去了洛阳市，天气很好。"), "PER 张建国|LOC 洛阳市|");
  EXPECT_EQ(Found(model, "记者王桂花回到开封市的办事处。"), "");
  EXPECT_EQ(Found(model, ""), "");
}

// 长江 is a river behind 去了, and a firm before 公司 that nobody marked.
TEST(TrainSurfaces, LearnsWhereAFormIsNoName) {
  std::vector<TrainingText> texts = MarkedTexts();
  for (int i = 0; i < 40; ++i) {
    texts.push_back(MarkedText("他去了[LOC 长江]。"));
    texts.push_back(MarkedText("这是长江公司。"));
  }
  const TaggerModel model = Train(texts);
  EXPECT_EQ(Found(model, "我去了长江。"), "LOC 长江|");
  EXPECT_EQ(Found(model, "那是长江公司。"), "");
}

TEST(TrainSurfaces, GivesTheSameModelForAnyNumberOfThreads) {
  TrainingOptions options;
  const std::string one = BytesOf(Train(MarkedTexts(), options));
  options.learner.jobs = 3;
  EXPECT_EQ(BytesOf(Train(MarkedTexts(), options)), one);
  options.seed = 2;
  EXPECT_NE(BytesOf(Train(MarkedTexts(), options)), one);
}

TEST(TrainSurfaces, ComesBackFromAFile) {
  Model written;
  written.tagger = Train(MarkedTexts());
  std::string bytes;
  WriteModel(written, [&](std::string_view part) { bytes += part; });
  const TempFolder folder;
  const Model model = LoadModel(folder.Write("m.zmodel", bytes));
  ASSERT_TRUE(model.tagger);
  EXPECT_TRUE(model.tagger->surfaces_only);
  EXPECT_EQ(BytesOf(*model.tagger), BytesOf(*written.tagger));
  EXPECT_EQ(Found(*model.tagger, "记者张建国昨天去了洛阳市，天气很好。"), "PER 张建国|LOC 洛阳市|");
}

TEST(TrainSurfaces, TellsHowFarItIs) {
  TrainingOptions options;
  options.learner.epochs = 2;
  TrainingProgress last;
  options.progress = [&](const TrainingProgress& progress) { last = progress; };
  Train(MarkedTexts(), options);
  EXPECT_EQ(last.epoch, 1U);
  EXPECT_EQ(last.sequences, last.of);
  EXPECT_GT(last.of, 0U);
}

TEST(TrainSurfaces, RefusesTextWithoutNames) {
  EXPECT_THROW(Train({{"天气很好。", {}}}), UsageError);
}

}  // namespace
}  // namespace zhitu::extract
