#include "extract/tagger_trainer.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "extract/error.h"
#include "extract/gazetteer_builder.h"
#include "extract/tagger.h"
#include "tests/support/marked_texts.h"

namespace zhitu::extract {
namespace {

std::string BytesOf(const TaggerModel& model) {
  std::string bytes;
  AppendTagger(model, bytes);
  return bytes;
}

TaggerModel Train(const std::vector<TrainingText>& texts, const TrainingOptions& options = {}) {
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
  for (const TaggedName& name : names)
    found += model.types[name.type] + ' ' + std::string(name.span.In(text)) + '|';
  return found;
}

TEST(TrainTagger, LearnsNamesThatItHasNotSeen) {
  const TaggerModel model = Train(MarkedTexts());
  EXPECT_EQ(model.types, (std::vector<std::string>{"LOC", "PER"}));
  EXPECT_EQ(Found(model, "记者张建国昨天去了洛阳市，天气很好。"), "PER 张建国|LOC 洛阳市|");
  EXPECT_EQ(Found(model, "记者王桂花回到开封市的办事处。"), "PER 王桂花|LOC 开封市|");
  EXPECT_EQ(Found(model, "天气很好。"), "");
  EXPECT_EQ(Found(model, ""), "");
}

TEST(TrainTagger, GivesTheSameModelForAnyNumberOfThreads) {
  TrainingOptions options;
  const std::string one = BytesOf(Train(MarkedTexts(), options));
  EXPECT_EQ(BytesOf(Train(MarkedTexts(), options)), one);
  for (const std::size_t jobs : {2U, 3U}) {
    options.learner.jobs = jobs;
    EXPECT_EQ(BytesOf(Train(MarkedTexts(), options)), one) << jobs;
  }
  options.seed = 2;
  EXPECT_NE(BytesOf(Train(MarkedTexts(), options)), one);
}

TEST(TrainTagger, LeavesTheWeakestRowsOutToFit) {
  TrainingOptions options;
  const std::string whole = BytesOf(Train(MarkedTexts(), options));
  options.most_bytes = 5000;
  const TaggerModel small = Train(MarkedTexts(), options);
  EXPECT_LT(BytesOf(small).size(), whole.size());
  EXPECT_EQ(Found(small, "记者张建国昨天去了洛阳市，天气很好。"), "PER 张建国|LOC 洛阳市|");
}

TEST(TrainTagger, CountsWhatItCannotLearn) {
  std::vector<TrainingText> texts = MarkedTexts(10);
  texts.push_back(MarkedText("the [LOC North]wind"));
  texts.push_back(MarkedText("在[LOC 郑\n州]"));
  TrainingCounts counts;
  TrainTagger(texts, {}, counts);
  EXPECT_EQ(counts.names, 20U);
  EXPECT_EQ(counts.left_out, 2U);
  EXPECT_EQ(counts.sequences, 13U);  // a line is a paragraph
  EXPECT_GT(counts.rows, 0U);
}

TEST(TrainTagger, TellsHowFarItIs) {
  TrainingOptions options;
  options.learner.epochs = 2;
  std::size_t calls = 0;
  TrainingProgress last;
  options.progress = [&](const TrainingProgress& progress) {
    ++calls;
    last = progress;
  };
  Train(MarkedTexts(40), options);
  EXPECT_GE(calls, 4U);
  EXPECT_EQ(last.epoch, 1U);
  EXPECT_EQ(last.sequences, 40U);
  EXPECT_EQ(last.of, 40U);
}

TEST(TrainTagger, RefusesTextWithoutNamesOrWithTooManyTypes) {
  EXPECT_THROW(Train({{"天气很好。", {}}}), UsageError);
  EXPECT_THROW(Train({}), UsageError);
  std::vector<TrainingText> texts;
  for (int i = 0; i < 61; ++i) texts.push_back(MarkedText("[T" + std::to_string(i) + " 中国]"));
  EXPECT_THROW(Train(texts), UsageError);
}

TEST(Tagger, ReadsLongLinesInParts) {
  const TaggerModel model = Train(MarkedTexts());
  std::string text;
  while (text.size() < 100000) text += "记者张建国昨天去了洛阳市，天气很好。";
  Tagger tagger(model);
  std::vector<TaggedName> names;
  const Span whole{0, text.size()};
  tagger.Tag(text, {&whole, 1}, {}, names);
  const std::size_t sentences = text.size() / 54;
  EXPECT_GE(names.size(), 2 * sentences - 8);  // those at the cuts may be lost
  for (std::size_t i = 1; i < names.size(); ++i)
    EXPECT_LE(names[i - 1].span.end, names[i].span.begin);
}

TEST(TaggerPool, LendsEachTaggerToOne) {
  const TaggerPool pool(Train(MarkedTexts()));
  const Tagger* first = nullptr;
  {
    const TaggerPool::Loan one = pool.Borrow();
    const TaggerPool::Loan other = pool.Borrow();
    EXPECT_NE(one.get(), other.get());
    first = one.get();
  }
  const TaggerPool::Loan again = pool.Borrow();
  EXPECT_EQ(again.get(), first);  // the last one that came back
  EXPECT_EQ(pool.model().types.size(), 2U);
}

}  // namespace
}  // namespace zhitu::extract
